"""The fixed contact person belongs to the resident. Who it was, when, how it began and why it ended."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from cases.enums import HandoverReason, HandoverState, TermBegan, TermEnded

H = HandoverState


class ContactTerm(models.Model):
    """A period in which one user is a resident's contact person. Terms of one resident never overlap.

    The database holds it (exclusion constraint), and with triggers: a resident with an open case has an open
    term at commit; a user with an open term cannot be deactivated.
    """

    resident = models.ForeignKey("Resident", models.PROTECT, related_name="contact_terms")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="contact_terms", db_index=False
    )
    during = DateTimeRangeField()
    began = models.CharField(max_length=10, choices=TermBegan)
    end_reason = models.CharField(max_length=20, choices=TermEnded, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="contact_terms_never_overlap",
                expressions=[("resident", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(during__isempty=False, during__lower_inf=False), name="contact_term_has_a_start"
            ),
        ]
        indexes = [
            models.Index(fields=["user"], name="contact_term_open", condition=Q(during__upper_inf=True)),
            models.Index(fields=["user", "resident"], include=["during"], name="contact_term_of_user"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} for {self.resident_id}"


class Deputyship(models.Model):
    """Someone replaces a contact person for a period of absence. It is no handover."""

    absent = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="absences")
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="deputyships")
    during = DateTimeRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_deputy_at_a_time",
                expressions=[("absent", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(condition=~Q(absent=models.F("deputy")), name="deputy_is_someone_else"),
        ]

    def __str__(self) -> str:
        return f"{self.deputy_id} for {self.absent_id}"


class Handover(models.Model):
    """The only path by which a contact person changes: asked, then accepted or refused by the receiver."""

    resident = models.ForeignKey("Resident", models.PROTECT, related_name="handovers")
    from_user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="handovers_given")
    to_user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="handovers_received")
    reason = models.CharField(_("reason"), max_length=20, choices=HandoverReason)
    explanation = models.TextField(_("explanation"))
    told_resident = models.TextField(_("what the resident was told"))
    warm_transfer_at = models.DateTimeField(_("warm transfer"), null=True, blank=True)
    overruled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = FSMField(default=H.ASKED, choices=H.choices, protected=True)
    refusal = models.TextField(_("why it is refused"), blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer_by = models.DateField(_("answer by"))
    answered_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    """When the resident was told, other than by letter, who the contact person is now."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resident"], name="one_open_handover", condition=Q(state=H.ASKED)
            ),
            models.CheckConstraint(
                condition=~Q(from_user=models.F("to_user")), name="handover_to_someone_else"
            ),
            models.CheckConstraint(
                condition=~Q(reason=HandoverReason.OVERRULED) | Q(overruled_by__isnull=False),
                name="handover_overruled_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(told_at__isnull=True) | Q(state=H.ACCEPTED), name="handover_told_once_accepted"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resident_id} to {self.to_user_id} ({self.state})"

    @transition(state, source=H.ASKED, target=H.ACCEPTED)
    def accept(self) -> None: ...

    @transition(state, source=H.ASKED, target=H.REFUSED)
    def refuse(self) -> None: ...

    @transition(state, source=H.ASKED, target=H.CANCELLED)
    def cancel(self) -> None: ...


class ReadingGrant(models.Model):
    """The former contact person may read along for 30 days. A grant, not a term."""

    resident = models.ForeignKey("Resident", models.CASCADE, related_name="reading_grants")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reading_grants")
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user_id} reads {self.resident_id} until {self.until:%Y-%m-%d}"
