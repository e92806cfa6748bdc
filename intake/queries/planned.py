"""The conversations to come of some cases, for the next date that counts."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from intake.models import Conversation
from sociaal.core.prepared import Given, Prepared
from sociaal.core.registry import PlannedItem


def _planned(given: Given) -> QuerySet[Any, Any]:
    rows = Conversation.objects.filter(case__any_of=given.keys("cases"), held_at__isnull=True)
    coming = rows.filter(planned_at__gte=given.moment("since"), case__resident__died_on__isnull=True)
    return coming.order_by().values_list("case_id", "planned_at", "place")


def _lapsed(given: Given) -> QuerySet[Any, Any]:
    rows = Conversation.objects.filter(case__any_of=given.keys("cases"), held_at__isnull=True)
    late = rows.filter(planned_at__date__gt=F("case__resident__died_on")).order_by()
    return late.values_list("case_id", "planned_at", "place")


PLANNED, LAPSED = Prepared(_planned), Prepared(_lapsed)


def conversations_from(cases: Collection[int], since: datetime) -> list[PlannedItem]:
    """The conversations of these cases that are planned for that moment or later, and not held yet. With
    somebody who has died none takes place.
    """
    rows = PLANNED(cases=list(cases), since=since)
    return [PlannedItem(row.case_id, row.planned_at, _("conversation"), row.place) for row in rows]


def conversations_lapsed(cases: Collection[int]) -> list[PlannedItem]:
    """The conversations that were planned for after the day on which the main subject died."""
    rows = LAPSED(cases=list(cases))
    return [PlannedItem(row.case_id, row.planned_at, _("conversation"), row.place) for row in rows]
