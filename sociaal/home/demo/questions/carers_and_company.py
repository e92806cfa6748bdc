"""Help questions of carers, and of who misses company."""

from cases.enums import Law, Level, LifeDomain, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="alleen-sinds-overlijden",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(66, 85),
        gender=Gender.WOMAN,
        season=Season.WINTER,
        laws=(Law.WMO,),
        words=(
            "Mijn man is in het voorjaar overleden. De avonden zijn zo lang. Ik weet niet goed wat ik u wil "
            "vragen, maar zo gaat het niet."
        ),
        behind="Ze wil over hem praten, en merkt dat anderen dat niet meer durven.",
        wish="Mensen om me heen bij wie ik hem mag noemen.",
        domains=(
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.LIMITED,
                ("Veel vrienden waren stellen. Die vragen haar minder."),
            ),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.SUFFICIENT, "Verdrietig, maar slaapt en eet goed."),
        ),
        own_strength="Breit, bakt taart en gaat elke dag wandelen.",
        network="Twee dochters, en een buurvrouw die ook weduwe is.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Samen met de buurvrouw naar de koffieochtend, met aansluitend een rouwgroep.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Koffieochtend in het buurthuis",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik heb twee vaste momenten in de week met anderen.",
    ),
    HelpQuestion(
        code="nieuw-in-de-wijk",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(67, 80),
        season=Season.SPRING,
        laws=(Law.WMO,),
        words=(
            "Wij zijn verhuisd om dichter bij de kinderen te wonen. Maar die werken. We kennen hier niemand."
        ),
        behind="Ze verhuisden vooral voor de kinderen en twijfelen of dat goed was.",
        wish="Eigen vrienden maken in deze wijk.",
        domains=(
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.LIMITED,
                ("Kennen alleen de kassière van de supermarkt bij naam."),
            ),
            DomainText(LifeDomain.PARTICIPATION, Level.SUFFICIENT, "Waren vroeger actief in de dorpsraad."),
        ),
        own_strength="Handig, gezond en ze nemen graag initiatief.",
        network="Kinderen en twee kleinkinderen op fietsafstand.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Meedoen in de moestuin. Daar zoeken ze een penningmeester.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Samen in de buurtmoestuin",
        clear=True,
        stable=True,
        parties=1,
        goal="We hebben hier onze eigen plek gevonden.",
    ),
    HelpQuestion(
        code="dochter-mantelzorger",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.FAMILY,
        ages=(42, 60),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Ik werk, heb drie kinderen en zorg voor mijn moeder die om de hoek woont. Ik val om. Wie kan mij"
            " helpen?"
        ),
        behind="Ze denkt dat ze alles zelf moet doen, omdat zij de oudste is.",
        wish="Dochter zijn in plaats van verzorgster.",
        domains=(
            DomainText(LifeDomain.MENTAL_HEALTH, Level.LIMITED, "Slaapt slecht en huilt op het werk."),
            DomainText(
                LifeDomain.HOME_RELATIONS, Level.LIMITED, ("Er is spanning met haar broers over de zorg.")
            ),
        ),
        own_strength="Kan goed organiseren en weet wat haar moeder fijn vindt.",
        network="Twee broers die nu weinig doen. Haar leidinggevende denkt mee.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Broers nemen een dag over.",
                "Gevraagd in de familieapp.",
                "Het werd ruzie; een gesprek met iemand erbij is nodig.",
            ),
            RungText(
                Weight.GENERAL,
                "Mantelzorgspreekuur leidt het familiegesprek en maakt een rooster.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Mantelzorgspreekuur",
        clear=True,
        stable=False,
        parties=2,
        goal="Ik drink weer thee met mijn moeder, zonder lijstje.",
    ),
    HelpQuestion(
        code="jonge-mantelzorger",
        reporter=Reporter.SCHOOL,
        household=HouseholdKind.FAMILY,
        ages=(38, 50),
        gender=Gender.WOMAN,
        child_ages=(14, 14),
        child_gender=Gender.WOMAN,
        season=Season.SCHOOL,
        laws=(
            Law.WMO,
            Law.JEUGDWET,
        ),
        words=(
            "Een leerling van veertien komt vaak te laat. Ze brengt eerst haar broertje weg, omdat haar "
            "moeder ziek is. Ze wil zelf geen hulp."
        ),
        behind=(
            "Ze is trots op wat ze thuis doet. Ze wil niet dat anderen denken dat haar moeder het niet goed "
            "doet."
        ),
        wish="Helpen mag, maar ik wil ook naar voetbal.",
        domains=(
            DomainText(
                LifeDomain.PARENTING,
                Level.SUFFICIENT,
                ("Moeder is betrokken, maar kan 's ochtends niet opstaan."),
            ),
            DomainText(LifeDomain.WORK_EDUCATION, Level.LIMITED, "Mist vaak het eerste uur."),
        ),
        own_strength="Vrolijk, goed in wiskunde en ze zorgt graag.",
        network="De buurvrouw fietst toch al langs de basisschool.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Buurvrouw brengt het broertje. Dochter gaat naar de groep voor jonge mantelzorgers.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Lotgenotengroep voor mantelzorgers",
        clear=True,
        stable=True,
        parties=2,
        goal="Ik ben op tijd op school en speel op zaterdag.",
    ),
    HelpQuestion(
        code="respijt-weekend",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(68, 84),
        gender=Gender.MAN,
        season=Season.SUMMER,
        laws=(Law.WMO,),
        words=(
            "Mijn vrouw heeft Parkinson. Ik doe alles graag, maar ik heb in drie jaar geen nacht "
            "doorgeslapen. Kan zij een weekend ergens logeren?"
        ),
        behind="Hij wil niet dat zijn vrouw zich weggebracht voelt.",
        wish="Een weekend per maand slapen, en dan weer verder.",
        domains=(
            DomainText(
                LifeDomain.HOME_RELATIONS,
                Level.SUFFICIENT,
                ("Zeggen allebei dat ze bij elkaar willen blijven."),
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH, Level.NOT, ("Mevrouw heeft 's nachts vier keer hulp nodig.")
            ),
        ),
        own_strength="Weet alles van de medicijnen en houdt een schema bij.",
        network="Een zoon in het buitenland. De buren doen boodschappen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Zoon komt een weekend over.",
                "Twee keer in een jaar.",
                "Vaker kan niet vanuit het buitenland.",
            ),
            RungText(
                Weight.GENERAL,
                "Vrijwilliger overdag.",
                "Loopt sinds januari.",
                "Overdag helpt het; de nachten blijven.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Een weekend per maand logeren op een plek die zij samen kozen.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Kortdurend verblijf",
        clear=True,
        stable=True,
        parties=2,
        goal="Ik slaap een weekend per maand door.",
    ),
    HelpQuestion(
        code="jezelf-kunnen-zijn",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(68, 84),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Ik ben als homo nooit echt uit de kast gekomen in deze buurt. Nu ben ik oud en alleen. Ik zoek "
            "gewoon iemand om mee te praten."
        ),
        behind="Hij is bang dat hij weer moet zwijgen als hij ooit zorg nodig heeft.",
        wish="Een vriend die weet wie ik ben.",
        domains=(
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.NOT,
                ("Zijn partner overleed negen jaar geleden. Familie weet van niets."),
            ),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.SUFFICIENT, "Vaak stil, maar met humor."),
        ),
        own_strength="Leest veel, speelt piano en kookt graag voor anderen.",
        network="Een vroegere collega stuurt nog kaarten.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Een maatje die bewust voor hem gekozen is, en de roze leeskring in de bibliotheek.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Maatje van Welzijn",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik hoef bij iemand niets te verbergen.",
    ),
    HelpQuestion(
        code="taal-en-buurt",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.COUPLE,
        ages=(28, 45),
        gender=Gender.WOMAN,
        season=Season.SCHOOL,
        laws=(
            Law.WMO,
            Law.PARTICIPATIEWET,
        ),
        words=(
            "Wij wonen hier twee jaar. Mijn man werkt. Ik ben thuis. Ik wil goed Nederlands praten met buren "
            "en met de school."
        ),
        behind="Ze was in haar land verloskundige en wil weer iets betekenen.",
        wish="Praten met de juf en later weer werken met moeders.",
        domains=(
            DomainText(
                LifeDomain.PARTICIPATION, Level.LIMITED, ("Kent vier woorden van elke buur, meer niet.")
            ),
            DomainText(LifeDomain.WORK_EDUCATION, Level.LIMITED, "Haar diploma telt hier nog niet."),
        ),
        own_strength="Leert snel, kookt voor buren en leest elke dag hardop.",
        network="Een buurvrouw die ook kleine kinderen heeft.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Taalmaatje op dinsdag en meedraaien in de moedergroep van het buurthuis.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Taalmaatje",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik voer zelf het gesprek op school.",
    ),
    HelpQuestion(
        code="vrijwilliger-worden",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(58, 68),
        gender=Gender.MAN,
        season=Season.NEW_YEAR,
        laws=(Law.WMO,),
        words=(
            "Ik ben afgekeurd en zit thuis. Hulp hoef ik niet, werk kan ik niet. Maar ik wil wel iets doen "
            "voor de buurt."
        ),
        behind="Zonder werk voelt hij zich overbodig.",
        wish="Dat iemand op mij rekent.",
        domains=(
            DomainText(LifeDomain.DAYTIME, Level.LIMITED, "De weken hebben geen vaste momenten."),
            DomainText(LifeDomain.PARTICIPATION, Level.LIMITED, "Deed vroeger veel in de vakbond."),
        ),
        own_strength="Was hovenier. Kan drie uur per dag iets doen.",
        network="Zijn zus en een oude ploegmaat.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Begeleidt twee ochtenden de moestuin en geeft snoeiles.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Samen in de buurtmoestuin",
        clear=True,
        stable=True,
        parties=0,
        goal="Twee ochtenden per week rekent de tuin op mij.",
    ),
    HelpQuestion(
        code="kind-met-zorg-oppas",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.FAMILY,
        ages=(30, 44),
        child_ages=(6, 10),
        child_gender=Gender.MAN,
        season=Season.SUMMER,
        laws=(Law.JEUGDWET,),
        words=(
            "Onze zoon heeft epilepsie. Een gewone oppas durft niet. Wij zijn in vier jaar niet samen uit "
            "geweest."
        ),
        behind="De ouders missen elkaar, en hun zoon mist een plek buiten thuis.",
        wish="Een avond per maand samen weg, met een gerust hart.",
        domains=(
            DomainText(LifeDomain.PARENTING, Level.FULL, "Goede band, duidelijke regels, veel plezier."),
            DomainText(LifeDomain.HOME_RELATIONS, Level.LIMITED, "Praten bijna alleen nog over zorg."),
        ),
        own_strength="Weten precies wat te doen bij een aanval en kunnen dat uitleggen.",
        network="Een juf van de opvang wil leren wat te doen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Steungezin met een verpleegkundige vader. Ouders geven eerst uitleg.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Steungezin in de buurt",
        clear=True,
        stable=True,
        parties=1,
        goal="We gaan een avond per maand samen uit eten.",
    ),
    HelpQuestion(
        code="vriendengroep-autisme",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.YOUNG,
        ages=(18, 28),
        gender=Gender.MAN,
        season=Season.SCHOOL,
        laws=(Law.WMO,),
        words=(
            "Ik heb autisme en ik studeer. Ik heb alleen online vrienden. Ik weet niet hoe je iemand vraagt "
            "om iets te doen."
        ),
        behind="Hij heeft vaak gehoord dat hij raar reageert, en zegt nu maar niets meer.",
        wish="Twee of drie vrienden in het echt.",
        domains=(
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.LIMITED,
                ("Praat online elke dag. In de stad kent hij niemand."),
            ),
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.SUFFICIENT, ("Studeert informatica en haalt goede cijfers.")
            ),
        ),
        own_strength="Eerlijk, grappig en weet veel van bordspellen.",
        network="Een tante met wie hij goed kan praten.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Bordspelavond in de bibliotheek.",
                "Een keer geweest, weer weggegaan.",
                "Binnenkomen bij een groep is nu nog te lastig alleen.",
            ),
            RungText(
                Weight.GENERAL,
                "De jongerencoach gaat vier keer mee naar de spelavond.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Jongerencoach",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik speel elke week een spel met mensen die ik ken.",
    ),
    HelpQuestion(
        code="ouders-verhuisden-niet",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(80, 95),
        laws=(Law.WMO,),
        words=(
            "Wij wonen twee uur rijden van onze ouders. Ze zeggen dat alles goed gaat. Met Pasen was de "
            "koelkast leeg."
        ),
        behind="De ouders willen hun kinderen niet belasten en verbergen wat niet lukt.",
        wish="Zelf de baas blijven, zonder dat de kinderen ongerust zijn.",
        domains=(
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL, Level.LIMITED, ("Koken kan, boodschappen halen niet meer.")
            ),
            DomainText(LifeDomain.SOCIAL_NETWORK, Level.SUFFICIENT, "De buren komen elke dag even langs."),
        ),
        own_strength="Ze vullen elkaar goed aan: zij denkt, hij doet.",
        network="Buren en drie kinderen op afstand.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vrijwilliger doet met meneer de boodschappen; kinderen bellen volgens rooster.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Boodschappenhulp door vrijwilligers",
        clear=True,
        stable=True,
        parties=2,
        goal="Onze koelkast is vol en de kinderen slapen rustig.",
    ),
    HelpQuestion(
        code="geen-stem-na-beroerte",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(58, 76),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "(Zijn vrouw typt.) Mijn man kan door een beroerte niet goed praten. Mensen praten langs hem "
            "heen. Hij komt nergens meer."
        ),
        behind="Hij begrijpt alles. Het ergste vindt hij dat mensen denken van niet.",
        wish="Ergens zijn waar ze op mij wachten tot ik het gezegd heb.",
        domains=(
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.LIMITED,
                ("De vriendenclub appt, maar hij kan niet mee in het tempo."),
            ),
            DomainText(
                LifeDomain.MENTAL_HEALTH, Level.LIMITED, ("Wordt boos van frustratie en schaamt zich daarna.")
            ),
        ),
        own_strength="Schildert met links, begrijpt alles en gebruikt een praatbord.",
        network="Zijn vrouw, twee vrienden die willen leren hoe je met hem praat.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vrienden komen een voor een.",
                "Drie keer gedaan.",
                "Ze weten niet goed hoe; hij raakt moe.",
            ),
            RungText(
                Weight.GENERAL,
                "Een groep waar de begeleider afasie kent. Vrienden mogen een keer mee.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Ontmoetingsgroep geheugen",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik zit in een groep die op mijn woorden wacht.",
    ),
    HelpQuestion(
        code="mantelzorg-buurman",
        reporter=Reporter.OTHER,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(70, 85),
        gender=Gender.MAN,
        season=Season.WINTER,
        laws=(Law.WMO,),
        words="Ik kook al een jaar voor mijn buurman. Nu word ik geopereerd. Wie neemt het over?",
        behind="De buurman zou zelf nooit bellen. De buurvrouw is zijn enige contact.",
        wish="Te eten, en niet afhankelijk zijn van een mens.",
        domains=(
            DomainText(LifeDomain.INSTRUMENTAL_ADL, Level.LIMITED, "Kan opwarmen, niet koken."),
            DomainText(LifeDomain.SOCIAL_NETWORK, Level.LIMITED, "De buurvrouw is de enige die binnenkomt."),
        ),
        own_strength="Houdt de stoep schoon voor de hele rij.",
        network="De buurvrouw, straks tijdelijk niet.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Andere buren koken om de beurt.",
                "Gevraagd in de straat.",
                "Twee mensen willen een keer per week; de rest van de dagen blijft leeg.",
            ),
            RungText(
                Weight.GENERAL,
                "Maaltijdservice voor vijf dagen en twee buren voor het weekend.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maaltijdservice",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik eet elke dag warm en zie elke week een buur.",
    ),
)
