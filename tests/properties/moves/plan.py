"""The plan: conditions, actions, progress; and the exception that a manager decides on."""

from django.db.models import Q

from cases.models import Condition, Goal, PlanAction, Weighing
from cases.operations import conditions, exceptions, plan
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World


@move(conditions.keep_conditions, quiet=True)
def keep_conditions(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    if case is None:
        return None
    now = "\n".join(Condition.objects.filter(plan__case=case).values_list("words", flat=True))
    return {
        "case": case, "conditions": choose.words(), "before": choose.usually(now, "Iets van eerder."),
        "by": world.worker(choose, case),
    }  # fmt: skip


@move(conditions.meet_condition, quiet=True)
def meet_condition(world: World, choose: Choices) -> Arguments:
    rows = Condition.objects.select_related("plan__case__resident", "procedure__case__resident")
    row = choose.row(rows)
    case = (row.plan or row.procedure).case if row else None
    return row and {"condition": row, "met": choose.chance(70), "by": world.worker(choose, case)}


def _goal(world: World, choose: Choices) -> Arguments:
    rows = Goal.objects.select_related("plan__case__resident", "plan__case__team")
    goal = choose.row(rows, ~Q(plan__case__status="closed"))
    return goal and {"goal": goal, "by": world.worker(choose, goal.plan.case)}


@move(plan.add_action)
def add_action(world: World, choose: Choices) -> Arguments:
    given = _goal(world, choose)
    return given and given | {"who": choose.one(list(PlanAction.Who)), "what": choose.words()}


@move(plan.note_progress)
def note_progress(world: World, choose: Choices) -> Arguments:
    given = _goal(world, choose)
    return given and given | {"words": choose.words()}


@move(plan.finish_action, quiet=True)
def finish_action(world: World, choose: Choices) -> Arguments:
    rows = PlanAction.objects.select_related("goal__plan__case__resident", "goal__plan__case__team")
    row = choose.row(rows, Q(done_at=None))
    return row and {"action": row, "done": choose.chance(70), "by": world.worker(choose, row.goal.plan.case)}


@move(exceptions.decide_exception, often=2)
def decide_exception(world: World, choose: Choices) -> Arguments:
    rows = Weighing.objects.select_related("case__resident", "case__team")
    row = choose.row(rows.exclude(exception_reason=""), Q(exception_allowed=None, chosen_at=None))
    if row is None:
        return None
    managers = User.objects.filter(roles__contains=[Role.MANAGER], team=row.case.team_id)
    return {
        "weighing": row, "allowed": choose.chance(70), "words": choose.words(),
        "seen": choose.usually(row.exception_asked_at, world.now),
        "by": world.anybody(choose, *managers.select_related("team")),
    }  # fmt: skip
