"""Whom a case concerns beside its main subject, and who agreed to what."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.enums import Law, PartyRole


class CaseParty(models.Model):
    """Someone beside the main subject whom the case concerns, with their role, for a period."""

    case = models.ForeignKey("Case", models.CASCADE, related_name="parties")
    resident = models.ForeignKey("Resident", models.PROTECT, related_name="party_in")
    role = models.CharField(_("role"), max_length=18, choices=PartyRole)
    during = DateRangeField()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "case parties"
        constraints = [
            ExclusionConstraint(
                name="case_party_once",
                expressions=[
                    ("case", RangeOperators.EQUAL),
                    ("resident", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            )
        ]

    def __str__(self) -> str:
        return f"{self.resident_id} in {self.case_id} ({self.role})"


class Consent(models.Model):
    """One person of a case agreed to help or sharing under one law, or did not. The newest one counts.

    Whose is needed: `cases.consent`.
    """

    case = models.ForeignKey("Case", models.CASCADE, related_name="consents")
    resident = models.ForeignKey("Resident", models.PROTECT, related_name="consents")
    law = models.CharField(_("law"), max_length=16, choices=Law)
    given = models.BooleanField(_("agrees"))
    on_date = models.DateField(_("on"))
    said = models.CharField(_("how it was said"), max_length=200, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["on_date", "noted_at", "pk"]

    def __str__(self) -> str:
        return f"{self.resident_id} in {self.case_id} ({self.law}: {self.given})"
