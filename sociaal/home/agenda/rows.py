"""What stands in somebody's agenda, each query put together once."""

from typing import Any

from django.db.models import F, Q, QuerySet

from cases import policies
from cases.enums import HandoverState
from cases.models import Appointment, Arrangement, CalendarDay, Case, Handover, Procedure
from cases.queries.case_rows import procedures_of
from cases.queries.term_facts import ASKS_OF_US
from intake.models import Conversation
from sociaal.core.prepared import Given, Prepared

Rows = QuerySet[Any, Any]
DIED_ON = "case__resident__died_on"
ALIVE = Q(**{f"{DIED_ON}__isnull": True})
"""What was planned with somebody for after their death takes place no more."""


def _cases(given: Given) -> Rows:
    rows = Case.objects.filter(pk__any_of=given.keys("cases"))
    return rows.order_by().values_list("pk", "number")


def _appointments(given: Given) -> Rows:
    rows = Appointment.objects.filter(
        case__any_of=given.keys("cases"), at__gte=given.moment("start"), at__lt=given.moment("end")
    )
    there = rows.exclude(held=False).filter(ALIVE | Q(at__date__lte=F(DIED_ON)))
    return there.order_by("at", "pk").values_list("pk", "case_id", "at")


def _conversations(given: Given) -> Rows:
    rows = Conversation.objects.filter(
        case__any_of=given.keys("cases"),
        planned_at__gte=given.moment("start"),
        planned_at__lt=given.moment("end"),
    )
    there = rows.filter(ALIVE | Q(planned_at__date__lte=F(DIED_ON)))
    return there.order_by("planned_at", "pk").values_list("pk", "case_id", "planned_at")


def _procedures(given: Given) -> Rows:
    return procedures_of(Procedure.objects.filter(ASKS_OF_US, case__any_of=given.keys("cases")))


def _reviews(given: Given) -> Rows:
    rows = Arrangement.objects.filter(
        case__any_of=given.keys("cases"),
        state__in=policies.PENDING | policies.RUNNING,
        review_date__gte=given.day("first"),
        review_date__lte=given.day("last"),
    )
    return rows.order_by("review_date", "pk").values_list("pk", "case_id", "review_date")


def _handovers(given: Given) -> Rows:
    asked, user = Q(state=HandoverState.ASKED), given.number("user")
    meets = Q(
        asked | Q(state=HandoverState.ACCEPTED),
        from_user=user, warm_transfer_at__gte=given.moment("start"), warm_transfer_at__lt=given.moment("end"),
    )  # fmt: skip
    rows = Handover.objects.filter(Q(asked, to_user=user) | meets)
    return rows.order_by("answer_by", "pk").values_list("pk", "to_user", "answer_by", "warm_transfer_at")


def _days(given: Given) -> Rows:
    rows = CalendarDay.objects.filter(
        removed_at__isnull=True, day__gte=given.day("first"), day__lte=given.day("last")
    )
    return rows.order_by("day").values_list("pk", "day", "name")


CASES, APPOINTMENTS, CONVERSATIONS = Prepared(_cases), Prepared(_appointments), Prepared(_conversations)
PROCEDURES, REVIEWS = Prepared(_procedures), Prepared(_reviews)
HANDOVERS, DAYS = Prepared(_handovers), Prepared(_days)
