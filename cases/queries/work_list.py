"""What waits on me: the work of one caseworker, longest first, with counts that agree with their lists.

A case waits on me when I am its resident's contact person (or the deputy today) and the case waits on us; as
care coordinator once help is running; as case director for what was set by hand; and as second reader. It
waits on others when it waits, and not on me.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import (
    Case as When_,
)
from django.db.models import (
    CharField,
    Count,
    DateTimeField,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from cases.enums import CaseRoleKind, CaseStatus, HandoverState, HelpRequestState, WaitParty
from cases.models import (
    Appointment,
    Case,
    CaseRole,
    ContactTerm,
    Deputyship,
    Handover,
    HelpRequest,
    Task,
    Wait,
    Weighing,
)
from cases.permissions import FROM_SUPPORTED
from cases.queries.waits import with_shown_wait
from sociaal.accounts.models import User

HELP_RUNS = (CaseStatus.SUPPORTED, CaseStatus.REVIEWING)


@dataclass(frozen=True)
class Mine:
    """Keys of what is mine: residents as contact person or deputy, cases by role, cases to read along."""

    residents: Sequence[int] = ()
    directed: Sequence[int] = ()
    coordinated: Sequence[int] = ()
    to_read: Mapping[int, int] = field(default_factory=dict)
    """Case to the weighing in it that asks for my answer."""
    absent: frozenset[int] = field(default_factory=frozenset)
    """Residents for whom I am the deputy today."""

    @property
    def cases(self) -> Q:
        """Every case that is mine in one of these ways."""
        others = [*self.directed, *self.coordinated]
        return Q(resident__in=self.residents) | Q(pk__in=others)


@dataclass(frozen=True)
class Counts:
    """What the pills say."""

    me: int = 0
    others: int = 0
    running: int = 0
    drafts: int = 0
    handovers: int = 0
    longest_since: datetime | None = None
    residents: int = 0


def mine(user: User, now: datetime) -> Mine:
    """One query: keys by kind, so that each list finds its rows through an index."""
    replaced = Deputyship.objects.filter(deputy=user, during__contains=now).values("absent")
    terms = ContactTerm.objects.filter(Q(user=user) | Q(user__in=replaced), during__contains=now)
    roles = CaseRole.objects.filter(user=user, until__isnull=True)
    readings = Weighing.objects.filter(
        second_reader=user, second_reader_agrees__isnull=True, chosen_at__isnull=True
    )
    kind = When_(When(user=user, then=Value("own")), default=Value("absent"), output_field=CharField())
    own = terms.annotate(sort=kind, about=Value(0)).values_list("sort", "resident", "about")
    given = roles.annotate(about=Value(0)).values_list("kind", "case", "about")
    read = readings.order_by().annotate(sort=Value("read", output_field=CharField()))
    keys: dict[str, dict[int, int]] = {}
    for sort, key, about in own.union(given, read.values_list("sort", "case", "pk"), all=True):
        keys.setdefault(sort, {})[key] = about
    return Mine(
        residents=[*keys.get("own", ()), *keys.get("absent", ())],
        directed=list(keys.get(CaseRoleKind.CASE_DIRECTOR, ())),
        coordinated=list(keys.get(CaseRoleKind.CARE_COORDINATOR, ())),
        to_read=keys.get("read", {}),
        absent=frozenset(keys.get("absent", ())),
    )


def _on_us(*, by_hand: bool = False) -> QuerySet[Wait]:
    running = Wait.objects.filter(case=OuterRef("pk"), until__isnull=True, on=WaitParty.US)
    return running.filter(by_hand=True) if by_hand else running


def waits_on_me(own: Mine) -> Q:
    """The condition on a case, open or not asked."""
    by_us = Q(resident__in=own.residents) | Q(pk__in=own.coordinated, status__in=FROM_SUPPORTED)
    condition = by_us & Q(Exists(_on_us())) | Q(pk__in=list(own.to_read))
    return condition | Q(pk__in=own.directed) & Q(Exists(_on_us(by_hand=True)))


def open_cases(own: Mine) -> QuerySet[Case]:
    """All open cases that are mine (`is_mine`) or that I read along in, with `on_me` and `waits_at_all`."""
    waiting = Wait.objects.filter(case=OuterRef("pk"), until__isnull=True)
    cases = Case.objects.filter(own.cases | Q(pk__in=list(own.to_read))).exclude(status=CaseStatus.CLOSED)
    return cases.annotate(
        is_mine=_whether(own.cases), on_me=_whether(waits_on_me(own)), waits_at_all=Exists(waiting)
    )


def _whether(condition: Q) -> When_:
    return When_(When(condition, then=Value(True)), default=Value(False))


LISTS = {
    "me": Q(on_me=True),
    "others": Q(is_mine=True, on_me=False, waits_at_all=True),
    "running": Q(is_mine=True, status__in=HELP_RUNS),
}
"""The lists of cases, by the name that stands in the address."""


def case_list(own: Mine, name: str) -> QuerySet[Any]:
    """The rows of one of `LISTS`, with what the page shows of each."""
    words = HelpRequest.objects.filter(case=OuterRef("pk")).order_by("received_at", "pk").values("words")[:1]
    return (
        with_shown_wait(open_cases(own).filter(LISTS[name]))
        .annotate(words=Subquery(words))
        .select_related("resident")
        .only(
            "number",
            "subject",
            "status",
            "reported_at",
            "resident__first_names",
            "resident__initials",
            "resident__prefix",
            "resident__last_name",
            "resident__search_name",
        )
    )


def counts(user: User, own: Mine) -> Counts:
    """Two queries. `longest_since`: since when the one who waits longest on me waits."""
    since = Wait.objects.filter(case=OuterRef("pk"), until__isnull=True, on=WaitParty.US).order_by("since")
    cases = (
        open_cases(own)
        .annotate(us_since=Subquery(since.values("since")[:1], output_field=DateTimeField()))
        .aggregate(
            me=Count("pk", filter=LISTS["me"]),
            residents=Count("resident", filter=LISTS["me"], distinct=True),
            others=Count("pk", filter=LISTS["others"]),
            running=Count("pk", filter=LISTS["running"]),
            longest_since=Min("us_since", filter=LISTS["me"]),
        )
    )
    kept = _keys(drafts(user), "drafts").union(_keys(handovers_asked(user), "handovers"), all=True)
    kinds = [kind for kind, _pk in kept]
    return Counts(**cases, drafts=kinds.count("drafts"), handovers=kinds.count("handovers"))


def _keys(rows: QuerySet[Any], kind: str) -> QuerySet[Any]:
    return rows.order_by().annotate(sort=Value(kind, output_field=CharField())).values_list("sort", "pk")


def handovers_asked(user: User) -> QuerySet[Handover]:
    """Handovers that wait for this user's answer."""
    rows = Handover.objects.filter(to_user=user, state=HandoverState.ASKED)
    return rows.select_related("resident", "from_user", "asked_by")


def drafts(user: User) -> QuerySet[HelpRequest]:
    """Questions this user caught and nobody has taken up."""
    return HelpRequest.objects.filter(registered_by=user, state=HelpRequestState.NEW).select_related(
        "resident"
    )


def tasks(user: User) -> QuerySet[Task]:
    """Open tasks of this user, first due first, those without a day last."""
    rows = Task.objects.filter(assignee=user, done_at__isnull=True).select_related("case")
    return rows.order_by(F("due_date").asc(nulls_last=True), "pk")


def appointments(own: Mine, start: datetime, end: datetime) -> QuerySet[Appointment]:
    """Appointments of my cases in a period, in order of time."""
    theirs = Appointment.objects.filter(at__gte=start, at__lt=end).exclude(held=False)
    others = [*own.directed, *own.coordinated]
    return theirs.filter(Q(case__resident__in=own.residents) | Q(case__in=others)).select_related(
        "case__resident"
    )
