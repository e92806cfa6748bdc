"""What the page "My work" shows: the work list of the cases, what falls due, and what is planned today."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cases.enums import CaseStatus
from cases.models import Resident
from cases.queries import work_list
from cases.queries.due import DueRow, due_rows
from cases.queries.handovers import left_to_answer
from cases.queries.next_dates import REVIEW, TERM, NextDate, dates_of, first_dates
from cases.queries.waits import waits_on
from cases.queries.work_list import Counts, Mine, Told, WorkRow
from intake.queries.drafts import MINE
from sociaal.accounts.models import User
from sociaal.core.listing import Column, Listing, RowsInHand, list_page
from sociaal.core.registry import TodayItem, registry
from sociaal.core.templatetags.ui import days, long_date

COLUMNS = (
    Column("who", gettext_lazy("Resident"), "sort_name"),
    Column("step", gettext_lazy("Step"), "status"),
    Column("wait", gettext_lazy("Waits"), "wait_since"),
    Column("date", gettext_lazy("Next date")),
)
DRAFT_COLUMNS = (Column("received", gettext_lazy("Received"), "received_at"),)
DUE_COLUMNS = (*COLUMNS[:-1], Column("date", COLUMNS[-1].label, "day"))
HANDOVER_COLUMNS = (Column("answer", gettext_lazy("Answer by"), "answer_by"),)


@dataclass(frozen=True)
class Row:
    """A line of a list of work."""

    url: str
    name: str
    words: str
    step: str
    wait: str
    wait_tone: str
    date: str
    is_late: bool
    why: str = ""
    left: str = ""
    article: str = ""
    died: str = ""
    """When they died, in words; that they did, to who may only know who it is."""
    number: str = ""
    """Of a case that can be ticked to put a task in it: theirs and open, not one they only read along in."""


@dataclass(frozen=True)
class MyWork:
    greeting: str
    summary: str
    pills: Sequence[Mapping[str, Any]]
    chosen: str
    listing: Listing
    rows: Sequence[Row]
    tasks: Sequence[Any]
    today: Sequence[Any]
    residents: Sequence[int]


def my_work(user: User, get: QueryDict, now: datetime) -> MyWork:
    """The page for this user, with the list that the address asks for. At most ten queries, all together."""
    own = work_list.mine(user, now)
    work = work_list.work_of(user, own, now)
    counts, dates = work_list.counts(work), dates_of(work.rows, work.procedures, now)
    due = {sort: due_rows(work.rows, dates, sort, timezone.localdate(now)) for sort in (TERM, REVIEW)}
    chosen = get.get("list", "me")
    chosen = chosen if chosen in PILLS else "me"
    if chosen in due:
        listing, rows, residents = _due(due[chosen], own, get, now)
    else:
        listing, rows, residents = _rows(user, own, work.rows, dates, chosen, get, now)
    today = planned_today(user, work.appointments, now)
    return MyWork(
        greeting=greeting(now, user.name),
        summary=summary(counts, now),
        pills=[*_pills(counts, due, chosen), _drafts_pill(user)],
        chosen=chosen,
        listing=listing,
        rows=rows,
        tasks=work.tasks,
        today=today,
        residents=[*residents, *(item.resident_id for item in today)],
    )


PILLS = {
    "me": gettext_lazy("Waits on me"),
    "others": gettext_lazy("Waits on others"),
    "running": gettext_lazy("Help is running"),
    TERM: gettext_lazy("Terms at risk"),
    REVIEW: gettext_lazy("Reviews due"),
    "drafts": gettext_lazy("Not taken up yet"),
    "handovers": gettext_lazy("Asked to take over"),
}


def _pills(counts: Counts, due: Mapping[str, Sequence[DueRow]], chosen: str) -> list[dict[str, Any]]:
    numbers = asdict(counts) | {sort: len(rows) for sort, rows in due.items()}
    return [
        {"label": label, "url": f"?list={name}", "count": numbers[name], "current": name == chosen}
        for name, label in PILLS.items()
    ]


def _drafts_pill(user: User) -> dict[str, Any]:
    """What I typed and did not send: a page of its own. One query."""
    return {
        "label": _("Drafts"),
        "url": reverse("drafts"),
        "count": len(MINE(user=user.pk)),
        "current": False,
    }


def greeting(now: datetime, name: str) -> str:
    """By the hour of the day."""
    hour, first = timezone.localtime(now).hour, name.split(" ")[0]
    if hour < 12:
        return _("Good morning, %(name)s") % {"name": first}
    if hour < 18:
        return _("Good afternoon, %(name)s") % {"name": first}
    return _("Good evening, %(name)s") % {"name": first}


def summary(counts: Counts, now: datetime) -> str:
    """How many residents wait on me, and the longest of them."""
    if not counts.residents:
        return _("Nobody waits on you. Well done.")
    waiting = ngettext(
        "%(number)d resident waits on you", "%(number)d residents wait on you", counts.residents
    ) % {"number": counts.residents}
    if counts.longest_since is None or (now - counts.longest_since).days < 1:
        return f"{waiting}."
    if counts.residents == 1:
        return _("%(waiting)s, for %(days)s.") % {
            "waiting": waiting,
            "days": days((now - counts.longest_since).days),
        }
    longest = days((now - counts.longest_since).days)
    return _("%(waiting)s, the longest for %(days)s.") % {"waiting": waiting, "days": longest}


def _due(
    found: Sequence[DueRow], own: Mine, get: QueryDict, now: datetime
) -> tuple[Listing, list[Row], list[int]]:
    """Terms at risk or reviews due, what ends first on top; each with the day it is about."""
    if _by_name(get):
        named = {row.pk: row for row in work_list.with_names({row.case for row in found})}
        found = [replace(row, case=named[row.pk]) for row in found]
    listing = list_page(RowsInHand(found), get, columns=DUE_COLUMNS, default="date")
    told, _appointments = work_list.shown({row.pk for row in listing.rows}, now)
    shown = [
        replace(_case(row.case, row.falls, told[row.pk], own, now), article=row.falls.article)
        for row in listing.rows
    ]
    return listing, shown, _known([row.case for row in listing.rows])


def _by_name(get: QueryDict) -> bool:
    return get.get("sort", "").removeprefix("-") == "who"


def _rows(
    user: User,
    own: Mine,
    cases: Sequence[WorkRow],
    dates: Mapping[int, Sequence[NextDate]],
    chosen: str,
    get: QueryDict,
    now: datetime,
) -> tuple[Listing, list[Row], list[int]]:
    if chosen == "drafts":
        listing = list_page(work_list.drafts(user), get, columns=DRAFT_COLUMNS, default="received")
        return listing, [_draft(row, now) for row in listing.rows], _known(listing.rows)
    if chosen == "handovers":
        listing = list_page(work_list.handovers_asked(user), get, columns=HANDOVER_COLUMNS, default="answer")
        return listing, [_handover(row, now) for row in listing.rows], _known(listing.rows)
    rows = work_list.case_list(cases, chosen)
    found = RowsInHand(work_list.with_names(rows) if _by_name(get) else rows)
    listing = list_page(found, get, columns=COLUMNS, default="wait")
    told, appointments = work_list.shown({row.pk for row in listing.rows}, now)
    first = first_dates(dates, appointments, listing.rows, now)
    shown = [_case(row, first.get(row.pk), told[row.pk], own, now) for row in listing.rows]
    return listing, shown, _known(listing.rows)


def _known(rows: Sequence[Any]) -> list[int]:
    return [row.resident_id for row in rows if row.resident_id]


def _case(row: WorkRow, date: NextDate | None, told: Told, own: Mine, now: datetime) -> Row:
    wait = why = ""
    if row.wait_on and row.wait_since:
        wait = f"{days((now - row.wait_since).days)} {waits_on(row.wait_on)}"
    if row.pk in own.to_read:
        why = _("you are the second reader")
    elif row.pk in own.absent:
        why = _("you replace a colleague")
    elif row.pk in own.objected:
        why = _("an objection runs in this closed case")
    return Row(
        url=_address(row, told.number, own),
        name=told.name,
        words="" if _only_reads(row, own) else told.words,
        step=str(CaseStatus(row.status).label),
        wait=wait,
        wait_tone="waiting" if row.on_me else "soft",
        date=f"{date.label} {long_date(date.day)}" if date else "",
        is_late=bool(date and date.is_late),
        why=why,
        left=date.left if date else "",
        died=_("died") if told.died and _only_reads(row, own) else told.died,
        number=told.number if row.is_mine and row.status != CaseStatus.CLOSED else "",
    )


def _address(row: WorkRow, number: str, own: Mine) -> str:
    if _only_reads(row, own):
        return reverse("second_reading", args=[number, own.to_read[row.pk]])
    return reverse("case", args=[number])


def _only_reads(row: WorkRow, own: Mine) -> bool:
    """A second reader who is nothing else to the case sees only the weighing."""
    return row.pk in own.to_read and not row.is_mine


def _draft(row: Any, now: datetime) -> Row:
    name = row.resident.full_name if row.resident else _("Resident not known yet")
    waited = days((now - row.received_at).days)
    ended = _("died") if row.resident and row.resident.died_on else ""
    url, wait = _page("help_request", row.pk), f"{waited} {waits_on('us')}"
    return Row(url, name, row.words, "", wait, "waiting", "", False, died=ended)


def _handover(row: Any, now: datetime) -> Row:
    asked = _("asked by %(name)s") % {"name": row.asked_by.name}
    waited = f"{days((now - row.asked_at).days)} {waits_on('us')}"
    today = timezone.localdate(now)
    return Row(
        url=_page("handover", row.pk),
        name=row.resident.full_name,
        words=row.explanation,
        step=asked,
        wait=waited,
        wait_tone="waiting",
        date=_("answer by %(day)s") % {"day": long_date(row.answer_by)},
        is_late=row.answer_by < today,
        left=left_to_answer(row.answer_by, today),
        died=_("died") if row.resident.died_on else "",
    )


def _page(name: str, *args: Any) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def _name(row: Any) -> str:
    return Resident.name_of(row.first_names, row.initials, row.prefix, row.last_name)


def planned_today(user: User, appointments: Sequence[Any], now: datetime) -> list[Any]:
    """These appointments of today, and what other apps planned, in order of time."""
    items: list[Any] = [
        TodayItem(
            row.at,
            _("%(title)s: %(name)s") % {"title": row.title, "name": _name(row)},
            row.resident_id,
            reverse("case", args=[row.number]),
        )
        for row in appointments
    ]
    for theirs in registry.today:
        items += theirs(user, timezone.localdate(now))
    return sorted(items, key=lambda item: item.at)
