"""What came in without a colleague: what the reporter gave, and who may use the interface."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ApiToken(models.Model):
    """A key with which another system of the municipality brings in reports. Only its keyed hash is kept."""

    name = models.CharField(_("name"), max_length=80)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField(max_length=8, help_text="The last signs, to tell one token from another.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="token_revoked_by_someone",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} (…{self.hint})"


class ReportDetails(models.Model):
    """What was given with a report that no colleague took down: unchecked, and nobody's file yet.

    The name fields are of the person it is about. Who may read the report may read this, nobody else.
    """

    help_request = models.OneToOneField("cases.HelpRequest", models.CASCADE, related_name="details")
    reference = models.CharField(_("reference"), max_length=16, unique=True)
    first_names = models.CharField(_("first names"), max_length=120, blank=True)
    prefix = models.CharField(_("prefix to the name"), max_length=20, blank=True)
    last_name = models.CharField(_("last name"), max_length=120, blank=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    street = models.CharField(_("street"), max_length=120, blank=True)
    house_number = models.CharField(_("house number"), max_length=12, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    reporter_email = models.EmailField(_("e-mail of who reports"), blank=True)
    token = models.ForeignKey(ApiToken, models.PROTECT, null=True, blank=True, related_name="reports")

    def __str__(self) -> str:
        return self.reference


class Allowance(models.Model):
    """How often something was used in a window of time: the count behind a limit. Holds a keyed hash only."""

    key = models.CharField(max_length=64)
    window = models.DateTimeField()
    used = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "window"], name="allowance_one_count")]
        indexes = [models.Index(fields=["window"], name="allowance_window")]

    def __str__(self) -> str:
        return f"{self.used} since {self.window:%H:%M}"
