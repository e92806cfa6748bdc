"""The plan as one reader may see it: of this case, and of the other cases in the same household."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch
from django.utils import timezone

from cases.enums import DataCategory, LifeDomain
from cases.models import Case, Condition, Goal, HouseholdMember, Plan, PlanAction, Progress
from cases.permissions import Access, access_to_case, readable_cases
from cases.queries.conditions import conditions_of
from cases.queries.household_help import HomeHelp, home_help
from cases.queries.weighings import last_review
from sociaal.accounts.models import User


@dataclass(frozen=True)
class ActionLine:
    """Who does what. `is_late`: its day is past and it is not done."""

    pk: int
    who: str
    what: str
    by_date: date | None
    is_done: bool
    is_late: bool


@dataclass(frozen=True)
class ProgressLine:
    words: str
    at: datetime
    by: str


@dataclass(frozen=True)
class GoalLine:
    """A goal in the resident's words, what is done for it, and how it goes."""

    pk: int
    words: str
    domain: str
    reached: bool | None
    looked_at: datetime | None
    actions: Sequence[ActionLine]
    progress: Sequence[ProgressLine]


@dataclass(frozen=True)
class OtherPlan:
    """The goals of another case in the household, as far as this reader may see them."""

    number: str
    resident: int
    who: str
    goals: Sequence[GoalLine]


@dataclass(frozen=True)
class PlanPage:
    """All that the page shows. `hidden`: goals of this case that are not for this reader."""

    conditions: Sequence[Condition]
    goals: Sequence[GoalLine]
    hidden: int
    others: Sequence[OtherPlan]
    help: HomeHelp
    reviewed_at: datetime | None
    experience: str

    @property
    def waits(self) -> bool:
        """Whether something must be in order first, and is not yet."""
        return any(one.met_at is None for one in self.conditions)

    @property
    def residents(self) -> set[int]:
        """Others who are shown, for the log."""
        return {*self.help.residents, *(one.resident for one in self.others)}


def plan_page(case: Case, access: Access, user: User, now: datetime) -> PlanPage:
    """A fixed number of queries, and a few for each other case of the household."""
    plan = Plan.objects.filter(case=case).first()
    goals, today = _goals(case), timezone.localdate(now)
    seen = [goal for goal in goals if access.may_see(goal.category)]
    general = access.may_see(DataCategory.GENERAL)
    review = last_review(case) if general else None
    return PlanPage(
        conditions=conditions_of(plan) if plan and general else [],
        goals=[_line(goal, today) for goal in seen],
        hidden=len(goals) - len(seen),
        others=_others(case, user, now),
        help=home_help(case, access, user, now),
        reviewed_at=review.at if review else None,
        experience=review.experience if review else "",
    )


def goal_called(case: Case, pk: int, access: Access) -> Goal | None:
    """A goal of this case that this reader may see."""
    goal = Goal.objects.filter(plan__case=case, pk=pk).select_related("plan__case__resident").first()
    return goal if goal and access.may_see(goal.category) else None


def action_called(case: Case, pk: int, access: Access) -> PlanAction | None:
    """An action towards a goal of this case that this reader may see."""
    rows = PlanAction.objects.select_related("goal__plan__case__resident")
    action = rows.filter(goal__plan__case=case, pk=pk).first()
    return action if action and access.may_see(action.goal.category) else None


def _goals(case: Case) -> list[Goal]:
    progress = Prefetch("progress", Progress.objects.select_related("by"))
    return list(Goal.objects.filter(plan__case=case).prefetch_related("actions", progress))


def _others(case: Case, user: User, now: datetime) -> list[OtherPlan]:
    """Open cases of those who live in the same household today, that this user reads too."""
    members = HouseholdMember.objects.filter(during__contains=timezone.localdate(now))
    homes = members.filter(resident=case.resident_id).values("household")
    there = members.filter(household__in=homes).values("resident")
    rows = readable_cases(user, now).filter(resident__in=there).exclude(status="closed").exclude(pk=case.pk)
    found = []
    for row in rows.select_related("resident", "team").order_by("pk"):
        access = access_to_case(user, row, now)
        goals = [goal for goal in _goals(row) if access.may_see(goal.category)] if access.reads else []
        lines = [_line(goal, timezone.localdate(now)) for goal in goals]
        found.append(OtherPlan(row.number, row.resident_id, row.resident.full_name, lines))
    return [one for one in found if one.goals]


def _line(goal: Goal, today: date) -> GoalLine:
    return GoalLine(
        pk=goal.pk, words=goal.words, domain=str(LifeDomain(goal.domain).label), reached=goal.reached,
        looked_at=goal.looked_at, actions=[_action(one, today) for one in goal.actions.all()],
        progress=[ProgressLine(one.words, one.at, one.by.name) for one in goal.progress.all()],
    )  # fmt: skip


def _action(row: PlanAction, today: date) -> ActionLine:
    who = str(PlanAction.Who(row.who).label)
    done = row.done_at is not None
    return ActionLine(
        pk=row.pk, who=f"{row.name} ({who.lower()})" if row.name else who, what=row.what, is_done=done,
        by_date=row.by_date, is_late=bool(row.by_date and row.by_date < today and not done),
    )  # fmt: skip
