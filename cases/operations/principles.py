"""Keep the leading principles: the whole list at once, by an administrator, always logged."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from cases.models import Principle
from cases.models.principle import MOST_PRINCIPLES
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_administers
from sociaal.audit.log import wrote
from sociaal.core.errors import Conflict, Refused


@transaction.atomic
def keep_principles(
    *, words: Sequence[str], by: User | None, now: datetime, seen: str | None = None
) -> list[Principle]:
    """These sentences, in this order, are the principles from now on; empty ones are left out.

    `seen`: the mark of the list that the form started from. Raises NotPermitted for others, Refused for more
    than ten or one that is there twice, Conflict when a colleague changed the list meanwhile.
    """
    check_administers(by)
    kept = [" ".join(one.split()) for one in words if one.strip()]
    before = list(Principle.objects.select_for_update().values_list("words", flat=True))
    if seen is not None and seen != mark_of(before):
        raise Conflict(_("A colleague changed the principles meanwhile. Your text is kept; look at both."))
    if len(kept) > MOST_PRINCIPLES:
        raise Refused(_("Ten principles at most: more is not read."))
    if len({one.casefold() for one in kept}) < len(kept):
        raise Refused(_("A principle is there twice."))
    if kept == before:
        return list(Principle.objects.all())
    Principle.objects.all().delete()
    rows = [
        Principle(place=place, words=one, changed_by=by, changed_at=now)
        for place, one in enumerate(kept, start=1)
    ]
    try:
        with transaction.atomic():
            Principle.objects.bulk_create(rows)
    except IntegrityError:
        raise Conflict(_("A colleague changed the principles meanwhile. Your text is kept.")) from None
    wrote("change_principles", by=by, now=now, about=None, principles=len(kept))
    return rows


def mark_of(words: Sequence[str]) -> str:
    """A short mark of a list of sentences, to see that it changed."""
    return sha256("\n".join(words).encode()).hexdigest()[:16]
