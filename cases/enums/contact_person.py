"""Contact persons and handovers."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TermBegan(TextChoices):
    """How someone became the fixed contact person."""

    TAKEN_UP = "taken_up", _("Took up the question")
    HANDOVER = "handover", _("Handover")
    MERGED = "merged", _("Two files were one person")


class HandoverReason(TextChoices):
    """The only reasons for a handover. End of a phase and workload are none: those need a manager's
    overrule.
    """

    EXPERTISE = "expertise", _("The complexity of the solution asks for another expertise")
    RESIDENT_ASKS = "resident_asks", _("The resident asks for it")
    LEAVES = "leaves", _("The contact person leaves or is long absent")
    CONFLICT_OF_INTEREST = "conflict_of_interest", _("Conflict of interest")
    RESIDENT_MOVES = "resident_moves", _("The resident moves")
    OVERRULED = "overruled", _("Overruled by a manager")


class TermEnded(TextChoices):
    """Why a period as contact person ended; the reasons of a handover, or that nothing was going on any
    more.
    """

    EXPERTISE = "expertise", HandoverReason.EXPERTISE.label
    RESIDENT_ASKS = "resident_asks", HandoverReason.RESIDENT_ASKS.label
    LEAVES = "leaves", HandoverReason.LEAVES.label
    CONFLICT_OF_INTEREST = "conflict_of_interest", HandoverReason.CONFLICT_OF_INTEREST.label
    RESIDENT_MOVES = "resident_moves", HandoverReason.RESIDENT_MOVES.label
    OVERRULED = "overruled", HandoverReason.OVERRULED.label
    QUIET = "quiet", _("No open case for twelve months, or the contact person leaves and no case is open")
    MERGED = "merged", _("Two files were one person")


NO_GRANT_REASONS = (HandoverReason.CONFLICT_OF_INTEREST, HandoverReason.RESIDENT_ASKS)
"""After these the former contact person gets no reading grant."""


AFTER_A_DEATH = (HandoverReason.LEAVES, HandoverReason.CONFLICT_OF_INTEREST, HandoverReason.OVERRULED)
"""Somebody must still see to what stands open of a resident who died."""


class HandoverState(TextChoices):
    ASKED = "asked", _("Asked")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused")
    CANCELLED = "cancelled", _("Taken back")
