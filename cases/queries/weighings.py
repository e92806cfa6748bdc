"""What stands beside a weighing.

The life domains touched, who changed the case last, the ladder as written.
"""

from typing import Any

from cases.models import Case, Event, Goal, LevelReading, Weighing
from cases.weighing import LADDER


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
