"""Names as they come over the telephone: each in one of five ways not quite as it is written.

The kinds are those of the issue, forty each of two hundred. Whom to misspell is drawn from everybody to whom
the kind can happen: so names that are common are asked for often.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from unicodedata import combining, normalize

from cases.models import Resident

SEED = 4
VOWELS = "aeiou"
BESIDE = {
    "a": "sqz", "b": "vgn", "c": "xvk", "d": "sft", "e": "wr", "f": "dgv", "g": "fhb", "h": "gj", "i": "uo",
    "j": "hk", "k": "jlc", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "ob", "q": "wa", "r": "et",
    "s": "adz", "t": "ryd", "u": "yi", "v": "cbf", "w": "qe", "x": "zc", "y": "tu", "z": "xs",
}  # fmt: skip
"""Letters beside each other on the keyboard, or heard for one another."""
PREFIXES = ("van", "van de", "van der", "van den", "v.d.", "de", "ter", "ten", "vd")


@dataclass(frozen=True)
class Misspelling:
    """What is typed for whom. `kind`: what is wrong with it."""

    kind: str
    key: int
    name: str
    born: int | None

    @property
    def with_year(self) -> str:
        return f"{self.name} {self.born}"


def misspellings(people: Mapping[int, Resident], number: int, seed: int = SEED) -> list[Misspelling]:
    """So many names of these people who can be found, as many of each kind; the same seed gives the same."""
    rng = Random(seed)
    findable = sorted(
        key
        for key, one in people.items()
        if one.birth_date and not (one.restricted or one.confidential_address)
    )
    made: list[Misspelling] = []
    while len(made) < number:
        kind = [*KINDS][len(made) % len(KINDS)]
        key = rng.choice(findable)
        person = people[key]
        typed = KINDS[kind](rng, person)
        if typed and typed.lower() != _said(person).lower():
            made.append(Misspelling(kind, key, typed, person.birth_date and person.birth_date.year))
    return made


def _said(person: Resident, *, prefix: str | None = None, last: str | None = None) -> str:
    """As one says a name, with another prefix or last name where that is given."""
    first = person.first_names.split()[0] if person.first_names else person.initials
    parts = (first, person.prefix if prefix is None else prefix, last or person.last_name)
    return " ".join(part for part in parts if part)


def _double_dropped(rng: Random, person: Resident) -> str:
    name = person.last_name
    places = [place for place in range(1, len(name)) if name[place].lower() == name[place - 1].lower()]
    return _said(person, last=_without(name, rng.choice(places))) if places else ""


def _ij_and_y(rng: Random, person: Resident) -> str:
    """The i grec for ij, ij for y, or ei for ij."""
    name = person.last_name
    if "ij" in name.lower():
        return _said(person, last=name.replace("IJ", "Y").replace("ij", rng.choice(("y", "y", "ei"))))
    return _said(person, last=name.replace("y", "ij")) if "y" in name[1:] else ""


def _prefix(rng: Random, person: Resident) -> str:
    """Left out, another one, or behind a comma."""
    if not person.prefix:
        return ""
    way = rng.choice(("missing", "swapped", "behind"))
    if way == "behind":
        first = person.first_names.split()[0] if person.first_names else person.initials
        return f"{person.last_name}, {first} {person.prefix}"
    others = [prefix for prefix in PREFIXES if prefix != person.prefix.lower()]
    return _said(person, prefix="" if way == "missing" else rng.choice(others))


def _typo(rng: Random, person: Resident) -> str:
    """One slip in the whole name: a letter too few, too many, another or two swapped."""
    name = _said(person)
    places = [place for place in range(1, len(name)) if name[place].isalpha()]
    place = rng.choice(places)
    way = rng.choice(("missing", "other", "twice", "swapped"))
    if way == "missing":
        return _without(name, place)
    if way == "other":
        other = rng.choice(BESIDE.get(_flat(name[place]).lower()[:1], VOWELS))
        return name[:place] + other + name[place + 1 :]
    if way == "twice":
        return name[:place] + rng.choice(BESIDE.get(_flat(name[place]).lower()[:1], VOWELS)) + name[place:]
    if place + 1 < len(name) and name[place + 1].isalpha() and name[place + 1] != name[place]:
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    return ""


def _diacritics(rng: Random, person: Resident) -> str:
    del rng
    flat = _flat(_said(person))
    return flat if flat != _said(person) else ""


def _flat(text: str) -> str:
    letters = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    return letters.replace("ı", "i").replace("ł", "l").replace("Ł", "L")


def _without(name: str, place: int) -> str:
    return name[:place] + name[place + 1 :]


KINDS: dict[str, Callable[[Random, Resident], str]] = {
    "double letter dropped": _double_dropped,
    "ij and y": _ij_and_y,
    "tussenvoegsel": _prefix,
    "one typo": _typo,
    "diacritics missing": _diacritics,
}
