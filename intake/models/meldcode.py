"""The meldcode in one case: five steps when there may be violence or neglect at home."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from cases.enums import DataCategory
from cases.models.content import Content
from intake.enums.meldcode import Danger, EntryKind, MeldcodeDecision, MeldcodeState, OpenedBecause

S = MeldcodeState


class Meldcode(Content):
    """`signals -> consulting -> talking -> weighing -> deciding -> settled`; straight to it in acute danger.

    Always of the category youth and safety. A case has at most one that runs; new signals after the decision
    begin a new one.
    """

    state = FSMField(default=S.SIGNALS, choices=S.choices, protected=True)
    opened_at = models.DateTimeField()
    because = ArrayField(models.CharField(max_length=8, choices=OpenedBecause), default=list)
    danger = models.CharField(_("how serious it is"), max_length=8, choices=Danger, blank=True)
    decision = models.CharField(_("decision"), max_length=8, choices=MeldcodeDecision, blank=True)
    reason = models.TextField(_("why"), blank=True)
    told = models.TextField(_("what those involved were told"), blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], name="one_running_meldcode", condition=~Q(state=S.SETTLED)
            ),
            models.CheckConstraint(
                condition=Q(category=DataCategory.YOUTH_SAFETY), name="meldcode_is_about_safety"
            ),
            models.CheckConstraint(condition=Q(state__in=list(S)), name="meldcode_state_known"),
            models.CheckConstraint(
                condition=~Q(state=S.SETTLED) & Q(decision="", decided_at=None, decided_by=None)
                | Q(state=S.SETTLED, decided_at__isnull=False, decided_by__isnull=False) & ~Q(decision=""),
                name="meldcode_settled_with_decision",
            ),
            models.CheckConstraint(
                condition=~Q(decision=MeldcodeDecision.NEITHER) | ~Q(reason=""),
                name="meldcode_neither_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[S.DECIDING, S.SETTLED]) | ~Q(danger=""), name="meldcode_weighed"
            ),
        ]

    def __str__(self) -> str:
        return f"meldcode {self.pk} ({self.state})"

    @property
    def is_running(self) -> bool:
        return self.state != S.SETTLED

    @transition(state, source=S.SIGNALS, target=S.CONSULTING)
    def note_signals(self) -> None: ...

    @transition(state, source=S.CONSULTING, target=S.TALKING)
    def consult(self) -> None: ...

    @transition(state, source=S.TALKING, target=S.WEIGHING)
    def talk(self) -> None: ...

    @transition(state, source=S.WEIGHING, target=S.DECIDING)
    def weigh(self) -> None: ...

    @transition(state, source=[S.SIGNALS, S.CONSULTING, S.TALKING, S.WEIGHING], target=S.DECIDING)
    def go_straight_to_decision(self) -> None: ...

    @transition(state, source=S.DECIDING, target=S.SETTLED)
    def decide(self) -> None: ...


class MeldcodeEntry(models.Model):
    """What was done in a step: when, by whom, with whom. Never changed; something more is a new entry."""

    meldcode = models.ForeignKey(Meldcode, models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=12, choices=EntryKind)
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    with_whom = models.CharField(_("with whom"), max_length=200, blank=True)
    text = models.TextField(_("what was done or said"), blank=True)
    why_not = models.TextField(_("why there was no talk"), blank=True)
    """Filled: those involved were not spoken to; the law wants to know why."""

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="", why_not=""), name="meldcode_entry_says_something"),
            models.CheckConstraint(
                condition=Q(kind=EntryKind.TALK) | Q(why_not=""), name="meldcode_only_a_talk_is_left_out"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.meldcode_id}"
