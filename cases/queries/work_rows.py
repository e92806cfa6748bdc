"""The rows behind "My work", each query put together once."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from cases.enums import CaseStatus, HandoverState, HelpRequestState
from cases.models import (
    Appointment,
    Case,
    ContactTerm,
    Deputyship,
    Handover,
    HelpRequest,
    OpenCase,
    Procedure,
    Task,
)
from cases.models.procedure import OBJECTION_RUNS
from cases.queries.next_dates import appointments_to_come, open_procedures
from sociaal.core.prepared import Given, Prepared
from sociaal.core.prepared_together import Together

Rows = QuerySet[Any, Any]
NAMES = ("first_names", "initials", "prefix", "last_name")
OF_OPEN_CASE = (
    "pk", "resident_id", "status", "wait_on", "wait_since", "us_since", "us_by_hand", "has_procedure",
    "review_date",
)  # fmt: skip
MOST_TASKS = 10


def _cases() -> QuerySet[OpenCase]:
    return OpenCase.objects.order_by()


def _own(given: Given) -> Rows:
    return _cases().filter(contact=given.number("user")).values_list(*OF_OPEN_CASE)


def _absent(given: Given) -> Rows:
    """Of residents for whose contact person this user is the deputy now."""
    replaced = Deputyship.objects.filter(deputy=given.number("user"), during__contains=given.moment("now"))
    return _cases().filter(contact__in=replaced.values("absent")).values_list(*OF_OPEN_CASE)


def _by_role(given: Given) -> Rows:
    rows = _cases().filter(case__roles__user=given.number("user"), case__roles__until__isnull=True)
    return rows.annotate(kind=F("case__roles__kind")).values_list(*OF_OPEN_CASE, "kind")


def _to_read(given: Given) -> Rows:
    """With a weighing that asks for this user's answer."""
    rows = _cases().filter(
        case__weighings__second_reader=given.number("user"),
        case__weighings__second_reader_agrees__isnull=True,
        case__weighings__chosen_at__isnull=True,
    )
    return rows.annotate(weighing=F("case__weighings__pk")).values_list(*OF_OPEN_CASE, "weighing")


def _objected(given: Given) -> Rows:
    """Closed cases in which an objection runs, of residents of whom this user is the contact person, or the
    deputy now. They stand in no list of open cases, and the law asks a decision all the same.
    """
    user, now = given.number("user"), given.moment("now")
    replaced = Deputyship.objects.filter(deputy=user, during__contains=now).values("absent")
    terms = ContactTerm.objects.filter(resident=OuterRef("case__resident"), during__contains=now)
    mine = Exists(terms.filter(Q(user=user) | Q(user__in=replaced)))
    rows = Procedure.objects.filter(OBJECTION_RUNS, mine, case__status=CaseStatus.CLOSED).order_by()
    return rows.annotate(resident_id=F("case__resident")).values_list("case_id", "resident_id")


def _caught(given: Given) -> Rows:
    """Questions this user caught and nobody has taken up."""
    rows = HelpRequest.objects.filter(registered_by=given.number("user"), state=HelpRequestState.NEW)
    return rows.order_by().values_list("pk")


def _handovers(given: Given) -> Rows:
    """That wait for this user's answer."""
    rows = Handover.objects.filter(to_user=given.number("user"), state=HandoverState.ASKED)
    return rows.order_by().values_list("pk")


def _tasks(given: Given) -> Rows:
    rows = Task.objects.filter(assignee=given.number("user"), done_at__isnull=True)
    ordered = rows.order_by(F("due_date").asc(nulls_last=True), "pk").annotate(number=F("case__number"))
    return ordered.values_list("pk", "title", "due_date", "number")[:MOST_TASKS]


def _appointments(given: Given) -> Rows:
    in_time = Appointment.objects.filter(at__gte=given.moment("start"), at__lt=given.moment("end"))
    names = {name: F(f"case__resident__{name}") for name in NAMES}
    rows = in_time.exclude(held=False).filter(case__any_of=given.keys("cases"))
    rows = rows.filter(case__resident__died_on__isnull=True)
    return rows.annotate(number=F("case__number"), resident_id=F("case__resident"), **names).values_list(
        "at", "title", "number", "resident_id", *NAMES
    )


def _told(given: Given) -> Rows:
    rows = Case.objects.filter(pk__any_of=given.keys("cases")).order_by()
    names = {name: F(f"resident__{name}") for name in (*NAMES, "died_on")}
    asked = HelpRequest.objects.filter(case=OuterRef("pk")).order_by("received_at", "pk")
    first = Subquery(asked.values("words")[:1])
    return rows.annotate(words=first, **names).values_list(
        "pk", "number", "subject", "words", *names
    )  # fmt: skip


def _sort_names(given: Given) -> Rows:
    rows = Case.objects.filter(pk__any_of=given.keys("cases")).order_by()
    return rows.values_list("pk", "resident__search_name")


MINE = Together(
    own=Prepared(_own), absent=Prepared(_absent), by_role=Prepared(_by_role), to_read=Prepared(_to_read),
    objected=Prepared(_objected),
)  # fmt: skip
"""The open cases that somebody has to do with, by what they are to them; closed ones with an objection."""
WORK = Together(
    procedures=Prepared(open_procedures),
    caught=Prepared(_caught),
    handovers=Prepared(_handovers),
    tasks=Prepared(_tasks),
    appointments=Prepared(_appointments),
)
"""All that follows from who asks and what is theirs, in one statement."""
SHOWN = Together(told=Prepared(_told), appointments=Prepared(appointments_to_come))
"""What a list shows of the cases on its page."""
SORT_NAMES = Prepared(_sort_names)
