"""What an imported event log of the system before came to.

The events themselves are not kept: the figures need of each case only its moments, its channel, its route and
how often the work changed hands. Who did the work is counted while reading and never stored.
"""

from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models


class Baseline(models.Model):
    """One imported log. The same file with the same mapping is one baseline."""

    name = models.CharField(max_length=200)
    source = models.TextField(blank=True, help_text="Citation of the log.")
    file_digest = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    mapping_digest = models.CharField(max_length=64, help_text="SHA-256 of what the mapping says.")
    holds_until = models.DateTimeField(help_text="The last event of the log.")
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="Empty: on the command line.",
    )
    figures = models.JSONField(help_text="As described at regie.metrics.event_log.figures.")

    class Meta:
        ordering = ["-imported_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["file_digest", "mapping_digest"], name="baseline_once"),
        ]

    def __str__(self) -> str:
        return self.name


class BaselineRoute(models.Model):
    """A sequence of activities that at least one case of the log went through."""

    baseline = models.ForeignKey(Baseline, models.CASCADE, related_name="routes")
    activities = ArrayField(models.TextField())

    def __str__(self) -> str:
        return " → ".join(self.activities)


class BaselineCase(models.Model):
    """One case of the log. Its key is that of the system before, so that an oddity can be looked up there."""

    baseline = models.ForeignKey(Baseline, models.CASCADE, related_name="cases")
    key = models.TextField()
    route = models.ForeignKey(BaselineRoute, models.CASCADE, related_name="cases")
    first_at = models.DateTimeField(help_text="First event.")
    last_at = models.DateTimeField(help_text="Last event.")
    start_at = models.DateTimeField(help_text="As the log says, else the first event.")
    end_at = models.DateTimeField(null=True, help_text="Empty: open at the end of the log.")
    deadline_at = models.DateTimeField(null=True)
    channel = models.TextField(blank=True)
    resource_changes = models.PositiveIntegerField(help_text="Consecutive events by different resources.")
    oddities = ArrayField(models.CharField(max_length=20), default=list, help_text="Codes; mostly none.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["baseline", "key"], name="baseline_case_once"),
        ]
        indexes = [
            models.Index(
                fields=["baseline", "id"], name="baseline_case_odd", condition=~models.Q(oddities=[])
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def start_to_end_days(self) -> float:
        """Days from start to end; of an open case to the end of the log. Below zero where the log says so."""
        return ((self.end_at or self.baseline.holds_until) - self.start_at) / timedelta(days=1)
