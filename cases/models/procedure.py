"""The procedure: the legal way of one question under one law. Terms, suspension and retention hang here."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import GET_STATE, FSMField, transition

from cases.enums import DecisionOutcome, DeliveryForm, Law, ObjectionOutcome, ProcedureState, WayIn

S = ProcedureState
DECIDED_ON = (ObjectionOutcome.FOUNDED, ObjectionOutcome.UNFOUNDED, ObjectionOutcome.INADMISSIBLE)
"""Outcomes of an objection that are a decision: with its day, its reasons and who took it."""
OBJECTION_RUNS = Q(objection_date__isnull=False, objection_ended_date__isnull=True)
"""An objection that has not come to an end. The trigger behind `OpenCase.has_procedure` means the same."""


class Procedure(models.Model):
    """`reported -> investigating -> applied -> decided -> final`; `withdrawn` from any but the last two."""

    case = models.ForeignKey("Case", models.CASCADE, related_name="procedures")
    law = models.CharField(_("law"), max_length=16, choices=Law)
    subject = models.CharField(_("subject"), max_length=120)
    applicant = models.ForeignKey("Resident", models.PROTECT, related_name="+")
    way_in = models.CharField(_("way in"), max_length=20, choices=WayIn, default=WayIn.MUNICIPALITY)
    state = FSMField(default=S.REPORTED, choices=S.choices, protected=True)
    reported_date = models.DateField(_("reported"))
    applied_date = models.DateField(_("application received"), null=True, blank=True)
    decided_date = models.DateField(_("decided"), null=True, blank=True)
    sent_date = models.DateField(_("decision sent"), null=True, blank=True)
    ended_date = models.DateField(_("ended"), null=True, blank=True)
    end_reason = models.CharField(_("why it ended"), max_length=300, blank=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=DecisionOutcome, blank=True)
    reasons = models.TextField(_("reasons for the decision"), blank=True)
    form = models.CharField(_("in kind or pgb"), max_length=8, choices=DeliveryForm, blank=True)
    mandate_holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    default_notice_date = models.DateField(_("notice of default received"), null=True, blank=True)
    objection_date = models.DateField(_("objection received"), null=True, blank=True)
    committee_date = models.DateField(_("told that a committee advises"), null=True, blank=True)
    objection_outcome = models.CharField(
        _("outcome of the objection"),
        max_length=12,
        choices=ObjectionOutcome,
        blank=True,
        default="",
        db_default="",
    )
    objection_reasons = models.TextField(_("reasons on the objection"), blank=True, default="", db_default="")
    objection_decided_date = models.DateField(_("decided on the objection"), null=True, blank=True)
    objection_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    objection_ended_date = models.DateField(_("end of the objection"), null=True, blank=True)
    """The decision on it was sent on this day, or it was taken back."""
    first_outcome = models.CharField(
        _("outcome before the objection"),
        max_length=8,
        choices=DecisionOutcome,
        blank=True,
        default="",
        db_default="",
    )
    first_reasons = models.TextField(_("reasons before the objection"), blank=True, default="", db_default="")
    """`outcome` and `reasons` are those of the decision that stands: when an objection puts another in the
    place of the first, those of the first move here."""

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["case"], condition=OBJECTION_RUNS, name="procedure_objected_to")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[S.APPLIED, S.DECIDED, S.FINAL]) | Q(applied_date__isnull=False),
                name="procedure_applied_has_date",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[S.DECIDED, S.FINAL])
                | Q(decided_date__isnull=False, mandate_holder__isnull=False) & ~Q(outcome=""),
                name="procedure_decided_has_outcome",
            ),
            models.CheckConstraint(
                condition=Q(decided_date__isnull=True) | Q(decided_date__gte=F("applied_date")),
                name="procedure_decided_after_application",
            ),
            models.CheckConstraint(
                condition=Q(default_notice_date__isnull=True) | Q(default_notice_date__gt=F("applied_date")),
                name="procedure_default_notice_after_application",
            ),
            models.CheckConstraint(
                condition=Q(objection_date__isnull=False)
                | Q(committee_date__isnull=True, objection_ended_date__isnull=True, objection_outcome=""),
                name="objection_treated_was_received",
            ),
            models.CheckConstraint(
                condition=Q(objection_ended_date__isnull=True)
                | Q(objection_ended_date__gte=F("objection_date")) & ~Q(objection_outcome=""),
                name="objection_ended_has_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(objection_outcome__in=DECIDED_ON)
                | Q(objection_decided_date__isnull=False, objection_by__isnull=False)
                & ~Q(objection_reasons=""),
                name="objection_decided_has_reasons",
            ),
            models.CheckConstraint(
                condition=Q(first_outcome="")
                | Q(objection_outcome=ObjectionOutcome.FOUNDED) & ~Q(first_reasons=""),
                name="decision_replaced_on_objection",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.law} {self.subject}"

    @property
    def objection_runs(self) -> bool:
        """Somebody objected, and that has not come to an end."""
        return self.objection_date is not None and self.objection_ended_date is None

    @transition(state, source=S.REPORTED, target=S.INVESTIGATING)
    def investigate(self) -> None: ...

    @transition(state, source=[S.REPORTED, S.INVESTIGATING], target=S.APPLIED)
    def apply(self) -> None: ...

    @transition(state, source=S.APPLIED, target=S.DECIDED)
    def decide(self) -> None: ...

    @transition(state, source=S.DECIDED, target=S.FINAL)
    def become_final(self) -> None: ...

    @transition(state, source=[S.REPORTED, S.INVESTIGATING, S.APPLIED], target=S.WITHDRAWN)
    def withdraw(self) -> None: ...

    @transition(
        state,
        source=S.WITHDRAWN,
        target=GET_STATE(lambda procedure, to: to, states=[S.REPORTED, S.INVESTIGATING, S.APPLIED]),
    )
    def undo_withdraw(self, to: str) -> None: ...


class Suspension(models.Model):
    """Days in which the term of an application stands still (Awb 4:15); they are added to the due date."""

    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="suspensions")
    from_date = models.DateField(_("from"))
    until_date = models.DateField(_("until"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | Q(until_date__gte=F("from_date")),
                name="suspension_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.from_date} to {self.until_date or '…'}"
