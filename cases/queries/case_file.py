"""All that the case page shows, in some fifteen queries: one for each kind of thing, none for a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.enums import CaseRoleKind, DataCategory, EventKind, Level, LevelMoment, LifeDomain
from cases.models import (
    Appointment,
    Arrangement,
    Case,
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
    Task,
    Wait,
    Weighing,
)
from cases.permissions import Access
from cases.queries.event_words import LEFT_OUT, Known
from cases.queries.identity import Fact, bar, contact_fact, date_fact, step_fact, wait_fact
from cases.queries.steps import Steps, steps_of
from cases.queries.terms import TermRow, running_terms, term_rows, with_term_facts
from cases.queries.timeline import Moment, moments_of, newest_first, stretches_of
from cases.queries.waits import shown_wait

STORY_LENGTH = 60
"""Events of the story on the page; older ones on request."""


@dataclass(frozen=True)
class ProcedureRow:
    procedure: Procedure
    terms: Sequence[TermRow]


@dataclass(frozen=True)
class LevelRow:
    """How it goes in one domain: at intake, review and closing."""

    domain: str
    readings: Sequence[tuple[str, int, str]]


@dataclass
class CaseFile:
    """What this reader may see of one case."""

    case: Case
    access: Access
    identity: Mapping[str, Any]
    steps: Steps
    questions: Sequence[HelpRequest]
    moments: Sequence[Moment]
    has_older: bool
    arrangements: Sequence[Arrangement]
    hidden_help: int
    procedures: Sequence[ProcedureRow]
    goals: Sequence[Goal]
    levels: Sequence[LevelRow]
    tasks: Sequence[Task]
    appointments: Sequence[Appointment]
    waits: Sequence[Wait]
    household: Sequence[HouseholdMember]
    network: Sequence[NetworkMember]
    roles: Sequence[tuple[str, str]]
    residents: Sequence[int] = field(default_factory=list)


def case_file(case: Case, access: Access, now: datetime, *, whole_story: bool = False) -> CaseFile:
    """The case as `access` allows it. Needs `case.resident` and `case.team`."""
    today, general = timezone.localdate(now), access.may_see(DataCategory.GENERAL)
    terms = list(
        ContactTerm.objects.filter(resident=case.resident_id).select_related("user").order_by("-during")
    )
    waits = list(Wait.objects.filter(case=case))
    running = [wait for wait in waits if wait.until is None]
    arrangements = list(Arrangement.objects.filter(case=case).select_related("provision", "provider"))
    seen_help = [one for one in arrangements if access.may_see(one.category)]
    procedures = list(with_term_facts(Procedure.objects.filter(case=case)))
    goals = _seen(Goal.objects.filter(plan__case=case), access)
    appointments = _seen(Appointment.objects.filter(case=case, at__gte=_midnight(now)), access)
    roles = list(CaseRole.objects.filter(case=case).select_related("user").order_by("pk"))
    weighings = {one.pk: one for one in Weighing.objects.filter(case=case)} if general else {}
    events = _events(case, whole_story)
    known = Known(
        contacts=_contacts(case, events),
        arrangements={one.pk: one for one in arrangements},
        procedures={one.pk: one for one in procedures},
        goals={one.pk: one for one in goals},
        weighings=weighings,
        people={row.user_id: row.user.name for row in terms} | {row.user_id: row.user.name for row in roles},
        outcome_note=case.outcome_note if general else "",
    )
    questions = list(HelpRequest.objects.filter(case=case).order_by("received_at", "pk"))
    moments = [*moments_of(events, known, access), *_asked(questions, general), *stretches_of(waits, now)]
    household = _household(case, today)
    return CaseFile(
        case=case,
        access=access,
        identity=bar(
            case,
            [
                contact_fact(next((term for term in terms if now in term.during), None)),
                step_fact(case),
                wait_fact(shown_wait(running, now)),
                next_date(case, procedures, seen_help, appointments, today),
            ],
            now,
        ),
        steps=steps_of(case, access, arrangements, procedures, now),
        questions=questions if general else [],
        moments=newest_first(moments),
        has_older=not whole_story and len(events) >= STORY_LENGTH,
        arrangements=seen_help,
        hidden_help=len(arrangements) - len(seen_help),
        procedures=[ProcedureRow(one, term_rows(one, today)) for one in procedures],
        goals=goals,
        levels=_levels(case),
        tasks=_seen(Task.objects.filter(case=case, done_at__isnull=True).select_related("assignee"), access),
        appointments=appointments,
        waits=[wait for wait in running if wait.by_hand],
        household=household,
        network=list(NetworkMember.objects.filter(resident=case.resident_id)) if general else [],
        roles=[(str(CaseRoleKind(row.kind).label), row.user.name) for row in roles if row.until is None],
        residents=[case.resident_id, *(member.resident_id for member in household)],
    )


def next_date(
    case: Case,
    procedures: Sequence[Procedure],
    arrangements: Sequence[Arrangement],
    appointments: Sequence[Appointment],
    today: date,
) -> Fact:
    """The first of: a term of ours, an appointment, a review of help. A late term stands first."""
    dates: list[tuple[date, str, bool]] = [
        (term.due, term.label, term.is_late) for term in running_terms(procedures, today)
    ]
    dates += [(timezone.localdate(one.at), one.title, False) for one in appointments]
    dates += [
        (one.review_date, _("review of %(help)s") % {"help": one.provision.name}, one.review_date < today)
        for one in arrangements
        if one.review_date and (one.runs or one.is_pending)
    ]
    day, label, late = min(dates, default=(None, "", False))
    return date_fact(label, day, late=late)


def _seen(rows: Any, access: Access) -> list[Any]:
    return [row for row in rows if access.may_see(row.category)]


def _midnight(now: datetime) -> datetime:
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)


def _events(case: Case, whole_story: bool) -> list[Any]:
    """Of the case, and of the resident's contact person; newest first."""
    mine = Q(case=case) | Q(resident=case.resident_id, case__isnull=True, kind=EventKind.TERM_OPENED)
    rows = Event.objects.filter(mine).exclude(kind__in=LEFT_OUT).order_by("-occurred_at", "-pk")
    told = rows.annotate(who=F("actor__name")).values_list(
        "pk", "kind", "occurred_at", "codes", "who", named=True
    )
    return list(told if whole_story else told[:STORY_LENGTH])


def _contacts(case: Case, events: Sequence[Any]) -> dict[int, ContactMoment]:
    keys = [event.codes["contact"] for event in events if event.codes.get("contact")]
    if not keys:
        return {}
    return {row.pk: row for row in ContactMoment.objects.filter(case=case, pk__in=keys)}


def _asked(questions: Sequence[HelpRequest], general: bool) -> list[Moment]:
    """A question received is the first line of the story, in the resident's own words."""
    return [
        Moment(
            row.received_at,
            _("Question received: %(channel)s") % {"channel": row.get_channel_display().lower()},
            f"“{row.words}”" if general else "",
            row.received_at,
            str(row.get_reporter_display()),
        )
        for row in questions
    ]


def _levels(case: Case) -> list[LevelRow]:
    order = {str(moment): place for place, moment in enumerate(LevelMoment)}
    by_domain: dict[str, list[tuple[str, int, str]]] = {}
    rows = LevelReading.objects.filter(case=case).values_list("domain", "moment", "level")
    for domain, moment, level in sorted(rows, key=lambda row: order[row[1]]):
        reading = (str(LevelMoment(moment).label), level, str(Level(level).label))
        by_domain.setdefault(domain, []).append(reading)
    return [LevelRow(str(domain.label), by_domain[domain]) for domain in LifeDomain if domain in by_domain]


def _household(case: Case, today: date) -> list[HouseholdMember]:
    """The others of the household, and what they are in it."""
    homes = HouseholdMember.objects.filter(resident=case.resident_id, during__contains=today).values(
        "household"
    )
    members = HouseholdMember.objects.filter(household__in=homes, during__contains=today)
    return list(members.exclude(resident=case.resident_id).select_related("resident"))
