"""Content of a case. Each record carries a data category and the law it was collected for."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.enums import ContactKind, DataCategory, Law


class Content(models.Model):
    """What may be seen and shared depends on category and law, so both are there from the first record."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="%(class)ss")
    category = models.CharField(_("about"), max_length=12, choices=DataCategory, default=DataCategory.GENERAL)
    law = models.CharField(_("law"), max_length=16, choices=Law, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class ContactMoment(Content):
    """Someone of us and the resident (or somebody around them) spoke; or a note about the case."""

    kind = models.CharField(_("kind"), max_length=8, choices=ContactKind)
    at = models.DateTimeField(_("when"))
    summary = models.TextField(_("in short"))
    with_resident = models.BooleanField(_("with the resident"), default=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"


class Appointment(Content):
    """A planned meeting."""

    at = models.DateTimeField(_("when"))
    place = models.CharField(_("where"), max_length=120, blank=True)
    title = models.CharField(_("what"), max_length=120)
    held = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["at"], name="appointment_at")]

    def __str__(self) -> str:
        return f"appointment {self.pk}"


class Task(Content):
    """Something one of us must do for this case."""

    title = models.CharField(_("what"), max_length=160)
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="case_tasks")
    due_date = models.DateField(_("before"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_date", "pk"]

    def __str__(self) -> str:
        return f"task {self.pk}"
