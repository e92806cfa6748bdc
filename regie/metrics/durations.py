"""Durations in words: whole days, and hours under two days."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

HOURS_UNDER = 2
"""Days; a shorter duration is said in hours."""
MINUS = "−"


def in_words(days: float | None) -> str:
    """A duration in days as people say it: "52 days", "3 hours", "less than 1 hour"; None: "not known yet".

    One below zero keeps its sign: "−1 hour".
    """
    if days is None:
        return _("not known yet")
    if days < 0:
        return MINUS + in_words(-days)
    if days >= HOURS_UNDER:
        whole = round(days)
        return ngettext("%(number)s day", "%(number)s days", whole) % {"number": _number(whole)}
    hours = round(days * 24)
    if not hours:
        return _("less than 1 hour")
    return ngettext("%(number)s hour", "%(number)s hours", hours) % {"number": _number(hours)}


def _number(whole: int) -> str:
    return number_format(whole, force_grouping=True)
