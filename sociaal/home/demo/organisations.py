"""Partners, providers and authorities of Voorbeeldstad. The phone numbers cannot exist."""

from cases.enums import OrganisationKind
from sociaal.home.demo.shapes import OrganisationText

ORGANISATIONS: tuple[OrganisationText, ...] = (
    OrganisationText(
        "Welzijn Voorbeeldstad",
        OrganisationKind.PARTNER,
        "0900 000 0001",
        ("sociaal werker", "vrijwilligerscoördinator", "opbouwwerker"),
    ),
    OrganisationText(
        "Buurthuis De Kruising",
        OrganisationKind.PARTNER,
        "0900 000 0002",
        ("beheerder", "activiteitenbegeleider"),
    ),
    OrganisationText(
        "Maatje bij Geldzaken Voorbeeldstad",
        OrganisationKind.PARTNER,
        "0900 000 0003",
        ("coördinator maatjes",),
    ),
    OrganisationText(
        "Formulierenpunt Voorbeeldstad",
        OrganisationKind.PARTNER,
        "0900 000 0004",
        ("sociaal raadsman", "sociaal raadsvrouw"),
    ),
    OrganisationText(
        "Mantelzorgpunt Voorbeeldstad",
        OrganisationKind.PARTNER,
        "0900 000 0005",
        ("mantelzorgconsulent",),
    ),
    OrganisationText(
        "Voorbeeld Wonen",
        OrganisationKind.PARTNER,
        "0900 000 0006",
        ("wijkconsulent", "wooncoach", "huismeester"),
    ),
    OrganisationText(
        "Huisartsenpraktijk Het Plantsoen",
        OrganisationKind.PARTNER,
        "0900 000 0007",
        ("huisarts", "praktijkondersteuner"),
    ),
    OrganisationText(
        "Wijkverpleging Aan Huis Voorbeeldstad",
        OrganisationKind.PARTNER,
        "0900 000 0008",
        ("wijkverpleegkundige", "casemanager dementie"),
    ),
    OrganisationText(
        "Basisschool De Windvaan",
        OrganisationKind.PARTNER,
        "0900 000 0009",
        ("intern begeleider", "schoolmaatschappelijk werker"),
    ),
    OrganisationText(
        "Scholengemeenschap Het Vierkant",
        OrganisationKind.PARTNER,
        "0900 000 0010",
        ("mentor", "zorgcoördinator school"),
    ),
    OrganisationText(
        "Werkplein Voorbeeldstad",
        OrganisationKind.PARTNER,
        "0900 000 0011",
        ("werkcoach", "jobcoach"),
    ),
    OrganisationText(
        "Opvoedhuis Voorbeeldstad",
        OrganisationKind.PARTNER,
        "0900 000 0012",
        ("pedagoog", "jeugdverpleegkundige"),
    ),
    OrganisationText(
        "Thuishulp Voorbeeldstad",
        OrganisationKind.PROVIDER,
        "0900 000 0013",
        ("teamleider huishoudelijke hulp",),
    ),
    OrganisationText(
        "Begeleiding De Brugwachter",
        OrganisationKind.PROVIDER,
        "0900 000 0014",
        ("begeleider", "ervaringswerker"),
    ),
    OrganisationText(
        "Dagcentrum De Koperen Ketel",
        OrganisationKind.PROVIDER,
        "0900 000 0015",
        ("activiteitenbegeleider", "verpleegkundige"),
    ),
    OrganisationText(
        "Jeugdhulp De Vlieger Voorbeeldstad",
        OrganisationKind.PROVIDER,
        "0900 000 0016",
        ("gezinsbegeleider", "gedragswetenschapper"),
    ),
    OrganisationText(
        "Jeugdpraktijk Zilverdraad",
        OrganisationKind.PROVIDER,
        "0900 000 0017",
        ("kinderpsycholoog", "systeemtherapeut"),
    ),
    OrganisationText(
        "Hulpmiddelenhuis Voorbeeldstad",
        OrganisationKind.PROVIDER,
        "0900 000 0018",
        ("ergotherapeutisch adviseur", "monteur"),
    ),
    OrganisationText(
        "Deeltaxi Voorbeeldstad",
        OrganisationKind.PROVIDER,
        "0900 000 0019",
        ("planner",),
    ),
    OrganisationText(
        "Opvanghuis De Voorbeeldhaven",
        OrganisationKind.PROVIDER,
        "0900 000 0020",
        ("begeleider opvang",),
    ),
    OrganisationText(
        "Schuldhulp Voorbeeldstad",
        OrganisationKind.PROVIDER,
        "0900 000 0021",
        ("schuldhulpverlener", "budgetbeheerder"),
    ),
    OrganisationText(
        "Veilig Thuis regio Voorbeeld",
        OrganisationKind.AUTHORITY,
        "0900 000 0022",
        ("vertrouwensarts", "medewerker Veilig Thuis"),
    ),
    OrganisationText(
        "Zorgkantoor regio Voorbeeld",
        OrganisationKind.AUTHORITY,
        "0900 000 0023",
        ("indicatieadviseur",),
    ),
    OrganisationText(
        "Uitkeringskantoor regio Voorbeeld",
        OrganisationKind.AUTHORITY,
        "0900 000 0024",
        ("verzekeringsarts", "arbeidsdeskundige"),
    ),
    OrganisationText(
        "Rechtbank Voorbeeld",
        OrganisationKind.AUTHORITY,
        "0900 000 0025",
        ("griffier",),
    ),
)
