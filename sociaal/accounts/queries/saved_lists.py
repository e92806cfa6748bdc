"""The lists that somebody saved, as the page of that list shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from sociaal.accounts.models import SavedList, User
from sociaal.core.listing import Listing
from sociaal.core.prepared import Given, Prepared

PASSING = ("page", "format")
"""What an address asks for this once."""


def _of(given: Given) -> QuerySet[Any, Any]:
    rows = SavedList.objects.filter(user=given.number("user"), page=given.text("page"))
    return rows.values_list("pk", "name", "asked")


_SAVED = Prepared(_of)


@dataclass(frozen=True)
class SavedLists:
    """`pills`: as the component takes them. `present`: the key of the one that is shown. `save_url`: where
    what is shown can be saved; empty when nothing was chosen, or it is saved already.
    """

    pills: Sequence[dict[str, Any]]
    present: int | None
    save_url: str


def saved_lists(user: User, page: str, get: QueryDict, listing: Listing) -> SavedLists:
    """What `user` saved of the list with this URL name, beside what its address asks now. One query."""
    asked, rows = asked_of(get), _SAVED(user=user.pk, page=page)
    present = next((row.pk for row in rows if row.asked == asked), None)
    pills = [
        {"label": row.name, "url": f"?{row.asked}", "count": None, "current": row.pk == present}
        for row in rows
    ]
    can_save = listing.chips and present is None
    return SavedLists(pills, present, f"{reverse('saved_list_new', args=[page])}?{asked}" if can_save else "")


def asked_of(get: QueryDict) -> str:
    """The query string of a list, without what is passing, always in the same order."""
    kept = QueryDict(mutable=True)
    for key in sorted(get):
        value = get[key]
        if key not in PASSING and isinstance(value, str) and value:
            kept[key] = value
    return kept.urlencode()
