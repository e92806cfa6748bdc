"""The conversations to come of some cases, for the next date that counts."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from intake.models import Conversation
from sociaal.core.prepared import Given, Prepared
from sociaal.core.registry import PlannedItem


def _planned(given: Given) -> QuerySet[Any, Any]:
    rows = Conversation.objects.filter(case__any_of=given.keys("cases"), held_at__isnull=True)
    coming = rows.filter(planned_at__gte=given.moment("since")).order_by()
    return coming.values_list("case_id", "planned_at", "place")


PLANNED = Prepared(_planned)


def conversations_from(cases: Collection[int], since: datetime) -> list[PlannedItem]:
    """The conversations of these cases that are planned for that moment or later, and not held yet."""
    rows = PLANNED(cases=list(cases), since=since)
    return [PlannedItem(row.case_id, row.planned_at, _("conversation"), row.place) for row in rows]
