"""Objections to a decision, and what we tell a resident when a decision comes later."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ObjectionOutcome(TextChoices):
    """How an objection came to an end. The last is of before outcomes were kept; nobody chooses it."""

    FOUNDED = "founded", _("Well-founded")
    UNFOUNDED = "unfounded", _("Not well-founded")
    INADMISSIBLE = "inadmissible", _("Not admissible")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    NOTED = "noted", _("Noted in words")


class ObjectionStep(TextChoices):
    """What happened to an objection, as its events say it."""

    RECEIVED = "received", _("Objection received")
    COMMITTEE = "committee", _("A committee advises on the objection")
    POSTPONED = "postponed", _("Decision on the objection put off")
    AGREED = "agreed", _("Decision on the objection put off with consent")
    DECIDED = "decided", _("Decision on the objection")
    SENT = "sent", _("Decision on the objection sent")
    WITHDRAWN = "withdrawn", _("Objection taken back")


class NoticeKind(TextChoices):
    """What the resident was told about a day to come."""

    LATE = "late", _("The decision comes later")
    OBJECTION_LATE = "objection_late", _("The decision on the objection comes later")
    POSTPONED = "postponed", _("The decision on the objection is put off")
    AGREED = "agreed", _("The decision on the objection is put off with consent")
