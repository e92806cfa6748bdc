"""An arrangement: a provision for this resident."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import GET_STATE, FSMField, transition

from cases.enums import ArrangementState, DataCategory, DeliveryForm

S = ArrangementState


class Arrangement(models.Model):
    """`proposed -> requested -> accepted | refused -> started <-> paused -> ended`, `cancelled` before it
    started. Back again only when the closing that ended it was a mistake.
    """

    case = models.ForeignKey("Case", models.CASCADE, related_name="arrangements")
    resident = models.ForeignKey("Resident", models.PROTECT, related_name="arrangements")
    provision = models.ForeignKey("Provision", models.PROTECT, related_name="arrangements")
    provider = models.ForeignKey("Organisation", models.PROTECT, null=True, blank=True, related_name="+")
    procedure = models.ForeignKey(
        "Procedure", models.PROTECT, null=True, blank=True, related_name="arrangements"
    )
    volume = models.CharField(_("how much"), max_length=80, blank=True)
    price = models.DecimalField(_("price in euro"), max_digits=9, decimal_places=2, null=True, blank=True)
    form = models.CharField(
        _("in kind or pgb"), max_length=8, choices=DeliveryForm, default=DeliveryForm.IN_KIND
    )
    goal = models.CharField(_("what it should bring"), max_length=300, blank=True)
    category = models.CharField(max_length=12, choices=DataCategory, default=DataCategory.GENERAL)
    state = FSMField(default=S.PROPOSED, choices=S.choices, protected=True)
    requested_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(_("why it ended"), max_length=300, blank=True)
    review_date = models.DateField(_("review"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["provision", "requested_at"],
                name="arrangement_in_use",
                condition=Q(state__in=[S.REQUESTED, S.ACCEPTED, S.STARTED, S.PAUSED]),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[S.STARTED, S.PAUSED]) | Q(started_at__isnull=False),
                name="arrangement_started_has_date",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[S.ENDED, S.CANCELLED, S.REFUSED]) | Q(ended_at__isnull=False),
                name="arrangement_ended_has_date",
            ),
        ]

    def __str__(self) -> str:
        return f"arrangement {self.pk} ({self.state})"

    @property
    def runs(self) -> bool:
        return self.state in (S.STARTED, S.PAUSED)

    @property
    def is_pending(self) -> bool:
        """Agreed and not begun yet: the resident waits for it."""
        return self.state in (S.PROPOSED, S.REQUESTED, S.ACCEPTED)

    @transition(state, source=S.PROPOSED, target=S.REQUESTED)
    def request(self) -> None: ...

    @transition(state, source=S.REQUESTED, target=S.ACCEPTED)
    def accept(self) -> None: ...

    @transition(state, source=S.REQUESTED, target=S.REFUSED)
    def refuse(self) -> None: ...

    @transition(state, source=S.ACCEPTED, target=S.STARTED)
    def start(self) -> None: ...

    @transition(state, source=S.STARTED, target=S.PAUSED)
    def pause(self) -> None: ...

    @transition(state, source=S.PAUSED, target=S.STARTED)
    def resume(self) -> None: ...

    @transition(state, source=[S.STARTED, S.PAUSED], target=S.ENDED)
    def end(self) -> None: ...

    @transition(state, source=[S.PROPOSED, S.REQUESTED, S.ACCEPTED], target=S.CANCELLED)
    def cancel(self) -> None: ...

    @transition(state, source=S.ENDED, target=GET_STATE(lambda help_, to: to, states=[S.STARTED, S.PAUSED]))
    def undo_end(self, to: str) -> None: ...

    @transition(
        state,
        source=S.CANCELLED,
        target=GET_STATE(lambda help_, to: to, states=[S.PROPOSED, S.REQUESTED, S.ACCEPTED]),
    )
    def undo_cancel(self, to: str) -> None: ...
