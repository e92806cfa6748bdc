"""What the worker does for the board: a rule that was in the way of help becomes a suggestion."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from cases.models import Weighing
from cases.operations.exceptions import EXCEPTION_ALLOWED
from regie.board.operations.suggestions import suggest
from sociaal.core.errors import Refused
from sociaal.outbox.handlers import register
from sociaal.outbox.once import once


def exception_allowed(key: str, now: datetime) -> None:
    """The rule that a manager deviated from, for the team of who asked; nothing of the case, once."""
    row = Weighing.objects.select_related("made_by").filter(pk=key, exception_allowed=True).first()
    if row is None:
        return
    with override(settings.LANGUAGE_CODE):
        words = _("An exception was needed: %(rule)s") % {"rule": row.exception_rule}
        helps = _("Another rule, or room in this one.")

    def work() -> str:
        try:
            made = suggest(gets_in_the_way=words, would_help=helps, step="weighing", by=row.made_by, now=now)
        except Refused:  # it holds what may not stand on the board: it stays in the case
            return ""
        return str(made.pk)

    once(f"exception:{row.pk}:{row.exception_decided_at:%Y%m%d%H%M%S}", "board", work, now=now)


def register_all() -> None:
    """Once, when the app is ready."""
    register(EXCEPTION_ALLOWED, exception_allowed)
