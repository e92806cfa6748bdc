"""One report: read it, say whose it is, and take it up, join it, answer it or discard it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cases.enums import HelpRequestState, RedFlag
from cases.forms.base import KeyedForm
from cases.models import HelpRequest
from cases.operations import help_requests
from cases.queries.search import find_residents
from cases.views.sending import PAGE_OR_FORM, case_address, sent
from intake.forms import requests as forms
from intake.operations import registration
from intake.permissions import check_reads_request
from intake.queries import known
from intake.wording import subject_of, waited
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound

FORMS: dict[str, type[KeyedForm]] = {
    "take_up": forms.TakeUpForm,
    "name": forms.NameForm,
    "join": forms.JoinForm,
    "answer": forms.AnswerForm,
    "discard": forms.DiscardForm,
}
DONE = {
    "take_up": _("The question has been taken up."),
    "name": _("It is known now whose question this is."),
    "join": _("The question has been added to the case."),
    "answer": _("The answer is kept."),
    "discard": _("The report has been discarded."),
}


@require_http_methods(PAGE_OR_FORM)
def help_request(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of one report; a POST says in `do` which of its forms was sent."""
    row = HelpRequest.objects.select_related("resident", "team", "case__resident", "registered_by").filter(
        pk=pk
    )
    found = row.first()
    if found is None:
        raise NotFound
    now = timezone.now()
    check_reads_request(request.user, found, now)
    do = request.POST.get("do", "")
    if request.method != "POST" or do not in FORMS or "look" in request.POST:
        return _page(request, found, now)
    form = FORMS[do](request.POST, auto_id=f"{do}_%s")
    answer = sent(request, form, _work(request, found, form, do), effect=f"{do}:{found.pk}", done=DONE[do])
    return answer or _page(
        request, HelpRequest.objects.select_related("resident", "team").get(pk=pk), now, do, form
    )


def _work(request: HttpRequest, found: HelpRequest, form: KeyedForm, do: str) -> Callable[[datetime], str]:
    """The operation behind a button, which returns where to go next."""
    by, here = request.user, reverse("help_request", args=[found.pk])

    def work(now: datetime) -> str:
        given = form.cleaned_data
        about = {"help_request": found, "by": by, "now": now}
        if do == "take_up":
            case = registration.take_up(
                contact_person=given["contact_person"], subject=given["subject"],
                appointment=form.appointment(), **about,
            )  # fmt: skip
            mine = case in known.open_cases(case.resident, by, now)
            return case_address(case) if mine else here
        if do == "name":
            help_requests.name_resident(resident=known.find(by, given["resident"], now), **about)
            return here
        if do == "join":
            cases = known.open_cases(found.resident, by, now)
            case = next((one for one in cases if one.pk == given["case"]), None)
            if case is None:
                raise NotFound
            return case_address(help_requests.join(case=case, **about))
        if do == "answer":
            help_requests.answer(text=given["text"], **about)
        else:
            help_requests.discard(reason=given["reason"], **about)
        return reverse("inbox")

    return work


def _page(
    request: HttpRequest, found: HelpRequest, now: datetime, do: str = "", wrong: KeyedForm | None = None
) -> HttpResponse:
    shows(request, [found.resident_id] if found.resident_id else [])
    context: dict[str, Any] = {
        "help_request": found,
        "waited": waited(found.received_at, now),
        "flags": [RedFlag(flag).label for flag in found.red_flags],
        "open": found.state == HelpRequestState.NEW and request.user.is_caseworker,
        "form": wrong,
    }
    if context["open"]:
        context |= _choices(request, found, now, do, wrong)
    return render(request, "intake/help_request.html", context, status=wrong.status if wrong else 200)


def _choices(
    request: HttpRequest, found: HelpRequest, now: datetime, do: str, wrong: KeyedForm | None
) -> dict[str, Any]:
    """What can be done with a report that is still new."""
    about = known.known(
        found.resident, user=request.user, now=now, red_flags=found.red_flags, home=found.team
    )
    start = {"take_up": {"subject": subject_of(found.words)}}
    kept = {name: form(initial=start.get(name, {}), auto_id=f"{name}_%s") for name, form in FORMS.items()}
    if wrong is not None:
        kept[do] = wrong
    term = request.POST.get("find", "")
    residents = find_residents(request.user, term, now) if term else []
    shows(request, [one.pk for one in residents])
    picked = wrong["contact_person"].value() if wrong is not None and do == "take_up" else ""
    first = about.proposals[0].user.pk if about.proposals else None
    return {
        "forms": kept,
        "known": about,
        "found": residents,
        "term": term.strip(),
        "plain": True,
        "do": do,
        "chosen_person": int(picked) if str(picked or "").isdecimal() else first,
    }
