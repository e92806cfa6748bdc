"""The conversations of one user on one day, for "My work"."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Deputyship, OpenCase, Resident
from intake.models import Conversation
from sociaal.accounts.models import User
from sociaal.core.prepared import Given, Prepared
from sociaal.core.registry import TodayItem

_NAMES = ("first_names", "initials", "prefix", "last_name")


def _planned(given: Given) -> QuerySet[Any, Any]:
    user = given.number("user")
    replaced = Deputyship.objects.filter(deputy=user, during__contains=given.moment("noon"))
    cases = OpenCase.objects.filter(Q(contact=user) | Q(contact__in=replaced.values("absent")))
    rows = Conversation.objects.filter(
        planned_at__gte=given.moment("start"), planned_at__lt=given.moment("end"), held_at__isnull=True,
        case__in=cases.values("pk"), case__resident__died_on__isnull=True,
    )  # fmt: skip
    names = {name: F(f"case__resident__{name}") for name in _NAMES}
    found = rows.order_by("planned_at", "pk").annotate(resident_id=F("case__resident"), **names)
    return found.values_list("pk", "planned_at", "place", "resident_id", *_NAMES)


_PLANNED = Prepared(_planned)


def conversations_on(user: User, day: date) -> list[TodayItem]:
    """The planned conversations of whom this user is contact person or deputy, earliest first."""
    start = timezone.make_aware(datetime.combine(day, time.min))
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    rows = _PLANNED(user=user.pk, start=start, end=end, noon=start + timedelta(hours=12))
    return [_item(row) for row in rows]


def _item(row: Any) -> TodayItem:
    name = Resident.name_of(row.first_names, row.initials, row.prefix, row.last_name)
    words = _("conversation with %(name)s") % {"name": name}
    if row.place:
        words = f"{words} ({row.place})"
    return TodayItem(row.planned_at, words, row.resident_id, reverse("conversation", args=[row.pk]))
