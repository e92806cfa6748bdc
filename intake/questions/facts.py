"""The closed list of facts that a prompt can depend on, and when each of them holds."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cases.enums import RedFlag
from intake.questions.mentions import mentions_debts


class Fact(TextChoices):
    """What is known of a household before or while one talks. The red flags have the codes of `RedFlag`."""

    CHILDREN = "children", _("Children in the household")
    UNDER_27 = "under_27", _("Somebody of 16 to 26 at home")
    LIVES_ALONE = "lives_alone", _("Lives alone")
    INTERPRETER = "interpreter", _("An interpreter is needed")
    DEBTS = "debts", _("Debts were mentioned")
    UNSAFE = "unsafe", _("Unsafe at home, or a child at risk")
    EVICTION = "eviction", _("Eviction")
    UTILITIES = "utilities", _("Gas, electricity, heating or water being cut off")
    INSURANCE = "insurance", _("Health insurance being ended")
    NO_FOOD = "no_food", _("No money for food")


FROM_ARREARS = frozenset({RedFlag.EVICTION, RedFlag.UTILITIES, RedFlag.INSURANCE})
"""These come from arrears; so debts need not be said in words."""
OWN_LANGUAGES = frozenset({"", "nl", "nederlands", "dutch"})
HARD = 2
"""The highest level of finances (1 acute, 2 not self-reliant) that is taken for debts."""


@dataclass(frozen=True)
class Housemate:
    """Somebody at home now. `age` in whole years, None where the birth date is unknown."""

    age: int | None
    is_child: bool = False


@dataclass(frozen=True)
class Known:
    """What the facts follow from. `at_home`: everybody in the household, the resident too; empty: unknown."""

    at_home: Sequence[Housemate] = ()
    red_flags: Collection[str] = ()
    texts: Sequence[str] = ()
    finances_levels: Collection[int] = ()
    language: str = ""
    age: int | None = None


def facts_of(known: Known) -> frozenset[Fact]:
    """The facts that hold.

    Debts: somebody speaks of them, a red flag that comes from arrears, or finances at level 1 or 2. Young is
    16 to 26: until 27 other rules hold for school and benefits (Participatiewet, articles 13 and 41). Who
    lives in a household of one lives alone; without a household nobody knows.
    """
    rules = {
        Fact.CHILDREN: any(_is_child(one) for one in known.at_home),
        Fact.UNDER_27: any(_is_young(age) for age in _ages(known)),
        Fact.LIVES_ALONE: len(known.at_home) == 1,
        Fact.INTERPRETER: known.language.strip().lower() not in OWN_LANGUAGES,
        Fact.DEBTS: _has_debts(known),
    }
    return frozenset(
        {fact for fact, holds in rules.items() if holds} | {Fact(flag) for flag in known.red_flags}
    )


def _is_child(one: Housemate) -> bool:
    return one.is_child or (one.age is not None and one.age < 18)


def _is_young(age: int | None) -> bool:
    return age is not None and 16 <= age < 27


def _ages(known: Known) -> Iterable[int | None]:
    return [known.age, *(one.age for one in known.at_home)]


def _has_debts(known: Known) -> bool:
    hard = any(level <= HARD for level in known.finances_levels)
    return hard or bool(FROM_ARREARS & set(known.red_flags)) or mentions_debts(known.texts)
