"""Files that bring in many reports at once: what stands in them, how far reading is, what was refused."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sociaal.core.crypto import EncryptedField


class FileImport(models.Model):
    """One file, read in parts by the worker. Its content is encrypted, and gone when it was read."""

    class Kind(models.TextChoices):
        BACKLOG = "backlog", _("Backlog of reports")
        SIGNALS = "signals", _("Early signals of debts")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Being read")
        DONE = "done", _("Read")

    TOPIC = "file_import"
    """Of the outbox: read on in this file (its key)."""

    kind = models.CharField(max_length=8, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    name = models.CharField(max_length=120, help_text="Name of the file.")
    content = EncryptedField(blank=True)
    options = models.JSONField(default=dict, help_text="Creditor and kind of debt, for signals.")
    team = models.ForeignKey("accounts.Team", models.PROTECT, null=True, blank=True, related_name="+")
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    rows = models.PositiveIntegerField(default=0)
    read = models.PositiveIntegerField(default=0)
    made = models.PositiveIntegerField(default=0)
    joined = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    doubtful = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    refused_rows = EncryptedField(blank=True)

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(read__lte=F("rows")), name="import_reads_what_is_there"),
            models.CheckConstraint(
                condition=Q(read=F("made") + F("joined") + F("known") + F("refused")),
                name="import_counts_every_row",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(ended_at__isnull=False, content=""),
                name="import_done_keeps_no_content",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} ({self.state})"

    @property
    def percent(self) -> int:
        return 100 * self.read // self.rows if self.rows else 0


class ImportedRow(models.Model):
    """A row of a backlog that became a report: the same row a second time makes nothing."""

    row_key = models.CharField(max_length=64, unique=True)
    help_request = models.OneToOneField("cases.HelpRequest", models.CASCADE, related_name="imported_row")
    doubtful = models.BooleanField(
        default=False, help_text="The resident was added, and may be one we knew already."
    )

    def __str__(self) -> str:
        return f"row of {self.help_request_id}"
