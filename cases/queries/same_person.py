"""All records of one person: the one that is kept, and those that were merged into it.

Logs are never rewritten, so what happened to a merged record still names that record.
"""

from typing import Any

from django.db.models import Q, QuerySet

from cases.models import Resident
from sociaal.core.prepared import Given, Prepared


def _records(given: Given) -> QuerySet[Any, Any]:
    rows = Resident.objects.filter(Q(pk=given.number("resident")) | Q(merged_into=given.number("kept")))
    return rows.order_by("pk").values_list("pk")


_RECORDS = Prepared(_records)


def same_person(resident: int) -> list[int]:
    """The keys of all records of this person. Of a merged record: its own only."""
    return sorted({resident, *(row.pk for row in _RECORDS(resident=resident, kept=resident))})
