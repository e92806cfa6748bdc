"""The conversations of one user on one day, for "My work"."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import ContactTerm, Deputyship
from intake.models import Conversation
from sociaal.accounts.models import User
from sociaal.core.registry import TodayItem


def conversations_on(user: User, day: date) -> list[TodayItem]:
    """The planned conversations of whom this user is contact person or deputy, earliest first."""
    start = timezone.make_aware(datetime.combine(day, time.min))
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    replaced = Deputyship.objects.filter(deputy=user, during__contains=start + timedelta(hours=12))
    terms = ContactTerm.objects.filter(
        Q(user=user) | Q(user__in=replaced.values("absent")), during__upper_inf=True
    )
    rows = Conversation.objects.filter(
        planned_at__gte=start, planned_at__lt=end, held_at=None, case__closed_at=None,
        case__resident__in=terms.values("resident"),
    )  # fmt: skip
    return [_item(row) for row in rows.select_related("case__resident").order_by("planned_at", "pk")]


def _item(row: Conversation) -> TodayItem:
    words = _("conversation with %(name)s") % {"name": row.case.resident.full_name}
    if row.place:
        words = f"{words} ({row.place})"
    return TodayItem(row.planned_at, words, row.case.resident_id, reverse("conversation", args=[row.pk]))
