"""What a caller may be told: before which day something happens. Pure.

At registration nobody has decided under which law the question falls, so only what holds anyway is promised:
the Wmo's term for looking into it, and the shorter ones that a red flag brings. Sources: Wmo 2015 art. 2.3.2
and 2.3.3, Wgs art. 4 lid 2.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.enums import Law, RedFlag
from cases.terms import DueDate, StartedBy, TermCode, due_date, terms_for
from cases.terms.starts import THREATENING

TOLD = (TermCode.WMO_SPOED, TermCode.WGS_BEDREIGEND, TermCode.WMO_ONDERZOEK)
"""The terms worth telling at registration."""


@dataclass(frozen=True)
class Promise:
    """One sentence to read out, the day it is about, and why that day. `term`: what binds us to it."""

    term: TermCode
    words: str
    before: date
    explanation: str
    urgent: bool


def promises(received: date, red_flags: Collection[str], decreed: Collection[date]) -> list[Promise]:
    """What happens before which day, soonest first. `received` is the day of the report, Amsterdam time;
    `decreed` the days put on a par with a Sunday.
    """
    flags = frozenset(RedFlag(flag) for flag in red_flags)
    laws = [Law.WMO, *([Law.WGS] if flags & THREATENING else [])]
    codes = {
        code
        for law in laws
        for code in terms_for(law, StartedBy.REPORT, received=received, red_flags=flags)
        if code in TOLD
    }
    told = [_promise(due_date(code, received, decreed=decreed)) for code in codes]
    return sorted(told, key=lambda promise: (promise.before, promise.words))


def _promise(due: DueDate) -> Promise:
    words = {
        TermCode.WMO_SPOED: _("Today we make sure that you are safe."),
        TermCode.WGS_BEDREIGEND: _("We talk with you about your money worries."),
        TermCode.WMO_ONDERZOEK: _("Together we have found out what you need."),
    }[due.term]
    return Promise(due.term, words, due.date, due.explanation, urgent=due.term != TermCode.WMO_ONDERZOEK)
