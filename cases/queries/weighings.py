"""What stands beside a weighing.

The life domains touched, who changed the case last, the ladder as written.
"""

from typing import Any

from cases.enums import CaseRoleKind
from cases.models import Case, Event, Goal, LevelReading, Review, SecondReading, Weighing
from cases.permissions import Access
from cases.weighing import LADDER
from sociaal.core.registry import registry


def touched_domains(case: Case) -> list[str]:
    """The life domains with a level or a goal. One query."""
    levels = LevelReading.objects.filter(case=case).values_list("domain")
    goals = Goal.objects.filter(plan__case=case).order_by().values_list("domain")
    return sorted({domain for (domain,) in levels.union(goals)})


def last_event(case: Case) -> Event | None:
    """The latest change of the case, with who made it."""
    return Event.objects.filter(case=case).select_related("actor").order_by("-pk").first()


def ladder_of(weighing: Weighing) -> list[dict[str, Any]]:
    """What was written on each rung, as `components/ladder.html` draws it."""
    written = {rung.weight: rung for rung in weighing.rungs.all()}
    rungs = []
    for weight in LADDER:
        rung = written.get(str(weight))
        rungs.append(
            {
                "label": weight.label,
                "chosen": weighing.weight == weight,
                "considered": bool(rung and rung.considered),
                "closed": False,
                "options": [rung.considered] if rung and rung.considered else [],
                "tried": rung.tried if rung else "",
                "why_not": rung.why_not if rung else "",
            }
        )
    return rungs


def weighed_before(case: Case) -> Weighing | None:
    """The last weighing that was decided on, with its ladder. Two queries."""
    rows = case.weighings.filter(chosen_at__isnull=False).prefetch_related("rungs")
    return rows.select_related("made_by").order_by("-chosen_at", "-pk").first()


def readings_of(weighing: Weighing | None) -> list[SecondReading]:
    """What second readers answered, latest first."""
    if weighing is None:
        return []
    return list(weighing.readings.select_related("reader").order_by("-at", "-pk"))


def last_review(case: Case) -> Review | None:
    """The latest conversation in which we looked again."""
    return Review.objects.filter(case=case).select_related("by").first()


def said_beside(case: Case, access: Access) -> list[tuple[str, str]]:
    """What the conversations say that the weighing needs beside it."""
    return [line for beside in registry.weighing_beside for line in beside(case, access)]


def has_director(case: Case) -> bool:
    """Whether somebody directs this case now, beside the contact person."""
    return case.roles.filter(kind=CaseRoleKind.CASE_DIRECTOR, until__isnull=True).exists()
