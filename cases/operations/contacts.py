"""What is noted along the way: contact, tasks, appointments, goals, waits set by hand, roles."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import CaseRoleKind, ContactKind, DataCategory, EventKind, LifeDomain, WaitParty, WaitSubject
from cases.models import (
    Appointment,
    Case,
    CaseRole,
    ContactMoment,
    ContactTerm,
    Event,
    Goal,
    Task,
    Wait,
)
from cases.operations.plan import plan_of
from cases.operations.recording import check_alive, close_wait, lock_case, open_wait, record, sync_waits
from cases.permissions import can_direct, check_directs, check_reads_case, check_works_on
from cases.waiting import subject_of
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.audit import log
from sociaal.core.errors import Conflict, NotPermitted, Refused
from sociaal.core.prepared import Given, Prepared


def _first_contacts(given: Given) -> QuerySet[Any, Any]:
    events = Event.objects.filter(case=given.number("case"), kind=EventKind.FIRST_CONTACT)
    return events.values_list("pk")


_FIRST_CONTACTS = Prepared(_first_contacts)


@transaction.atomic
def add_contact(
    *,
    case: Case,
    kind: str,
    summary: str,
    by: User,
    now: datetime,
    at: datetime | None = None,
    with_resident: bool = True,
    category: str = DataCategory.GENERAL,
) -> ContactMoment:
    """Note a contact. The first one with the resident by their contact person (or deputy) ends a waiting
    time.
    """
    case = lock_case(case)
    access = check_directs(by, case, now)
    policies.check_reason(summary, "summary")
    if at and at > now:
        raise Refused(_("This contact lies in the future; make an appointment instead."), field="at")
    moment = ContactMoment.objects.create(
        case=case,
        kind=kind,
        at=at or now,
        summary=summary.strip(),
        with_resident=with_resident,
        by=by,
        category=category,
    )
    first = (
        with_resident
        and kind != ContactKind.NOTE
        and access.relations & {"contact_person", "deputy"}
        and not _FIRST_CONTACTS(case=case.pk)
    )
    event = EventKind.FIRST_CONTACT if first else EventKind.CONTACT
    record(event, case=case, by=by, now=now, occurred_at=moment.at, contact=moment.pk, how=str(kind))
    return moment


@transaction.atomic
def add_task(
    *, case: Case, title: str, assignee: User, by: User, now: datetime, due_date: date | None = None
) -> Task:
    """Something one of us must do; whoever gets it must be able to read the case."""
    case = lock_case(case)
    check_directs(by, case, now)
    policies.check_reason(title, "title")
    check_reads_case(assignee, case, now)
    task = Task.objects.create(case=case, title=title.strip(), assignee=assignee, due_date=due_date, by=by)
    log.wrote("add_task", by=by, now=now, about=task, residents=[case.resident_id])
    return task


@transaction.atomic
def finish_task(*, task: Task, by: User, now: datetime) -> Task:
    """Done, by the assignee or whoever works on the case. Doing it twice changes nothing."""
    case = lock_case(task.case)
    access = check_reads_case(by, case, now)
    if by.pk != task.assignee_id and not can_direct(access):
        raise NotPermitted(_("This task is somebody else's."))
    if task.done_at is None:
        task.done_at = now
        task.save(update_fields=["done_at"])
        log.wrote("finish_task", by=by, now=now, about=task, residents=[case.resident_id])
    return task


@transaction.atomic
def plan_appointment(
    *, case: Case, at: datetime, title: str, by: User, now: datetime, place: str = ""
) -> Appointment:
    """Plan a meeting about this case. Raises Refused when it is about somebody who has died."""
    case = lock_case(case)
    check_directs(by, case, now)
    check_alive(case.resident_id, _("This resident has died: nothing is planned in their case any more."))
    policies.check_reason(title, "title")
    appointment = Appointment.objects.create(case=case, at=at, title=title.strip(), place=place, by=by)
    log.wrote("plan_appointment", by=by, now=now, about=appointment, residents=[case.resident_id])
    return appointment


@transaction.atomic
def add_goal(
    *, case: Case, domain: str, words: str, by: User, now: datetime, category: str = DataCategory.GENERAL
) -> Goal:
    """A goal in the resident's words; the plan is the household's where there is one."""
    case = lock_case(case)
    check_works_on(by, case, now)
    policies.check_reason(words, "words")
    goal = Goal.objects.create(
        plan=plan_of(case, now), domain=LifeDomain(domain), words=words.strip()[:300], category=category
    )
    record(EventKind.PLAN_CHANGED, case=case, by=by, now=now, goal=goal.pk, domain=str(domain))
    return goal


@transaction.atomic
def wait_for(
    *, case: Case, on: str, why: str, by: User, now: datetime, subject: str = "", instead: bool = False
) -> Wait:
    """Say by hand whom we wait for, and why. `instead`: our own next step waits for it, so it is not our move
    until it has come; that also follows from a `subject` that is the one of this step. What is waited for
    already, in the same words, is not waited for twice.
    """
    case = lock_case(case)
    check_directs(by, case, now)
    policies.check_reason(why, "why")
    if not case.is_open:
        raise Refused(_("This case is closed."))
    subject = subject or (subject_of(case.status) if instead else WaitSubject.OTHER)
    why = why.strip()[:200]
    running = case.waits.filter(by_hand=True, until__isnull=True)
    same = running.filter(on=WaitParty(on), subject=WaitSubject(subject), why=why).first()
    if same is not None:
        return same
    wait = open_wait(case, on, subject, by=by, now=now, since=now, why=why, by_hand=True)
    sync_waits(case, by=by, now=now)
    return wait


@transaction.atomic
def stop_waiting(*, wait: Wait, by: User, now: datetime) -> Wait:
    """What we waited for has come; what waited for it is our move again. Only for waits set by hand: the
    others follow the case.
    """
    case = lock_case(wait.case)
    check_directs(by, case, now)
    wait = Wait.objects.select_for_update().get(pk=wait.pk)
    if not wait.by_hand:
        raise Refused(_("This wait ends by itself when the case goes on."))
    if wait.until is None:
        close_wait(wait, case=case, by=by, now=now, at=now)
        sync_waits(case, by=by, now=now)
    return wait


@transaction.atomic
def give_role(
    *, case: Case, kind: str, user: User, by: User, now: datetime, seen: Mapping[str, int] | None = None
) -> CaseRole:
    """Name the case director or care coordinator; an earlier one stops. Neither replaces the contact
    person.

    `seen`: who had which role (kind to key) as the form showed. Raises Conflict when somebody else got this
    one since.
    """
    case = lock_case(case)
    check_directs(by, case, now)
    if seen is not None:
        _check_still(case, kind, seen.get(kind))
    needed = {
        CaseRoleKind.CASE_DIRECTOR: Role.CASE_DIRECTOR,
        CaseRoleKind.CARE_COORDINATOR: Role.CARE_COORDINATOR,
    }
    if not user.is_active or not user.has_role(needed[CaseRoleKind(kind)]):
        raise Refused(_("This colleague does not have that role."), field="user")
    if not ContactTerm.objects.filter(resident=case.resident, during__upper_inf=True).exists():
        raise Refused(_("This case has no contact person."))
    CaseRole.objects.filter(case=case, kind=kind, until__isnull=True).update(until=now)
    role = CaseRole.objects.create(case=case, kind=kind, user=user, since=now)
    record(EventKind.ROLE_GIVEN, case=case, by=by, now=now, role=str(kind), user=user.pk)
    return role


def roles_in(case: Case) -> dict[str, int]:
    """Who has which role in this case now: kind to key."""
    return dict(CaseRole.objects.filter(case=case, until__isnull=True).values_list("kind", "user"))


def _check_still(case: Case, kind: str, user: int | None) -> None:
    row = CaseRole.objects.filter(case=case, kind=kind, until__isnull=True).select_related("user").first()
    if row is not None and row.user_id != user:
        raise Conflict(
            _("%(name)s got this role meanwhile. Your choice is kept: save again when it should be so.")
            % {"name": row.user.name}
        )
