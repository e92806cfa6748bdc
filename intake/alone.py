"""Which report leaves the inbox only after somebody looked at it by itself. Pure."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from cases.enums import Reporter


def why_alone(reporter: str, red_flags: Collection[str]) -> str:
    """Why this report is not discarded together with others, in one sentence; "" when it may be.

    A flag for today says that somebody may come to harm; after an early signal of debts the municipality must
    seek contact (Wgs 4 lid 1 onder b).
    """
    if red_flags:
        return _("Something has to happen today: look at this question by itself.")
    if reporter == Reporter.EARLY_SIGNAL:
        return _("After an early signal we seek contact: look at this one by itself.")
    return ""
