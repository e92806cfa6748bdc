"""What the conversations of a case say already of what its weighing asks: nobody types it twice."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from cases.enums import LifeDomain
from cases.models import Case
from cases.permissions import Access
from intake.models import Conversation, DomainNote
from intake.queries.said import said_so_far


def weighing_begins(case: Case) -> dict[str, Any]:
    """What lies behind the question, as all conversations together have it. One query."""
    rows = Conversation.objects.filter(case=case).exclude(behind="").order_by("planned_at", "pk")
    told = "\n".join(rows.values_list("behind", flat=True))
    return {"behind_question": told} if told else {}


def weighing_beside(case: Case, access: Access) -> list[tuple[str, str]]:
    """What this reader may see of what was said: the question, the wish, and per life domain what they and
    the people around them can do, and what really cannot. Two queries.
    """
    so_far = said_so_far(case, access)
    told = [(_("In their own words"), one.own_words) for one in so_far.conversations]
    told += [(_("Wants to reach"), one.wish) for one in so_far.conversations]
    for note in so_far.notes:
        told += _of_domain(note)
    return [(label, words) for label, words in dict.fromkeys(told) if words.strip()]


def _of_domain(note: DomainNote) -> Iterator[tuple[str, str]]:
    domain = str(LifeDomain(note.domain).label)
    yield _("%(domain)s: can do themselves") % {"domain": domain}, note.can_do
    yield _("%(domain)s: the network can do") % {"domain": domain}, note.network_can
    yield _("%(domain)s: really cannot") % {"domain": domain}, note.cannot
