"""What must happen once: messages that wait for the worker, effects already done, periods already run."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Message(models.Model):
    """Work that follows from a change, written in the same transaction as that change."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Done")
        DEAD = "dead", _("Given up")

    topic = models.CharField(max_length=60)
    key = models.CharField(max_length=120, help_text="What the work is about; never content.")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at", "id"], name="outbox_waiting", condition=Q(state="waiting")),
            # few, and asked after by whoever watches the servers
            models.Index(fields=["id"], name="outbox_given_up", condition=Q(state="dead")),
        ]
        constraints = [
            # a burst of changes to one case is counted once
            models.UniqueConstraint(
                fields=["topic", "key"], name="outbox_one_waiting", condition=Q(state="waiting", attempts=0)
            )
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.key} ({self.state})"


class Effect(models.Model):
    """A thing done for a key. The unique pair makes a second attempt harmless."""

    key = models.CharField(max_length=120)
    effect = models.CharField(max_length=60)
    result = models.CharField(max_length=300, blank=True, help_text="Where the first attempt led to.")
    done_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "effect"], name="effect_happens_once")]

    def __str__(self) -> str:
        return f"{self.effect} {self.key}"


class PeriodRun(models.Model):
    """A periodic task that ran for a period: beat twice runs it once, beat dead leaves a hole that shows."""

    task = models.CharField(max_length=60)
    period_start = models.DateTimeField()
    ran_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "period_start"], name="period_runs_once")]

    def __str__(self) -> str:
        return f"{self.task} {self.period_start:%Y-%m-%d %H:%M}"
