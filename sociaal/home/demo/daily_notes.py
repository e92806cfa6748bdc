"""Short texts of the day: contact moments, why we wait, and questions answered straight away."""

from cases.enums import ContactKind, WaitParty, WaitSubject
from sociaal.home.demo.shapes import ContactText, QuickQuestion, WaitText

CONTACTS: tuple[ContactText, ...] = (
    ContactText(
        ContactKind.PHONE,
        (
            "Gebeld om kennis te maken. Mevrouw was blij dat er een vaste naam is. Gesprek gepland "
            "bij haar thuis."
        ),
    ),
    ContactText(
        ContactKind.PHONE,
        "Kort gebeld hoe het ging na het weekend. Rustig verlopen.",
    ),
    ContactText(
        ContactKind.PHONE,
        "Meneer belde dat de hulp vandaag niet kwam. Uitgezocht: ziekte, morgen komt iemand anders.",
    ),
    ContactText(
        ContactKind.PHONE,
        "Uitgelegd wat de volgende stap is en wanneer. Ook verteld over gratis cliëntondersteuning.",
    ),
    ContactText(
        ContactKind.PHONE,
        "Mevrouw vraagt of haar zoon bij het gesprek mag zijn. Graag zelfs.",
    ),
    ContactText(
        ContactKind.PHONE,
        "Niet opgenomen, bericht ingesproken. 's Middags belde meneer zelf terug.",
    ),
    ContactText(
        ContactKind.PHONE,
        "Afgesproken dat we elkaar op vrijdagochtend bellen, dat is haar rustige moment.",
    ),
    ContactText(
        ContactKind.PHONE,
        "Gevraagd hoe de eerste week met het maatje was. Ze hebben samen taart gebakken.",
    ),
    ContactText(
        ContactKind.PHONE,
        "Meneer twijfelt of hij wel hulp wil. Afgesproken er een week over te denken.",
    ),
    ContactText(
        ContactKind.PHONE,
        "Met ouders besproken wat wij aan school vertellen en wat niet.",
    ),
    ContactText(
        ContactKind.PHONE,
        (
            "De inwoner is ongeduldig over de wachttijd. Dat is terecht. Gezegd op wie we wachten en "
            "tot wanneer."
        ),
    ),
    ContactText(
        ContactKind.VISIT,
        "Thuis aan tafel gesproken. Foto's bekeken van vroeger. Daarna kwam pas de echte vraag.",
    ),
    ContactText(
        ContactKind.VISIT,
        "Met mevrouw en haar dochter door het huis gelopen. De drempels en de douche zijn lastig.",
    ),
    ContactText(
        ContactKind.VISIT,
        "Samen de post gesorteerd op drie stapels. Meneer was opgelucht dat het minder was dan gedacht.",
    ),
    ContactText(
        ContactKind.VISIT,
        "Gezien dat de koelkast goed gevuld is en dat de buurvrouw binnenloopt. Het gaat beter.",
    ),
    ContactText(
        ContactKind.VISIT,
        "Een lastig gesprek over drinken. Fijn dat het gezegd is. Volgende week kom ik terug.",
    ),
    ContactText(
        ContactKind.VISIT,
        "Kennisgemaakt met het hele gezin, ook de kat. De kinderen lieten hun kamer zien.",
    ),
    ContactText(
        ContactKind.VISIT,
        "Gevraagd wat een goede dag is. Antwoord: een dag waarop iemand belt.",
    ),
    ContactText(
        ContactKind.VISIT,
        "Met moeder gewandeld. Lopend praat zij makkelijker dan zittend.",
    ),
    ContactText(
        ContactKind.VISIT,
        "Doelen bekeken. Twee gehaald, een bijgesteld in haar eigen woorden.",
    ),
    ContactText(
        ContactKind.VISIT,
        "Samen met de begeleider gesproken over afbouw. Meneer wil eerst van vier naar drie uur.",
    ),
    ContactText(
        ContactKind.MESSAGE,
        "Verslag gestuurd. Mevrouw heeft een zin veranderd: niet mijn man wil dit, wij willen dit.",
    ),
    ContactText(
        ContactKind.MESSAGE,
        "Bericht van de inwoner: de lift doet het en ik slaap weer boven!",
    ),
    ContactText(
        ContactKind.MESSAGE,
        "Foto van de moestuin ontvangen, met de groeten.",
    ),
    ContactText(
        ContactKind.MESSAGE,
        "Herinnerd aan de afspraak van donderdag, en gevraagd of de tijd nog past.",
    ),
    ContactText(
        ContactKind.MESSAGE,
        "Gevraagd om het ontbrekende papier. Voorbeeld meegestuurd van hoe het eruitziet.",
    ),
    ContactText(
        ContactKind.MESSAGE,
        "De inwoner schrijft dat de eerste les goed ging.",
    ),
    ContactText(
        ContactKind.NOTE,
        "Met de aanbieder gebeld over de startdatum. Drie weken, eerder als er iemand afzegt.",
        with_resident=False,
    ),
    ContactText(
        ContactKind.NOTE,
        "Overleg met de wijkverpleegkundige, met toestemming. Zij gaat de dag ervoor langs.",
        with_resident=False,
    ),
    ContactText(
        ContactKind.NOTE,
        "Zus belde. Zij kan op woensdag, niet op maandag. Doorgegeven aan het maatje.",
        with_resident=False,
    ),
    ContactText(
        ContactKind.NOTE,
        "Tweede lezer denkt mee: is de beweeggroep al geprobeerd? Nagevraagd, dat is zo.",
        with_resident=False,
    ),
    ContactText(
        ContactKind.NOTE,
        "Mentor vertelt dat hij deze week drie dagen op school was.",
        with_resident=False,
    ),
    ContactText(
        ContactKind.NOTE,
        "Corporatie wacht met de volgende stap tot ons gesprek van dinsdag.",
        with_resident=False,
    ),
    ContactText(
        ContactKind.NOTE,
        "Met de casusregisseur afgesproken wie het gezin belt. Een persoon, op maandag.",
        with_resident=False,
    ),
)

WAITS: tuple[WaitText, ...] = (
    WaitText(
        WaitParty.US,
        WaitSubject.REPORT,
        "De melding ligt in de postbak van het team",
    ),
    WaitText(
        WaitParty.US,
        WaitSubject.CONVERSATION,
        "Eerste vrije plek voor een gesprek",
    ),
    WaitText(
        WaitParty.US,
        WaitSubject.WEIGHING,
        "De tweede lezer is er volgende week weer",
    ),
    WaitText(
        WaitParty.US,
        WaitSubject.PROCEDURE,
        "Het besluit ligt klaar om te tekenen",
    ),
    WaitText(
        WaitParty.US,
        WaitSubject.REVIEW,
        "De evaluatie moet nog gepland worden",
    ),
    WaitText(
        WaitParty.RESIDENT,
        WaitSubject.CONVERSATION,
        "De inwoner wil dat haar dochter erbij is",
    ),
    WaitText(
        WaitParty.RESIDENT,
        WaitSubject.PROCEDURE,
        "Bankafschrift van de inwoner ontbreekt nog",
    ),
    WaitText(
        WaitParty.RESIDENT,
        WaitSubject.WEIGHING,
        "De inwoner denkt na over het voorstel",
    ),
    WaitText(
        WaitParty.RESIDENT,
        WaitSubject.ARRANGEMENT,
        "De inwoner is op familiebezoek",
    ),
    WaitText(
        WaitParty.PARTNER,
        WaitSubject.WEIGHING,
        "De huisarts stuurt nog informatie, met toestemming",
    ),
    WaitText(
        WaitParty.PARTNER,
        WaitSubject.AGREEMENT,
        "School bespreekt het met het team",
    ),
    WaitText(
        WaitParty.PARTNER,
        WaitSubject.ARRANGEMENT,
        "De vrijwilliger is gevonden en nog op vakantie",
    ),
    WaitText(
        WaitParty.PARTNER,
        WaitSubject.AGREEMENT,
        "De corporatie besluit over het opschorten",
    ),
    WaitText(
        WaitParty.PROVIDER,
        WaitSubject.ARRANGEMENT,
        "Wachtlijst bij de aanbieder",
    ),
    WaitText(
        WaitParty.PROVIDER,
        WaitSubject.ARRANGEMENT,
        "De offerte voor de aanpassing",
    ),
    WaitText(
        WaitParty.PROVIDER,
        WaitSubject.ARRANGEMENT,
        "Een begeleider die past bij de inwoner",
    ),
    WaitText(
        WaitParty.PROVIDER,
        WaitSubject.ARRANGEMENT,
        "Levering van het hulpmiddel",
    ),
    WaitText(
        WaitParty.AUTHORITY,
        WaitSubject.PROCEDURE,
        "Besluit van het Zorgkantoor over verblijf",
    ),
    WaitText(
        WaitParty.AUTHORITY,
        WaitSubject.PROCEDURE,
        "Medisch advies van het Uitkeringskantoor",
    ),
    WaitText(
        WaitParty.AUTHORITY,
        WaitSubject.OTHER,
        "De uitspraak van de rechtbank",
    ),
)

QUICK_QUESTIONS: tuple[QuickQuestion, ...] = (
    QuickQuestion(
        "Waar kan ik een nieuwe gehandicaptenparkeerkaart aanvragen?",
        (
            "Dat kan op de website of bij de balie van burgerzaken. Wij maakten meteen een afspraak "
            "voor dinsdag."
        ),
    ),
    QuickQuestion(
        "Mijn moeder verhuist naar uw stad. Loopt haar huishoudelijke hulp door?",
        (
            "Uitgelegd dat zij dit bij ons opnieuw meldt. We belden de vorige gemeente, zodat de hulp"
            " niet stilvalt."
        ),
    ),
    QuickQuestion(
        "Hoe laat begint de koffieochtend in het buurthuis?",
        "Elke dinsdag en donderdag om tien uur. Aanmelden hoeft niet.",
    ),
    QuickQuestion(
        "Ik zoek iemand die mij helpt met de belasting.",
        "Afspraak gemaakt bij het Formulierenpunt, vrijdag om half elf.",
    ),
    QuickQuestion(
        "Ik heb een brief over de eigen bijdrage en snap het bedrag niet.",
        "Samen de brief gelezen. Het bedrag klopt en staat nu in haar eigen woorden op papier.",
    ),
    QuickQuestion(
        "Kan mijn buurman ook mee met de Deeltaxi?",
        "Ja, een begeleider mag mee. Uitgelegd hoe hij dat bij het boeken zegt.",
    ),
    QuickQuestion(
        "Waar kan ik kleding inleveren voor andere gezinnen?",
        "Bij Buurthuis De Kruising, op woensdagmiddag.",
    ),
    QuickQuestion(
        "De bel van mijn scootmobiel is kapot.",
        "Het Hulpmiddelenhuis gebeld. De monteur komt donderdag.",
    ),
    QuickQuestion(
        "Ik wil vrijwilliger worden, liefst met kinderen.",
        "In contact gebracht met Welzijn; er is een huiswerkgroep op maandag.",
    ),
    QuickQuestion(
        "Is er een cursus om met de telefoon te leren omgaan?",
        "Ja, in de bibliotheek. Hij begint volgende week en is gratis.",
    ),
    QuickQuestion(
        "Ik krijg toch wel bijstand als ik ga samenwonen?",
        "Uitgelegd hoe het werkt en wat het zou betekenen. Ze belt terug als zij besloten heeft.",
    ),
    QuickQuestion(
        "Mijn zoon wil op voetbal, maar het is duur.",
        "Sport valt onder het kindpakket. Aanvraag samen aan de telefoon ingevuld.",
    ),
    QuickQuestion(
        "Wanneer krijg ik mijn vakantiegeld?",
        "In de laatste week van mei. Meneer heeft het genoteerd.",
    ),
    QuickQuestion(
        "Wie kan mijn kapotte lamp vervangen? Ik durf niet op de trap.",
        "De klussendienst komt morgenmiddag langs.",
    ),
    QuickQuestion(
        "Ik wil weten wie mijn vaste aanspreekpunt is.",
        "Naam en nummer gegeven; zij belt vandaag nog terug.",
    ),
)
