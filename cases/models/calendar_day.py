"""Days on which the calendar differs from the law's own: what an administrator adds to the fixed holidays."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.enums import CalendarDayKind


class CalendarDay(models.Model):
    """A day by decree, or on which the municipality is closed. Only the first moves a term.

    A row is never changed: taking a day away notes when and by whom, so that a term of long ago can be
    explained. `added_by` is empty for the days the table began with.
    """

    day = models.DateField(_("day"))
    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=8, choices=CalendarDayKind)
    source = models.CharField(_("source"), max_length=120, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day"], name="calendar_day_once", condition=Q(removed_at__isnull=True)
            ),
            models.CheckConstraint(
                condition=Q(kind=CalendarDayKind.CLOSED) | ~Q(source=""),
                name="calendar_day_decree_has_source",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="calendar_day_removed_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} ({self.kind})"

    @property
    def moves_terms(self) -> bool:
        """Whether a term cannot end on it (Algemene termijnenwet art. 1 and 3)."""
        return self.kind == CalendarDayKind.DECREED
