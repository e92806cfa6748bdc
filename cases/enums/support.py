"""Procedures, help and contact."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class WayIn(TextChoices):
    """Which way a procedure came in; all but the municipality skip our weighing."""

    MUNICIPALITY = "municipality", _("Municipality")
    GP = "gp", _("GP")
    MEDICAL_SPECIALIST = "medical_specialist", _("Medical specialist")
    COURT = "court", _("Court order")


class ProcedureState(TextChoices):
    REPORTED = "reported", _("Reported")
    INVESTIGATING = "investigating", _("Being looked into")
    APPLIED = "applied", _("Applied")
    DECIDED = "decided", _("Decided")
    FINAL = "final", _("Final")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class DecisionOutcome(TextChoices):
    GRANTED = "granted", _("Granted")
    PARTLY = "partly", _("Partly granted")
    REFUSED = "refused", _("Refused")


class DeliveryForm(TextChoices):
    IN_KIND = "in_kind", _("In kind")
    PGB = "pgb", _("Personal budget (pgb)")


class ArrangementState(TextChoices):
    PROPOSED = "proposed", _("Proposed")
    REQUESTED = "requested", _("Requested")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused by the provider")
    STARTED = "started", _("Started")
    PAUSED = "paused", _("Paused")
    ENDED = "ended", _("Ended")
    CANCELLED = "cancelled", _("Cancelled")


class OrganisationKind(TextChoices):
    PROVIDER = "provider", _("Provider")
    PARTNER = "partner", _("Partner")
    AUTHORITY = "authority", _("Authority")


class ContactKind(TextChoices):
    PHONE = "phone", _("Phone call")
    VISIT = "visit", _("Visit")
    MESSAGE = "message", _("Message")
    NOTE = "note", _("Note")
