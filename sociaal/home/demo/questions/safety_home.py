"""Help questions about safety and a roof."""

from cases.enums import Law, Level, LifeDomain, RedFlag, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="geslagen-vannacht",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(22, 45),
        gender=Gender.WOMAN,
        child_ages=(2, 5),
        of_parent=True,
        laws=(
            Law.WMO,
            Law.JEUGDWET,
        ),
        red_flags=(RedFlag.UNSAFE,),
        words=(
            "Hij heeft mij vannacht geslagen waar de kleine bij was. Ik zit bij mijn zus. Ik ga niet terug, "
            "maar ik heb niks bij me."
        ),
        behind="Ze ging twee keer eerder terug, omdat ze nergens kon wonen.",
        wish="Veilig zijn, en dat mijn kind lacht.",
        domains=(
            DomainText(
                LifeDomain.HOME_RELATIONS, Level.ACUTE, ("Geweld, eerder twee keer. Aangifte is gedaan.")
            ),
            DomainText(LifeDomain.PARENTING, Level.SUFFICIENT, "Houdt haar kind rustig en dichtbij."),
        ),
        own_strength="Belde zelf, heeft werk en een plan.",
        network="Haar zus, collega's en de juf.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Bij haar zus blijven.",
                "Drie nachten.",
                "Hij weet waar haar zus woont.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatschappelijk werk.",
                "Direct gesproken.",
                "Ze moet eerst veilig slapen.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Veilige plek vandaag. Een persoon regelt alles, zodat zij het een keer vertelt.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Maatschappelijke opvang",
        safety=True,
        clear=False,
        stable=False,
        parties=4,
        goal="Mijn kind en ik wonen ergens waar hij niet komt.",
    ),
    HelpQuestion(
        code="bankslapen",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.YOUNG,
        ages=(19, 27),
        gender=Gender.MAN,
        season=Season.WINTER,
        laws=(
            Law.WMO,
            Law.PARTICIPATIEWET,
        ),
        words=(
            "Ik slaap al vier maanden op banken bij vrienden. Mijn spullen staan in een garage. Zonder adres "
            "krijg ik niks geregeld."
        ),
        behind="Hij ging weg na ruzie met zijn stiefvader en wil niet dat zijn moeder moet kiezen.",
        wish="Een adres en een eigen sleutel.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.ACUTE, "Elke week ergens anders."),
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.LIMITED, ("Werkt via een uitzendbureau, mist diensten.")
            ),
        ),
        own_strength="Vindt steeds oplossingen, werkt hard.",
        network="Vijf vrienden en zijn moeder, die hij elke dag belt.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vast bij een vriend wonen.",
                "Een maand gedaan.",
                "De vriend dreigt zijn uitkering te verliezen.",
            ),
            RungText(
                Weight.GENERAL,
                "Jongerencoach.",
                "Loopt.",
                "De coach kan helpen, maar er is eerst een adres nodig.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Briefadres deze week en een jongerenkamer met lichte begeleiding.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Maatschappelijke opvang",
        clear=False,
        stable=False,
        parties=3,
        goal="Ik heb een eigen sleutel.",
    ),
    HelpQuestion(
        code="angst-voor-zoon",
        reporter=Reporter.GP,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(81, 81),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        red_flags=(RedFlag.UNSAFE,),
        words=(
            "Mijn patiënte van 81 heeft blauwe plekken. Haar zoon woont bij haar in en gebruikt haar pinpas. "
            "Zij wil niet dat hij in de problemen komt."
        ),
        behind="Ze is bang om alleen te zijn. Haar zoon is wat ze nog heeft.",
        wish="Dat hij hulp krijgt, en dat het rustig wordt.",
        domains=(
            DomainText(
                LifeDomain.HOME_RELATIONS, Level.ACUTE, ("Zoon schreeuwt en duwt. Mevrouw praat het goed.")
            ),
            DomainText(LifeDomain.FINANCES, Level.NOT, "Elke maand verdwijnt 300 euro."),
        ),
        own_strength="Sprak alleen met de huisarts, dat was moedig.",
        network="Een nicht en de wijkverpleegkundige, die er elke dag komt.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Nicht komt elke dag.",
                "Twee weken.",
                "De zoon stuurde haar weg.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatschappelijk werk.",
                "Een gesprek.",
                "Praten alleen maakt het niet veilig.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Veiligheidsplan met Veilig Thuis. Begeleiding voor de zoon, zodat hij uit huis kan.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Individuele begeleiding",
        safety=True,
        clear=False,
        stable=False,
        parties=3,
        goal="Mijn zoon heeft een eigen plek en ik ben niet bang.",
    ),
    HelpQuestion(
        code="buren-geluid",
        reporter=Reporter.COLLEAGUE,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(25, 45),
        gender=Gender.WOMAN,
        season=Season.SUMMER,
        laws=(Law.WMO,),
        words=(
            "(Collega leefbaarheid) Conflict tussen twee buren over geluid. Bij een van hen zie ik dat moeder"
            " op is. Kun jij eens praten?"
        ),
        behind="Haar zoon met autisme rent 's avonds. Ze loopt op kousen en zegt steeds sorry.",
        wish="Dat mijn kind gewoon mag bewegen in zijn eigen huis.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.LIMITED, "Dunne vloeren, klachten elke avond."),
            DomainText(LifeDomain.PARENTING, Level.SUFFICIENT, "Heeft veel geduld en een goed ritme."),
        ),
        own_strength="Legt matten neer en zoekt oplossingen.",
        network="De onderbuur heeft zelf een kleinkind met autisme, bleek later.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Zelf met de buurman praten.",
                "Een keer.",
                "Het eindigde met een dichte deur.",
            ),
            RungText(
                Weight.GENERAL,
                "Buurtbemiddeling en geluiddempende matten via de corporatie.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Buurtbemiddeling",
        clear=True,
        stable=True,
        parties=2,
        goal="De buren groeten elkaar weer.",
    ),
    HelpQuestion(
        code="uit-detentie",
        reporter=Reporter.OTHER,
        household=HouseholdKind.SINGLE,
        ages=(24, 50),
        gender=Gender.MAN,
        laws=(
            Law.WMO,
            Law.PARTICIPATIEWET,
            Law.WGS,
        ),
        words=(
            "(Nazorg) Meneer komt over vijf weken vrij. Geen woning, geen inkomen, wel twee kinderen die hij "
            "wil zien."
        ),
        behind="Zijn kinderen zijn zijn reden. Zonder adres mag hij ze niet ontvangen.",
        wish="Een plek waar mijn kinderen mogen komen.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.ACUTE, "Geen woning na vrijlating."),
            DomainText(LifeDomain.JUSTICE, Level.LIMITED, "Meewerkend, volgde alle cursussen."),
        ),
        own_strength="Haalde binnen een heftruckdiploma.",
        network="Zijn vader heeft een bank om op te slapen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Bij zijn vader.",
                "Besproken.",
                "Vader woont in een seniorenflat waar dit niet mag.",
            ),
            RungText(
                Weight.GENERAL,
                "Werkplein.",
                "Intake is gepland.",
                "Werk is dichtbij, maar wonen moet eerst.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Kamer met begeleiding, samen met reclassering, inkomen en schulden in een plan.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Individuele begeleiding",
        clear=False,
        stable=False,
        parties=4,
        goal="Mijn kinderen komen in het weekend bij mij.",
    ),
    HelpQuestion(
        code="brand-woning",
        reporter=Reporter.HOUSING,
        household=HouseholdKind.COUPLE,
        ages=(30, 65),
        season=Season.WINTER,
        laws=(Law.WMO,),
        words=(
            "Er was brand in een flat. Dit stel kan drie weken niet naar huis. Zij hebben tijdelijk iets "
            "nodig en weten niet waar te beginnen."
        ),
        behind="Ze zijn geschrokken, en hun kat is nog niet gevonden.",
        wish="Thuiskomen, met de kat.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.NOT, "Drie weken niet bewoonbaar. Verzekering is goed."),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.SUFFICIENT, "Schrikken wakker, praten er veel over."),
        ),
        own_strength="Regelen verzekering en werk zelf.",
        network="Haar ouders hebben een grote zolder. Buren zoeken de kat.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Bij haar ouders wonen; wij houden een lijst bij van wat nodig is en bellen elke week.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Afspraken met eigen netwerk",
        clear=True,
        stable=True,
        parties=2,
        goal="We zijn thuis en de kat ook.",
    ),
    HelpQuestion(
        code="woonwagen-wachtlijst",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(24, 40),
        child_ages=(4, 8),
        of_parent=True,
        laws=(Law.WMO,),
        words=(
            "Wij wonen met vijf mensen in een kleine woonwagen bij mijn ouders. Ons kind met astma slaapt in "
            "de keuken. De wachtlijst beweegt niet."
        ),
        behind="Ze willen bij hun familie blijven wonen en voelen zich nergens gehoord.",
        wish="Een eigen plek op het kamp, droog en warm.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.NOT, "Vocht en schimmel, te klein."),
            DomainText(LifeDomain.PHYSICAL_HEALTH, Level.LIMITED, "Kind is vaak benauwd."),
        ),
        own_strength="Knapten zelf het dak op.",
        network="Grote familie die samenwerkt.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Familie bouwt een kamer aan.",
                "Begonnen.",
                "Zonder vergunning moest het stoppen.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatschappelijk werk gaat mee naar wonen; een gesprek met de familie over de regels.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatschappelijk werk",
        clear=False,
        stable=True,
        parties=2,
        goal="Ons kind slaapt in een droge kamer.",
    ),
    HelpQuestion(
        code="stalking-ex",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(24, 50),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        red_flags=(RedFlag.UNSAFE,),
        words=(
            "Mijn ex stuurt veertig berichten per dag en staat bij mijn werk. De politie heeft een dossier. "
            "Ik durf niet alleen naar huis."
        ),
        behind="Ze denkt dat het haar schuld is, omdat ze aardig bleef.",
        wish="Naar huis lopen zonder om te kijken.",
        domains=(
            DomainText(LifeDomain.HOME_RELATIONS, Level.NOT, "Wordt gevolgd sinds de breuk."),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.LIMITED, "Slaapt bij vrienden, schrikt snel."),
        ),
        own_strength="Bewaart alle berichten en deed aangifte.",
        network="Collega's lopen met haar mee. Haar vader plaatste een camera.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Collega's en vader lopen mee.",
                "Loopt goed.",
                "Het is nodig, maar ze wil er ook met iemand over praten die het kent.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatschappelijk werk met een veiligheidsplan, samen met de wijkagent.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatschappelijk werk",
        safety=True,
        clear=True,
        stable=False,
        parties=2,
        goal="Ik loop naar huis zonder om te kijken.",
    ),
    HelpQuestion(
        code="kind-getuige",
        reporter=Reporter.SCHOOL,
        household=HouseholdKind.FAMILY,
        ages=(30, 44),
        child_ages=(7, 7),
        laws=(Law.JEUGDWET,),
        red_flags=(RedFlag.UNSAFE,),
        words=(
            "Een leerling van zeven vertelde dat papa mama door de kamer gooide. Wij bespraken dit met "
            "ouders. Zij vragen zelf om hulp."
        ),
        behind="Vader schrok van zichzelf. Moeder wil dat het gezin heel blijft, maar niet zo.",
        wish="Kind: dat het thuis stil is. Ouders: nooit meer.",
        domains=(
            DomainText(
                LifeDomain.HOME_RELATIONS, Level.ACUTE, ("Drie keer geweld in een jaar, vooral na drank.")
            ),
            DomainText(LifeDomain.PARENTING, Level.LIMITED, "Ouders zien nu wat hun kind zag."),
        ),
        own_strength="Beide ouders kwamen en logen niet.",
        network="Oom bij wie vader nu slaapt. De juf.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vader slaapt bij zijn broer.",
                "Sinds vorige week.",
                "Dat geeft rust, maar leert hen niet anders omgaan met boosheid.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatschappelijk werk.",
                "Eerste gesprek gehad.",
                "Voor het kind en de veiligheid is meer nodig.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Hulp voor het hele gezin met een veiligheidsplan; eerst veiligheid, dan herstel.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Ambulante jeugdhulp",
        safety=True,
        clear=False,
        stable=False,
        parties=3,
        goal="Bij ons thuis is niemand meer bang.",
    ),
)
