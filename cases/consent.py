"""Whose consent is needed before help is given or something is shared. Plain data in, plain data out.

Jeugdwet: under 12 who has authority, from 12 to 15 both, from 16 the young person alone (art. 7.3.4 and
7.3.5, after the example of BW 7:447, 7:450 and 7:465). The other laws ask the resident; of a minor also who
has authority (BW 1:234). Who cannot judge their own interests has a representative, who is asked as well
(Jeugdwet 7.3.5, Wmo 1.1.1, BW 1:381, 1:453).
"""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from cases.enums import Law

JOINS_IN, DECIDES, GROWN_UP = 12, 16, 18


class Needed(Enum):
    """Whose consent: the young or grown-up person's own, of who has authority, of a representative."""

    OWN = _("their own")
    AUTHORITY = _("of who has authority")
    REPRESENTATIVE = _("of the representative")


@dataclass(frozen=True)
class Rule:
    """Whose consent is needed, and the article that says so."""

    whose: tuple[Needed, ...]
    article: str


def consent_rule(law: str, age: int | None, *, represented: bool = False) -> Rule:
    """Whose consent this law asks for a person of this age in years; unknown counts as grown up.

    `represented`: somebody is a representative in this case.
    """
    rule = _by_age(law, age)
    if represented:
        return Rule((*rule.whose, Needed.REPRESENTATIVE), rule.article)
    return rule


def _by_age(law: str, age: int | None) -> Rule:
    if age is None or age >= GROWN_UP:
        return Rule((Needed.OWN,), "")
    if law != Law.JEUGDWET:
        return Rule((Needed.OWN, Needed.AUTHORITY), "BW 1:234")
    if age < JOINS_IN:
        return Rule((Needed.AUTHORITY,), "Jeugdwet 7.3.5")
    if age < DECIDES:
        return Rule((Needed.OWN, Needed.AUTHORITY), "Jeugdwet 7.3.4")
    return Rule((Needed.OWN,), "Jeugdwet 7.3.4")
