"""Who we wait for, and for what."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class WaitParty(TextChoices):
    """Who we wait for, in the order in which one of several waits is shown."""

    US = "us", _("Us")
    RESIDENT = "resident", _("Resident")
    PARTNER = "partner", _("Partner")
    PROVIDER = "provider", _("Provider")
    AUTHORITY = "authority", _("Other authority")


class WaitSubject(TextChoices):
    """What is waited for."""

    REPORT = "report", _("Taking up the question")
    CONVERSATION = "conversation", _("The conversation")
    WEIGHING = "weighing", _("The weighing")
    PROCEDURE = "procedure", _("The decision")
    ARRANGEMENT = "arrangement", _("The start of help")
    AGREEMENT = "agreement", _("An agreement")
    REVIEW = "review", _("The review")
    OTHER = "other", _("Something else")
