"""What is odd about a case in an imported log. An oddity is kept and shown, never repaired in silence."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Oddity(TextChoices):
    """The code stands in the database and in `--json`."""

    END_BEFORE_START = (
        "end_before_start",
        _("The end lies before the start; the duration counts as negative."),
    )
    START_AFTER_LOG = "start_after_log", _("Open, and started after the last event of the log.")
    NO_START = "no_start", _("No start is given; the first event counts as the start.")
    SEVERAL_STARTS = "several_starts", _("The lines name more than one start; the earliest counts.")
    SEVERAL_ENDS = "several_ends", _("The lines name more than one end; the latest counts.")
    SEVERAL_DEADLINES = (
        "several_deadlines",
        _("The lines name more than one deadline; that of the last event counts."),
    )
    SEVERAL_CHANNELS = (
        "several_channels",
        _("The lines name more than one channel; that of the first event counts."),
    )


def odd_durations(start: datetime, end: datetime | None, until: datetime) -> Iterator[Oddity]:
    """What is odd about these moments of a case, in a log whose last event is at `until`."""
    if end is not None and end < start:
        yield Oddity.END_BEFORE_START
    if end is None and start > until:
        yield Oddity.START_AFTER_LOG
