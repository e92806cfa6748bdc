"""The case: one question of one resident on its way from report to outcome."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import GET_STATE, FSMField, transition

from cases.enums import OPEN_STATUSES, CaseRoleKind, CaseStatus, Outcome, Track, Urgency, Weight

S = CaseStatus


class CaseNumber(models.Model):
    """The last number given in a year; the row is locked while the next one is taken."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.year}-{self.last:06d}"


class Case(models.Model):
    """Transitions say what can follow what; their guards stand in `policies`, their effects in `operations`.

    `resident` is the main subject. Its contact person is the resident's (see `ContactTerm`).
    """

    number = models.CharField(_("case number"), max_length=11, unique=True)
    resident = models.ForeignKey("Resident", models.PROTECT, related_name="cases", db_index=False)
    team = models.ForeignKey("accounts.Team", models.PROTECT, related_name="cases")
    subject = models.CharField(_("what it is about"), max_length=120)
    status = FSMField(default=S.REGISTERED, choices=S.choices, protected=True)
    track = models.CharField(_("track"), max_length=8, choices=Track, blank=True)
    weight = models.CharField(_("weight"), max_length=12, choices=Weight, blank=True)
    urgency = models.CharField(_("urgency"), max_length=8, choices=Urgency, default=Urgency.NORMAL)
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    reported_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    status_since = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_from = models.CharField(max_length=12, choices=S, blank=True)
    outcome = models.CharField(_("outcome"), max_length=14, choices=Outcome, blank=True)
    outcome_note = models.TextField(_("in words"), blank=True)
    version = models.PositiveIntegerField(
        default=0, help_text="Goes up with each change; a form names the one it saw."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status=S.CLOSED, closed_at__isnull=False) & ~Q(outcome="") & ~Q(closed_from="")
                | ~Q(status=S.CLOSED) & Q(closed_at__isnull=True, outcome="", closed_from=""),
                name="case_closed_with_outcome",
            ),
            models.CheckConstraint(condition=Q(status__in=list(S)), name="case_status_known"),
        ]
        indexes = [
            models.Index(fields=["team", "status"], name="case_open_of_team", condition=~Q(status="closed")),
            models.Index(fields=["resident", "-opened_at"], name="case_of_resident"),
            models.Index(fields=["resident"], name="case_open_of_resident", condition=~Q(status="closed")),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        return self.status != S.CLOSED

    @transition(status, source=S.REGISTERED, target=S.CONVERSATION)
    def start_conversation(self) -> None: ...

    @transition(status, source=S.CONVERSATION, target=S.WEIGHING)
    def finish_conversation(self) -> None: ...

    @transition(status, source=S.WEIGHING, target=S.ARRANGING)
    def choose_solution(self) -> None: ...

    @transition(status, source=S.WEIGHING, target=S.DECIDING)
    def await_decision(self) -> None: ...

    @transition(status, source=S.DECIDING, target=S.ARRANGING)
    def settle_decisions(self) -> None: ...

    @transition(status, source=S.ARRANGING, target=S.SUPPORTED)
    def start_support(self) -> None: ...

    @transition(status, source=S.SUPPORTED, target=S.REVIEWING)
    def start_review(self) -> None: ...

    @transition(status, source=S.REVIEWING, target=S.SUPPORTED)
    def continue_support(self) -> None: ...

    @transition(status, source=S.REVIEWING, target=S.ARRANGING)
    def change_support(self) -> None: ...

    @transition(status, source=S.REGISTERED, target=S.CLOSED)
    def answer_directly(self) -> None: ...

    @transition(status, source=S.DECIDING, target=S.CLOSED)
    def close_after_refusal(self) -> None: ...

    @transition(status, source=[S.ARRANGING, S.SUPPORTED, S.REVIEWING], target=S.CLOSED)
    def close(self) -> None: ...

    @transition(status, source=list(OPEN_STATUSES), target=S.CLOSED)
    def withdraw(self) -> None: ...

    @transition(
        status,
        source=S.CLOSED,
        target=GET_STATE(lambda case: case.closed_from, states=[str(status) for status in OPEN_STATUSES]),
    )
    def undo_close(self) -> None: ...


class CaseRole(models.Model):
    """The case director or care coordinator of a case; beside the contact person, never instead."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="roles")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="case_roles")
    kind = models.CharField(max_length=16, choices=CaseRoleKind)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"], name="one_current_case_role", condition=Q(until__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} is {self.kind} of {self.case_id}"
