"""Who is away today, until when, and who replaces them: what a caller hears of their contact person."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from cases.models import Deputyship
from sociaal.accounts.models import User


@dataclass(frozen=True)
class Absence:
    """Somebody is away until `until` (None: nobody knows yet). `deputy` replaces them."""

    until: datetime | None
    deputy: User


def absences(users: Collection[int], now: datetime) -> Mapping[int, Absence]:
    """Of these colleagues who is away at this moment, by key; who is not among them is there. One query."""
    rows = Deputyship.objects.filter(absent__in=users, during__contains=now).select_related("deputy")
    return {row.absent_id: Absence(row.during.upper, row.deputy) for row in rows.order_by("pk")}
