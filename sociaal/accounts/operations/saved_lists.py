"""Lists that somebody saves for themselves. Nothing of a resident is in them, only choices of filters."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from sociaal.accounts.models import SavedList, User
from sociaal.audit.log import wrote
from sociaal.core.errors import Refused

AT_MOST = 8
"""Of one list: more would be looked through longer than filters are set."""
LONGEST = 300
"""Characters of a query string."""


@transaction.atomic
def save_list(*, page: str, name: str, asked: str, by: User, now: datetime) -> SavedList:
    """Keep what is asked of a list for `by`, under the name; what had that name is replaced.

    Raises Refused when there are enough already, or the query string is longer than fits.
    """
    if len(asked) > LONGEST:
        raise Refused(_("This list asks too much to be saved. Take a filter away first."))
    own = SavedList.objects.filter(user=by, page=page)
    if own.exclude(name=name).count() >= AT_MOST:
        raise Refused(_("You saved %(number)d lists here. Remove one first.") % {"number": AT_MOST})
    saved, _is_new = own.update_or_create(user=by, page=page, name=name, defaults={"asked": asked})
    wrote("save_list", by=by, now=now, about=by)
    return saved


@transaction.atomic
def remove_list(*, saved: SavedList, by: User, now: datetime) -> None:
    """Forget it. Twice is once."""
    if SavedList.objects.filter(user=by, pk=saved.pk).delete()[0]:
        wrote("remove_list", by=by, now=now, about=by)
