"""How much waits for the manager of a team: shown beside the way to it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from cases.queries.exceptions import waiting_exceptions
from cases.queries.handovers import unanswered
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.core.prepared import Given, Prepared
from sociaal.core.prepared_together import Together


@dataclass(frozen=True)
class WaitsForManager:
    """Exceptions without a decision; handovers without an answer."""

    exceptions: int = 0
    handovers: int = 0


def _exceptions(given: Given) -> QuerySet[Any, Any]:
    return waiting_exceptions(given.number("team")).order_by().values_list("pk")


def _handovers(given: Given) -> QuerySet[Any, Any]:
    return unanswered(given.number("team")).order_by().values_list("pk")


_WAITING = Together(exceptions=Prepared(_exceptions), handovers=Prepared(_handovers))


def waits_for_manager(user: User) -> WaitsForManager:
    """One query for the manager of a team; none for others, for whom nothing waits."""
    if not user.has_role(Role.MANAGER) or user.team_id is None:
        return WaitsForManager()
    waiting = _WAITING(team=user.team_id)
    return WaitsForManager(len(waiting.exceptions), len(waiting.handovers))
