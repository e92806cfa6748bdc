"""Help questions that are often quick to settle."""

from cases.enums import Law, Level, LifeDomain, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="hulp-bij-aanvraag-pas",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(66, 85),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Ik moet naar een gesprek bij jullie en zie daar tegenop. Ik klap dicht als iemand veel vraagt. "
            "Kan er iemand met mij mee?"
        ),
        behind="Vroeger werd hij op een kantoor uitgelachen om zijn schrijven.",
        wish="Mijn verhaal kunnen doen.",
        domains=(
            DomainText(LifeDomain.PARTICIPATION, Level.SUFFICIENT, "Doet veel voor de duivenvereniging."),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.SUFFICIENT, "Gespannen bij officiële gesprekken."),
        ),
        own_strength="Kan thuis aan tafel heel goed vertellen wat er is.",
        network="Vriend van de duiven wil mee, maar zegt zelf ook weinig.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vriend gaat mee.",
                "Eenmaal gedaan.",
                "Ze zaten samen stil.",
            ),
            RungText(
                Weight.GENERAL,
                "Gratis cliëntondersteuner gaat mee, en het gesprek is bij hem thuis.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Onafhankelijke cliëntondersteuning",
        clear=True,
        stable=True,
        parties=0,
        goal="Ik heb mijn verhaal zelf verteld.",
    ),
    HelpQuestion(
        code="hond-uitlaten",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(70, 88),
        gender=Gender.WOMAN,
        season=Season.WINTER,
        laws=(Law.WMO,),
        words=(
            "Ik brak mijn pols en kan de hond niet uitlaten. Het asiel is duur. Zonder hond ben ik alleen."
        ),
        behind="De hond is haar reden om op te staan.",
        wish="Mijn hond thuis houden.",
        domains=(
            DomainText(
                LifeDomain.SOCIAL_NETWORK, Level.SUFFICIENT, ("Kent in het park iedereen van gezicht.")
            ),
            DomainText(LifeDomain.PHYSICAL_HEALTH, Level.SUFFICIENT, "Pols zit zes weken in het gips."),
        ),
        own_strength="Kan alles met een hand, behalve de riem.",
        network="Drie hondenbezitters in het park.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Een rooster met de hondenbezitters en een leerling die stage zoekt.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Maatje van Welzijn",
        clear=True,
        stable=True,
        parties=0,
        goal="De hond en ik zijn weer samen in het park.",
    ),
    HelpQuestion(
        code="tillen-kind",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.FAMILY,
        ages=(28, 44),
        gender=Gender.WOMAN,
        child_ages=(7, 10),
        child_gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Ons kind wordt te zwaar om te tillen. We dragen hem de trap op. Mijn man heeft nu een hernia."
        ),
        behind="Ze willen dat hij bij hen thuis opgroeit, en zien dat dat spannend wordt.",
        wish="Veilig tillen, met plezier in bad.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.LIMITED, "Slaapkamer boven, wel een ruime garage."),
            DomainText(
                LifeDomain.PARENTING, Level.FULL, ("Ouders zijn sterk samen. Broertje helpt met spelen.")
            ),
        ),
        own_strength="Maakten samen met de ergotherapeut een tekening.",
        network="Opa is timmerman, de buren tillen mee.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Opa en buren tillen.",
                "Acht weken gedaan.",
                "Het moet vier keer op een dag, ook 's nachts.",
            ),
            RungText(
                Weight.GENERAL,
                "Tillift van het leenpunt.",
                "Geprobeerd.",
                "De lift past niet door de deur van de slaapkamer.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Kamer in de garage met plafondlift. Opa doet de afwerking.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Woningaanpassing",
        clear=True,
        stable=True,
        parties=1,
        goal="Ons kind gaat zonder pijn in bad.",
    ),
    HelpQuestion(
        code="verjaardag-kind",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(24, 40),
        gender=Gender.WOMAN,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Mijn dochter wordt zes en wil een feestje. Alle kinderen gaven er een. Ik heb er geen geld voor."
        ),
        behind="Haar dochter zei dat ze geen feestje wilde. Ze wist dat dat niet waar was.",
        wish="Een verjaardag met vier vriendinnetjes.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Houdt tien euro per week over."),
            DomainText(LifeDomain.PARENTING, Level.FULL, "Speelt veel met haar kind."),
        ),
        own_strength="Bakt, knutselt, heeft een plan voor spelletjes.",
        network="Een vriendin leent een slinger en een tent.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vriendin helpt met spullen.",
                "Gedaan.",
                "Er is nog geld nodig voor eten en een cadeautje.",
            ),
            RungText(
                Weight.GENERAL,
                "Verjaardagsbox uit het kindpakket.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Kindpakket",
        clear=True,
        stable=True,
        parties=0,
        goal="Mijn dochter viert haar feestje.",
    ),
    HelpQuestion(
        code="fietsles",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(25, 45),
        gender=Gender.WOMAN,
        season=Season.SPRING,
        laws=(Law.PARTICIPATIEWET,),
        words="Mijn werk begint om zes uur. Dan is er nog geen bus. Ik kan niet fietsen.",
        behind="In haar land fietsten vrouwen niet. Ze vindt het spannend en leuk.",
        wish="Op de fiets naar mijn werk.",
        domains=(
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.SUFFICIENT, ("Kan een vast contract krijgen in de bakkerij.")
            ),
            DomainText(LifeDomain.PARTICIPATION, Level.SUFFICIENT, "Doet mee op school en in de wijk."),
        ),
        own_strength="Durft, en leert haar dochters mee.",
        network="Twee vrouwen van taalles gaan mee leren.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Fietsles bij het buurthuis, met een taalmaatje op de fiets.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Taalmaatje",
        clear=True,
        stable=True,
        parties=0,
        goal="Ik fiets zelf naar de bakkerij.",
    ),
    HelpQuestion(
        code="digid",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(70, 90),
        season=Season.NEW_YEAR,
        laws=(Law.WMO,),
        words=(
            "Alles moet met de computer. Onze kleinzoon deed het, maar die is verhuisd. Nu missen wij brieven"
            " van de belasting."
        ),
        behind="Ze willen hun kleinkind niet bij geldzaken nodig hebben.",
        wish="Zelf, of met iemand die we vertrouwen, onze post lezen.",
        domains=(
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL, Level.LIMITED, ("Bellen gaat goed, een computer is er niet.")
            ),
            DomainText(
                LifeDomain.FINANCES, Level.SUFFICIENT, ("Alles is betaald, er blijft teruggave liggen.")
            ),
        ),
        own_strength="Netjes, bewaren alles, leren graag op papier.",
        network="Kleinzoon belt elke week met beeld.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Kleinzoon doet het op afstand.",
                "Gedaan.",
                "Hij mag hun codes niet hebben en zij willen dat ook niet.",
            ),
            RungText(
                Weight.GENERAL,
                "Formulierenpunt in de bibliotheek, met een machtiging en papieren post.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Formulierenpunt",
        clear=True,
        stable=True,
        parties=0,
        goal="We missen geen brief meer.",
    ),
    HelpQuestion(
        code="niet-naar-stage",
        reporter=Reporter.SCHOOL,
        household=HouseholdKind.YOUNG,
        ages=(17, 17),
        gender=Gender.MAN,
        season=Season.SCHOOL,
        laws=(Law.JEUGDWET,),
        words="Onze student van zeventien komt niet op stage. Hij zegt niets. Zijn cijfers zijn prima.",
        behind="Hij wordt op stage uitgelachen om zijn stotteren.",
        wish="Een stage waar ik mag oefenen met praten.",
        domains=(
            DomainText(
                LifeDomain.WORK_EDUCATION,
                Level.LIMITED,
                ("Mist vijf weken stage, dreigt een jaar over te doen."),
            ),
            DomainText(
                LifeDomain.SOCIAL_NETWORK, Level.SUFFICIENT, ("Hechte vriendengroep, weet hier niets van.")
            ),
        ),
        own_strength="Vertelde het aan de coach door te typen.",
        network="Zijn oma, zijn beste vriend.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Beste vriend gaat mee naar het bedrijf.",
                "Een keer.",
                "Op die plek werd het niet beter.",
            ),
            RungText(
                Weight.GENERAL,
                "Jongerencoach zoekt nieuwe stage en praat met de eerste.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Jongerencoach",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik loop stage waar ze wachten tot ik klaar ben.",
    ),
    HelpQuestion(
        code="ouder-kind-ochtend",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(23, 23),
        gender=Gender.WOMAN,
        child_ages=(0, 0),
        of_parent=True,
        laws=(Law.JEUGDWET,),
        words=(
            "Ik ben net moeder, 23. Mijn vriendinnen gaan uit. Ik zit met een baby en praat de hele dag tegen"
            " niemand."
        ),
        behind="Ze houdt van haar kind en mist zichzelf.",
        wish="Andere jonge moeders om mee te lachen.",
        domains=(
            DomainText(LifeDomain.SOCIAL_NETWORK, Level.LIMITED, "Vriendinnen appen, maar komen niet."),
            DomainText(LifeDomain.PARENTING, Level.FULL, "Zorgt goed, geniet, is gewoon moe."),
        ),
        own_strength="Maakt leuke filmpjes, kan goed luisteren.",
        network="Haar oma past op dinsdag op.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "De koffieochtend voor jonge ouders; zij wil de aankondiging maken.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Koffieochtend in het buurthuis",
        clear=True,
        stable=True,
        parties=0,
        goal="Ik ken drie moeders met wie ik lach.",
    ),
    HelpQuestion(
        code="verhuisd-na-brand-opslag",
        reporter=Reporter.COLLEAGUE,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(65, 84),
        gender=Gender.WOMAN,
        season=Season.SUMMER,
        laws=(Law.WMO,),
        words=(
            "(Collega burgerzaken) Mevrouw verhuist volgende week naar een kleiner huis en heeft niemand om "
            "te helpen."
        ),
        behind="Ze moet ook dozen van haar zoon openen, die jong overleed.",
        wish="Verhuizen, en zijn dozen meenemen.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.SUFFICIENT, "Nieuwe woning is klaar."),
            DomainText(LifeDomain.SOCIAL_NETWORK, Level.LIMITED, "Heeft vooral contact via de telefoon."),
        ),
        own_strength="Pakte al veertig dozen in.",
        network="Een oud-collega belt elke dag.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Klussendienst verhuist; een vrijwilliger pakt met haar die ene kamer in.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Klussendienst in de buurt",
        clear=True,
        stable=True,
        parties=0,
        goal="Ik woon klein en zijn dozen staan bij mij.",
    ),
    HelpQuestion(
        code="man-jong-dementie",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.COUPLE,
        ages=(45, 63),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Mijn man heeft jong dementie, 57. Ik werk vier dagen. Overdag belt hij mij twintig keer. Ik kan "
            "zo niet werken."
        ),
        behind="Hij belt omdat hij bang is dat zij ook weggaat.",
        wish="Werken, en dat hij zich veilig voelt.",
        domains=(
            DomainText(
                LifeDomain.HOME_RELATIONS, Level.SUFFICIENT, ("Twee mensen die veel van elkaar houden.")
            ),
            DomainText(LifeDomain.DAYTIME, Level.NOT, "Was leraar. De dag is leeg tot zij thuiskomt."),
        ),
        own_strength="Kan nog goed fietsen en kent zijn route.",
        network="Oud-leerlingen en een broer bieden zich aan.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Broer komt twee ochtenden.",
                "Een maand.",
                "Op de andere dagen blijft het bellen.",
            ),
            RungText(
                Weight.GENERAL,
                (
                    "Mantelzorgspreekuur maakt met broer en oud-leerlingen een weekrooster en praat met haar "
                    "werkgever."
                ),
            ),
        ),
        weight=Weight.GENERAL,
        provision="Mantelzorgspreekuur",
        clear=True,
        stable=False,
        parties=1,
        goal="Ik fiets overdag met iemand en bel niet meer uit angst.",
    ),
    HelpQuestion(
        code="zwemles",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(30, 46),
        gender=Gender.WOMAN,
        season=Season.SUMMER,
        laws=(Law.PARTICIPATIEWET,),
        words="Wij wonen naast het kanaal. Mijn zoons kunnen niet zwemmen en de les is te duur.",
        behind="Hun neefje is in hun land verdronken. Moeder is elke dag bang.",
        wish="Dat mijn zoons kunnen zwemmen.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Werken allebei, net boven de grens."),
            DomainText(LifeDomain.PARENTING, Level.FULL, "Let altijd op, speelt mee."),
        ),
        own_strength="Brengt en haalt, ook op zondag.",
        network="De buurvrouw geeft badmintonles en kent het zwembad.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Buurvrouw oefent met hen.",
                "Drie keer.",
                "Voor een diploma is echte les nodig.",
            ),
            RungText(
                Weight.GENERAL,
                "Zwemles uit het kindpakket; een van de twee alvast, de ander in januari.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Kindpakket",
        clear=True,
        stable=True,
        parties=0,
        goal="Mijn zoons hebben hun diploma.",
    ),
    HelpQuestion(
        code="oud-in-caravan",
        reporter=Reporter.OTHER,
        household=HouseholdKind.SINGLE,
        ages=(68, 68),
        gender=Gender.MAN,
        season=Season.WINTER,
        laws=(Law.WMO,),
        words=(
            "(Campingbeheerder) Een vaste gast woont hier het hele jaar en dat mag niet. Hij is 68, en in de "
            "winter vriest zijn leiding dicht."
        ),
        behind="De camping is de plek waar hij en zijn vrouw gelukkig waren.",
        wish="Ergens wonen met gras voor de deur.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.NOT, "Geen verwarming bij vorst, moet voor maart weg."),
            DomainText(LifeDomain.FINANCES, Level.SUFFICIENT, "Pensioen en spaargeld."),
        ),
        own_strength="Handig, spaarzaam, helpt iedereen op de camping.",
        network="De beheerder en twee vaste gasten.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "De beheerder zoekt rond.",
                "Een jaar geprobeerd.",
                "Er is inschrijving en voorrang nodig.",
            ),
            RungText(
                Weight.GENERAL,
                "Wooncoach helpt met inschrijven voor een seniorenwoning met tuin.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Wooncoach",
        clear=True,
        stable=False,
        parties=1,
        goal="Ik woon warm, met gras voor de deur.",
    ),
    HelpQuestion(
        code="praten-met-puber",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(38, 54),
        gender=Gender.WOMAN,
        child_ages=(13, 13),
        of_parent=True,
        child_gender=Gender.WOMAN,
        laws=(Law.JEUGDWET,),
        words=(
            "Mijn dochter van dertien zit alleen op haar telefoon en zegt dat ik niks snap. Is dat normaal? "
            "Ik wil het niet fout doen."
        ),
        behind="Zij werd zelf streng opgevoed en wil het anders, maar weet niet hoe.",
        wish="Weer lachen met mijn dochter.",
        domains=(
            DomainText(LifeDomain.PARENTING, Level.SUFFICIENT, "Gewone puberstrijd, veel liefde."),
            DomainText(LifeDomain.SOCIAL_NETWORK, Level.SUFFICIENT, "Beiden hebben goede vrienden."),
        ),
        own_strength="Zag zelf dat ze te veel preekt.",
        network="Haar broer, bij wie dochter graag is.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Oom praat met haar.",
                "Twee keer.",
                "Hielp; moeder wil zelf ook leren.",
            ),
            RungText(
                Weight.GENERAL,
                "Een cursus van drie avonden voor ouders van pubers.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Opvoedspreekuur",
        clear=True,
        stable=True,
        parties=0,
        goal="Op zondag bakken we samen en ligt de telefoon in de la.",
    ),
    HelpQuestion(
        code="prikkels-in-flat",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(25, 50),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Ik heb autisme. De bouw naast mijn flat maakt mij gek. Tot april wordt er geheid. Ik moet "
            "overdag ergens heen."
        ),
        behind="Ze is bang haar baan thuis kwijt te raken als ze niet kan werken.",
        wish="Een stille plek om te werken.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.LIMITED, "Heien van zeven tot vier."),
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.SUFFICIENT, ("Vertaalt boeken, heeft een deadline in mei.")
            ),
        ),
        own_strength="Weet precies welke geluiden wel gaan.",
        network="Uitgever geeft uitstel. Een vriend heeft een logeerkamer op zaterdag.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Werken bij de vriend.",
                "Elke zaterdag.",
                "Door de week is hij zelf aan het werk thuis.",
            ),
            RungText(
                Weight.GENERAL,
                "Vaste stille kamer op de herstelplek tot april.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Inloop en herstelplek",
        clear=True,
        stable=True,
        parties=1,
        goal="Mijn vertaling is op tijd af.",
    ),
    HelpQuestion(
        code="gesprek-met-arts",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(73, 86),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Mijn man en ik vergeten wat de dokter zegt. Thuis weten we het allebei anders. Dan krijgen we "
            "ruzie."
        ),
        behind="Ze zijn bang voor de uitslag en horen daarom niets meer.",
        wish="Samen hetzelfde gehoord hebben.",
        domains=(
            DomainText(
                LifeDomain.HOME_RELATIONS, Level.SUFFICIENT, ("Vijftig jaar samen, kibbelen met liefde.")
            ),
            DomainText(LifeDomain.PHYSICAL_HEALTH, Level.LIMITED, "Onderzoek naar zijn hart loopt."),
        ),
        own_strength="Schrijven hun vragen op.",
        network="Buurman rijdt ze naar het ziekenhuis.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Maatje dat vroeger verpleegkundige was gaat mee en schrijft op.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Maatje van Welzijn",
        clear=True,
        stable=True,
        parties=1,
        goal="We weten allebei wat de dokter zei.",
    ),
    HelpQuestion(
        code="volkstuin-rollator",
        reporter=Reporter.OTHER,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(72, 88),
        season=Season.SPRING,
        laws=(Law.WMO,),
        words=(
            "(Tuinvereniging) Twee leden van het eerste uur kunnen niet meer spitten. Ze zeggen dat ze "
            "stoppen. Wij gunnen hun iets anders."
        ),
        behind="Stoppen met de tuin voelt als het laatste hoofdstuk.",
        wish="Blijven tuinieren op onze manier.",
        domains=(
            DomainText(LifeDomain.PARTICIPATION, Level.SUFFICIENT, "Lid sinds 1974."),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH, Level.LIMITED, ("Hij hoort slecht, zij loopt met een rollator.")
            ),
        ),
        own_strength="Weten alles van zaden en leren het graag aan kinderen.",
        network="De hele vereniging.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Twee hoge bakken in de buurtmoestuin en een schoolklas op vrijdag.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Samen in de buurtmoestuin",
        clear=True,
        stable=True,
        parties=1,
        goal="Wij zaaien in maart, met een klas om ons heen.",
    ),
)
