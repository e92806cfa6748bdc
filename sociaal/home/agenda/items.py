"""The moments of somebody's agenda, in words that say nothing about anybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.queries.procedure_rows import facts_of
from cases.queries.terms import running_terms
from cases.queries.work_list import mine
from sociaal.accounts.models import User
from sociaal.home.agenda import rows

BACK, AHEAD = timedelta(days=31), timedelta(days=366)
"""So much of the past and the future stands in it."""


@dataclass(frozen=True)
class AgendaItem:
    """`when`: a moment, or a day for what lasts all day. `key` is the same as long as it is the same thing.

    `path`: the page it leads to, or "".
    """

    key: str
    when: datetime | date
    words: str
    path: str = ""


@dataclass(frozen=True)
class _Window:
    first: date
    last: date

    @property
    def moments(self) -> dict[str, datetime]:
        start, end = (datetime.combine(day, time.min) for day in (self.first, self.last + timedelta(days=1)))
        return {"start": timezone.make_aware(start), "end": timezone.make_aware(end)}

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def agenda_of(user: User, now: datetime) -> list[AgendaItem]:
    """What is planned in this user's open cases, the days on which their terms and reviews fall, also those
    of an objection in a closed case, handovers that wait for their answer, and the days on which the town is
    closed; one month back, a year ahead. Eight queries, however much there is.
    """
    today, own = timezone.localdate(now), mine(user, now)
    window = _Window(today - BACK, today + AHEAD)
    numbers = dict(rows.CASES(cases=own.cases))
    items = [*_planned(numbers, window), *_due(numbers, window, today), *_others(user, window)]
    return sorted(items, key=lambda item: (_day(item.when), item.key))


def _planned(numbers: dict[int, str], window: _Window) -> Iterator[AgendaItem]:
    keys = list(numbers)
    for row in rows.CONVERSATIONS(cases=keys, **window.moments):
        words = _("Conversation, case %(number)s") % {"number": numbers[row.case_id]}
        path = reverse("conversation", args=[row.pk])
        yield AgendaItem(f"conversation-{row.pk}", row.planned_at, words, path)
    for row in rows.APPOINTMENTS(cases=keys, **window.moments):
        words = _("Appointment, case %(number)s") % {"number": numbers[row.case_id]}
        yield AgendaItem(f"appointment-{row.pk}", row.at, words, _case(numbers[row.case_id]))


def _due(numbers: dict[int, str], window: _Window, today: date) -> Iterator[AgendaItem]:
    """Which term it is stays unsaid: under which law somebody asks for help is about that person."""
    keys = list(numbers)
    for row in rows.PROCEDURES(cases=keys):
        number = numbers[row.case_id]
        for term in running_terms([facts_of(row)], today):
            if window.holds(term.due):
                words = _("Statutory term ends, case %(number)s") % {"number": number}
                yield AgendaItem(f"term-{row.pk}-{term.code.lower()}", term.due, words, _case(number))
            if (day := term.named_day) and window.holds(day):
                words = _("Day named for a decision, case %(number)s") % {"number": number}
                yield AgendaItem(f"named-{row.pk}-{term.code.lower()}", day, words, _case(number))
    for row in rows.REVIEWS(cases=keys, first=window.first, last=window.last):
        words = _("Review of help, case %(number)s") % {"number": numbers[row.case_id]}
        yield AgendaItem(f"review-{row.pk}", row.review_date, words, _case(numbers[row.case_id]))


def _others(user: User, window: _Window) -> Iterator[AgendaItem]:
    """A handover stands on the day by which an answer is wanted, and when the warm transfer is: for who asks
    also after it was accepted, for the new contact person then as an appointment of the case.
    """
    for row in rows.HANDOVERS(user=user.pk, **window.moments):
        path, meets = reverse("handover", args=[row.pk]), row.warm_transfer_at
        if row.to_user == user.pk and window.holds(row.answer_by):
            yield AgendaItem(
                f"handover-{row.pk}", row.answer_by, _("Handover asked: last day to answer"), path
            )
        if meets and window.holds(timezone.localdate(meets)):
            yield AgendaItem(f"transfer-{row.pk}", meets, _("Warm transfer"), path)
    for row in rows.DAYS(first=window.first, last=window.last):
        yield AgendaItem(f"day-{row.pk}", row.day, row.name)


def _case(number: str) -> str:
    return reverse("case", args=[number])


def _day(when: datetime | date) -> date:
    return timezone.localdate(when) if isinstance(when, datetime) else when
