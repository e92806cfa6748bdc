"""How people work together in Voorbeeldstad: handovers, partners in a case, agreements."""

from cases.enums import DataCategory, HandoverReason, OrganisationKind
from sociaal.home.demo.shapes import AgreementText, HandoverText, ParticipationText

HANDOVERS: tuple[HandoverText, ...] = (
    HandoverText(
        HandoverReason.EXPERTISE,
        "Na de diagnose jongdementie is kennis nodig over zorg uit andere wetten.",
        (
            "Mijn collega, die u al kent van het familiegesprek, wordt uw aanspreekpunt. Ik ben er "
            "het eerste gesprek bij."
        ),
        "Met zijn drieën aan tafel; het ritme van de week en wat meneer onrustig maakt doorgenomen.",
    ),
    HandoverText(
        HandoverReason.EXPERTISE,
        "Er spelen nu vooral schulden van een eenmanszaak.",
        (
            "Mijn collega kent die regels goed. U vertelt uw verhaal niet opnieuw, ik draag het over "
            "waar u bij bent."
        ),
        "Samen de map met papieren bekeken en afgesproken wie wat doet.",
    ),
    HandoverText(
        HandoverReason.EXPERTISE,
        "Voor de jongste is jeugdhulp in beeld en ik werk alleen met volwassenen.",
        "U houdt een aanspreekpunt voor het hele gezin.",
        "",
        refusal=(
            "Het gezin kent jou drie jaar. Ik denk graag mee over de jeugdhulp, dan blijf jij het gezicht."
        ),
    ),
    HandoverText(
        HandoverReason.RESIDENT_ASKS,
        "Mevrouw vraagt om een vrouwelijke collega.",
        "Dat begrijp ik, en dat regelen we deze week.",
        "Kort kennisgemaakt op haar eigen bank.",
    ),
    HandoverText(
        HandoverReason.RESIDENT_ASKS,
        "Meneer voelt zich na het bezwaar niet meer vrij bij mij.",
        "Wij vinden het goed dat u dit zegt. Mijn collega belt u morgen.",
        "Telefonisch met zijn drieën. Meneer vertelde zelf wat belangrijk is.",
    ),
    HandoverText(
        HandoverReason.LEAVES,
        "Ik ga met pensioen.",
        "Na vier jaar stop ik met werken. Mijn collega gaat deze maand twee keer mee.",
        "Twee bezoeken samen gedaan; ook de hond heeft hem goedgekeurd.",
    ),
    HandoverText(
        HandoverReason.LEAVES,
        "Langdurig afwezig door ziekte.",
        "Uw aanspreekpunt is voorlopig niet aan het werk. Ik ben nu uw vaste persoon.",
        "De vervanger kende het gezin al; dossier samen met de inwoner doorgenomen.",
    ),
    HandoverText(
        HandoverReason.LEAVES,
        "Andere baan per de eerste van de maand.",
        "Ik werk hier nog drie weken. In die tijd maken we samen kennis met mijn collega.",
        "Wandeling van een uur met zijn drieën door de wijk.",
    ),
    HandoverText(
        HandoverReason.CONFLICT_OF_INTEREST,
        "De zus van deze inwoner is met mij bevriend.",
        "Omdat ik uw zus ken, past het niet dat ik uw zaken behandel.",
        "Alleen de afspraken overgedragen, met toestemming van de inwoner.",
    ),
    HandoverText(
        HandoverReason.CONFLICT_OF_INTEREST,
        "Ik ben buurvrouw van dit gezin.",
        "U woont bij mij in de straat. Daarom wordt een collega uw aanspreekpunt.",
        "Kennismaking op kantoor, niet thuis.",
    ),
    HandoverText(
        HandoverReason.RESIDENT_MOVES,
        "Het gezin verhuist naar de andere kant van de stad, dicht bij oma.",
        "In uw nieuwe wijk werkt een ander team. Ik ga de eerste keer mee.",
        "In de nieuwe keuken, tussen de dozen.",
    ),
    HandoverText(
        HandoverReason.RESIDENT_MOVES,
        "Mevrouw verhuist naar haar dochter in een andere wijk.",
        "U mag kiezen: bij mij blijven of een collega dichtbij.",
        "",
        refusal="Zij wil graag bij jou blijven, vertelde zij mij. De afstand is tien minuten fietsen.",
    ),
    HandoverText(
        HandoverReason.OVERRULED,
        "De teammanager besluit bij een team zonder bezetting.",
        "Door ziekte in het team krijgt u een andere vaste persoon. Dat spijt ons.",
        "Nieuwe aanspreekpunt belde dezelfde dag.",
    ),
)

PARTICIPATIONS: tuple[ParticipationText, ...] = (
    ParticipationText(
        "Voorbeeld Wonen",
        "Verhuurder",
        "Mag een ontruiming opschorten",
        "Voorkomt dat het gezin de woning verliest",
        (DataCategory.FINANCES,),
        "Toestemming van de inwoner, in het gesprek getekend",
    ),
    ParticipationText(
        "Wijkverpleging Aan Huis Voorbeeldstad",
        "Zorg aan huis",
        "Mag extra uren inzetten",
        "Ziet de inwoner elke dag",
        (DataCategory.HEALTH,),
        "Toestemming van de inwoner voor gezondheid",
    ),
    ParticipationText(
        "Basisschool De Windvaan",
        "School van de kinderen",
        "Mag extra begeleiding op school geven",
        "Kent het kind het best buiten het gezin",
        (DataCategory.GENERAL, DataCategory.YOUTH_SAFETY),
        "Toestemming van beide ouders met gezag",
    ),
    ParticipationText(
        "Scholengemeenschap Het Vierkant",
        "School",
        "Mag een aangepast rooster maken",
        "Bepaalt samen met de jongere het tempo",
        (DataCategory.GENERAL,),
        "Toestemming van de jongere en ouders",
    ),
    ParticipationText(
        "Huisartsenpraktijk Het Plantsoen",
        "Huisarts",
        "Mag verwijzen",
        "Kent de hele familie al lang",
        (DataCategory.HEALTH,),
        "Toestemming van de inwoner voor gezondheid",
    ),
    ParticipationText(
        "Begeleiding De Brugwachter",
        "Begeleiding thuis",
        "Mag uren verschuiven binnen het besluit",
        "Elke week bij de inwoner thuis",
        (DataCategory.GENERAL,),
        "Uitvoering van het besluit",
    ),
    ParticipationText(
        "Jeugdhulp De Vlieger Voorbeeldstad",
        "Hulp voor het gezin",
        "Mag de aanpak wijzigen in overleg",
        "Werkt met het hele gezin",
        (DataCategory.GENERAL, DataCategory.YOUTH_SAFETY),
        "Uitvoering van het besluit",
    ),
    ParticipationText(
        "Veilig Thuis regio Voorbeeld",
        "Veiligheid",
        "Mag onderzoek starten",
        "Beoordeelt de veiligheid samen met het gezin",
        (DataCategory.YOUTH_SAFETY,),
        "Wmo 2015, artikel 5.2.6",
    ),
    ParticipationText(
        "Schuldhulp Voorbeeldstad",
        "Schuldhulp",
        "Mag afspraken maken met schuldeisers",
        "Brengt rust in de geldzaken",
        (DataCategory.FINANCES,),
        "Noodzakelijk voor schuldhulp (Wgs, artikel 8d)",
    ),
    ParticipationText(
        "Welzijn Voorbeeldstad",
        "Vrijwilligers",
        "Mag een maatje koppelen",
        "Vindt mensen uit de eigen straat",
        (DataCategory.GENERAL,),
        "Toestemming van de inwoner",
    ),
)

AGREEMENTS: tuple[AgreementText, ...] = (
    AgreementText(
        OrganisationKind.PARTNER,
        "Twee keer per week langsgaan na het avondeten",
        14,
    ),
    AgreementText(
        OrganisationKind.PARTNER,
        "De huurachterstand niet verder laten oplopen en de ontruiming opschorten",
        7,
        category=DataCategory.FINANCES,
    ),
    AgreementText(
        OrganisationKind.PARTNER,
        "Met de klas bespreken hoe het kind veilig terug kan komen",
        14,
        category=DataCategory.YOUTH_SAFETY,
    ),
    AgreementText(
        OrganisationKind.PARTNER,
        "De medicijnlijst met de apotheek gelijk maken",
        5,
        category=DataCategory.HEALTH,
    ),
    AgreementText(
        OrganisationKind.PARTNER,
        "Een vrijwilliger zoeken die van klussen houdt",
        21,
        why_not="Er meldde zich pas na een maand iemand die bij meneer past.",
    ),
    AgreementText(
        OrganisationKind.PARTNER,
        "De inwoner bellen voordat er een brief uitgaat",
        10,
        why_not="De brief ging automatisch de deur uit.",
    ),
    AgreementText(
        OrganisationKind.PARTNER,
        "De verwijzing naar de specialist versturen",
        7,
        category=DataCategory.HEALTH,
    ),
    AgreementText(
        OrganisationKind.PARTNER,
        "Elke maandag het gezin bellen, en niemand anders die dag",
        30,
    ),
    AgreementText(
        OrganisationKind.PROVIDER,
        "Binnen twee weken starten met een vaste begeleider",
        14,
    ),
    AgreementText(
        OrganisationKind.PROVIDER,
        "Het hulpverleningsplan samen met het gezin schrijven",
        30,
    ),
    AgreementText(
        OrganisationKind.PROVIDER,
        "Wachttijd overbruggen met een belafspraak per week",
        7,
        why_not="De planner was ziek en niemand nam het over.",
    ),
    AgreementText(
        OrganisationKind.PROVIDER,
        "Een andere begeleider voorstellen die past",
        14,
    ),
    AgreementText(
        OrganisationKind.PROVIDER,
        "De maat opnemen bij de inwoner thuis",
        10,
        category=DataCategory.HEALTH,
    ),
    AgreementText(
        OrganisationKind.PROVIDER,
        "De begeleiding van vier naar twee uur brengen",
        60,
    ),
    AgreementText(
        OrganisationKind.AUTHORITY,
        "Laten weten of er een onderzoek komt",
        5,
        category=DataCategory.YOUTH_SAFETY,
    ),
    AgreementText(
        OrganisationKind.AUTHORITY,
        "De stukken van de zitting sturen",
        21,
        category=DataCategory.JUSTICE,
        why_not="De zitting werd een maand verplaatst.",
    ),
    AgreementText(
        OrganisationKind.AUTHORITY,
        "Besluiten over zorg met verblijf",
        42,
        category=DataCategory.HEALTH,
    ),
    AgreementText(
        None,
        "Het veiligheidsplan op een bladzijde zetten en iedereen een kopie geven",
        3,
        category=DataCategory.YOUTH_SAFETY,
    ),
    AgreementText(
        None,
        "De inwoner elke vrijdag voor twaalf uur bellen",
        28,
    ),
    AgreementText(
        None,
        "Voorschot regelen",
        4,
        category=DataCategory.FINANCES,
    ),
    AgreementText(
        None,
        "Met de broer bespreken wat hij wil en kan doen",
        10,
    ),
    AgreementText(
        None,
        "De tolk boeken voor alle gesprekken van deze maand",
        5,
        why_not="Er was geen tolk in deze taal; de buurvrouw tolkte met toestemming.",
    ),
)
