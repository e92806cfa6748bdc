"""A new help question: one screen while the telephone is in hand, and what to read out afterwards."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.enums import RedFlag
from cases.models import HelpRequest
from cases.queries.search import FoundResident, find_residents
from cases.views.sending import PAGE_OR_FORM, sent
from intake.forms.registration import HelpRequestForm
from intake.operations import registration
from intake.promises import promises
from intake.queries import known
from intake.queries.drafts import filled_in
from sociaal.accounts.models import User
from sociaal.accounts.permissions import caseworkers, user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound, Refused

DOUBLES = 5


@require_http_methods(PAGE_OR_FORM)
@caseworkers
def help_request_new(request: HttpRequest) -> HttpResponse:
    """Register a question, and at once take it up, join it to a case, answer it, or leave it for later."""
    if request.method != "POST":
        begun = filled_in(user_of(request), request.GET.get("concept", ""))
        start = _kept(begun) if begun else {"resident": _asked(request.GET.get("resident", ""))}
        return _page(request, HelpRequestForm(initial=start))
    form = HelpRequestForm(request.POST)
    if request.POST.get("then") == "find":
        return _page(request, _unsent(request), term=request.POST.get("find", ""))
    doubles = _doubles(form, user_of(request)) if form.is_valid() else []
    if doubles:
        form.add_error(
            "another_person", _("Is it one of these people? Choose them, or say it is somebody else.")
        )
    answer = sent(request, form, lambda now: _register(request, form, now), effect="help_request_new")
    return answer or _page(request, form, doubles=doubles)


@require_POST
@caseworkers
def help_request_find(request: HttpRequest) -> HttpResponse:
    """Part of the page: the residents that fit what is typed so far."""
    term = request.POST.get("find", "")
    found = find_residents(user_of(request), term, timezone.now())
    shows(request, [one.pk for one in found])
    chosen = _asked(request.POST.get("resident", ""))
    context = {"found": found, "term": term.strip(), "chosen": chosen, "plain": "plain" in request.POST}
    return render(request, "intake/found_fragment.html", context)


@require_POST
@caseworkers
def help_request_person(request: HttpRequest) -> HttpResponse:
    """Part of the page: what is known of the chosen resident, and who becomes the contact person."""
    form = _unsent(request)
    context = _person(request, form, _asked(request.POST.get("resident", "")), timezone.now())
    return render(request, "intake/person_fragment.html", {"form": form, "swapped": True, **context})


@require_safe
@caseworkers
def help_request_saved(request: HttpRequest, pk: int) -> HttpResponse:
    """To read out to the caller: who is the contact person, what happens next and before which day."""
    rows = HelpRequest.objects.select_related("resident", "team", "case")
    help_request = rows.filter(pk=pk, registered_by=user_of(request)).first()
    if help_request is None:
        raise NotFound
    now = timezone.now()
    about = known.known(help_request.resident, user=user_of(request), now=now)
    shows(request, [help_request.resident_id] if help_request.resident_id else [])
    context = {
        "help_request": help_request,
        "contact_person": about.contact_person,
        "planned": _planned(help_request),
        "mine": help_request.case in about.cases,
        "promises": promises(timezone.localdate(help_request.received_at), help_request.red_flags),
    }
    return render(request, "intake/help_request_saved.html", context)


def _register(request: HttpRequest, form: HelpRequestForm, now: datetime) -> str:
    """What the pressed button asks; returns the address of the page to read out."""
    given, by = form.cleaned_data, user_of(request)
    resident = known.find(by, given["resident"], now) if given["resident"] else None
    call, then = form.call(resident=resident), request.POST.get("then")
    try:
        if then == "answer":
            made = registration.answer_at_once(call=call, answer=given["answer"], by=by, now=now)
        elif then == "later":
            made = registration.keep_for_later(call=call, by=by, now=now)
        elif given["case"]:
            case = next((c for c in known.open_cases(resident, by, now) if c.pk == given["case"]), None)
            if case is None:
                raise NotFound
            made = registration.join_at_once(call=call, case=case, by=by, now=now)
        else:
            made = registration.take_up_at_once(
                call=call,
                by=by,
                now=now,
                contact_person=given["contact_person"],
                appointment=form.appointment(),
            )
    except Refused as error:
        error.field = {"bsn": "new_bsn", "resident": "find"}.get(error.field or "", error.field)
        raise
    return reverse("help_request_saved", args=[made.pk])


def _page(
    request: HttpRequest, form: HelpRequestForm, *, term: str = "", doubles: list[FoundResident] | None = None
) -> HttpResponse:
    now = timezone.now()
    found = find_residents(user_of(request), term, now) if term else doubles or []
    shows(request, [one.pk for one in found])
    chosen = _asked(str(form["resident"].value() or ""))
    context = {"form": form, "found": found, "term": term.strip(), "doubles": bool(doubles)}
    return render(
        request,
        "intake/help_request_new.html",
        context | _person(request, form, chosen, now),
        status=form.status,
    )


def _person(request: HttpRequest, form: HelpRequestForm, chosen: int | None, now: datetime) -> dict[str, Any]:
    resident = known.find(user_of(request), chosen, now) if chosen else None
    shows(request, [resident.pk] if resident else [])
    flags = [flag for flag in form["red_flags"].value() or [] if flag in set(RedFlag)]
    about = known.known(resident, user=user_of(request), now=now, red_flags=flags)
    person = _asked(str(form["contact_person"].value() or ""))
    first = about.proposals[0].user.pk if about.proposals else None
    return {
        "known": about,
        "chosen": resident.pk if resident else None,
        "chosen_person": person if person in {one.user.pk for one in about.proposals} else first,
        "chosen_case": _asked(str(form["case"].value() or "")),
    }


def _doubles(form: HelpRequestForm, user: User) -> list[FoundResident]:
    """Whom the newcomer may well be: the same name, and the same birth date where it is given."""
    newcomer = form.newcomer()
    if not newcomer or form.cleaned_data["another_person"]:
        return []
    born = newcomer.get("birth_date")
    parts = (newcomer.get("first_names", ""), newcomer["last_name"], born.isoformat() if born else "")
    return find_residents(user, " ".join(part for part in parts if part), timezone.now())[:DOUBLES]


def _unsent(request: HttpRequest) -> HelpRequestForm:
    """The form with what was typed so far, not yet judged."""
    return HelpRequestForm(initial=_kept(request.POST))


def _kept(typed: QueryDict) -> dict[str, Any]:
    return typed.dict() | {"red_flags": typed.getlist("red_flags")}


def _planned(help_request: HelpRequest) -> Any:
    if help_request.case is None:
        return None
    return help_request.case.conversations.order_by("planned_at", "pk").first()


def _asked(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 18 else None
