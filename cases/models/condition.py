"""What must be in order: before the plan can work, or for a decision to hold. Each by itself met or not."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Condition(models.Model):
    """One condition of a plan or of a decision. Who met it is known of what is noted since conditions are
    rows.
    """

    plan = models.ForeignKey("Plan", models.CASCADE, null=True, blank=True, related_name="conditions")
    procedure = models.ForeignKey(
        "Procedure", models.CASCADE, null=True, blank=True, related_name="conditions"
    )
    words = models.TextField(_("what must be in order"))
    met_at = models.DateTimeField(null=True, blank=True)
    met_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(plan__isnull=True, procedure__isnull=False)
                | Q(plan__isnull=False, procedure__isnull=True),
                name="condition_of_plan_or_decision",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="condition_says_something"),
            models.CheckConstraint(
                condition=Q(met_by__isnull=True) | Q(met_at__isnull=False), name="condition_met_at_a_moment"
            ),
        ]

    def __str__(self) -> str:
        return f"condition {self.pk}"
