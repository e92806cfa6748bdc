"""Planned work with several parties: a case director, partners at the table, agreements kept or not."""

from cases.enums import DataCategory, Law
from sociaal.home.demo.lives import Life
from sociaal.home.demo.organisations import ORGANISATIONS
from sociaal.home.demo.shapes import AgreementText, ParticipationText
from sociaal.home.demo.together import AGREEMENTS, PARTICIPATIONS

KIND = {organisation.name: organisation.kind for organisation in ORGANISATIONS}
WHERE_NEEDED: dict[str, tuple[str, ...]] = {
    Law.JEUGDWET: (
        "Basisschool De Windvaan",
        "Scholengemeenschap Het Vierkant",
        "Jeugdhulp De Vlieger Voorbeeldstad",
        "Huisartsenpraktijk Het Plantsoen",
    ),
    Law.WGS: ("Voorbeeld Wonen", "Schuldhulp Voorbeeldstad", "Welzijn Voorbeeldstad"),
    Law.PARTICIPATIEWET: ("Schuldhulp Voorbeeldstad", "Welzijn Voorbeeldstad", "Voorbeeld Wonen"),
    Law.WMO: (
        "Wijkverpleging Aan Huis Voorbeeldstad",
        "Huisartsenpraktijk Het Plantsoen",
        "Begeleiding De Brugwachter",
        "Welzijn Voorbeeldstad",
    ),
}
PARTY_OF: dict[str, ParticipationText] = {text.organisation: text for text in PARTICIPATIONS}


def gather_parties(life: Life) -> None:
    """A case director and the parties that this question needs, most with an agreement."""
    if life.chance(0.7):
        life.do("give_role", life.days(0, 5, 1), kind="case_director")
    names = [*WHERE_NEEDED[life.question.laws[0]]]
    life.rng.shuffle(names)
    if life.question.safety and life.person.is_child:
        names.insert(0, "Veilig Thuis regio Voorbeeld")
    for name in names[: 1 if life.chance(0.4) else 2 if life.chance(0.8) else 3]:
        life.do("add_party", life.days(0, 4, 1), organisation=name)
        if life.chance(0.75):
            for agreed in pick_agreements(life, PARTY_OF[name]):
                agree(life, agreed, organisation=name)
    if life.chance(0.4):
        agree(life, life.rng.choice([text for text in AGREEMENTS if text.kind is None and fits(text)]))


def pick_agreements(life: Life, party: ParticipationText) -> list[AgreementText]:
    """One that suits this partner, about what they may know."""
    suit = [
        text
        for text in AGREEMENTS
        if text.kind == KIND[party.organisation]
        and text.category in party.categories
        and (text.category != DataCategory.GENERAL or life.fits(text.what))
    ]
    return life.rng.sample(suit, min(len(suit), 1))


def fits(text: AgreementText) -> bool:
    """Only what stays true in any case."""
    return text.category == DataCategory.GENERAL


def agree(life: Life, text: AgreementText, organisation: str = "") -> None:
    """Make an agreement and, when its day is there, say what became of it.

    Settled a little before the next step would be: an agreement runs beside the case, not in its way.
    """
    life.do("make_agreement", what=text.what, for_days=text.days, category=text.category,
            organisation=organisation, we_wait=bool(organisation) and life.chance(0.25))  # fmt: skip
    life.loose_ends.append((life.at, text, life.agreements))
    life.agreements += 1
