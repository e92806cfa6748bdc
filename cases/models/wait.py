"""A wait: who we wait for, about what, since when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.enums import WaitParty, WaitSubject


class Wait(models.Model):
    """Several may run at once; a case shows the first in the order of `WaitParty`, the longest first
    within it.
    """

    case = models.ForeignKey("Case", models.CASCADE, related_name="waits")
    on = models.CharField(_("on whom"), max_length=10, choices=WaitParty)
    subject = models.CharField(_("about what"), max_length=14, choices=WaitSubject)
    procedure = models.ForeignKey("Procedure", models.CASCADE, null=True, blank=True, related_name="waits")
    arrangement = models.ForeignKey(
        "Arrangement", models.CASCADE, null=True, blank=True, related_name="waits"
    )
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    why = models.CharField(_("why"), max_length=200, blank=True)
    by_hand = models.BooleanField(
        default=False, help_text="Set by a person; steps of the case leave it alone."
    )

    class Meta:
        ordering = ["since", "pk"]
        indexes = [models.Index(fields=["case"], name="wait_running", condition=Q(until__isnull=True))]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="wait_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} waits on {self.on}"
