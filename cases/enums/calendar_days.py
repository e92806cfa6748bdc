"""What makes a day differ."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CalendarDayKind(TextChoices):
    DECREED = "decreed", _("On a par with a Sunday by decree")
    CLOSED = "closed", _("The municipality is closed")
