"""Help questions about moving about, inside and outside."""

from cases.enums import Law, Level, LifeDomain, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="trap-op",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(72, 90),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "De trap wordt voor mij te steil. Ik ga nu op mijn billen naar beneden. Mijn man tilt mij soms, "
            "maar zijn rug is ook niet best."
        ),
        behind="Ze slapen al 41 jaar in dezelfde kamer en willen dat zo houden.",
        wish="Veilig boven komen en naast mijn man blijven slapen.",
        domains=(
            DomainText(
                LifeDomain.HOUSING,
                Level.LIMITED,
                ("Slaapkamer en badkamer zijn boven. Beneden is geen plek voor een bed."),
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH,
                Level.LIMITED,
                ("Versleten knieën. Een operatie kan niet door haar hart."),
            ),
        ),
        own_strength="Loopt beneden goed met de rollator en kookt elke dag.",
        network="Hun zoon kan een tweede leuning maken.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Zoon maakt een tweede trapleuning.",
                "Gemaakt en drie weken gebruikt.",
                "De knieën houden het niet, ook niet met twee leuningen.",
            ),
            RungText(
                Weight.GENERAL,
                "Gesprek met de wooncoach over verhuizen.",
                "Twee woningen bekeken.",
                "De wachttijd is drie jaar en ze zouden hun buren kwijtraken.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Een traplift. Bed beneden zetten is bekeken en past niet.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Traplift",
        clear=True,
        stable=True,
        parties=1,
        goal="We slapen samen boven, zonder gevaar.",
    ),
    HelpQuestion(
        code="scootmobiel-markt",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(66, 86),
        gender=Gender.MAN,
        season=Season.SPRING,
        laws=(Law.WMO,),
        words=(
            "Ik wil een scootmobiel aanvragen. Ik kan niet meer naar de markt lopen en de bus stopt te ver "
            "weg."
        ),
        behind="Het gaat meneer om zijn vaste plek bij de viskraam op vrijdag, waar iedereen elkaar kent.",
        wish="Op vrijdag weer op de markt zijn.",
        domains=(
            DomainText(
                LifeDomain.PARTICIPATION,
                Level.LIMITED,
                ("Was elke vrijdag op de markt. Nu al acht weken niet."),
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH, Level.LIMITED, ("Kan honderd meter lopen en moet dan rusten.")
            ),
        ),
        own_strength="Heeft ervaring in het verkeer en een droge schuur met stroom.",
        network="Een marktvriend rijdt hem soms.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Meerijden met de marktvriend.",
                "Vier keer gedaan.",
                "De vriend werkt meestal op vrijdag.",
            ),
            RungText(
                Weight.GENERAL,
                "Scootmobiel van het leenpunt, twee dagen per week. Eerst drie rijlessen.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Leenpunt hulpmiddelen",
        clear=True,
        stable=True,
        parties=1,
        goal="Op vrijdag sta ik bij de viskraam.",
    ),
    HelpQuestion(
        code="deeltaxi-dialyse",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(45, 75),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Drie keer in de week moet ik naar het ziekenhuis. Dat vervoer is geregeld. Maar verder kom ik "
            "nergens meer."
        ),
        behind="Zijn wereld bestaat uit thuis en ziekenhuis. Hij mist zijn kleinkinderen.",
        wish="Zelf naar mijn kleinkinderen, ook als mijn dochter werkt.",
        domains=(
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.LIMITED,
                ("Ziet zijn kleinkinderen alleen als zij naar hem komen."),
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH,
                Level.NOT,
                ("Is na de behandeling erg moe. Kan niet fietsen of naar de bus lopen."),
            ),
        ),
        own_strength="Plant goed en heeft een telefoon waarmee hij ritten kan boeken.",
        network="Dochter rijdt hem een keer per maand.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Dochter haalt hem op.",
                "Gebeurt elke maand.",
                "Vaker kan niet naast haar werk en gezin.",
            ),
            RungText(
                Weight.GENERAL,
                "Buurtbus met vrijwilligers.",
                "Aangevraagd.",
                "De buurtbus rijdt niet naar het dorp van zijn dochter.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Pas voor de Deeltaxi. Bij mooi weer met begeleiding op de buurtbus.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Vervoer met de Deeltaxi",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik ga zelf naar mijn kleinkinderen als ik dat wil.",
    ),
    HelpQuestion(
        code="rolstoel-te-klein",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(22, 45),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Mijn rolstoel past niet meer. Ik heb plekken op mijn benen en na een uur zitten heb ik pijn. Op "
            "mijn werk houd ik het niet vol."
        ),
        behind="Ze is bang dat haar contract niet verlengd wordt door de pijn.",
        wish="Een stoel waarin ik een werkdag kan zitten.",
        domains=(
            DomainText(
                LifeDomain.PHYSICAL_HEALTH,
                Level.LIMITED,
                ("Drukplekken. De ergotherapeut schreef een advies."),
            ),
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.SUFFICIENT, ("Werkt 24 uur bij een drukkerij en wil meer.")
            ),
        ),
        own_strength="Weet precies wat ze nodig heeft en zoekt mee.",
        network="Collega's helpen met tillen van dozen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Kussen van een vriend geleend.",
                "Twee weken gebruikt.",
                "De plekken werden erger.",
            ),
            RungText(
                Weight.GENERAL,
                "Stoel van het leenpunt.",
                "Bekeken met de ergotherapeut.",
                "Er is geen stoel in haar maat.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Nieuwe rolstoel op maat volgens het advies van de ergotherapeut.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Rolstoel",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik werk een hele dag zonder pijn.",
    ),
    HelpQuestion(
        code="drempels-weg",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.COUPLE,
        ages=(50, 70),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Mijn vrouw gebruikt sinds kort een rollator. De drempels in huis zijn lastig. Wij kunnen best "
            "wat zelf betalen, maar weten niet wie het kan doen."
        ),
        behind="Ze willen het zelf regelen en zoeken vooral een betrouwbaar adres.",
        wish="Dat mijn vrouw in huis overal kan komen.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.SUFFICIENT, "Zes drempels. De verhuurder vindt het goed."),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH, Level.SUFFICIENT, ("Loopt binnen veilig, als het vlak is.")
            ),
        ),
        own_strength="Kan de materialen zelf kopen en betaalt graag een vergoeding.",
        network="Een neef heeft een auto voor het materiaal.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Klussendienst haalt de drempels weg en plaatst twee beugels.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Klussendienst in de buurt",
        clear=True,
        stable=True,
        parties=0,
        goal="We lopen door het hele huis zonder struikelen.",
    ),
    HelpQuestion(
        code="begeleiding-bus",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.YOUNG,
        ages=(18, 27),
        gender=Gender.MAN,
        season=Season.SCHOOL,
        laws=(Law.WMO,),
        words=(
            "Onze zoon heeft een verstandelijke beperking. Wij brengen hem elke dag naar zijn werkplek. Kan "
            "hij taxivervoer krijgen?"
        ),
        behind="Hun zoon wil zelf met de bus. De ouders durven dat nog niet goed.",
        wish="Ik wil met de bus, net als mijn collega's.",
        domains=(
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.SUFFICIENT, ("Werkt vier dagen in een kas en is daar graag.")
            ),
            DomainText(
                LifeDomain.PARTICIPATION, Level.LIMITED, ("Gaat nergens zelf heen, maar kent alle buslijnen.")
            ),
        ),
        own_strength="Kent de dienstregeling uit zijn hoofd.",
        network="Ouders, en een collega die op dezelfde lijn zit.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Een maatje oefent acht weken mee met de bus. De collega wacht bij de halte.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Maatje van Welzijn",
        clear=True,
        stable=True,
        parties=2,
        goal="Ik reis zelf met de bus.",
    ),
    HelpQuestion(
        code="sportrolstoel",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.YOUNG,
        ages=(18, 30),
        gender=Gender.MAN,
        season=Season.SCHOOL,
        laws=(Law.WMO,),
        words=(
            "Ik wil gaan basketballen, maar met mijn gewone rolstoel gaat dat niet. Een sportrolstoel is "
            "duur."
        ),
        behind=(
            "Sinds het ongeluk voelt hij zich alleen nog patiënt. In de sporthal voelde hij zich weer "
            "zichzelf."
        ),
        wish="Meedoen met het team, elke week.",
        domains=(
            DomainText(
                LifeDomain.PARTICIPATION, Level.LIMITED, ("Trainde drie keer mee in een geleende stoel.")
            ),
            DomainText(
                LifeDomain.MENTAL_HEALTH,
                Level.LIMITED,
                ("Was lang somber na het ongeluk. Sport geeft lucht."),
            ),
        ),
        own_strength="Reist zelf naar de training en spaart mee.",
        network="Het team, en zijn ouders die willen rijden.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "De club leent een stoel uit.",
                "Drie keer gedaan.",
                "De stoel is te breed; hij kreeg last van zijn schouders.",
            ),
            RungText(
                Weight.GENERAL,
                "Sportfonds van de gemeente.",
                "Gevraagd.",
                "Het fonds betaalt een deel, en dat is niet genoeg voor een stoel op maat.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Sportrolstoel voor drie jaar, met het deel van het sportfonds.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Rolstoel",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik speel in september mijn eerste wedstrijd.",
    ),
    HelpQuestion(
        code="verhuizen-naar-gelijkvloers",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(70, 85),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Mijn flat heeft geen lift. Ik kom nog een keer per dag de trap op. Ik wil verhuizen, maar met "
            "mijn pensioen vind ik niets."
        ),
        behind="Mevrouw wil in haar wijk blijven, omdat haar zus er woont.",
        wish="Een woning zonder trap, in mijn eigen wijk.",
        domains=(
            DomainText(
                LifeDomain.HOUSING,
                Level.LIMITED,
                ("Woont op de derde verdieping en is daar elf jaar tevreden geweest."),
            ),
            DomainText(
                LifeDomain.FINANCES, Level.SUFFICIENT, ("Komt rond, maar kan geen dubbele huur betalen.")
            ),
        ),
        own_strength="Schrijft zich zelf in en kijkt elke week op de site.",
        network="Haar zus woont op de begane grond in dezelfde straat.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Zus en nichten zoeken mee.",
                "Al een jaar.",
                "Ze missen de regels over voorrang en de verhuiskosten.",
            ),
            RungText(
                Weight.GENERAL,
                "De wooncoach helpt met voorrang en de verhuisregeling.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Wooncoach",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik woon gelijkvloers bij mijn zus in de wijk.",
    ),
    HelpQuestion(
        code="keuken-rolstoel",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(34, 52),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Sinds mijn dwarslaesie kan ik niet bij het aanrecht. Ik kookte altijd voor het gezin. Nu eten we"
            " elke dag wat anders uit de magnetron."
        ),
        behind="Koken is haar manier om moeder te zijn.",
        wish="Weer koken voor mijn kinderen.",
        domains=(
            DomainText(LifeDomain.INSTRUMENTAL_ADL, Level.LIMITED, "Kan alles wat op zithoogte is."),
            DomainText(
                LifeDomain.HOME_RELATIONS,
                Level.SUFFICIENT,
                ("Het gezin is hecht. De kinderen helpen graag, maar missen hun oude thuis."),
            ),
        ),
        own_strength="Tekende zelf een plan voor de keuken.",
        network="Haar man en een oom die aannemer is.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "De oom past de keuken aan.",
                "Hij maakte een lage werktafel.",
                "Fornuis en water verplaatsen mag alleen een erkende installateur.",
            ),
            RungText(
                Weight.GENERAL,
                "Los kookplaatje en hulpmiddelen.",
                "Twee maanden gebruikt.",
                "Met pannen op schoot brandde ze zich.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Onderrijdbaar aanrecht en lage kookplaat. De oom doet het afwerken.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Woningaanpassing",
        clear=True,
        stable=True,
        parties=2,
        goal="Ik kook drie keer per week voor mijn gezin.",
    ),
    HelpQuestion(
        code="blindengeleide-route",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(40, 65),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words="Ik ben blind en wil graag hardlopen. Alleen kan dat niet. Ik heb een buddy nodig.",
        behind="Na haar scheiding wil ze iets voor zichzelf doen.",
        wish="Een keer per week hardlopen.",
        domains=(
            DomainText(LifeDomain.PARTICIPATION, Level.SUFFICIENT, "Werkt, reist en gaat graag op stap."),
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.LIMITED,
                ("Verloor door de scheiding een deel van haar vrienden."),
            ),
        ),
        own_strength="Heeft conditie en een lint om samen te lopen.",
        network="Een collega liep twee keer mee.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Collega loopt mee.",
                "Twee keer gedaan.",
                "De collega woont te ver weg voor elke week.",
            ),
            RungText(
                Weight.GENERAL,
                "De beweeggroep heeft twee lopers die buddy willen zijn.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Beweeggroep",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik loop elke week een rondje door het park.",
    ),
    HelpQuestion(
        code="stalling-scootmobiel",
        reporter=Reporter.HOUSING,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(70, 88),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "De scootmobiel van mevrouw staat in de hal en dat mag niet van de brandweer. Zij zegt dat zij "
            "dan niet meer weg kan."
        ),
        behind="De scootmobiel is haar vrijheid. Ze voelt zich weggestuurd.",
        wish="Mijn scootmobiel droog en dichtbij kunnen zetten.",
        domains=(
            DomainText(
                LifeDomain.HOUSING, Level.SUFFICIENT, ("De hal is te smal. Er is een lege fietsenberging.")
            ),
            DomainText(LifeDomain.PARTICIPATION, Level.SUFFICIENT, "Rijdt elke dag naar haar vriendin."),
        ),
        own_strength="Is bereid een paar meter te lopen.",
        network="De huismeester en twee buren willen meedenken.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "De huismeester maakt plek en stroom in de fietsenberging; buren houden de deur vrij.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Afspraken met eigen netwerk",
        clear=True,
        stable=True,
        parties=2,
        goal="Ik kan elke dag op pad zonder ruzie in de flat.",
    ),
    HelpQuestion(
        code="kind-groeit-uit-stoel",
        reporter=Reporter.SCHOOL,
        household=HouseholdKind.FAMILY,
        ages=(30, 45),
        child_ages=(9, 10),
        child_gender=Gender.MAN,
        season=Season.SCHOOL,
        laws=(Law.WMO,),
        words=(
            "Een leerling uit groep zes groeit uit zijn rolstoel. Zijn ouders vinden aanvragen lastig, omdat "
            "zij nog Nederlands leren. Kunt u hen bellen, met een tolk?"
        ),
        behind=(
            "De ouders dachten dat ze de stoel zelf moesten betalen en durfden er niet over te beginnen."
        ),
        wish="Dat onze zoon op het plein mee kan doen.",
        domains=(
            DomainText(LifeDomain.PHYSICAL_HEALTH, Level.LIMITED, "De voeten hangen los en hij zit scheef."),
            DomainText(
                LifeDomain.PARENTING, Level.FULL, ("Ouders zijn heel betrokken en leren zelf de oefeningen.")
            ),
        ),
        own_strength="Ouders komen bij elke afspraak en schrijven alles op.",
        network="Een tante tolkt als ze kan. De juf helpt met mail.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "De tante tolkt en helpt met papieren.",
                "Twee keer gedaan.",
                "Een kinderrolstoel is te duur en moet gemeten worden.",
            ),
            RungText(
                Weight.GENERAL,
                "Stoel van het leenpunt.",
                "Vier weken gebruikt.",
                "De stoel is niet voor kinderen gemaakt.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Kinderrolstoel die meegroeit, met een tolk bij de afspraken.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Rolstoel",
        clear=True,
        stable=True,
        parties=2,
        goal="Onze zoon speelt op het plein met zijn vrienden.",
    ),
)
