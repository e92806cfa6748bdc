"""Households and residents of Voorbeeldstad as planned: pure data, the same for the same random numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random

from cases.enums import HouseholdRole
from sociaal.accounts.operations.cast import TEAMS
from sociaal.home.demo.names import FIRST_NAMES, LAST_NAMES, SHARE
from sociaal.home.demo.places import NEIGHBOURHOODS
from sociaal.home.demo.questions import QUESTIONS
from sociaal.home.demo.shapes import Gender, HelpQuestion, HouseholdKind

COUPLES = frozenset({HouseholdKind.COUPLE, HouseholdKind.OLDER_COUPLE, HouseholdKind.FAMILY})
WITH_CHILDREN = frozenset({HouseholdKind.FAMILY, HouseholdKind.SINGLE_PARENT})
LANGUAGES = {"turkish": "Turks", "moroccan": "Arabisch", "polish": "Pools", "syrian": "Arabisch",
             "eritrean": "Tigrinya"}  # fmt: skip


@dataclass
class Person:
    """A resident to be. `index` counts all of them; the BSN and telephone number follow from it."""

    index: int
    first_name: str
    prefix: str
    last_name: str
    gender: str
    birth_date: date
    role: HouseholdRole
    language: str = ""
    home: "Home" = field(repr=False, default=None)  # type: ignore[assignment]

    @property
    def is_child(self) -> bool:
        return self.role == HouseholdRole.CHILD

    def age_on(self, day: date) -> int:
        before = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - before


@dataclass
class Home:
    """A household to be, where it lives and which team works there."""

    index: int
    kind: HouseholdKind
    street: str
    house_number: str
    postcode: str
    neighbourhood: str
    people: list[Person] = field(default_factory=list)

    @property
    def team(self) -> str:
        return next(team for team, areas in TEAMS.items() if self.neighbourhood in areas)


def settle(rng: Random, *, residents: int, today: date) -> list[Home]:
    """Households with together about this many people, such as the questions are about."""
    homes: list[Home] = []
    people, questions = 0, [*QUESTIONS]
    while people < residents:
        if len(homes) % len(questions) == 0:
            rng.shuffle(questions)
        home = _home(rng, len(homes), questions[len(homes) % len(questions)], people, today)
        homes.append(home)
        people += len(home.people)
    return homes


def _home(rng: Random, index: int, question: HelpQuestion, first: int, today: date) -> Home:
    area = rng.choice(NEIGHBOURHOODS)
    street = rng.choice(area.streets)
    number = str(rng.randint(1, street.highest))
    home = Home(index, question.household, street.name, number, street.postcode, area.name)
    background = rng.choices([*SHARE], [*SHARE.values()])[0]
    day = today - timedelta(days=rng.randrange(30, 700))
    for role, gender, age in _members(rng, question):
        person = _person(rng, first + len(home.people), role, gender, _born(rng, day, age), background)
        if person.is_child:
            person.prefix, person.last_name = home.people[-1].prefix, home.people[-1].last_name
            if home.people[-1].is_child:
                person.prefix, person.last_name = home.people[0].prefix, home.people[0].last_name
        person.home = home
        home.people.append(person)
    return home


def _members(rng: Random, question: HelpQuestion) -> list[tuple[HouseholdRole, str, int]]:
    """Role, gender and age of everybody in a household about which this question could be."""
    age = rng.randint(*question.ages)
    gender = question.gender or rng.choice((Gender.WOMAN, Gender.MAN))
    parent = question.household in WITH_CHILDREN
    members = [(HouseholdRole.PARENT if parent else HouseholdRole.ADULT, str(gender), age)]
    if question.household in COUPLES:
        other = Gender.MAN if gender == Gender.WOMAN else Gender.WOMAN
        if rng.random() < 0.06:
            other = gender
        role = HouseholdRole.PARENT if parent else HouseholdRole.PARTNER
        members.append((role, str(other), max(18, age + rng.randint(-5, 5))))
    if parent or question.child_ages:
        members += _children(rng, question, age)
    return members


def _children(rng: Random, question: HelpQuestion, parent: int) -> list[tuple[HouseholdRole, str, int]]:
    ages = [rng.randint(*question.child_ages)] if question.child_ages else []
    oldest = min(17, max(0, parent - 19))
    while len(ages) < rng.choice((1, 2, 2, 3)):
        ages.append(rng.randint(0, oldest))
    genders = [question.child_gender if question.child_ages else None] + [None] * len(ages)
    return [
        (HouseholdRole.CHILD, str(gender or rng.choice((Gender.WOMAN, Gender.MAN))), age)
        for gender, age in zip(genders, ages, strict=False)
    ]


def _person(rng: Random, index: int, role: HouseholdRole, gender: str, born: date, background: str) -> Person:
    first = rng.choice(_first_names(gender, min(born.year, 2026), background))
    prefix, last = rng.choice(_last_names(background))
    grown = role != HouseholdRole.CHILD
    language = LANGUAGES.get(background, "") if grown and rng.random() < 0.4 else ""
    return Person(index, first, prefix, last, gender, born, role, language)


def _born(rng: Random, day: date, age: int) -> date:
    """A birth date of who has this age on this day."""
    return day - timedelta(days=age * 365 + age // 4 + rng.randrange(20, 340))


@cache
def _first_names(gender: str, year: int, background: str) -> Sequence[str]:
    fitting = [g for g in FIRST_NAMES if (g.gender, g.background) == (gender, background)]
    of_then = [g for g in fitting if g.born_from <= year <= g.born_until] or fitting
    return [name for group in of_then for name in group.names]


@cache
def _last_names(background: str) -> Sequence[tuple[str, str]]:
    groups = [group for group in LAST_NAMES if group.background == background]
    return [(group.prefix, name) for group in groups for name in group.names]
