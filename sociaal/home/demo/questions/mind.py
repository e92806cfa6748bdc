"""Help questions about mental health and addiction."""

from cases.enums import Law, Level, LifeDomain, RedFlag, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="stemmen",
        reporter=Reporter.GP,
        household=HouseholdKind.SINGLE,
        ages=(22, 40),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Mijn patiënt hoort stemmen en is net ontslagen uit de kliniek. Hij neemt zijn medicijnen. Thuis "
            "raakt hij het overzicht kwijt over post, eten en geld."
        ),
        behind="Hij is bang om weer opgenomen te worden en meldt daarom niet dat het moeilijk gaat.",
        wish="Op mezelf blijven wonen.",
        domains=(
            DomainText(
                LifeDomain.MENTAL_HEALTH, Level.NOT, ("Stemmen zijn er elke dag, met medicijnen zachter.")
            ),
            DomainText(LifeDomain.INSTRUMENTAL_ADL, Level.NOT, "Eet onregelmatig, opent de post niet."),
        ),
        own_strength="Weet wat hem rust geeft: muziek en wandelen. Heeft een goed signaleringsplan.",
        network="Zijn zus belt elke dag. Een ervaringswerker kent hij goed.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Zus helpt met post en boodschappen.",
                "Vijf weken gedaan.",
                "De zus raakte overbelast, en zus zijn lukte niet meer.",
            ),
            RungText(
                Weight.GENERAL,
                "Inloop en herstelplek.",
                "Gaat er twee keer per week heen.",
                "Fijn overdag, maar thuis blijft het stapelen.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Vier uur begeleiding per week thuis, die in stappen minder wordt.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Individuele begeleiding",
        clear=False,
        stable=False,
        parties=2,
        goal="Ik woon op mezelf en weet wat er in de post zit.",
    ),
    HelpQuestion(
        code="drank-na-ontslag",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(42, 60),
        gender=Gender.MAN,
        season=Season.NEW_YEAR,
        laws=(Law.WMO,),
        words=(
            "Ik drink te veel sinds ik geen werk meer heb. Dat is het eerlijke verhaal. Ik wil stoppen, maar "
            "thuis zie ik alleen de fles."
        ),
        behind="Hij drinkt om de lege avond te vullen. Hij schaamt zich voor zijn zoon.",
        wish="Nuchter zijn als mijn zoon in het weekend komt.",
        domains=(
            DomainText(
                LifeDomain.SUBSTANCE_USE,
                Level.NOT,
                ("Drinkt elke avond. De huisarts begeleidt het minderen."),
            ),
            DomainText(
                LifeDomain.WORK_EDUCATION,
                Level.LIMITED,
                ("Was magazijnchef. Wil in februari weer solliciteren."),
            ),
        ),
        own_strength="Belde zelf en is open. Houdt bij wat hij drinkt.",
        network="Zijn zoon en een vriend die acht jaar nuchter is.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "De vriend komt elke avond bellen.",
                "Drie weken gedaan, hielp.",
                "Op de dagen zonder telefoontje ging het mis; er moet een plan onder.",
            ),
            RungText(
                Weight.GENERAL,
                "Gesprekken bij het maatschappelijk werk, naast de huisarts. De vriend blijft bellen.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatschappelijk werk",
        clear=False,
        stable=False,
        parties=2,
        goal="Ik ben nuchter als mijn zoon er is.",
    ),
    HelpQuestion(
        code="paniek-in-de-winkel",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(26, 40),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Ik krijg paniek als ik een winkel in ga. Mijn kind moet de boodschappen doen en ik zit in de "
            "auto. Dat is toch niet normaal."
        ),
        behind="Na een overval in haar winkel is ze niet meer zonder angst binnen geweest.",
        wish="Zelf met mijn kind boodschappen doen.",
        domains=(
            DomainText(
                LifeDomain.MENTAL_HEALTH,
                Level.LIMITED,
                ("Staat op de wachtlijst voor therapie: nog tien weken."),
            ),
            DomainText(
                LifeDomain.PARENTING, Level.SUFFICIENT, ("Een warm gezin. Kind van negen neemt veel op zich.")
            ),
        ),
        own_strength="Oefent al met de rustige uren van de winkel.",
        network="Haar vader wil mee oefenen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vader gaat mee naar de winkel.",
                "Vier keer gedaan.",
                "Vader neemt het snel over, daardoor oefent zij niet.",
            ),
            RungText(
                Weight.GENERAL,
                "Ervaringswerker van de herstelplek oefent mee tot de therapie begint.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Inloop en herstelplek",
        clear=True,
        stable=False,
        parties=1,
        goal="Ik doe zelf de boodschappen, samen met mijn kind.",
    ),
    HelpQuestion(
        code="burn-out-zzp",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.COUPLE,
        ages=(32, 48),
        gender=Gender.MAN,
        laws=(
            Law.WMO,
            Law.PARTICIPATIEWET,
        ),
        words=(
            "Ik heb een eigen bedrijf en ik ben op. Geen verzekering. Als ik stop is er geen geld, als ik "
            "doorga stort ik in."
        ),
        behind="Hij ziet stoppen als falen tegenover zijn vader, die ook ondernemer was.",
        wish="Weten wat mijn mogelijkheden zijn en weer slapen.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Reserves voor twee maanden."),
            DomainText(
                LifeDomain.MENTAL_HEALTH, Level.LIMITED, ("Slaapt drie uur per nacht, vergeet afspraken.")
            ),
        ),
        own_strength="Eerlijk over de cijfers en wil leren loslaten.",
        network="Zijn vrouw werkt en kan meer uren krijgen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Een bevriende ondernemer denkt mee.",
                "Twee gesprekken.",
                "Over geld wel, maar over stoppen durft hij daar niet te praten.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatschappelijk werk en een gesprek bij het ondernemersloket.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatschappelijk werk",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik slaap weer en heb gekozen wat ik met mijn bedrijf doe.",
    ),
    HelpQuestion(
        code="eetstoornis-student",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.YOUNG,
        ages=(18, 24),
        gender=Gender.WOMAN,
        season=Season.SCHOOL,
        laws=(Law.WMO,),
        words=(
            "Ik ben in behandeling voor mijn eetstoornis. Op mijn kamer eet ik niet. Samen met anderen lukt "
            "het soms wel."
        ),
        behind="Ze is bang dat ze moet stoppen met studeren en terug naar huis moet.",
        wish="Op kamers blijven en samen eten.",
        domains=(
            DomainText(LifeDomain.BASIC_ADL, Level.LIMITED, "Eet alleen als er iemand bij zit."),
            DomainText(LifeDomain.WORK_EDUCATION, Level.SUFFICIENT, "Tweedejaars, wil dit jaar halen."),
        ),
        own_strength="Houdt zich aan haar behandelplan, vraagt op tijd hulp.",
        network="Drie huisgenoten die willen helpen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Huisgenoten eten drie keer per week mee.",
                "Loopt nu een maand.",
                "In de weekenden zijn ze weg, juist dan gaat het mis.",
            ),
            RungText(
                Weight.GENERAL,
                "In het weekend samen koken op de herstelplek.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Inloop en herstelplek",
        clear=False,
        stable=False,
        parties=2,
        goal="Ik eet elke dag minstens een maaltijd met iemand samen.",
    ),
    HelpQuestion(
        code="dwang-en-huis",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.COUPLE,
        ages=(30, 55),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Mijn vrouw maakt zes uur per dag schoon door haar dwang. De kinderen mogen niemand mee naar huis"
            " nemen. De therapie stopte in de zomer."
        ),
        behind="Ze is bang dat iemand van haar gezin ziek wordt door haar.",
        wish="Mijn kinderen mogen vriendjes mee naar huis nemen.",
        domains=(
            DomainText(
                LifeDomain.MENTAL_HEALTH,
                Level.NOT,
                ("Dwang neemt toe sinds de therapie stopte. Verwijzing loopt opnieuw."),
            ),
            DomainText(
                LifeDomain.HOME_RELATIONS,
                Level.LIMITED,
                ("Gezin houdt zich aan haar regels om ruzie te voorkomen."),
            ),
        ),
        own_strength="Weet wat in de therapie hielp en oefent zelf nog.",
        network="Haar man en schoonzus.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Haar man oefent met haar.",
                "Acht weken gedaan.",
                "Het werd een strijd tussen man en vrouw.",
            ),
            RungText(
                Weight.GENERAL,
                "Zelfhulpgroep.",
                "Drie keer geweest.",
                "Geeft steun, maar thuis verandert er niets.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Begeleider oefent thuis, tot de behandeling weer begint. Dan stopt dit.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Individuele begeleiding",
        clear=False,
        stable=False,
        parties=2,
        goal="Een vriendje speelt bij ons thuis.",
    ),
    HelpQuestion(
        code="gokken-online",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.YOUNG,
        ages=(20, 34),
        gender=Gender.MAN,
        laws=(
            Law.WMO,
            Law.WGS,
        ),
        words=(
            "Ik heb in een jaar 14.000 euro vergokt op mijn telefoon. Mijn vriendin weet het sinds gisteren. "
            "Help me alstublieft."
        ),
        behind="Hij begon na de dood van zijn vader, om niets te voelen.",
        wish="Stoppen, en mijn vriendin niet kwijtraken.",
        domains=(
            DomainText(
                LifeDomain.SUBSTANCE_USE, Level.NOT, ("Heeft zich gisteren voor alle spelen laten blokkeren.")
            ),
            DomainText(LifeDomain.FINANCES, Level.NOT, "Drie leningen. De huur is tot nu toe betaald."),
        ),
        own_strength="Vertelde alles en gaf zijn pas aan zijn vriendin.",
        network="Vriendin, moeder en een voetbaltrainer.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vriendin beheert de rekening.",
                "Begonnen.",
                "Het is nodig, maar legt ook druk op de relatie. Hij moet weten waarom hij gokt.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatschappelijk werk deze week; schuldhulp kijkt mee naar de leningen.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatschappelijk werk",
        clear=False,
        stable=False,
        parties=2,
        goal="Ik gok niet meer en lees samen met haar de bankrekening.",
    ),
    HelpQuestion(
        code="slapen-na-vlucht",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(28, 50),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Ik slaap niet. Ik zie de oorlog als ik mijn ogen dicht doe. Ik wil een goede vader zijn, maar ik"
            " word boos."
        ),
        behind="Hij praat er thuis niet over, om zijn gezin te beschermen.",
        wish="Slapen en rustig zijn met mijn kinderen.",
        domains=(
            DomainText(
                LifeDomain.MENTAL_HEALTH,
                Level.NOT,
                ("Nachtmerries. De huisarts verwijst; de wachttijd is twaalf weken."),
            ),
            DomainText(
                LifeDomain.PARENTING,
                Level.LIMITED,
                ("Kinderen zijn stil als vader moe is. Vader ziet dat zelf en vindt het erg."),
            ),
        ),
        own_strength="Gaat naar buiten als hij boos wordt. Volgt taalles.",
        network="Een neef, en mannen van zijn voetbalgroep.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Praten met de neef.",
                "Gedaan.",
                "De neef heeft hetzelfde meegemaakt en kan het er niet bij hebben.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatschappelijk werk met tolk tot de behandeling begint, en een mannengroep.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatschappelijk werk",
        clear=False,
        stable=False,
        parties=2,
        goal="Ik speel rustig met mijn kinderen.",
    ),
    HelpQuestion(
        code="onrust-in-portiek",
        reporter=Reporter.HOUSING,
        household=HouseholdKind.SINGLE,
        ages=(40, 65),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        red_flags=(RedFlag.UNSAFE,),
        words=(
            "Mevrouw loopt 's nachts door het portiek en klopt op deuren. Buren zijn bang, en wij zijn "
            "bezorgd om haar. Zij zegt dat er mensen in haar huis zijn."
        ),
        behind="Sinds haar begeleidster stopte, vertrouwt ze niemand meer binnen.",
        wish="Dat het stil is in mijn huis.",
        domains=(
            DomainText(
                LifeDomain.MENTAL_HEALTH,
                Level.ACUTE,
                ("Weinig slaap, achterdocht. Crisisdienst is een keer geweest."),
            ),
            DomainText(LifeDomain.HOUSING, Level.NOT, "Overlastmeldingen. De woning zelf is schoon."),
        ),
        own_strength="Houdt van orde en van haar planten.",
        network="Een broer in de stad, die ze wel binnenlaat.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Broer slaapt een week bij haar.",
                "Gedaan, ze sliep beter.",
                "De broer moet werken, en zonder hem begon het weer.",
            ),
            RungText(
                Weight.GENERAL,
                "Inloop en herstelplek.",
                "Aangeboden.",
                "Naar een drukke plek gaan lukt nu niet.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Vaste begeleider samen met de ggz en de corporatie; broer is vanaf het begin aan tafel.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Individuele begeleiding",
        safety=True,
        clear=False,
        stable=False,
        parties=3,
        goal="Ik slaap in mijn eigen bed en vertrouw wie er komt.",
    ),
)
