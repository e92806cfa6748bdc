"""Help questions about children who grow up under strain."""

from cases.enums import Law, Level, LifeDomain, RedFlag, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="meisje-en-vriend",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.FAMILY,
        ages=(38, 52),
        gender=Gender.WOMAN,
        child_ages=(15, 15),
        child_gender=Gender.WOMAN,
        season=Season.SUMMER,
        laws=(Law.JEUGDWET,),
        red_flags=(RedFlag.UNSAFE,),
        words=(
            "Mijn dochter van vijftien heeft een vriend van drieëntwintig. Ze heeft nieuwe spullen en komt 's"
            " nachts niet thuis. Ze zegt dat ik me niet moet aanstellen."
        ),
        behind="Ze voelde zich thuis de minste. Bij hem voelt ze zich gezien, en ze durft niet meer weg.",
        wish="Ze zegt zelf: dat iedereen stopt met schreeuwen.",
        domains=(
            DomainText(LifeDomain.HOME_RELATIONS, Level.NOT, "Elke dag ruzie. Moeder slaapt niet."),
            DomainText(
                LifeDomain.SOCIAL_NETWORK, Level.NOT, ("Vriendinnen zijn weg. Alleen nog zijn vrienden.")
            ),
        ),
        own_strength="Danst goed, en vertrouwt haar zus.",
        network="Haar zus van eenentwintig. De dansjuf.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Ze logeert bij haar zus.",
                "Vijf dagen gedaan.",
                "Hij stond daar voor de deur; dit kan de familie niet alleen.",
            ),
            RungText(
                Weight.GENERAL,
                "Jongerencoach.",
                "Een gesprek gehad.",
                "Er zijn signalen van dwang; dat vraagt meer kennis en samenwerking.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Gespecialiseerde jeugdhulp, met politie en Veilig Thuis aan tafel. Zus blijft het anker.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Ambulante jeugdhulp",
        safety=True,
        clear=False,
        stable=False,
        parties=3,
        goal="Ik kan thuis zijn zonder dat er geschreeuwd wordt.",
    ),
    HelpQuestion(
        code="adhd-medicatie",
        reporter=Reporter.GP,
        household=HouseholdKind.FAMILY,
        ages=(32, 46),
        child_ages=(11, 11),
        child_gender=Gender.MAN,
        season=Season.SCHOOL,
        laws=(Law.JEUGDWET,),
        words=(
            "Verwijzing voor onderzoek en behandeling. Jongen van elf met aandachtsproblemen; een cursus voor"
            " ouders is gevolgd."
        ),
        behind=(
            "Hij raakt vrienden kwijt omdat hij spelregels vergeet. Dat vindt hij erger dan zijn cijfers."
        ),
        wish="Weer gevraagd worden voor feestjes.",
        domains=(
            DomainText(LifeDomain.WORK_EDUCATION, Level.LIMITED, "Begrijpt veel, levert weinig in."),
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.LIMITED,
                ("Ruzie bij voetbal. Was dit jaar op een verjaardag."),
            ),
        ),
        own_strength="Sportief, grappig en altijd eerlijk.",
        network="Trainer denkt mee. Zijn broer helpt met plannen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vaste plek en taak bij voetbal.",
                "Dit seizoen gedaan.",
                "Werkt op het veld, maar niet in de klas.",
            ),
            RungText(
                Weight.GENERAL,
                "Oudercursus en plan op school.",
                "Beide afgerond.",
                "Thuis beter; in de klas en met vrienden niet.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Onderzoek, en zo nodig behandeling, met de school erbij.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Behandeling jeugd-ggz",
        clear=True,
        stable=True,
        parties=2,
        goal="Ik word gevraagd op verjaardagen.",
    ),
    HelpQuestion(
        code="transgender-jongere",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(36, 54),
        child_ages=(16, 16),
        child_gender=Gender.MAN,
        laws=(Law.JEUGDWET,),
        words=(
            "Ik ben zestien en ik ben een jongen. Mijn ouders noemen mij nog anders. Ik sta op een wachtlijst"
            " die twee jaar duurt. Wie helpt mij tot die tijd?"
        ),
        behind="Hij wil vooral dat zijn ouders hem zien. De wachtlijst is zijn tweede zorg.",
        wish="Dat thuis mijn naam klopt.",
        domains=(
            DomainText(
                LifeDomain.HOME_RELATIONS, Level.LIMITED, ("Ouders zijn niet boos, maar bang en onhandig.")
            ),
            DomainText(
                LifeDomain.MENTAL_HEALTH,
                Level.LIMITED,
                ("Somber op slechte dagen. Heeft een noodplan met de mentor."),
            ),
        ),
        own_strength="Kwam zelf bellen en weet goed wat helpt.",
        network="Mentor, twee vrienden en een nicht.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Nicht praat met de ouders.",
                "Een keer gedaan.",
                "Het gesprek werd fel; iemand van buiten helpt beter.",
            ),
            RungText(
                Weight.GENERAL,
                "De jongerencoach spreekt hem wekelijks en zijn ouders samen, met een oudergroep.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Jongerencoach",
        clear=False,
        stable=False,
        parties=1,
        goal="Thuis noemen ze mij bij mijn naam.",
    ),
    HelpQuestion(
        code="pubers-en-taal",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(34, 50),
        gender=Gender.WOMAN,
        child_ages=(12, 15),
        of_parent=True,
        laws=(Law.JEUGDWET,),
        words=(
            "Mijn kinderen spreken beter Nederlands dan ik. Zij regelen de post en de dokter. Ik wil weer de "
            "moeder zijn."
        ),
        behind="Ze verloor haar gezag omdat haar kinderen haar tolk zijn.",
        wish="Zelf de school bellen.",
        domains=(
            DomainText(
                LifeDomain.PARENTING,
                Level.SUFFICIENT,
                ("Warm gezin met duidelijke waarden. Kinderen voelen zich verantwoordelijk."),
            ),
            DomainText(LifeDomain.PARTICIPATION, Level.LIMITED, "Komt weinig buiten de eigen straat."),
        ),
        own_strength="Spreekt vier talen, leert snel en is geduldig.",
        network="Haar zus en een vrouw van de moskee die hier al lang woont.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Steungezin met een moeder die dezelfde weg ging, en een taalmaatje.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Steungezin in de buurt",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik bel zelf de school.",
    ),
    HelpQuestion(
        code="gezin-in-hotel",
        reporter=Reporter.OTHER,
        household=HouseholdKind.FAMILY,
        ages=(28, 45),
        gender=Gender.WOMAN,
        child_ages=(5, 12),
        of_parent=True,
        laws=(
            Law.JEUGDWET,
            Law.WMO,
        ),
        words=(
            "(Veilig Thuis) Moeder en drie kinderen verblijven na geweld tijdelijk elders. Zij komen terug "
            "naar uw gemeente. Wij dragen graag warm over."
        ),
        behind="Moeder wil niet steeds opnieuw haar verhaal doen. De kinderen willen weten waar ze slapen.",
        wish="Een eigen deur die op slot kan.",
        domains=(
            DomainText(
                LifeDomain.HOME_RELATIONS,
                Level.ACUTE,
                ("Geweld door de vader van de kinderen. Er is een huisverbod."),
            ),
            DomainText(LifeDomain.HOUSING, Level.ACUTE, "Geen eigen plek na volgende maand."),
        ),
        own_strength="Moeder koos voor veiligheid, regelde school en werk.",
        network="Vriendin van vroeger, haar werkgever.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vriendin heeft een kamer.",
                "Twee weken gelogeerd.",
                "Vader weet waar zij woont.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatschappelijk werk.",
                "Gesprek gehad.",
                "Steunt moeder, maar kinderen hebben gerichte hulp nodig.",
            ),
            RungText(
                Weight.SPECIALIST,
                (
                    "Een plan voor het hele gezin: veilige woning, hulp voor de kinderen, een gezicht voor "
                    "moeder."
                ),
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Ambulante jeugdhulp",
        safety=True,
        clear=False,
        stable=False,
        parties=4,
        goal="We slapen achter onze eigen voordeur.",
    ),
    HelpQuestion(
        code="ziek-broertje",
        reporter=Reporter.SCHOOL,
        household=HouseholdKind.FAMILY,
        ages=(32, 46),
        child_ages=(10, 11),
        child_gender=Gender.WOMAN,
        laws=(Law.JEUGDWET,),
        words=(
            "Een meisje uit groep zeven is stil. Haar broertje wordt vaak in het ziekenhuis opgenomen. Zij "
            "zegt altijd dat het goed gaat."
        ),
        behind="Ze vindt dat zij niets mag vragen zolang haar broertje ziek is.",
        wish="Iemand die op mij wacht bij de gymles.",
        domains=(
            DomainText(
                LifeDomain.PARENTING, Level.SUFFICIENT, ("Ouders zien het en voelen zich tekortschieten.")
            ),
            DomainText(LifeDomain.SOCIAL_NETWORK, Level.SUFFICIENT, "Heeft vriendinnen, vertelt ze niets."),
        ),
        own_strength="Schrijft mooie verhalen, helpt graag.",
        network="De gymjuf, de ouders van haar vriendin.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Een maatje dat elke vrijdag iets met haar alleen doet.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Maatje van Welzijn",
        clear=True,
        stable=True,
        parties=1,
        goal="Op vrijdag gaat het over mij.",
    ),
    HelpQuestion(
        code="achttien-en-dan",
        reporter=Reporter.OTHER,
        household=HouseholdKind.YOUNG,
        ages=(17, 19),
        gender=Gender.MAN,
        laws=(
            Law.JEUGDWET,
            Law.WMO,
            Law.PARTICIPATIEWET,
        ),
        words=(
            "(Jeugdhulp) Deze jongen wordt over drie maanden achttien. Dan stopt onze hulp. Hij heeft nog "
            "geen inkomen en geen woning."
        ),
        behind="Hij doet stoer over alleen wonen, maar is nog nooit een nacht alleen geweest.",
        wish="Een kamer, een opleiding en iemand die ik kan bellen.",
        domains=(
            DomainText(LifeDomain.HOUSING, Level.NOT, "Moet over drie maanden weg uit de groep."),
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.LIMITED, ("Doet een opleiding tot kok, heeft een leerbaan.")
            ),
        ),
        own_strength="Kan koken en komt altijd op tijd op zijn werk.",
        network="Zijn chef en een oud-pleegmoeder waar hij op zondag eet.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Wonen bij oud-pleegmoeder.",
                "Besproken.",
                "Zij heeft een kleine woning; zondag blijft.",
            ),
            RungText(
                Weight.GENERAL,
                "Jongerencoach.",
                "Drie keer gesproken.",
                "Voor het begin van zelfstandig wonen is het te weinig.",
            ),
            RungText(
                Weight.SPECIALIST,
                (
                    "Kamer met begeleiding, in een jaar af te bouwen. Zelfde aanspreekpunt voor en na "
                    "achttien."
                ),
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Individuele begeleiding",
        clear=False,
        stable=False,
        parties=3,
        goal="Ik woon op kamers en ben kok.",
    ),
    HelpQuestion(
        code="slaapproblemen-autisme",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.FAMILY,
        ages=(30, 44),
        child_ages=(6, 6),
        child_gender=Gender.WOMAN,
        laws=(Law.JEUGDWET,),
        words=(
            "Onze dochter van zes heeft autisme. Ze slaapt vier uur per nacht. Wij slapen dus ook vier uur. "
            "Wat kan er?"
        ),
        behind="Ouders zijn zo moe dat zij zichzelf niet meer herkennen.",
        wish="Zes uur slaap voor iedereen.",
        domains=(
            DomainText(LifeDomain.PARENTING, Level.LIMITED, "Kennen haar goed, maar houden niets meer vol."),
            DomainText(LifeDomain.HOME_RELATIONS, Level.SUFFICIENT, "Steunen elkaar, slapen om en om."),
        ),
        own_strength="Houden alles bij en zien wat haar rustig maakt.",
        network="Oma, elke donderdag. Een nicht durft ook.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Oma neemt een nacht over.",
                "Vier keer gedaan.",
                "Oma sliep niet en werd ziek.",
            ),
            RungText(
                Weight.GENERAL,
                "Opvoedspreekuur.",
                "Drie keer.",
                "De gewone tips werken niet bij haar autisme.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Slaapbegeleiding thuis door iemand met kennis van autisme, twaalf weken.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Ambulante jeugdhulp",
        clear=True,
        stable=False,
        parties=2,
        goal="We slapen zes uur achter elkaar.",
    ),
    HelpQuestion(
        code="vechtscheiding-brief",
        reporter=Reporter.OTHER,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(34, 50),
        gender=Gender.WOMAN,
        child_ages=(6, 9),
        laws=(Law.JEUGDWET,),
        words=(
            "(Rechtbank) De rechter verwijst deze ouders voor begeleide omgang. De kinderen van zes en negen "
            "zagen hun vader een jaar niet."
        ),
        behind="De kinderen willen hun vader zien, maar zijn bang voor de ruzie.",
        wish="Kinderen: zonder ruzie bij papa zijn.",
        domains=(
            DomainText(LifeDomain.HOME_RELATIONS, Level.NOT, "Ouders praten alleen via advocaten."),
            DomainText(LifeDomain.PARENTING, Level.LIMITED, "Apart doen beide ouders het goed."),
        ),
        own_strength="Beide ouders kwamen naar het gesprek, in aparte kamers.",
        network="Opa van vaderskant vertrouwen ze allebei.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Opa begeleidt het bezoek.",
                "Twee keer gedaan.",
                "Het ging mis bij het ophalen; opa werd partij.",
            ),
            RungText(
                Weight.GENERAL,
                "Gesprekken voor ouders samen.",
                "Aangeboden.",
                "Moeder durft niet met vader in een kamer.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Begeleide omgang, zes maanden, met een vast plan per stap.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Ambulante jeugdhulp",
        safety=True,
        clear=False,
        stable=False,
        parties=3,
        goal="Ik ben bij papa zonder ruzie.",
    ),
    HelpQuestion(
        code="zindelijk-en-school",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.FAMILY,
        ages=(26, 38),
        gender=Gender.WOMAN,
        child_ages=(3, 3),
        child_gender=Gender.MAN,
        season=Season.SUMMER,
        laws=(Law.JEUGDWET,),
        words=(
            "Mijn zoon wordt in september vier en is nog niet zindelijk. Ik durf het school niet te "
            "vertellen."
        ),
        behind="Haar schoonmoeder zegt dat zij te zacht is.",
        wish="Zonder stress naar de eerste schooldag.",
        domains=(
            DomainText(LifeDomain.PARENTING, Level.SUFFICIENT, "Geduldig en lief, onzeker door kritiek."),
            DomainText(LifeDomain.SOCIAL_NETWORK, Level.SUFFICIENT, "Twee vriendinnen met jonge kinderen."),
        ),
        own_strength="Zoekt alles op en probeert het uit.",
        network="Man en vriendinnen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Tips van vriendinnen.",
                "Drie manieren geprobeerd.",
                "Elke week iets anders maakte hem onrustig.",
            ),
            RungText(
                Weight.GENERAL,
                "Twee keer opvoedspreekuur en samen bellen met de juf.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Opvoedspreekuur",
        clear=True,
        stable=True,
        parties=0,
        goal="Mijn zoon gaat blij naar school.",
    ),
)
