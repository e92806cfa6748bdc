"""What waits on me: the work of one caseworker, longest first, with counts that agree with their lists.

A case waits on me when I am its resident's contact person (or the deputy today) and the case waits on us; as
care coordinator once help is running; as case director for what was set by hand; and as second reader. It
waits on others when it waits, and not on me.

The open cases of one person are some dozens: they are read at once, and counted, narrowed and ordered here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from cases.enums import CaseRoleKind, CaseStatus, HandoverState, HelpRequestState, WaitParty
from cases.models import Handover, HelpRequest, Resident
from cases.permissions import FROM_SUPPORTED
from cases.queries import work_rows
from cases.queries.waits import ShownWait, shown_wait
from sociaal.accounts.models import User

HELP_RUNS = (CaseStatus.SUPPORTED, CaseStatus.REVIEWING)


@dataclass(frozen=True)
class Mine:
    """Keys of the open cases that are mine: as contact person, as the deputy of who is, by role, to read
    along.
    """

    own: frozenset[int] = field(default_factory=frozenset)
    absent: frozenset[int] = field(default_factory=frozenset)
    """Of residents for whom I am the deputy today."""
    directed: frozenset[int] = field(default_factory=frozenset)
    coordinated: frozenset[int] = field(default_factory=frozenset)
    to_read: Mapping[int, int] = field(default_factory=dict)
    """Case to the weighing in it that asks for my answer."""

    @property
    def by_resident(self) -> frozenset[int]:
        """As contact person or deputy."""
        return self.own | self.absent

    @property
    def cases(self) -> frozenset[int]:
        """All but those that are only read along in."""
        return self.own | self.absent | self.directed | self.coordinated


@dataclass(frozen=True)
class WorkRow:
    """An open case that concerns me."""

    pk: int
    number: str
    status: str
    subject: str
    resident_id: int
    name: str
    sort_name: str
    is_mine: bool
    on_me: bool
    us_since: datetime | None
    """Since when we are waited for; None when we are not."""
    wait: ShownWait | None

    @property
    def wait_since(self) -> datetime | None:
        return self.wait.since if self.wait else None


@dataclass(frozen=True)
class Work:
    """What there is to do. `asked`: sorts of what is no case of theirs; `appointments`: of today, in order of
    time; `tasks`: the first open ones, first due first, those without a day last.
    """

    rows: Sequence[WorkRow]
    asked: Sequence[str]
    tasks: Sequence[Any]
    appointments: Sequence[Any]


@dataclass(frozen=True)
class Counts:
    """What the pills say, and how many residents wait on me, the longest since when."""

    me: int = 0
    others: int = 0
    running: int = 0
    drafts: int = 0
    handovers: int = 0
    residents: int = 0
    longest_since: datetime | None = None


def mine(user: User, now: datetime) -> Mine:
    """One query."""
    keys: dict[str, dict[int, int]] = {}
    for sort, key, about in work_rows.MINE(user=user.pk, now=now):
        keys.setdefault(sort, {})[key] = about
    return Mine(
        own=frozenset(keys.get("own", ())),
        absent=frozenset(keys.get("absent", ())),
        directed=frozenset(keys.get(CaseRoleKind.CASE_DIRECTOR, ())),
        coordinated=frozenset(keys.get(CaseRoleKind.CARE_COORDINATOR, ())),
        to_read=keys.get("read", {}),
    )


def work_of(user: User, own: Mine, now: datetime) -> Work:
    """All open cases that are theirs or that they read along in, and what is asked and planned. One query."""
    start = timezone.make_aware(datetime.combine(timezone.localdate(now), time()))
    found = work_rows.WORK(
        user=user.pk, cases=own.cases, read=own.cases | own.to_read.keys(),
        start=start, end=start + timedelta(days=1),
    )  # fmt: skip
    waits: dict[int, list[Any]] = {}
    for wait in found.waits:
        waits.setdefault(wait.case_id, []).append(wait)
    rows = [_row(row, waits.get(row.pk, []), own, now) for row in found.cases]
    return Work(rows, [row.sort for row in found.asked], found.tasks, found.appointments)


def _row(row: Any, waits: Sequence[Any], own: Mine, now: datetime) -> WorkRow:
    on_us = [wait for wait in waits if wait.on == WaitParty.US]
    return WorkRow(
        pk=row.pk,
        number=row.number,
        status=row.status,
        subject=row.subject,
        resident_id=row.resident_id,
        name=Resident.name_of(row.first_names, row.initials, row.prefix, row.last_name),
        sort_name=row.search_name,
        is_mine=row.pk in own.cases,
        on_me=_waits_on_me(row, on_us, own),
        us_since=min((wait.since for wait in on_us), default=None),
        wait=shown_wait(waits, now),
    )


def _waits_on_me(row: Any, on_us: Sequence[Any], own: Mine) -> bool:
    if row.pk in own.to_read:
        return True
    coordinates = row.pk in own.coordinated and row.status in FROM_SUPPORTED
    if on_us and (row.pk in own.by_resident or coordinates):
        return True
    return row.pk in own.directed and any(wait.by_hand for wait in on_us)


LISTS = {
    "me": lambda row: row.on_me,
    "others": lambda row: row.is_mine and row.wait is not None and not row.on_me,
    "running": lambda row: row.is_mine and row.status in HELP_RUNS,
}
"""The lists of cases, by the name that stands in the address."""


def case_list(rows: Iterable[WorkRow], name: str) -> list[WorkRow]:
    """The rows of one of `LISTS`."""
    return [row for row in rows if LISTS[name](row)]


def counts(work: Work) -> Counts:
    """How many stand in each list."""
    me = case_list(work.rows, "me")
    return Counts(
        me=len(me),
        others=len(case_list(work.rows, "others")),
        running=len(case_list(work.rows, "running")),
        drafts=work.asked.count("drafts"),
        handovers=work.asked.count("handovers"),
        residents=len({row.resident_id for row in me}),
        longest_since=min((row.us_since for row in me if row.us_since), default=None),
    )


def handovers_asked(user: User) -> QuerySet[Handover]:
    """Handovers that wait for this user's answer."""
    rows = Handover.objects.filter(to_user=user, state=HandoverState.ASKED)
    return rows.select_related("resident", "from_user", "asked_by")


def drafts(user: User) -> QuerySet[HelpRequest]:
    """Questions this user caught and nobody has taken up."""
    return HelpRequest.objects.filter(registered_by=user, state=HelpRequestState.NEW).select_related(
        "resident"
    )


def words_of(cases: Sequence[int]) -> dict[int, str]:
    """By case the first question in the resident's own words. One query."""
    words: dict[int, str] = {}
    for row in work_rows.WORDS(cases=cases):
        words.setdefault(row.case_id, row.words)
    return words
