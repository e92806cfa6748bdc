"""The audit log: who did or saw what, of whom, when. Keys and codes only, never content."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sociaal.core.append_only import AppendOnly


class Entry(AppendOnly):
    """One line of the log. By analogy with NEN 7513: actor, action, object, whom it was about, time."""

    class Kind(models.TextChoices):
        READ = "read", pgettext_lazy("access log", "Seen")
        WRITE = "write", pgettext_lazy("access log", "Changed")
        REFUSED = "refused", pgettext_lazy("access log", "Refused")
        SIGN_IN = "sign_in", _("Signed in")
        EMERGENCY = "emergency", _("Break-glass access")

    at = models.DateTimeField()
    kind = models.CharField(max_length=10, choices=Kind)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    action = models.CharField(max_length=80, help_text="Name of the page or operation.")
    object_type = models.CharField(max_length=40, blank=True)
    object_id = models.BigIntegerField(null=True, blank=True)
    residents = ArrayField(
        models.BigIntegerField(), default=list, help_text="Keys of the residents shown or touched."
    )
    codes = models.JSONField(default=dict)

    class Meta:
        indexes = [
            GinIndex(fields=["residents"], name="audit_residents"),
            models.Index(fields=["actor", "-at"], name="audit_actor"),
            models.Index(fields=["-at"], name="audit_at"),
        ]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind} {self.action}"
