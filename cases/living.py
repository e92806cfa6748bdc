"""That somebody has died: which day that can have been, and what is not begun for them any more. Pure.

What the law wants done goes on without them: a decision, a bill, an objection of the heirs (`procedures`).
"""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from cases.enums import AFTER_A_DEATH
from sociaal.core.errors import Refused


def check_death(died_on: date, born: date | None, today: date) -> None:
    """The day of a death: not to come, and not before they were born. Raises Refused at `died_on`."""
    if died_on > today:
        raise Refused(_("This date lies in the future."), field="died_on")
    if born is not None and died_on < born:
        raise Refused(_("This day lies before the date of birth."), field="died_on")


def check_birth(born: date | None, died_on: date | None) -> None:
    """The other side of `check_death`, for who changes a date of birth. Raises Refused at `birth_date`."""
    if born is not None and died_on is not None and died_on < born:
        raise Refused(_("This day lies after the date of death."), field="birth_date")


def check_alive(died_on: date | None, refusal: str, *, on: date | None = None, field: str = "") -> None:
    """Raises Refused with this sentence about somebody who had died; `on`: by that day."""
    if died_on is not None and (on is None or on > died_on):
        raise Refused(refusal, field=field or None)


def check_can_hand_over(died_on: date | None, reason: str) -> None:
    """What stands open of who died is handed over only when its contact person cannot see to it."""
    if reason not in AFTER_A_DEATH:
        check_alive(
            died_on,
            _(
                "This resident has died: there is no handover any more, unless the contact person leaves. "
                "See what still stands open."
            ),
            field="reason",
        )


def last_day(died_on: date | None, today: date) -> date:
    """The day to ask with whom somebody lives: today, or the last whole day that they lived."""
    return today if died_on is None else min(today, died_on - timedelta(days=1))
