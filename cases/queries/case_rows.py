"""The lists of the case page, put together once: the story, and all that is short in one statement."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from cases.enums import EventKind
from cases.models import (
    Appointment,
    Arrangement,
    CaseRole,
    ContactMoment,
    ContactTerm,
    Event,
    Goal,
    HelpRequest,
    HouseholdMember,
    LevelReading,
    NetworkMember,
    Procedure,
    Suspension,
    Task,
    Wait,
    Weighing,
)
from cases.queries.calendar_days import DECREED
from cases.queries.event_words import LEFT_OUT
from cases.queries.handovers import UNTOLD
from cases.queries.term_facts import COLUMNS, SAID
from sociaal.core.prepared import Given, Prepared
from sociaal.core.prepared_together import Together

Rows = QuerySet[Any, Any]
OF_PROCEDURE = (
    "pk", "case_id", "law", "subject", "state", "outcome", "birth_date", "held_at", "flags", "still",
    "said", "decreed", *COLUMNS,
)  # fmt: skip


def _terms(given: Given) -> Rows:
    rows = ContactTerm.objects.filter(resident__any_of=given.keys("residents")).order_by("-during")
    return rows.annotate(name=F("user__name")).values_list("user_id", "name", "during")


def _waits(given: Given) -> Rows:
    rows = Wait.objects.filter(case=given.number("case"))
    return rows.values_list("pk", "on", "subject", "since", "until", "why", "by_hand")


def _help(given: Given) -> Rows:
    rows = Arrangement.objects.filter(case=given.number("case"))
    named = rows.annotate(name=F("provision__name"), given_by=F("provider__name"))
    return named.values_list("pk", "name", "given_by", "state", "volume", "review_date", "category")


def procedures_of(rows: QuerySet[Procedure]) -> Rows:
    """Procedures with all that their terms hang on, in one query."""
    held = Event.objects.filter(case=OuterRef("case"), kind=EventKind.CONVERSATION_HELD).order_by()
    reports = HelpRequest.objects.filter(case=OuterRef("case")).order_by("received_at", "pk")
    still = Suspension.objects.filter(procedure=OuterRef("pk")).order_by("from_date", "pk")
    return rows.annotate(
        birth_date=F("applicant__birth_date"),
        held_at=Subquery(held.values("case").annotate(first=Min("occurred_at")).values("first")),
        flags=Subquery(reports.values("red_flags")[:1]),
        decreed=DECREED,
        said=SAID,
        still=ArraySubquery(still.values(period=JSONObject(first="from_date", last="until_date"))),
    ).values_list(
        "pk",
        "case_id",
        "law",
        "subject",
        "state",
        "outcome",
        "birth_date",
        "held_at",
        "flags",
        "still",
        "said",
        "decreed",
        *COLUMNS,
    )


def _events(given: Given) -> Rows:
    """Of the case, and of the resident's contact person; newest first."""
    residents = given.keys("residents")
    of_resident = Q(resident__any_of=residents, case__isnull=True, kind=EventKind.TERM_OPENED)
    rows = Event.objects.filter(Q(case=given.number("case")) | of_resident).exclude(kind__in=LEFT_OUT)
    told = rows.order_by("-occurred_at", "-pk").annotate(who=F("actor__name"))
    return told.values_list("pk", "kind", "occurred_at", "codes", "who")


def _contacts(given: Given) -> Rows:
    rows = ContactMoment.objects.filter(case=given.number("case"), pk__any_of=given.keys("keys"))
    return rows.values_list("pk", "summary", "category")


def _goals(given: Given) -> Rows:
    rows = Goal.objects.filter(plan__case=given.number("case"))
    return rows.values_list("pk", "words", "domain", "reached", "category")


def _levels(given: Given) -> Rows:
    return LevelReading.objects.filter(case=given.number("case")).values_list("domain", "moment", "level")


def _tasks(given: Given) -> Rows:
    rows = Task.objects.filter(case=given.number("case"), done_at__isnull=True)
    named = rows.annotate(assignee_name=F("assignee__name"))
    return named.values_list("pk", "title", "due_date", "assignee_name", "category")


def _appointments(given: Given) -> Rows:
    rows = Appointment.objects.filter(case=given.number("case"), at__gte=given.moment("since"))
    rows = rows.filter(case__resident__died_on__isnull=True)  # else what was planned takes place no more
    return rows.values_list("pk", "at", "title", "place", "category")


def _roles(given: Given) -> Rows:
    rows = CaseRole.objects.filter(case=given.number("case")).order_by("pk").annotate(name=F("user__name"))
    return rows.values_list("kind", "user_id", "name", "until")


def _weighings(given: Given) -> Rows:
    rows = Weighing.objects.filter(case=given.number("case"))
    return rows.values_list("pk", "weight", "behind_question", "second_reader_words")


def _questions(given: Given) -> Rows:
    rows = HelpRequest.objects.filter(case=given.number("case")).order_by("received_at", "pk")
    return rows.values_list("received_at", "channel", "reporter", "words", "red_flags")


def _household(given: Given) -> Rows:
    """Everybody of the household today, the resident too, and what they are in it."""
    resident, today = given.number("resident"), given.day("today")
    homes = HouseholdMember.objects.filter(resident=resident, during__contains=today).values("household")
    members = HouseholdMember.objects.filter(household__in=homes, during__contains=today)
    names: tuple[str, ...] = ("first_names", "initials", "prefix", "last_name", "birth_date")
    names += ("confidential_address", "restricted", "died_on")
    told = members.annotate(**{name: F(f"resident__{name}") for name in names})
    told = told.annotate(because=F("household__contact_differs_because"))
    return told.values_list("resident_id", "role", "because", *names)


def _network(given: Given) -> Rows:
    rows = NetworkMember.objects.filter(resident=given.number("resident"))
    return rows.values_list("name", "relation", "can_do", "phone")


def _untold(given: Given) -> Rows:
    return UNTOLD.filter(resident=given.number("resident")).order_by().values_list("pk")


STORY_LENGTH = 60
"""Events of the story on the page; older ones on request."""
EVENTS, ALL_EVENTS = Prepared(lambda given: _events(given)[:STORY_LENGTH]), Prepared(_events)
CONTACTS, HOUSEHOLD = Prepared(_contacts), Prepared(_household)
PROCEDURES = Prepared(lambda given: procedures_of(Procedure.objects.filter(case=given.number("case"))))
LISTS = Together(
    terms=Prepared(_terms),
    roles=Prepared(_roles),
    waits=Prepared(_waits),
    help=Prepared(_help),
    procedures=PROCEDURES,
    goals=Prepared(_goals),
    levels=Prepared(_levels),
    tasks=Prepared(_tasks),
    appointments=Prepared(_appointments),
    weighings=Prepared(_weighings),
    questions=Prepared(_questions),
    household=HOUSEHOLD,
    network=Prepared(_network),
    untold=Prepared(_untold),
)
"""All that is short, in one statement."""
