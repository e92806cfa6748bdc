"""Anna is whom most people try first: she has something to do in every step, today."""

from collections.abc import Iterator

from cases.enums import CaseStatus
from sociaal.accounts.operations.cast import EAST
from sociaal.home.demo.lives import Life
from sociaal.home.demo.plan import Plan
from sociaal.home.demo.staff import TEAM_OF

ANNA = "anna"
WANTED: dict[str, int] = {
    CaseStatus.REGISTERED: 1,
    CaseStatus.CONVERSATION: 2,
    CaseStatus.WEIGHING: 1,
    CaseStatus.DECIDING: 1,
    CaseStatus.ARRANGING: 3,
    CaseStatus.REVIEWING: 1,
}
"""How many of her open cases are at least in these steps, where the town has them at all."""


def give_anna_work(plan: Plan) -> None:
    """She, and not a colleague, has been the contact person of these households from the beginning."""
    for status, wanted in WANTED.items():
        hers = sum(plan.status_of(life) == status for life in plan.open_lives(ANNA))
        others = [life for life in _by_distance(plan) if plan.status_of(life) == status]
        for life in others[: max(0, wanted - hers)]:
            _take_over(plan, life)


def _by_distance(plan: Plan) -> Iterator[Life]:
    """Cases of colleagues, those of her own team first."""
    lives = [life for life in plan.open_lives() if plan.contact_of[life.person.home.index] != ANNA]
    yield from sorted(lives, key=lambda life: TEAM_OF[plan.contact_of[life.person.home.index]] != EAST)


def _take_over(plan: Plan, life: Life) -> None:
    home = life.person.home.index
    plan.contact_of[home] = ANNA
    for one in plan.lives_of[home]:
        one.steps[0].facts["consultant"] = one.steps[1].facts["consultant"] = ANNA
