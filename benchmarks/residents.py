"""As many residents as a city has, to search among.

Written by COPY, with the index made afterwards: a hundred thousand times the operation would take an hour.
What is written is what the operation writes: each row is a `Resident` with the keys the model itself gives.
The same seed gives the same people.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from django.db import connections
from django.db.models.functions import Mod

from benchmarks.bulk.rows import as_text
from benchmarks.bulk.tables import go_on_after, next_key
from benchmarks.residents_names import Names
from cases.models import Resident
from sociaal.core import search_keys
from sociaal.core.crypto import encrypt, keyed_hash
from sociaal.core.database import OWNER
from sociaal.core.names import search_key
from sociaal.home.demo import bsn

SEED = 2026
TODAY = date(2026, 11, 21)
MADE_AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
WITH_BSN = 0.05
"""Most residents come without a BSN: nobody asks for one to answer a question."""
TO_SEARCH = 100_000
BATCH = 50_000
TABLE = "cases_resident"
INDEX = "resident_search_keys"
WORKED_OUT_ONCE = ("of_word", "of_street", "of_last_name", "of_first_names", "of_birth", "house", "compact")
COLUMNS = (
    "first_names", "initials", "prefix", "last_name", "birth_name", "birth_date", "bsn", "bsn_hash", "street",
    "house_number", "postcode", "neighbourhood", "phone", "email", "language", "reach_by",
    "confidential_address", "restricted", "other_names", "search_name", "search_keys", "created_at",
)  # fmt: skip


@dataclass
class Population:
    """Draws residents one by one. Another `part` of a municipality draws other ones."""

    number: int
    part: int = 0
    parts: int = 1

    def __post_init__(self) -> None:
        self.rng = Random(SEED + self.part)
        self.names = Names(self.rng)
        self.blank = Resident(created_at=MADE_AT).__dict__
        self.streets = _streets(self.names, max(40, self.number // 400))
        free = range(bsn.count() - 1 - self.part, bsn.count() // 2 - 1, -self.parts)
        self.bsns = (bsn.test_bsn(place) for place in free)

    def __iter__(self) -> Iterator[Resident]:
        return (self._somebody() for _one in range(self.number))

    def _somebody(self) -> Resident:
        rng, background = self.rng, self.names.background()
        gender = rng.choice(("woman", "man"))
        born = TODAY - timedelta(days=round(365.25 * rng.triangular(0, 100, 45)))
        prefix, last = self.names.last(background)
        person = self._blank(prefix, last)
        person.birth_date = born if rng.random() < 0.99 else None
        self._give_names(person, background, gender, born.year)
        if gender == "woman" and born.year < TODAY.year - 28 and rng.random() < 0.25:
            self._marry(person, background)
        self._house(person)
        person.bsn = next(self.bsns, None) if rng.random() < WITH_BSN else None
        return person

    def _blank(self, prefix: str, last: str) -> Resident:
        """As `Resident(…)` gives, which takes a sixth of all the time."""
        person = Resident.__new__(Resident)
        person.__dict__ = self.blank | {"prefix": prefix, "last_name": last}
        return person

    def _give_names(self, person: Resident, background: str, gender: str, born: int) -> None:
        """One first name, or for two in five Dutch people more; of one in twenty only the initials."""
        number = self.rng.choices((1, 2, 3), (60, 28, 12) if background == "dutch" else (85, 13, 2))[0]
        names = [self.names.first(background, gender, born) for _one in range(number)]
        if self.rng.random() < 0.05:
            person.initials = "".join(f"{name[0]}." for name in names)
        else:
            person.first_names = " ".join(dict.fromkeys(names))

    def _marry(self, person: Resident, background: str) -> None:
        """A partner's name, alone or with their own behind it; their own becomes the maiden name."""
        own = f"{person.prefix} {person.last_name}".strip()
        person.birth_name, (person.prefix, person.last_name) = own, self.names.last(background)
        if self.rng.random() < 0.5:
            person.last_name = f"{person.last_name}-{own}"

    def _house(self, person: Resident) -> None:
        street, postcode = self.rng.choice(self.streets)
        person.street, person.postcode = street, postcode
        person.house_number = f"{self.rng.randint(1, 160)}{self.rng.choices(('', 'a', 'b'), (90, 6, 4))[0]}"
        person.phone = f"088{self.rng.randint(0, 9_999_999):07d}" if self.rng.random() < 0.7 else ""
        person.confidential_address = self.rng.random() < 0.002
        person.restricted = self.rng.random() < 0.002


def settle(population: Population) -> dict[int, Resident]:
    """Write them all; the index is dropped before and made anew after. Gives `to_search`."""
    with connections[OWNER].cursor() as cursor:
        first = next_key(cursor, TABLE)
        with _without_index(cursor):
            write(population, cursor, first)
        go_on_after(cursor, TABLE)
        cursor.execute(f"VACUUM ANALYZE {TABLE}")
    return to_search(population.number)


def to_search(number: int) -> dict[int, Resident]:
    """Whom to search for, by key: all of a hundred thousand residents, of a million every tenth."""
    turn = Mod("pk", max(1, number // TO_SEARCH))
    rows = Resident.objects.annotate(turn=turn).filter(created_at=MADE_AT, turn=0)
    return {one.pk: one for one in rows.defer("search_keys")}


def write(population: Population, cursor: Any, first: int, say: Callable[[int], None] | None = None) -> None:
    """Write them, with keys from `first` on. `say` hears now and then how many are there."""
    into = f"COPY {TABLE} (id, {', '.join(COLUMNS)}) FROM STDIN"
    with _each_name_worked_out_once(), cursor.copy(into) as copy:
        for place, person in enumerate(population):
            copy.write(f"{first + place}\t{_line(person)}\n")
            if say and (place + 1) % BATCH == 0:
                say(place + 1)


def _line(person: Resident) -> str:
    """As COPY reads it."""
    first = person.first_names or person.initials
    person.search_name = search_key(f"{first} {person.last_name} {person.birth_name}")
    person.search_keys = sorted(person.keys_to_find_by())
    values = person.__dict__
    if person.bsn:
        values = values | {"bsn": encrypt(person.bsn), "bsn_hash": keyed_hash(person.bsn)}
    return "\t".join([as_text(values[name]) for name in COLUMNS])


@contextmanager
def _without_index(cursor: Any) -> Iterator[None]:
    cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = %s", [INDEX])
    definition = cursor.fetchone()[0]
    cursor.execute(f"DROP INDEX {INDEX}")
    yield
    cursor.execute("SET maintenance_work_mem = '512MB'")
    cursor.execute(definition)


@contextmanager
def _each_name_worked_out_once() -> Iterator[None]:
    """Ten thousand people are called Jansen; the keys of that name are the same each time."""
    plain = {name: getattr(search_keys, name) for name in WORKED_OUT_ONCE}
    for name, work in plain.items():
        setattr(search_keys, name, cache(work))
    yield
    for name, work in plain.items():
        setattr(search_keys, name, work)


def _streets(names: Names, number: int) -> list[tuple[str, str]]:
    """Streets named after people, with a postcode that no real street has."""
    made = {}
    while len(made) < number:
        prefix, last = names.last("dutch")
        end = names.rng.choice(("straat", "laan", "weg", "hof", "kade", "plein"))
        street = f"{prefix.capitalize()} {last}{end}".strip() if prefix else f"{last}{end}"
        letters = "".join(names.rng.choice("ABCDEGHJKLMNPRTVWXZ") for _letter in "12")
        made[street] = f"{9900 + len(made) % 100} {letters}"
    return [*made.items()]
