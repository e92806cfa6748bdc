"""A new help question: one screen while the telephone is in hand."""

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.models import HelpRequest
from cases.queries.search import find_residents
from cases.views.sending import PAGE_OR_FORM, sent
from intake.forms.registration import HelpRequestForm
from intake.operations import registration
from intake.queries import known, lookalikes
from intake.queries.drafts import filled_in
from intake.queries.lookalikes import Lookalike
from intake.views.call_page import about, asked, chosen_instead, kept, unsent
from sociaal.accounts.permissions import caseworkers, user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import Refused


@require_http_methods(PAGE_OR_FORM)
@caseworkers
def help_request_new(request: HttpRequest) -> HttpResponse:
    """Register a question: taken up, joined to a case, answered at once, or caught for the inbox."""
    if request.method != "POST":
        begun = filled_in(user_of(request), request.GET.get("concept", ""))
        start = kept(begun) if begun else {"resident": asked(request.GET.get("resident", ""))}
        return _page(request, HelpRequestForm(initial=start))
    looked = _looked(request)
    if looked is not None:
        return looked
    form = HelpRequestForm(request.POST)
    alike = _alike(request, form)
    answer = sent(request, form, lambda now: _register(request, form, now), effect="help_request_new")
    return answer or _page(request, form, alike=alike)


def _looked(request: HttpRequest) -> HttpResponse | None:
    """The page again, after a button that only looks or chooses. For who works without JavaScript."""
    if request.POST.get("then") == "find":
        return _page(request, unsent(request), term=request.POST.get("find", ""))
    if request.POST.get("then") == "look":
        return _page(request, unsent(request))
    if "choose" in request.POST:
        return _page(request, unsent(request, **chosen_instead(request.POST["choose"])))
    return None


def _alike(request: HttpRequest, form: HelpRequestForm) -> list[Lookalike]:
    """Whom the newcomer may well be; then the form asks which it is, and nothing is saved yet."""
    if not form.is_valid() or form.cleaned_data["another_person"] or not form.newcomer():
        return []
    alike = lookalikes.of_newcomer(form.newcomer(), user_of(request), timezone.now())
    if alike:
        words = _("Is it one of these people? Choose them, or say it is somebody else.")
        form.add_error("another_person", words)
    return alike


def _register(request: HttpRequest, form: HelpRequestForm, now: datetime) -> str:
    """What the pressed button asks; returns the address of the page to read out."""
    try:
        made = _made(request, form, now)
    except Refused as error:
        error.field = _field_here(form, error.field or "")
        raise
    return reverse("help_request_saved", args=[made.pk])


def _field_here(form: HelpRequestForm, field: str) -> str | None:
    """The field of this screen for what the operations call `field`: those of a newcomer begin with new_."""
    newcomer = f"new_{field}"
    return "find" if field == "resident" else newcomer if newcomer in form.fields else field or None


def _made(request: HttpRequest, form: HelpRequestForm, now: datetime) -> HelpRequest:
    given, by = form.cleaned_data, user_of(request)
    resident = known.find(by, given["resident"], now) if given["resident"] else None
    call, then = form.call(resident), request.POST.get("then")
    if then == "answer":
        return registration.answer_at_once(call=call, answer=given["answer"], by=by, now=now)
    if then == "later":
        return registration.keep_for_later(call=call, by=by, now=now)
    if given["case"]:
        case = known.joinable(resident, given["case"], by, now)
        return registration.join_at_once(call=call, case=case, by=by, now=now)
    person, appointment = given["contact_person"], form.appointment()
    if then == "plan" or appointment:
        return registration.take_up_at_once(
            call=call, contact_person=person, appointment=appointment, by=by, now=now
        )
    return registration.register_call(call=call, contact_person=person, by=by, now=now)


def _page(
    request: HttpRequest, form: HelpRequestForm, *, term: str = "", alike: Sequence[Lookalike] = ()
) -> HttpResponse:
    now = timezone.now()
    found = find_residents(user_of(request), term, now) if term else []
    shows(request, [one.pk for one in found])
    shows(request, [one.found.pk for one in alike])
    context = about(request, form, now) | {"found": found, "term": term.strip(), "alike": alike}
    return render(request, "intake/help_request_new.html", context, status=form.status)
