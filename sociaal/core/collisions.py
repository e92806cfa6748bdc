"""Two people in each other's way in the database: one of them is stopped, whole, and can try again."""

from django.db import OperationalError
from django.utils.translation import gettext as _

from sociaal.core.errors import Conflict

BUSY = frozenset({"40P01", "40001", "55P03"})
"""Deadlock; could not be done as if alone; lock not available in time. PostgreSQL, appendix A."""


def is_collision(error: BaseException) -> bool:
    """Whether the database stopped this only because of somebody else. Nothing of it was kept."""
    return isinstance(error, OperationalError) and getattr(error.__cause__, "sqlstate", "") in BUSY


def somebody_is_busy() -> Conflict:
    """What to tell who still finds somebody in the way after some attempts."""
    return Conflict(_("A colleague is working in the same file right now. Try again in a moment."))
