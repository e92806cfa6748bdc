"""What waits on me: the work of one caseworker, longest first, with counts that agree with their lists.

A case waits on me when I am its resident's contact person (or the deputy today) and the case waits on us; as
care coordinator once help is running; as case director for what was set by hand; and as second reader. It
waits on others when it waits, and not on me.

The open cases of one person are some dozens: their rows of `OpenCase` are read at once, and counted, narrowed
and ordered here. Names, words and appointments are read of those that a page shows.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from cases.enums import CaseRoleKind, CaseStatus, HandoverState, HelpRequestState
from cases.models import Handover, HelpRequest, Resident
from cases.permissions import FROM_SUPPORTED
from cases.queries import work_rows
from sociaal.accounts.models import User
from sociaal.core.templatetags.ui import died

HELP_RUNS = (CaseStatus.SUPPORTED, CaseStatus.REVIEWING)


@dataclass(frozen=True)
class Mine:
    """Keys of the open cases that are mine: as contact person, as the deputy of who is, by role, to read
    along; and of closed ones in which an objection runs.
    """

    own: frozenset[int] = frozenset()
    absent: frozenset[int] = frozenset()
    """Of residents for whom I am the deputy today."""
    directed: frozenset[int] = frozenset()
    coordinated: frozenset[int] = frozenset()
    to_read: Mapping[int, int] = field(default_factory=dict)
    """Case to the weighing in it that asks for my answer."""
    objected: frozenset[int] = frozenset()
    """Closed, and as contact person or deputy I see to it that the objection is decided on."""
    rows: Sequence[Any] = ()
    """Of each the row of `OpenCase`, once; a closed one in the same shape."""

    @property
    def by_resident(self) -> frozenset[int]:
        """As contact person or deputy."""
        return self.own | self.absent

    @property
    def cases(self) -> frozenset[int]:
        """All but those that are only read along in."""
        return self.own | self.absent | self.directed | self.coordinated | self.objected


@dataclass(frozen=True)
class _Closed:
    """A closed case in which an objection runs, as a row of `OpenCase` is."""

    pk: int
    resident_id: int
    status: str = CaseStatus.CLOSED
    wait_on: None = None
    wait_since: None = None
    us_since: None = None
    us_by_hand: bool = False
    has_procedure: bool = True
    review_date: None = None


@dataclass(frozen=True)
class WorkRow:
    """A case that concerns me, as lists are made of it: open, or closed while an objection runs.

    `us_since`: since when we are waited for, None when we are not; `wait_on`, `wait_since`: the wait it
    shows; `review_date`: the first day on which its help is looked at again. `sort_name` only `with_names`.
    """

    pk: int
    resident_id: int
    status: str
    wait_on: str | None
    wait_since: datetime | None
    us_since: datetime | None
    has_procedure: bool
    review_date: date | None
    is_mine: bool
    on_me: bool
    sort_name: str = ""


@dataclass(frozen=True)
class Work:
    """What there is to do. `caught`: questions; `handovers`: asked; `appointments`: of today, in order of
    time; `tasks`: the first open ones, first due first, those without a day last; `procedures`: open ones,
    with what their terms hang on.
    """

    rows: Sequence[WorkRow]
    caught: int
    handovers: int
    tasks: Sequence[Any]
    appointments: Sequence[Any]
    procedures: Sequence[Any]


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


@dataclass(frozen=True)
class Told:
    """What a list shows of a case. `words`: the first question in the resident's own words, else what the
    case is about. `died`: when they died, in words.
    """

    number: str
    name: str
    words: str
    died: str = ""


def mine(user: User, now: datetime) -> Mine:
    """One query."""
    found = work_rows.MINE(user=user.pk, now=now)
    closed = {row.case_id: _Closed(row.case_id, row.resident_id) for row in found.objected}
    open_rows = (*found.own, *found.absent, *found.by_role, *found.to_read)
    every = {row.pk: row for row in open_rows} | closed

    def by_role(kind: str) -> frozenset[int]:
        return frozenset(row.pk for row in found.by_role if row.kind == kind)

    return Mine(
        own=frozenset(row.pk for row in found.own),
        absent=frozenset(row.pk for row in found.absent),
        directed=by_role(CaseRoleKind.CASE_DIRECTOR),
        coordinated=by_role(CaseRoleKind.CARE_COORDINATOR),
        to_read={row.pk: row.weighing for row in found.to_read},
        objected=frozenset(closed),
        rows=list(every.values()),
    )


def work_of(user: User, own: Mine, now: datetime) -> Work:
    """All open cases that are theirs or that they read along in, and what is asked and planned. One query."""
    start = timezone.make_aware(datetime.combine(timezone.localdate(now), time()))
    found = work_rows.WORK(
        user=user.pk, cases=own.cases, start=start, end=start + timedelta(days=1),
        procedures_of=[row.pk for row in own.rows if row.has_procedure],
    )  # fmt: skip
    rows = [_row(row, own) for row in own.rows]
    return Work(
        rows, len(found.caught), len(found.handovers), found.tasks, found.appointments, found.procedures
    )


def _row(row: Any, own: Mine) -> WorkRow:
    return WorkRow(
        pk=row.pk,
        resident_id=row.resident_id,
        status=row.status,
        wait_on=row.wait_on,
        wait_since=row.wait_since,
        us_since=row.us_since,
        has_procedure=row.has_procedure,
        review_date=row.review_date,
        is_mine=row.pk in own.cases,
        on_me=_waits_on_me(row, own),
    )


def _waits_on_me(row: Any, own: Mine) -> bool:
    if row.pk in own.to_read:
        return True
    if row.us_since is None:
        return False
    coordinates = row.pk in own.coordinated and row.status in FROM_SUPPORTED
    return row.pk in own.by_resident or coordinates or (row.pk in own.directed and row.us_by_hand)


LISTS = {
    "me": lambda row: row.on_me,
    "others": lambda row: row.is_mine and row.wait_on is not None and not row.on_me,
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
        drafts=work.caught,
        handovers=work.handovers,
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


def with_names(rows: Iterable[WorkRow]) -> list[WorkRow]:
    """The rows with the name by which they are ordered. One query, which only a list by name asks."""
    found = list(rows)
    names = dict(work_rows.SORT_NAMES(cases=[row.pk for row in found]))
    return [replace(row, sort_name=names[row.pk]) for row in found]


def shown(cases: Collection[int], now: datetime) -> tuple[dict[int, Told], list[Any]]:
    """What a page of a list shows of these cases, by key, and the appointments to come in them. One query."""
    found = work_rows.SHOWN(cases=list(cases), now=now)
    told = {row.pk: _told(row) for row in found.told}
    return told, found.appointments


def _told(row: Any) -> Told:
    return Told(row.number, _name(row), row.words or row.subject, died(row.died_on))


def _name(row: Any) -> str:
    return Resident.name_of(row.first_names, row.initials, row.prefix, row.last_name)
