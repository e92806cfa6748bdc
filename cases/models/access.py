"""Break-glass access (noodtoegang)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class BreakGlass(models.Model):
    """One person's access to one resident's file outside the rules, for 60 minutes, with a reason, always
    reported.
    """

    resident = models.ForeignKey("Resident", models.PROTECT, related_name="break_glass")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"))
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "until"], name="break_glass_running")]
        verbose_name_plural = "break-glass accesses"

    def __str__(self) -> str:
        return f"{self.user_id} into {self.resident_id}"
