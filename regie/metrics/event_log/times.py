"""Moments as a log writes them."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

HAS_TIME = re.compile(r"%[HIMScXfT]")
"""The directives of strptime that say something about the time of day."""


class MomentReader:
    """Reads the moments of one column, and refuses what cannot be one. Raises ValueError with a sentence.

    A time without an offset is taken in the mapping's time zone; where the clock is set back, the first of
    the two. A column has offsets everywhere or nowhere: one that lacks it where others have it was cut off.
    """

    def __init__(self, timezone: str, time_format: str) -> None:
        self.zone = ZoneInfo(timezone)
        self.time_format = time_format
        self.with_offset: bool | None = None
        """Whether the column's times carry an offset; None until the first was read."""

    def read(self, text: str) -> datetime:
        """The moment in UTC; a date without a time is its first instant."""
        moment = self._parsed(text)
        with_offset = moment.tzinfo is not None
        if self.with_offset is not None and with_offset != self.with_offset:
            raise ValueError(
                _('"%(text)s" is not like the times before it: only some have a UTC offset. Is it cut off?')
                % {"text": text}
            )
        self.with_offset = with_offset
        try:
            return (moment if with_offset else moment.replace(tzinfo=self.zone)).astimezone(UTC)
        except OverflowError as error:
            raise self._no_moment(text) from error

    def read_deadline(self, text: str) -> datetime:
        """As `read`, but a date without a time lasts until its end: who ends on the day itself is in time."""
        moment = self.read(text)
        if not self._is_date_only(text):
            return moment
        day = moment.astimezone(self.zone).date()
        return datetime.combine(day, time.max, self.zone).astimezone(UTC)

    def _parsed(self, text: str) -> datetime:
        try:
            if self.time_format:
                return datetime.strptime(text, self.time_format)  # noqa: DTZ007 (the zone is added by `read`)
            return datetime.fromisoformat(text)
        except ValueError as error:
            raise self._no_moment(text) from error

    def _is_date_only(self, text: str) -> bool:
        if self.time_format:
            return not HAS_TIME.search(self.time_format)
        try:
            date.fromisoformat(text)
        except ValueError:
            return False
        return True

    def _no_moment(self, text: str) -> ValueError:
        return ValueError(_('"%(text)s" is not a date and time that can be read.') % {"text": text[:60]})
