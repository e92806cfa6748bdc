"""Choosing a resident for something: search, then go back to the page with who was chosen."""

from collections.abc import Collection, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cases.models import Resident
from cases.queries.search import FoundResident, find_residents
from cases.queries.search import located as located_by
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound
from sociaal.core.listing import Text

SEARCHED = "find"
"""The field of the search box; a form that holds it only searches."""


def is_search(request: HttpRequest) -> bool:
    """Whether this is the search box that was sent, not the form of the page."""
    return request.method == "POST" and SEARCHED in request.POST


def picked(request: HttpRequest, name: str = "who") -> Resident | None:
    """Who was chosen, by the key in the address; None when nobody was yet.

    Raises NotFound for whom this user may not find: the same as for who does not exist.
    """
    key = request.GET.get(name, "")
    if not key:
        return None
    if not key.isdecimal() or len(key) > 18:
        raise NotFound
    found = located_by(user_of(request), int(key), timezone.now())
    if found is None:
        raise NotFound
    return Resident.objects.get(pk=found.pk)


def pick_page(
    request: HttpRequest,
    *,
    heading: Text,
    lead: Text,
    back: str,
    without: Collection[int] = (),
    suggested: Sequence[FoundResident] = (),
    suggestion: Text = "",
    others: Sequence[tuple[str, str]] = (),
    name: str = "who",
) -> HttpResponse:
    """The page to choose somebody on. `suggested` stand there before anybody searched, under the heading
    `suggestion`; `others`: other ways, label and address.
    """
    term = " ".join(request.POST.get(SEARCHED, "").split())
    found = find_residents(user_of(request), term, timezone.now()) if term else []
    found = [one for one in found if one.pk not in without]
    shows(request, [one.pk for one in (*found, *suggested)])
    context = {
        "heading": heading, "lead": lead, "back": back, "term": term, "found": found, "name": name,
        "suggested": suggested, "suggestion": suggestion, "others": others,
    }  # fmt: skip
    return render(request, "cases/pick_person.html", context)
