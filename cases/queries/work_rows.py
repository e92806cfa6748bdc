"""The rows behind "My work", each query put together once."""

from typing import Any

from django.db.models import CharField, F, QuerySet, Value

from cases.enums import CaseStatus, HandoverState, HelpRequestState
from cases.models import (
    Appointment,
    Case,
    CaseRole,
    Deputyship,
    Handover,
    HelpRequest,
    OpenCase,
    Task,
    Wait,
    Weighing,
)
from sociaal.core.prepared import Given, Prepared
from sociaal.core.prepared_together import Together

Rows = QuerySet[Any, Any]
NAMES = ("first_names", "initials", "prefix", "last_name")
MOST_TASKS = 10


def _mine(given: Given) -> Rows:
    """What ties this user to open cases: the sort of tie, the key of the case, and the weighing to be read.

    As contact person of the resident (`own`) or today the deputy of who is (`absent`), by role (the kind of
    role), and by a weighing that asks for their answer (`read`).
    """
    user, now = given.number("user"), given.moment("now")
    replaced = Deputyship.objects.filter(deputy=user, during__contains=now).values("absent")
    cases = OpenCase.objects.annotate(about=Value(0))
    roles = CaseRole.objects.filter(user=user, until__isnull=True).annotate(about=Value(0))
    readings = Weighing.objects.filter(second_reader=user, second_reader_agrees__isnull=True)
    own = _tied(cases.filter(contact=user), "own").values_list("sort", "case_id", "about")
    return own.union(
        _tied(cases.filter(contact__in=replaced), "absent").values_list("sort", "case_id", "about"),
        roles.values_list("kind", "case_id", "about"),
        _tied(readings.filter(chosen_at__isnull=True), "read").values_list("sort", "case_id", "pk"),
        all=True,
    )


def _tied(rows: QuerySet[Any], sort: str) -> QuerySet[Any]:
    return rows.order_by().annotate(sort=Value(sort, output_field=CharField()))


def _cases(given: Given) -> Rows:
    rows = Case.objects.filter(pk__any_of=given.keys("read")).exclude(status=CaseStatus.CLOSED)
    names = {name: F(f"resident__{name}") for name in (*NAMES, "search_name")}
    return rows.annotate(**names).values_list("pk", "number", "status", "subject", "resident_id", *names)


def _waits(given: Given) -> Rows:
    rows = Wait.objects.filter(case__any_of=given.keys("read"), until__isnull=True)
    return rows.values_list("case_id", "on", "subject", "since", "why", "by_hand")


def _words(given: Given) -> Rows:
    rows = HelpRequest.objects.filter(case__any_of=given.keys("cases"))
    return rows.order_by("received_at", "pk").values_list("case_id", "words")


def _asked(given: Given) -> Rows:
    """Questions this user caught that nobody has taken up, and handovers that wait for their answer."""
    user = given.number("user")
    caught = HelpRequest.objects.filter(registered_by=user, state=HelpRequestState.NEW)
    asked = Handover.objects.filter(to_user=user, state=HandoverState.ASKED)
    drafts = _tied(caught, "drafts").values_list("sort", "pk")
    return drafts.union(_tied(asked, "handovers").values_list("sort", "pk"), all=True)


def _tasks(given: Given) -> Rows:
    rows = Task.objects.filter(assignee=given.number("user"), done_at__isnull=True)
    ordered = rows.order_by(F("due_date").asc(nulls_last=True), "pk").annotate(number=F("case__number"))
    return ordered.values_list("pk", "title", "due_date", "number")[:MOST_TASKS]


def _appointments(given: Given) -> Rows:
    in_time = Appointment.objects.filter(at__gte=given.moment("start"), at__lt=given.moment("end"))
    names = {name: F(f"case__resident__{name}") for name in NAMES}
    rows = in_time.exclude(held=False).filter(case__any_of=given.keys("cases"))
    return rows.annotate(number=F("case__number"), resident_id=F("case__resident"), **names).values_list(
        "at", "title", "number", "resident_id", *NAMES
    )


MINE, WORDS = Prepared(_mine), Prepared(_words)
WORK = Together(
    cases=Prepared(_cases),
    waits=Prepared(_waits),
    asked=Prepared(_asked),
    tasks=Prepared(_tasks),
    appointments=Prepared(_appointments),
)
"""All that follows from who asks and what is theirs, in one statement."""
