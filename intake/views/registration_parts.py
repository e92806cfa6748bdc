"""Parts of the telephone screen that come while somebody types, chooses or ticks."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.queries.search import find_residents
from intake.forms.newcomer import NEWCOMER
from intake.forms.registration import HelpRequestForm
from intake.queries import lookalikes
from intake.typed_person import person_in
from intake.views.call_page import about, unsent
from sociaal.accounts.permissions import caseworkers, user_of
from sociaal.audit.reading import shows


@require_POST
@caseworkers
def help_request_find(request: HttpRequest) -> HttpResponse:
    """The residents that fit what is typed so far, and somebody new with what is typed filled in.

    `plain`: as a list to tick, for a form that sends the choice itself.
    """
    term = request.POST.get("find", "")
    found = find_residents(user_of(request), term, timezone.now())
    shows(request, [one.pk for one in found])
    context: dict[str, Any] = {"found": found, "term": term.strip(), "plain": "plain" in request.POST}
    if not context["plain"]:
        context["newcomer"] = {**dict.fromkeys(NEWCOMER, ""), **person_in(term)}
    template = "found_fragment" if context["plain"] else "found_options_fragment"
    return render(request, f"intake/{template}.html", context)


@require_POST
@caseworkers
def help_request_person(request: HttpRequest) -> HttpResponse:
    """What is known of the chosen resident, and what can be done now."""
    context = about(request, unsent(request), timezone.now())
    return render(request, "intake/person_fragment.html", {"swapped": True, **context})


@require_POST
@caseworkers
def help_request_term(request: HttpRequest) -> HttpResponse:
    """Before which day something happens with these red flags, and who could take them up."""
    context = about(request, unsent(request), timezone.now(), alike=False)
    return render(request, "intake/term_fragment.html", {"swapped": True, **context})


@require_POST
@caseworkers
def help_request_alike(request: HttpRequest) -> HttpResponse:
    """Who may be the newcomer, side by side; nothing while there is no name, or somebody was chosen."""
    typed = HelpRequestForm(request.POST)
    typed.is_valid()  # what is wrong elsewhere is said on sending
    given = {name: typed.cleaned_data.get(f"new_{name}") for name in NEWCOMER}
    newcomer = {name: value for name, value in given.items() if value}
    asks = "last_name" in newcomer and not request.POST.get("resident")
    found = lookalikes.of_newcomer(newcomer, user_of(request), timezone.now()) if asks else []
    shows(request, [one.found.pk for one in found])
    return render(request, "intake/alike_fragment.html", {"alike": found, "form": unsent(request)})
