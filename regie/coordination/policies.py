"""May it happen now? Pure rules about parties and agreements; each raises `Refused` at its field."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from cases.enums import DataCategory
from regie.coordination.models import Agreement
from sociaal.core.errors import Refused

ROOM_AT_THE_TABLE = 3
"""Two or three relevant parties work; from the next one on we ask why (`design.md` section 5, Regie)."""

OUTCOMES = {
    Agreement.State.KEPT: "keep",
    Agreement.State.NOT_KEPT: "miss",
    Agreement.State.CANCELLED: "cancel",
}
"""How an agreement can end, with the transition that does it."""


def check_open(case_is_open: bool) -> None:
    if not case_is_open:
        raise Refused(_("This case is closed."))


def check_room(present: int, why_more: str) -> None:
    """Each party more at the table is a link more for the resident: a fourth needs a reason."""
    if present >= ROOM_AT_THE_TABLE and not why_more.strip():
        raise Refused(
            _("There are %(number)d parties around the table already. Write down why one more helps.")
            % {"number": present},
            field="why_more",
        )


def check_ground(categories: Collection[str], ground: str) -> None:
    """To take part is to know of the resident: that needs a ground, and so does each category more.

    The ground is consent, or an article of law (Wmo 2015, 5.2.1; Jeugdwet, 7.4.0). Raises Refused for a
    category that does not exist, and for a missing ground.
    """
    if not set(categories) <= set(DataCategory):
        raise Refused(_("Choose from the list."), field="shared_categories")
    if not ground.strip():
        raise Refused(
            _("Write down on what ground we share this: the consent, with its date, or the law."),
            field="ground",
        )


def check_party(role: str, added_value: str) -> None:
    if not role.strip():
        raise Refused(_("Write down what they do in this case."), field="role")
    if not added_value.strip():
        raise Refused(_("Write down what they add for the resident."), field="added_value")


def check_agreed(what: str, who: str, due_date: date, today: date) -> None:
    """An agreement says who does what before when; the day is not in the past."""
    if not what.strip():
        raise Refused(_("Write down what was agreed."), field="what")
    if not who.strip():
        raise Refused(_("Choose the partner, or write down who does it."), field="who")
    if due_date < today:
        raise Refused(_("This day has passed. Choose today or a later day."), field="due_date")


def check_within(category: str, shared: Collection[str]) -> None:
    """An agreement with a partner must be one that the partner may read."""
    if category not in set(shared):
        raise Refused(_("We do not share this kind of data with this partner."), field="category")


def check_outcome(outcome: str, why_not: str) -> None:
    """What came between is asked to learn from, only when an agreement was not kept."""
    if outcome not in OUTCOMES:
        raise Refused(_("Choose what became of it."), field="outcome")
    if outcome == Agreement.State.NOT_KEPT and not why_not.strip():
        raise Refused(_("Write down what came between. Then we can do something about it."), field="why_not")
