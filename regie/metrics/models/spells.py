"""What Celery computed: one row per measure and case, and the figures that dashboards read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Measure(models.TextChoices):
    """The six durations of the metrics definitions; each runs from a start to a milestone."""

    WAIT_FIRST_CONTACT = "wait_first_contact", _("Waiting for first contact")
    WAIT_CONVERSATION = "wait_conversation", _("Waiting for the conversation")
    LEAD_DECISION = "lead_decision", _("Lead time of the decision")
    WAIT_SUPPORT = "wait_support", _("Waiting for help")
    LEAD_HELP = "lead_help", _("From question to help")
    LEAD_TOTAL = "lead_total", _("Total lead time")


class Spell(models.Model):
    """One duration of one case (or of a help request that never became a case), computed from events alone.

    It ends with the milestone (`event`), otherwise (`other`: the case ended without it), or runs (`ended_at`
    empty): whoever still waits is counted. A case with two applications has two spells of `lead_decision`.
    """

    class End(models.TextChoices):
        EVENT = "event", _("reached")
        OTHER = "other", _("ended otherwise")

    measure = models.CharField(max_length=20, choices=Measure)
    help_request = models.ForeignKey("cases.HelpRequest", models.CASCADE, null=True, related_name="+")
    case = models.ForeignKey("cases.Case", models.CASCADE, null=True, related_name="+")
    about = models.CharField(
        max_length=40, blank=True, help_text="Which of several, such as a procedure's key."
    )
    team = models.ForeignKey("accounts.Team", models.CASCADE, related_name="+")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=5, choices=End, blank=True)

    class Meta:
        indexes = [models.Index(fields=["team", "measure", "started_at"], name="spell_of_team")]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "case", "help_request", "about"], name="spell_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, end="")
                | models.Q(ended_at__isnull=False) & ~models.Q(end=""),
                name="spell_ended_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} of case {self.case_id}"


class WaitSpell(models.Model):
    """One wait of one case, from its events: on whom and about what."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="+")
    wait = models.BigIntegerField(unique=True, help_text="Key of the wait it was computed for.")
    team = models.ForeignKey("accounts.Team", models.CASCADE, related_name="+")
    on = models.CharField(max_length=10)
    subject = models.CharField(max_length=14)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["team", "started_at"], name="wait_spell_of_team")]

    def __str__(self) -> str:
        return f"{self.case_id} on {self.on}"


class StepSpell(models.Model):
    """One stay of one case in one step of the value stream; a case that comes back stays a second time."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField(help_text="The how manieth stay of the case, from 1.")
    team = models.ForeignKey("accounts.Team", models.CASCADE, related_name="+")
    step = models.CharField(max_length=12, help_text="A status of the case, or `report` before it was one.")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    left_to = models.CharField(max_length=12, blank=True)

    class Meta:
        indexes = [models.Index(fields=["team", "started_at"], name="step_spell_of_team")]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="step_spell_once")]

    def __str__(self) -> str:
        return f"{self.case_id} in {self.step}"


class HandoverFact(models.Model):
    """Another person became contact person while this case was open. Why and when; never who."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="+")
    handover = models.BigIntegerField(help_text="Key of the handover; one may touch several cases.")
    team = models.ForeignKey("accounts.Team", models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["team", "at"], name="handover_fact_of_team")]
        constraints = [models.UniqueConstraint(fields=["case", "handover"], name="handover_fact_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.reason}"


class Figures(models.Model):
    """Figures of one team, or of all (team empty), as a dashboard shows them, and until when they hold."""

    team = models.OneToOneField("accounts.Team", models.CASCADE, null=True, related_name="+")
    data = models.JSONField()
    holds_until = models.DateTimeField()

    class Meta:
        verbose_name_plural = "figures"
        constraints = [
            models.UniqueConstraint(fields=["team"], name="figures_of_all_once", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"figures until {self.holds_until:%Y-%m-%d %H:%M}"
