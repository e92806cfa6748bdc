"""One report: read it, say whose it is, and take it up, join it, answer it or discard it."""

from collections.abc import Callable, Sequence
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
from cases.queries.doubles import probable_doubles
from cases.queries.search import FoundResident, find_residents
from cases.views.sending import PAGE_OR_FORM, case_address, sent
from intake.forms import requests as forms
from intake.operations import naming, registration
from intake.permissions import check_reads_request
from intake.queries import known
from intake.queries.told import ToldOf, told_of
from intake.wording import subject_of, waited
from sociaal.accounts.models import User
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound, Refused

FORMS: dict[str, type[KeyedForm]] = {
    "take_up": forms.TakeUpForm,
    "name": forms.NameForm,
    "add": forms.AddForm,
    "join": forms.JoinForm,
    "answer": forms.AnswerForm,
    "discard": forms.DiscardForm,
}
ALONG = ("street", "email")
"""Of what the reporter gave, what the form does not ask again and stands with a new resident at once."""
DONE = {
    "take_up": _("The question has been taken up."),
    "name": _("It is known now whose question this is."),
    "add": _("The resident is added, and it is known now whose question this is."),
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
    check_reads_request(user_of(request), found, now)
    do = request.POST.get("do", "")
    if request.method != "POST" or do not in FORMS or "look" in request.POST:
        return _page(request, found, now)
    form = FORMS[do](request.POST, auto_id=f"{do}_%s")
    doubles = _doubles(form, user_of(request), now) if do == "add" and form.is_valid() else []
    answer = sent(request, form, _work(request, found, form, do), effect=f"{do}:{found.pk}", done=DONE[do])
    return answer or _page(
        request, HelpRequest.objects.select_related("resident", "team").get(pk=pk), now, do, form, doubles
    )


def _work(request: HttpRequest, found: HelpRequest, form: KeyedForm, do: str) -> Callable[[datetime], str]:
    """The operation behind a button, which returns where to go next."""
    return lambda now: WORK[do](found, form, user_of(request), now)


def _take_up(found: HelpRequest, form: Any, by: User, now: datetime) -> str:
    given = form.cleaned_data
    case = registration.take_up(
        help_request=found, contact_person=given["contact_person"], subject=given["subject"],
        appointment=form.appointment(), by=by, now=now,
    )  # fmt: skip
    mine = case in known.open_cases(case.resident, by, now)
    return case_address(case) if mine else reverse("inbox")


def _name(found: HelpRequest, form: KeyedForm, by: User, now: datetime) -> str:
    resident = known.find(by, form.cleaned_data["resident"], now)
    help_requests.name_resident(help_request=found, resident=resident, by=by, now=now)
    return reverse("help_request", args=[found.pk])


def _add(found: HelpRequest, form: Any, by: User, now: datetime) -> str:
    """What the reporter gave beside the name goes along: nothing is typed twice."""
    given = {name: value for name, value in told_of(found, by, now).person.items() if name in ALONG}
    try:
        naming.add_and_name(help_request=found, by=by, now=now, **given | form.newcomer())
    except Refused as error:
        error.field = f"new_{error.field}" if error.field else None
        raise
    return reverse("help_request", args=[found.pk])


def _doubles(form: Any, by: User, now: datetime) -> list[FoundResident]:
    """Whom the newcomer may well be; then the form asks which it is."""
    if form.cleaned_data["another_person"]:
        return []
    newcomer = form.newcomer()
    found = probable_doubles(by, newcomer, now)
    if found:
        words = _("Is it one of these people? Find and choose them, or say it is somebody else.")
        form.add_error("another_person", words)
    return found


def _join(found: HelpRequest, form: KeyedForm, by: User, now: datetime) -> str:
    open_cases = {one.pk: one for one in known.open_cases(found.resident, by, now)}
    if form.cleaned_data["case"] not in open_cases:
        raise NotFound
    case = open_cases[form.cleaned_data["case"]]
    return case_address(help_requests.join(help_request=found, case=case, by=by, now=now))


def _answer(found: HelpRequest, form: KeyedForm, by: User, now: datetime) -> str:
    help_requests.answer(help_request=found, text=form.cleaned_data["text"], by=by, now=now)
    return reverse("inbox")


def _discard(found: HelpRequest, form: KeyedForm, by: User, now: datetime) -> str:
    help_requests.discard(help_request=found, reason=form.cleaned_data["reason"], by=by, now=now)
    return reverse("inbox")


WORK: dict[str, Callable[[HelpRequest, Any, User, datetime], str]] = {
    "take_up": _take_up,
    "name": _name,
    "add": _add,
    "join": _join,
    "answer": _answer,
    "discard": _discard,
}


def _page(
    request: HttpRequest,
    found: HelpRequest,
    now: datetime,
    do: str = "",
    wrong: KeyedForm | None = None,
    doubles: Sequence[FoundResident] = (),
) -> HttpResponse:
    told = told_of(found, user_of(request), now)
    shows(request, [found.resident_id] if found.resident_id else [])
    shows(request, [one.pk for one in (*doubles, *told.doubles)])
    context: dict[str, Any] = {
        "help_request": found,
        "waited": waited(found.received_at, now),
        "flags": [RedFlag(flag).label for flag in found.red_flags],
        "open": found.state == HelpRequestState.NEW and user_of(request).is_caseworker,
        "form": wrong,
        "told": told,
        "doubles": doubles,
    }
    if context["open"]:
        context |= _choices(request, found, now, do, wrong, told)
    return render(request, "intake/help_request.html", context, status=wrong.status if wrong else 200)


def _choices(
    request: HttpRequest, found: HelpRequest, now: datetime, do: str, wrong: KeyedForm | None, told: ToldOf
) -> dict[str, Any]:
    """What can be done with a report that is still new."""
    about = known.known(
        found.resident, user=user_of(request), now=now, red_flags=found.red_flags, home=found.team
    )
    start = {"take_up": {"subject": subject_of(found.words)}}
    kept = {name: form(initial=start.get(name, {}), auto_id=f"{name}_%s") for name, form in FORMS.items()}
    kept["add"] = forms.AddForm.showing(told.person, auto_id="add_%s")
    if wrong is not None:
        kept[do] = wrong
    term = request.POST.get("find", "" if found.resident else told.term)
    residents = find_residents(user_of(request), term, now) if term else []
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
