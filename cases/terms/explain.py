"""The sentences that say how a due date came about."""

import datetime as dt
from typing import Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from cases.terms.later import Later
from cases.terms.law import Length, StartedBy, TermKind, TermVersion, Unit


class Explainable(Protocol):
    @property
    def version(self) -> TermVersion: ...
    @property
    def start(self) -> dt.date: ...
    @property
    def length(self) -> Length | None: ...
    @property
    def suspended_days(self) -> int: ...
    @property
    def suspension_runs(self) -> bool: ...
    @property
    def lengthened(self) -> bool: ...
    @property
    def moved(self) -> bool: ...
    @property
    def later(self) -> Later | None: ...


def explain(due: Explainable) -> str:
    """One to six short sentences, in the language of the reader."""
    return " ".join([_first(due), *_why_later(due), *_meaning(due)])


def moved_by(due: Explainable) -> str:
    """In a few words what put this date later than the length of the law alone; "" when nothing did."""
    causes = []
    if due.suspension_runs:
        causes.append(gettext("stands still now"))
    elif due.suspended_days:
        sentence = ngettext(
            "stood still for %(count)d day", "stood still for %(count)d days", due.suspended_days
        )
        causes.append(sentence % {"count": due.suspended_days})
    if due.moved or due.lengthened:
        causes.append(gettext("moved by a weekend or holiday"))
    if due.later:
        causes.append(gettext("put off on %(day)s") % {"day": date_format(due.later.told, "j F")})
    return ", ".join(causes)


def length_text(length: Length) -> str:
    """For example: 6 weeks."""
    count = length.amount
    match length.unit:
        case Unit.HOURS:
            text = ngettext("%(count)d hour", "%(count)d hours", count)
        case Unit.DAYS:
            text = ngettext("%(count)d day", "%(count)d days", count)
        case Unit.WORKING_DAYS:
            text = ngettext("%(count)d working day", "%(count)d working days", count)
        case Unit.WEEKS:
            text = ngettext("%(count)d week", "%(count)d weeks", count)
        case Unit.MONTHS:
            text = ngettext("%(count)d month", "%(count)d months", count)
        case Unit.YEARS:
            text = ngettext("%(count)d year", "%(count)d years", count)
    return text % {"count": count}


def _first(due: Explainable) -> str:
    if due.length is None:
        return gettext("At once: the law names no number of days (%(article)s).") % {
            "article": due.version.article
        }
    return gettext("%(length)s after %(start)s (%(article)s).") % {
        "length": length_text(due.length),
        "start": date_format(due.start, "j F Y"),
        "article": due.version.article,
    }


def _why_later(due: Explainable) -> list[str]:
    sentences = []
    if due.suspended_days:
        sentence = ngettext(
            "%(count)d day added, because the term stood still (Awb art. 4:15).",
            "%(count)d days added, because the term stood still (Awb art. 4:15).",
            due.suspended_days,
        )
        sentences.append(sentence % {"count": due.suspended_days})
    if due.suspension_runs:
        sentences.append(gettext("The term still stands still: this day moves along."))
    if due.lengthened:
        sentences.append(gettext("Lengthened to two working days (Algemene termijnenwet art. 2)."))
    if due.moved:
        sentences.append(gettext("Moved to the next working day (Algemene termijnenwet art. 1)."))
    if due.later:
        sentence = gettext("Put off to %(until)s: the resident was told on %(told)s (%(article)s).")
        sentences.append(sentence % _days_of(due.later))
    return sentences


def _days_of(later: Later) -> dict[str, str]:
    days = {"until": date_format(later.until, "j F Y"), "told": date_format(later.told, "j F Y")}
    return days | {"article": str(later.by.value)}


def _meaning(due: Explainable) -> list[str]:
    if due.version.started_by == StartedBy.OBJECTION_TERM:
        return [gettext("It begins when the time to object has ended, or the objection came after that.")]
    if due.version.kind == TermKind.WAITING:
        return [gettext("From this day the application can be made.")]
    return []
