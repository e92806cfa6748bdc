"""The conversation report (gespreksverslag): what the writer changed, and which letter it became."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.enums import DataCategory


class ConversationReport(models.Model):
    """One numbered version of the report of a case; its conversations add up.

    A concept as long as there is no `letter`; then it is what that letter says, for good. What the resident
    remarks comes in the next version.
    """

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="conversation_reports")
    number = models.PositiveSmallIntegerField()
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="nl")
    remarks = models.TextField(_("what the resident remarks"), blank=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    letter = models.OneToOneField(
        "cases.Letter", models.PROTECT, null=True, blank=True, related_name="conversation_report"
    )

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="report_number_once"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(letter__isnull=True), name="one_report_in_the_making"
            ),
        ]

    def __str__(self) -> str:
        return f"report {self.number} of {self.case_id}"


class ReportPart(models.Model):
    """What the writer decided about one part: other words, or whether it comes in at all.

    A part without a row, or whose row has no text, says what follows from the notes, and follows them when
    they change. Once the version is sent every part that was in it has a row with its words.
    """

    report = models.ForeignKey(ConversationReport, models.CASCADE, related_name="parts")
    code = models.CharField(max_length=32)
    category = models.CharField(max_length=12, choices=DataCategory, default=DataCategory.GENERAL)
    text = models.TextField(blank=True)
    included = models.BooleanField(default=True)
    started_from = models.CharField(max_length=24, help_text="Mark of the words from the notes then.")
    written = models.JSONField(default=dict, editable=False)
    """Who wrote text and choice last, and through which form: see `intake.merging.Marks`."""
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["report", "code"], name="report_part_once")]

    def __str__(self) -> str:
        return f"{self.code} of {self.report_id}"
