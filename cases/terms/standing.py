"""How a term stands today."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TermState(TextChoices):
    OPEN = "open", _("Running")
    MET = "met", _("Met")
    LATE = "late", _("Late")


@dataclass(frozen=True)
class Standing:
    """`late_since` is the first day after the term; the days are calendar days, and 0 where they do not
    apply."""

    state: TermState
    late_since: date | None = None
    days_late: int = 0
    days_left: int = 0


def standing(due: date, *, today: date, met_on: date | None = None) -> Standing:
    """Open until and including the due date; late stays late, also after it was done (Awb 4:14 lengthens
    nothing).

    `met_on` is the day on which was done what the term asks; None: not yet.
    """
    until = met_on or today
    if until > due:
        return Standing(TermState.LATE, late_since=due + timedelta(days=1), days_late=(until - due).days)
    if met_on:
        return Standing(TermState.MET)
    return Standing(TermState.OPEN, days_left=(due - today).days)
