"""Search: one box. The term is posted, so that no name or BSN stands in an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.queries.search import AT_MOST, find_residents
from cases.queries.search_term import read_term
from cases.views.sending import PAGE_OR_FORM
from sociaal.accounts.permissions import caseworkers, user_of
from sociaal.audit.reading import shows
from sociaal.core.parts import is_part


@require_http_methods(PAGE_OR_FORM)
@caseworkers
def search(request: HttpRequest) -> HttpResponse:
    """The box, and after sending what it finds; with htmx only the results."""
    term = " ".join(request.POST.get("q", "").split())
    found = find_residents(user_of(request), term, timezone.now()) if term else []
    shows(request, [one.pk for one in found])
    context = {
        "search_term": term,
        "found": found,
        "at_most": AT_MOST,
        "wrong_bsn": read_term(term).wrong_bsn,
    }
    part = "cases/search_results_fragment.html" if is_part(request) else "cases/search.html"
    return render(request, part, context)
