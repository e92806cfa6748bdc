"""What may stand in the administrator's table of days. Pure."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from cases.enums import CalendarDayKind
from cases.terms.calendar import is_working_day
from sociaal.core.errors import Refused

REACH = timedelta(days=3653)
"""So far from today a day may lie: further away it is a slip of the hand."""


def check_can_add(day: date, kind: str, source: str, today: date) -> None:
    """Raises Refused for a day that counts as a Sunday by law already, one far away, and a decree without its
    source.
    """
    if kind not in set(CalendarDayKind):
        raise Refused(_("Choose what kind of day it is."), field="kind")
    if abs(day - today) > REACH:
        raise Refused(_("This day is more than ten years away. Look at the year again."), field="day")
    if not is_working_day(day, ()):
        raise Refused(
            _("On this day no term ends already: it is a weekend or a holiday by law."), field="day"
        )
    if kind == CalendarDayKind.DECREED and not source.strip():
        raise Refused(
            _("Write down where the decree stands, for example Stcrt. 2026, 12345."), field="source"
        )
