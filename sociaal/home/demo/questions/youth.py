"""Help questions about children at home."""

from cases.enums import Law, Level, LifeDomain, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="druk-in-de-klas",
        reporter=Reporter.SCHOOL,
        household=HouseholdKind.FAMILY,
        ages=(30, 45),
        child_ages=(7, 8),
        child_gender=Gender.MAN,
        season=Season.SCHOOL,
        laws=(Law.JEUGDWET,),
        words=(
            "Een jongen uit groep vier is erg druk in de klas. Zijn ouders herkennen dat thuis en zijn moe. "
            "Samen vragen wij mee te denken."
        ),
        behind="Sinds de geboorte van zijn zusje slaapt hij weinig. Druk zijn levert hem aandacht op.",
        wish="Rust in huis en een kind dat weer vrolijk naar school gaat.",
        domains=(
            DomainText(
                LifeDomain.PARENTING,
                Level.SUFFICIENT,
                ("Ouders zijn liefdevol en zoeken houvast. Straffen helpt niet."),
            ),
            DomainText(LifeDomain.HOME_RELATIONS, Level.SUFFICIENT, "Het is vooral rond bedtijd onrustig."),
        ),
        own_strength="Ouders willen leren en houden twee weken een slaapdagboek bij.",
        network="Opa haalt hem op woensdag op en gaat vissen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Extra tijd met opa.",
                "Elke woensdag.",
                "Woensdag gaat goed; de andere dagen missen de ouders handvatten.",
            ),
            RungText(
                Weight.GENERAL,
                "Vijf keer opvoedspreekuur en dezelfde afspraken op school.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Opvoedspreekuur",
        clear=True,
        stable=False,
        parties=2,
        goal="Wij gaan zonder strijd naar bed.",
    ),
    HelpQuestion(
        code="scheiding-stil-kind",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(30, 46),
        gender=Gender.WOMAN,
        child_ages=(8, 8),
        child_gender=Gender.WOMAN,
        laws=(Law.JEUGDWET,),
        words=(
            "Sinds wij uit elkaar zijn zegt onze dochter bijna niets meer. Ze is acht. Haar vader en ik maken"
            " ons allebei zorgen."
        ),
        behind="Ze denkt dat zij moet kiezen en zegt daarom niets.",
        wish="Dat zij van ons allebei mag houden en dat ook voelt.",
        domains=(
            DomainText(
                LifeDomain.HOME_RELATIONS,
                Level.LIMITED,
                ("Ouders praten netjes, maar wisselen af op de stoep."),
            ),
            DomainText(LifeDomain.PARENTING, Level.SUFFICIENT, "Allebei betrokken, regels verschillen erg."),
        ),
        own_strength="Ouders willen samen aan tafel, ook al is dat lastig.",
        network="Twee oma's die niet partij kiezen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Oma's doen de wisselmomenten.",
                "Een maand gedaan.",
                "Het geeft rust, maar ouders praten nog niet met haar samen.",
            ),
            RungText(
                Weight.GENERAL,
                "Gesprekken voor ouders samen en een groep voor kinderen van gescheiden ouders.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Opvoedspreekuur",
        clear=True,
        stable=False,
        parties=2,
        goal="Ik mag gewoon vertellen wat ik bij papa en mama deed.",
    ),
    HelpQuestion(
        code="niet-naar-school",
        reporter=Reporter.SCHOOL,
        household=HouseholdKind.FAMILY,
        ages=(36, 52),
        child_ages=(14, 14),
        child_gender=Gender.MAN,
        season=Season.SCHOOL,
        laws=(Law.JEUGDWET,),
        words=(
            "Onze leerling van veertien is al zes weken niet op school geweest. Hij komt zijn kamer niet uit."
            " Ouders weten niet meer wat zij moeten doen."
        ),
        behind="Een filmpje van hem ging rond op school. Dat wist nog niemand.",
        wish="Eerst dat het stopt. Daarna weer naar school, misschien een andere.",
        domains=(
            DomainText(
                LifeDomain.WORK_EDUCATION,
                Level.NOT,
                ("Zes weken thuis. Maakt 's avonds wel huiswerk met een vriend."),
            ),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.LIMITED, "Somber, slaapt overdag."),
        ),
        own_strength="Vertelde na drie gesprekken zelf wat er speelt.",
        network="Een vriend, zijn oom en de conciërge.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vriend en oom halen hem elke ochtend op.",
                "Twee weken geprobeerd.",
                "Hij liep op het plein weer weg, want daar begon het.",
            ),
            RungText(
                Weight.GENERAL,
                "Schoolmaatschappelijk werk.",
                "Vier gesprekken.",
                "Er is ook thuis hulp nodig; het gezin zit vast in ruzie over school.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Jeugdhulp thuis, vier maanden, met school en leerplicht in een plan.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Ambulante jeugdhulp",
        clear=False,
        stable=False,
        parties=3,
        goal="Ik ga weer naar school zonder buikpijn.",
    ),
    HelpQuestion(
        code="dyslexie",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.FAMILY,
        ages=(30, 45),
        child_ages=(8, 9),
        child_gender=Gender.MAN,
        season=Season.SCHOOL,
        laws=(Law.JEUGDWET,),
        words=(
            "Onze zoon leest na drie jaar extra hulp nog steeds heel moeilijk. De school zegt dat het "
            "ernstige dyslexie is. Wij willen hulp aanvragen."
        ),
        behind="Hij noemt zichzelf dom. Dat doet zijn ouders pijn.",
        wish="Een boek over voetbal zelf kunnen lezen.",
        domains=(
            DomainText(
                LifeDomain.WORK_EDUCATION,
                Level.LIMITED,
                ("Leest op het niveau van begin groep drie. School heeft een dossier."),
            ),
            DomainText(
                LifeDomain.MENTAL_HEALTH, Level.SUFFICIENT, ("Vrolijk kind, maar wordt stil bij lezen.")
            ),
        ),
        own_strength="Kan prachtig vertellen en bouwt alles na.",
        network="Zijn zus leest elke avond met hem.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Elke avond lezen met zijn zus.",
                "Anderhalf jaar gedaan.",
                "Het maakt lezen leuker, maar niet beter.",
            ),
            RungText(
                Weight.GENERAL,
                "Extra leeshulp op school.",
                "Drie periodes.",
                "De school heeft gedaan wat zij kan en dat laten zien.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Behandeling van een jaar, met school samen.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Hulp bij ernstige dyslexie",
        clear=True,
        stable=True,
        parties=2,
        goal="Ik lees zelf een boek over voetbal.",
    ),
    HelpQuestion(
        code="baby-huilt",
        reporter=Reporter.OTHER,
        household=HouseholdKind.FAMILY,
        ages=(20, 35),
        child_ages=(0, 0),
        of_parent=True,
        laws=(Law.JEUGDWET,),
        words=(
            "(Consultatiebureau) Jonge ouders met een baby die veel huilt. Zij vragen hulp; wij zien twee "
            "lieve, heel moe ouders."
        ),
        behind="Ze hebben niemand in de buurt die zegt dat ze het goed doen.",
        wish="Slapen en genieten van ons kind.",
        domains=(
            DomainText(
                LifeDomain.PARENTING, Level.SUFFICIENT, ("Reageren goed op de baby, twijfelen over alles.")
            ),
            DomainText(LifeDomain.SOCIAL_NETWORK, Level.LIMITED, "Familie woont in een ander land."),
        ),
        own_strength="Wisselen elkaar af en vragen op tijd hulp.",
        network="Een buurvrouw met een baby van dezelfde leeftijd.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Buurvrouw past een uur op.",
                "Drie keer gedaan.",
                "Ouders durven dan niet te slapen; ze willen eerst weten waarom de baby huilt.",
            ),
            RungText(
                Weight.GENERAL,
                "Het opvoedspreekuur komt vier keer thuis kijken en doet voor.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Opvoedspreekuur",
        clear=True,
        stable=True,
        parties=1,
        goal="Wij slapen om de beurt vijf uur.",
    ),
    HelpQuestion(
        code="blowen-en-boos",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(36, 50),
        gender=Gender.WOMAN,
        child_ages=(16, 16),
        child_gender=Gender.MAN,
        laws=(Law.JEUGDWET,),
        words=(
            "Mijn zoon van zestien blowt en schreeuwt. Vorige week gooide hij een stoel door de kamer. Ik "
            "houd van hem, maar ik ben bang in mijn eigen huis."
        ),
        behind="Zijn vader kwam na jaren terug en verdween weer. Sindsdien is hij boos.",
        wish="Dat mijn moeder niet meer bang voor mij is.",
        domains=(
            DomainText(LifeDomain.HOME_RELATIONS, Level.NOT, "Dreiging en ruzie, vooral in het weekend."),
            DomainText(LifeDomain.SUBSTANCE_USE, Level.NOT, "Blowt elke dag, wil wel minderen."),
        ),
        own_strength="Kwam zelf naar het tweede gesprek. Repareert scooters.",
        network="Oom met een garage en zijn mentor.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Weekenden bij zijn oom.",
                "Vier weekenden gedaan.",
                "Rust in het weekend, maar door de week loopt het weer op.",
            ),
            RungText(
                Weight.GENERAL,
                "Jongerencoach.",
                "Zes afspraken.",
                "Hij gaat graag, maar moeder en zoon moeten samen leren praten.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Intensieve hulp voor moeder en zoon, met een veiligheidsplan en de oom.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Ambulante jeugdhulp",
        safety=True,
        clear=False,
        stable=False,
        parties=3,
        goal="We eten samen zonder geschreeuw.",
    ),
    HelpQuestion(
        code="rouw-kind",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.FAMILY,
        ages=(34, 50),
        gender=Gender.WOMAN,
        child_ages=(4, 5),
        laws=(Law.JEUGDWET,),
        words=(
            "Mijn zwager is overleden. Mijn zus redt het met de kinderen, maar de jongste wil alleen nog bij "
            "haar slapen. Wat kunnen wij doen?"
        ),
        behind="De jongste is bang dat mama ook doodgaat.",
        wish="Dat de kinderen verdriet mogen hebben en weer spelen.",
        domains=(
            DomainText(LifeDomain.PARENTING, Level.SUFFICIENT, "Moeder is er echt voor de kinderen."),
            DomainText(LifeDomain.SOCIAL_NETWORK, Level.FULL, "Grote familie die elke dag iets doet."),
        ),
        own_strength="Moeder praat open met de kinderen over papa.",
        network="Tantes, school en het voetbalteam.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Steungezin op zaterdag en een herinneringsdoos met school. Verdriet is geen ziekte.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Steungezin in de buurt",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik slaap weer in mijn eigen bed, met papa's trui.",
    ),
    HelpQuestion(
        code="angst-voor-school-examen",
        reporter=Reporter.GP,
        household=HouseholdKind.FAMILY,
        ages=(40, 54),
        child_ages=(17, 17),
        child_gender=Gender.WOMAN,
        season=Season.NEW_YEAR,
        laws=(Law.JEUGDWET,),
        words=(
            "Ik verwijs dit meisje van zeventien voor een angststoornis. Zij eet en slaapt slecht en durft "
            "geen toets te maken."
        ),
        behind="Ze wil haar ouders niet teleurstellen, die veel voor haar studie opgaven.",
        wish="Mijn examen doen zonder over te geven.",
        domains=(
            DomainText(LifeDomain.MENTAL_HEALTH, Level.NOT, "Paniek bij toetsen, sinds een half jaar."),
            DomainText(LifeDomain.WORK_EDUCATION, Level.LIMITED, "Goede cijfers voor wat ze wel maakt."),
        ),
        own_strength="Weet veel, helpt klasgenoten met wiskunde.",
        network="Vriendin en mentor. Ouders willen begrijpen wat er is.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Mentor en vriendin helpen oefenen.",
                "Sinds de herfst.",
                "De paniek neemt toe; de huisarts vindt behandeling nodig.",
            ),
            RungText(
                Weight.GENERAL,
                "Training faalangst op school.",
                "Afgerond.",
                "Hielp voor kleine toetsen, niet voor het examen.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Kortdurende behandeling, tien keer, met ouders erbij.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Behandeling jeugd-ggz",
        clear=True,
        stable=False,
        parties=2,
        goal="Ik maak mijn examen in een rustige kamer.",
    ),
    HelpQuestion(
        code="pleegoma",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(66, 66),
        gender=Gender.WOMAN,
        child_ages=(8, 11),
        child_gender=Gender.MAN,
        laws=(Law.JEUGDWET,),
        words=(
            "Ik heb mijn kleinzoon in huis omdat het met mijn dochter niet gaat. Ik doe het met liefde, maar "
            "ik ben 66 en ik kan het niet elke dag."
        ),
        behind="Oma is bang dat haar kleinzoon naar vreemden gaat als ze zegt dat ze moe is.",
        wish="Oma blijven. En dat hij bij ons hoort.",
        domains=(
            DomainText(
                LifeDomain.PARENTING,
                Level.SUFFICIENT,
                ("Oma geeft rust en regels. Hij doet het goed op school."),
            ),
            DomainText(
                LifeDomain.HOME_RELATIONS, Level.LIMITED, ("Moeder komt soms, dat is fijn en moeilijk.")
            ),
        ),
        own_strength="Oma kent hem door en door.",
        network="Een tante heeft een logeerkamer. Buurman voetbalt met hem.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Logeren bij tante.",
                "Een keer per maand.",
                "Tante werkt in ploegen; vaker kan niet.",
            ),
            RungText(
                Weight.GENERAL,
                "Steungezin.",
                "Kennisgemaakt.",
                "Hij wilde er niet slapen, want hij kende hen niet.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Deeltijdpleegzorg bij de ouders van zijn beste vriend, twee weekenden per maand.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Deeltijdpleegzorg",
        clear=False,
        stable=False,
        parties=3,
        goal="Ik woon bij oma en logeer bij mijn beste vriend.",
    ),
    HelpQuestion(
        code="peuter-praat-niet",
        reporter=Reporter.OTHER,
        household=HouseholdKind.FAMILY,
        ages=(24, 38),
        child_ages=(3, 3),
        child_gender=Gender.MAN,
        laws=(Law.JEUGDWET,),
        words=(
            "(Peuteropvang) Een jongen van drie praat niet en speelt alleen naast anderen. Ouders vroegen ons"
            " om mee te bellen."
        ),
        behind="Ouders hoorden al een jaar dat het wel goed komt. Zij voelden zelf dat het anders was.",
        wish="Weten hoe wij ons kind kunnen helpen.",
        domains=(
            DomainText(
                LifeDomain.PARENTING, Level.SUFFICIENT, ("Ouders doen spelletjes na die de opvang voordoet.")
            ),
            DomainText(
                LifeDomain.WORK_EDUCATION,
                Level.LIMITED,
                ("Naar een gewone kleuterklas gaan is nu nog te moeilijk."),
            ),
        ),
        own_strength="Ouders leerden twintig gebaren in drie weken.",
        network="Oma komt elke dag, en de juf van de opvang is heel betrokken.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Oma en ouders oefenen elke dag.",
                "Vier maanden gedaan.",
                "Er is vooruitgang, maar niemand weet waar het aan ligt.",
            ),
            RungText(
                Weight.GENERAL,
                "Extra begeleiding op de opvang.",
                "Een half jaar gedaan.",
                "De opvang is te druk voor hem.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Drie ochtenden dagbehandeling, met onderzoek, daarna kijken we naar school.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Dagbehandeling jong kind",
        clear=False,
        stable=False,
        parties=3,
        goal="Wij begrijpen ons kind en hij begrijpt ons.",
    ),
)
