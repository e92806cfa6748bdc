"""Who works in Voorbeeldstad beside the cast: enough colleagues for three teams that have work."""

from cases.enums import Law
from sociaal.accounts.operations.cast import CAST, DEBTS, EAST, WEST, Character
from sociaal.accounts.roles import Role

COLLEAGUES: tuple[Character, ...] = (
    Character("ilse", "Ilse Koster", Role.CONSULTANT, "", EAST, (Law.JEUGDWET,), (Law.JEUGDWET,)),
    Character(
        "joost", "Joost van Dijk", Role.CONSULTANT, "", EAST, (Law.WMO, Law.PARTICIPATIEWET), (Law.WMO,)
    ),
    Character("karin", "Karin Blom", Role.CARE_COORDINATOR, "", EAST, (Law.WMO,)),
    Character("latifa", "Latifa Haddou", Role.CONSULTANT, "", WEST, tuple(Law.values), tuple(Law.values)),
    Character("maarten", "Maarten Prins", Role.CONSULTANT, "", WEST, (Law.JEUGDWET,), (Law.JEUGDWET,)),
    Character("nadia", "Nadia Kaya", Role.CONSULTANT, "", WEST, (Law.WMO,), (Law.WMO,)),
    Character("olga", "Olga Wiśniewska", Role.CASE_DIRECTOR, "", WEST),
    Character("pieter", "Pieter Groen", Role.MANAGER, "", WEST),
    Character("quinten", "Quinten Maas", Role.CONSULTANT, "", DEBTS, (Law.WGS,), tuple(Law.values)),
    Character("rosa", "Rosa Pinas", Role.CONSULTANT, "", DEBTS, (Law.PARTICIPATIEWET,), (Law.WGS,)),
    Character("stefan", "Stefan Bos", Role.CASE_DIRECTOR, "", DEBTS),
    Character("tessa", "Tessa Verbeek", Role.MANAGER, "", DEBTS),
)
"""`comes_for` is empty: only the cast can be tried."""

EVERYBODY: tuple[Character, ...] = (*CAST, *COLLEAGUES)
TEAM_OF: dict[str, str] = {one.who: one.team for one in EVERYBODY if one.team}

CONSULTANTS: dict[str, tuple[tuple[str, int], ...]] = {
    EAST: (("anna", 2), ("bram", 5), ("ilse", 5), ("joost", 5)),
    WEST: (("dirk", 4), ("latifa", 4), ("maarten", 3), ("nadia", 3)),
    DEBTS: (("quinten", 4), ("rosa", 4)),
}
"""Who becomes contact person in a team, and how many hours they work. `annas` gives Anna more."""

DIRECTORS: dict[str, str] = {EAST: "carla", WEST: "olga", DEBTS: "stefan"}


def holds_mandate(who: str, law: str) -> bool:
    """Whether this colleague may decide under this law."""
    return any(one.who == who and law in one.mandates for one in EVERYBODY)
