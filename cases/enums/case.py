"""The case: its steps, how heavy, which way, who takes part."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CaseStatus(TextChoices):
    REGISTERED = "registered", pgettext_lazy("status of a case", "Registered")
    CONVERSATION = "conversation", _("In conversation")
    WEIGHING = "weighing", _("Weighing")
    DECIDING = "deciding", _("Application and decision")
    ARRANGING = "arranging", _("Arranging help")
    SUPPORTED = "supported", _("Help is running")
    REVIEWING = "reviewing", _("Review")
    CLOSED = "closed", _("Closed")


OPEN_STATUSES = tuple(status for status in CaseStatus if status != CaseStatus.CLOSED)


class Outcome(TextChoices):
    """Why a case is closed."""

    ANSWERED = "answered", _("Question answered")
    GOALS_REACHED = "goals_reached", _("Goals reached")
    LIGHTER = "lighter", _("Goes on with lighter help")
    REFUSED = "refused", _("Nothing granted")
    WITHDRAWN = "withdrawn", _("Resident withdrew")
    MOVED = "moved", _("Moved away")
    DIED = "died", _("Died")
    BROKEN_OFF = "broken_off", _("Broken off")


class Weight(TextChoices):
    """How heavy a solution is; also the rungs of the ladder, lightest first."""

    SOCIAL_BASE = "social_base", _("Social base")
    GENERAL = "general", _("General provision")
    SPECIALIST = "specialist", _("Specialist support")


class Track(TextChoices):
    FAST = "fast", _("Fast track")
    REGULAR = "regular", _("Regular")
    REGIE = "regie", _("Regie")


class Urgency(TextChoices):
    NORMAL = "normal", _("Normal")
    URGENT = "urgent", _("Urgent")


class PartyRole(TextChoices):
    """What a person other than the main subject is in a case."""

    SUBJECT = "subject", _("Also concerned")
    APPLICANT = "applicant", _("Applicant")
    PARENT = "parent", _("Parent with authority")
    REPRESENTATIVE = "representative", _("Representative")
    HOUSEHOLD_MEMBER = "household_member", _("Household member")


class CaseRoleKind(TextChoices):
    CASE_DIRECTOR = "case_director", _("Case director")
    CARE_COORDINATOR = "care_coordinator", _("Care coordinator")
