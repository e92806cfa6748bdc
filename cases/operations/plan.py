"""The plan: who does what and by when, how it goes.

What must be in order first: `conditions`. Goals are added with `contacts.add_goal`, and looked at one by one
in a review.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import EventKind
from cases.models import Case, Goal, HouseholdMember, Plan, PlanAction, Progress
from cases.operations.recording import lock_case, record
from cases.permissions import check_directs
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound, Refused


def plan_of(case: Case, now: datetime) -> Plan:
    """The plan of this case, made when there is none: of the household where there is one. Under the case's
    lock.
    """
    today = timezone.localdate(now)
    homes = HouseholdMember.objects.filter(resident=case.resident_id, during__contains=today)
    home = homes.order_by("pk").values_list("household_id", flat=True).first()
    return Plan.objects.get_or_create(case=case, defaults={"household_id": home})[0]


@transaction.atomic
def add_action(
    *, goal: Goal, who: str, what: str, by: User, now: datetime, name: str = "", by_date: date | None = None
) -> PlanAction:
    """Who does what towards this goal, and by when: resident, network, partner or we."""
    case = _lock_of(goal, by, now)
    policies.check_reason(what, "what")
    action = PlanAction.objects.create(
        goal=goal, who=PlanAction.Who(who), name=name.strip(), what=what.strip(), by_date=by_date
    )
    record(EventKind.PLAN_CHANGED, case=case, by=by, now=now, action=action.pk, what="action")
    return action


@transaction.atomic
def finish_action(*, action: PlanAction, done: bool, by: User, now: datetime) -> PlanAction:
    """It is done; or, after all, it is not. Twice the same changes nothing."""
    goal = action.goal
    case = _lock_of(goal, by, now)
    action = PlanAction.objects.select_for_update().get(pk=action.pk)
    if (action.done_at is not None) != done:
        action.done_at = now if done else None
        action.save(update_fields=["done_at"])
        what = "done" if done else "undone"
        record(EventKind.PLAN_CHANGED, case=case, by=by, now=now, action=action.pk, what=what)
    return action


@transaction.atomic
def note_progress(*, goal: Goal, words: str, by: User, now: datetime) -> Progress:
    """How it goes with this goal; earlier notes stay."""
    case = _lock_of(goal, by, now)
    policies.check_reason(words, "words")
    row = Progress.objects.create(goal=goal, words=words.strip()[:500], at=now, by=by)
    record(EventKind.PLAN_CHANGED, case=case, by=by, now=now, progress=row.pk, what="progress")
    return row


def _lock_of(goal: Goal, by: User, now: datetime) -> Case:
    """The case of a goal, for who directs it and may see what the goal is about."""
    case = lock_case(goal.plan.case)
    if not check_directs(by, case, now).may_see(goal.category):
        raise NotFound
    _check_open(case)
    return case


def _check_open(case: Case) -> None:
    if not case.is_open:
        raise Refused(_("This case is closed."))
