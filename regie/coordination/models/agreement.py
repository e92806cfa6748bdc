"""An agreement (afspraak): who does what, when; kept or not."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from cases.enums import DataCategory


class Agreement(models.Model):
    """`made -> kept | not_kept | cancelled`. Of a partner in the case, or of one of us, or of the
    resident.
    """

    class State(models.TextChoices):
        MADE = "made", _("Agreed")
        KEPT = "kept", _("Kept")
        NOT_KEPT = "not_kept", _("Not kept")
        CANCELLED = "cancelled", _("No longer needed")

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="agreements")
    participation = models.ForeignKey(
        "coordination.Participation", models.PROTECT, null=True, blank=True, related_name="agreements",
        verbose_name=_("of which partner"),
    )  # fmt: skip
    who = models.CharField(_("who does it"), max_length=120)
    what = models.CharField(_("what"), max_length=300)
    due_date = models.DateField(_("before"))
    category = models.CharField(max_length=12, choices=DataCategory, default=DataCategory.GENERAL)
    state = FSMField(default=State.MADE, choices=State.choices, protected=True)
    why_not = models.CharField(_("what came between"), max_length=300, blank=True)
    wait = models.OneToOneField(
        "cases.Wait", models.SET_NULL, null=True, blank=True, related_name="agreement",
        help_text="The waiting on the partner that this agreement is about, when we wait for it.",
    )  # fmt: skip
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="made", settled_at__isnull=True)
                | ~Q(state="made") & Q(settled_at__isnull=False),
                name="agreement_settled_has_date",
            )
        ]

    def __str__(self) -> str:
        return f"agreement {self.pk} ({self.state})"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.MADE

    def is_late(self, today: date) -> bool:
        """Whether the day before which it would be done has passed."""
        return self.due_date < today

    @transition(state, source=State.MADE, target=State.KEPT)
    def keep(self) -> None: ...

    @transition(state, source=State.MADE, target=State.NOT_KEPT)
    def miss(self) -> None: ...

    @transition(state, source=State.MADE, target=State.CANCELLED)
    def cancel(self) -> None: ...
