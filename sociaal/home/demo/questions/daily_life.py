"""Help questions about the house, the day and one's own body."""

from cases.enums import Law, Level, LifeDomain, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="vallen-in-de-badkamer",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(74, 90),
        gender=Gender.WOMAN,
        season=Season.WINTER,
        laws=(Law.WMO,),
        words=(
            "Ik ben vorige maand gevallen in de badkamer. Sindsdien durf ik niet meer alleen te douchen. De "
            "instap van het bad is te hoog voor mij."
        ),
        behind=(
            "Mevrouw is vooral bang dat ze valt en dan uren blijft liggen. Door die angst komt ze ook minder "
            "buiten."
        ),
        wish="Ik wil weer zonder angst kunnen douchen, op het moment dat ik dat zelf kies.",
        domains=(
            DomainText(
                LifeDomain.BASIC_ADL,
                Level.LIMITED,
                ("Wast zich aan de wastafel. In bad stappen lukt niet meer zonder hulp."),
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH,
                Level.LIMITED,
                ("Heup is stijf na de val. De fysiotherapeut komt een keer per week."),
            ),
        ),
        own_strength="Regelt haar eigen dag, kookt zelf en oefent trouw voor haar heup.",
        network="Haar zoon komt op zaterdag en zet dan de zware dingen klaar.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Zoon helpt op zaterdag bij het douchen.",
                "Drie weken geprobeerd.",
                (
                    "Mevrouw vindt hulp van haar zoon bij het wassen niet fijn, en een keer per week is te "
                    "weinig."
                ),
            ),
            RungText(
                Weight.GENERAL,
                "Badplank en beugels van het leenpunt.",
                "Badplank zes weken gebruikt.",
                "Met haar stijve heup komt ze ook met de plank niet over de rand.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Bad eruit en een vlakke douche erin. Daarna is er geen hulp bij het wassen nodig.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Woningaanpassing",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik douche zelf, zonder bang te zijn.",
    ),
    HelpQuestion(
        code="stofzuigen-lukt-niet",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(76, 92),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Het stofzuigen en de bedden verschonen lukken mij niet meer door mijn rug. Ik schaam me als er "
            "bezoek komt."
        ),
        behind=(
            "Een schoon huis betekent voor haar dat ze mensen durft te ontvangen. Zonder bezoek wordt het "
            "stil."
        ),
        wish="Een schoon huis, zodat ik de kaartclub weer kan vragen.",
        domains=(
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL,
                Level.LIMITED,
                ("Lichte klussen doet ze zelf, verdeeld over de dag. Zwaar werk blijft liggen."),
            ),
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.LIMITED,
                ("Had elke week de kaartclub thuis. Dat is sinds de zomer gestopt."),
            ),
        ),
        own_strength="Doet de was, kookt en stoft af tot schouderhoogte.",
        network="Een nicht woont in een andere stad. De buurvrouw brengt de vuilnis weg.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "De buurvrouw en de kaartclub om hulp gevraagd.",
                "De buurvrouw dweilde een keer.",
                "Iedereen is zelf boven de tachtig. Zwaar werk kan niemand overnemen.",
            ),
            RungText(
                Weight.GENERAL,
                "Was- en strijkservice.",
                "Een maand gebruikt.",
                "De was is haar probleem niet; het gaat om vloeren en bedden.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Eens in de twee weken hulp voor het zware werk. Het lichte werk blijft ze zelf doen.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Hulp bij het huishouden",
        clear=True,
        stable=True,
        parties=1,
        goal="Mijn huis is schoon genoeg om visite te vragen.",
    ),
    HelpQuestion(
        code="man-doet-alles",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(79, 90),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Mijn vader zorgt dag en nacht voor mijn moeder. Hij zegt dat het goed gaat, maar hij slaapt "
            "amper. Ik maak me zorgen om hem."
        ),
        behind="Vader is bang dat moeder naar een verpleeghuis moet als hij om hulp vraagt.",
        wish="Ik wil dat mijn ouders samen thuis kunnen blijven en dat mijn vader ook eens slaapt.",
        domains=(
            DomainText(
                LifeDomain.HOME_RELATIONS,
                Level.SUFFICIENT,
                ("Het echtpaar is 58 jaar getrouwd en wil samen blijven."),
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH, Level.LIMITED, ("Meneer is moe en viel af. De huisarts weet dit.")
            ),
        ),
        own_strength="Meneer regelt medicijnen en eten en kent haar ritme precies.",
        network="Dochter komt op woensdag. Twee vrienden van de biljartclub willen ook wel komen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Biljartvrienden blijven een avond bij mevrouw.",
                "Twee keer gedaan, ging goed.",
                "Meer dan eens in de twee weken vinden zij te zwaar.",
            ),
            RungText(
                Weight.GENERAL,
                "Een vaste vrijwilliger die twee middagen bij mevrouw is.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Vervangende mantelzorg door vrijwilligers",
        clear=True,
        stable=True,
        parties=1,
        goal="Mijn vader heeft twee middagen voor zichzelf.",
    ),
    HelpQuestion(
        code="boodschappen-na-ziekenhuis",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(68, 88),
        gender=Gender.MAN,
        season=Season.WINTER,
        laws=(Law.WMO,),
        words=(
            "Ik kom net uit het ziekenhuis met een nieuwe knie. Boodschappen doen gaat nog niet. Over een "
            "paar weken kan ik het weer zelf, denk ik."
        ),
        behind="Meneer ziet op tegen hulp vragen. Hij wil niemand tot last zijn.",
        wish="Dat ik te eten in huis heb tot ik zelf weer kan lopen.",
        domains=(
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL,
                Level.LIMITED,
                ("Koken lukt zittend. Tillen en naar buiten gaan lukt nog niet."),
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH, Level.LIMITED, ("Herstelt goed. Oefent elke dag met de knie.")
            ),
        ),
        own_strength="Maakt zelf het lijstje en bestelt wat kan via de tablet.",
        network="Zijn broer belt elke dag, maar rijdt geen auto meer.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Een vrijwilliger uit de buurt doet zes weken de boodschappen.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Boodschappenhulp door vrijwilligers",
        clear=True,
        stable=True,
        parties=1,
        goal="Over zes weken loop ik zelf weer naar de winkel.",
    ),
    HelpQuestion(
        code="vergeet-te-eten",
        reporter=Reporter.GP,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(78, 93),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Patiënte vergeet regelmatig te eten en is sinds de zomer zes kilo afgevallen. Zij vertelt mij "
            "dat zij zich overdag geen raad weet met de tijd."
        ),
        behind=(
            "Het geheugen gaat achteruit. Mevrouw merkt dit zelf en is er verdrietig over, dus verbergt ze "
            "het."
        ),
        wish="Ik wil niet de hele dag op de klok kijken. Vroeger was ik altijd onder de mensen.",
        domains=(
            DomainText(
                LifeDomain.DAYTIME,
                Level.NOT,
                ("De dagen lijken op elkaar. 's Middags dwaalt ze door het huis."),
            ),
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL,
                Level.NOT,
                ("Maaltijden blijven in de koelkast staan. Post ligt ongeopend op tafel."),
            ),
        ),
        own_strength="Zingt graag, kent alle liedjes nog en loopt zonder hulpmiddel.",
        network="Haar zus belt elke avond. De overbuurman heeft een sleutel.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Zus belt rond het middageten.",
                "Vier weken gedaan.",
                "Mevrouw zegt dat ze eet, maar doet het dan niet.",
            ),
            RungText(
                Weight.GENERAL,
                "Ontmoetingsgroep geheugen, een keer per week.",
                "Drie keer geweest met een vrijwilliger.",
                "Ze geniet ervan, maar een dag per week verandert de andere zes dagen niet.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Drie dagen dagbesteding met een warme maaltijd en samen zingen.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Dagbesteding",
        clear=True,
        stable=False,
        parties=2,
        goal="Ik ben onder de mensen en we eten samen.",
    ),
    HelpQuestion(
        code="was-stapelt-op",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(35, 60),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Ik heb MS en de was ophangen kost mij al mijn kracht. Dan kan ik de rest van de dag niets meer. "
            "Is daar iets voor?"
        ),
        behind="Ze wil haar energie bewaren voor haar werk van twaalf uur per week.",
        wish="Energie overhouden om te blijven werken.",
        domains=(
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL,
                Level.SUFFICIENT,
                ("Huishouden lukt met pauzes. De was is te zwaar."),
            ),
            DomainText(
                LifeDomain.WORK_EDUCATION,
                Level.SUFFICIENT,
                ("Werkt drie ochtenden vanuit huis en is daar trots op."),
            ),
        ),
        own_strength="Plant haar week heel precies en weet wat ze kan.",
        network="Vriendin strijkt soms mee, maar heeft zelf een gezin.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vriendin doet de was mee.",
                "Een zomer lang gedaan.",
                "De vriendin verhuist en er is niemand anders dichtbij.",
            ),
            RungText(
                Weight.GENERAL,
                "De wasservice haalt en brengt de was een keer per week.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Was- en strijkservice",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik houd energie over voor mijn werk.",
    ),
    HelpQuestion(
        code="maaltijden-alleen",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(70, 90),
        gender=Gender.MAN,
        season=Season.WINTER,
        laws=(Law.WMO,),
        words=(
            "Sinds mijn vrouw er niet meer is, eet ik vooral brood. Koken voor een persoon vind ik niks. "
            "Hebben jullie iets voor warme maaltijden?"
        ),
        behind="Meneer mist niet het eten, maar het samen eten.",
        wish="Een paar keer in de week samen met anderen warm eten.",
        domains=(
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL, Level.SUFFICIENT, ("Kan goed koken, maar komt er niet toe.")
            ),
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.LIMITED,
                ("De dagen zijn lang. Hij praat soms dagen met niemand."),
            ),
        ),
        own_strength="Fietst nog, repareert klokken en was vroeger scheepskok.",
        network="Kinderen bellen op zondag. Een oud-collega woont in de straat.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Eettafel op dinsdag en donderdag. Hij wil ook een keer helpen koken.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Eettafel in de wijk",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik eet twee keer in de week samen met anderen.",
    ),
    HelpQuestion(
        code="volle-woning",
        reporter=Reporter.HOUSING,
        household=HouseholdKind.SINGLE,
        ages=(50, 72),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Bij de controle van de cv konden wij de woning bijna niet in. Alle kamers staan vol tot het "
            "plafond. Meneer is vriendelijk, maar laat niemand iets meenemen."
        ),
        behind=(
            "Na de dood van zijn moeder kon meneer niets meer weggooien. Spullen voelen als herinnering."
        ),
        wish="Ik wil mijn huis niet kwijt. En ik wil zelf bepalen wat er weg gaat.",
        domains=(
            DomainText(
                LifeDomain.HOUSING,
                Level.NOT,
                ("Looppad van een halve meter. Geiser was niet bereikbaar voor onderhoud."),
            ),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.NOT, "Wordt gespannen als iemand spullen aanraakt."),
        ),
        own_strength="Kan veel vertellen over zijn spullen en wil zelf kiezen.",
        network="Een vroegere buurman komt elke week schaken.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "De schaakvriend helpt met sorteren.",
                "Een dag geprobeerd.",
                "Het werd ruzie, en de vriendschap is meneer te veel waard.",
            ),
            RungText(
                Weight.GENERAL,
                "Klusgroep van welzijn ruimt een kamer op.",
                "Een keer langs geweest.",
                "Meneer raakte in paniek toen het snel moest gaan.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Een vaste begeleider die in zijn tempo mee sorteert, elke week een plank.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Individuele begeleiding",
        clear=False,
        stable=False,
        parties=2,
        goal="Ik bepaal wat weg gaat, en er is weer een veilig pad door mijn huis.",
    ),
    HelpQuestion(
        code="slecht-zien",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(65, 88),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Ik zie steeds slechter. Post lezen en de knoppen van het fornuis gaan niet meer. Ik wil graag "
            "thuis blijven koken."
        ),
        behind="Bang dat de kinderen zeggen dat koken te gevaarlijk is.",
        wish="Zelf blijven koken en mijn eigen post lezen.",
        domains=(
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL, Level.LIMITED, ("Brandde zich twee keer aan het fornuis.")
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH, Level.LIMITED, ("Heeft een oogziekte die langzaam erger wordt.")
            ),
        ),
        own_strength="Kent haar keuken op de tast en leert snel met de tablet.",
        network="Kleindochter komt op maandag de post voorlezen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Kleindochter leest de post voor.",
                "Doet ze al een jaar.",
                "Post kan niet altijd een week wachten, en voor het fornuis helpt het niet.",
            ),
            RungText(
                Weight.GENERAL,
                "Leesloep met licht en voelbare stickers op de knoppen, met uitleg thuis.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Leenpunt hulpmiddelen",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik kook zelf en weet wat er in de post staat.",
    ),
)
