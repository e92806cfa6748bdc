"""The weighing page: no heavier than needed.

Save as you go; agree on the solution when nothing is missing.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.enums import CaseStatus, LifeDomain, Track, Weight
from cases.forms.weighing import SecondReadingForm, WeighingForm, written_before
from cases.models import Case, SecondReading, Weighing
from cases.operations import cases as operations
from cases.operations.weighing import (
    WeighingInput,
    asks_to_be_read,
    present_weighing,
    save_weighing,
    second_read,
    stepped_back,
    view_of,
)
from cases.permissions import Access, check_works_on
from cases.policies import OPEN_PROCEDURES
from cases.queries.household_help import home_help
from cases.queries.identity import identity_of
from cases.queries.principles import principles
from cases.queries.weighings import (
    has_director,
    ladder_of,
    last_event,
    last_review,
    readings_of,
    said_beside,
    touched_domains,
    weighed_before,
)
from cases.views.sending import PAGE_OR_FORM, Words, case_address, case_called, form_page, sent
from cases.views.weighing_page import differences, rungs_of, suggestion_of
from cases.weighing import check_weighing
from sociaal.accounts.models import User
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound
from sociaal.core.registry import registry

SAVED = _("The weighing is saved.")
WAYS = {
    "agree": SAVED,
    "decide": SAVED,
    "lighter": _("A general provision is chosen now. Write down what is possible there."),
}
"""The ways on from a weighing, by the name of their button."""
READ_ALONG = Words(
    _("Read along"),
    _("Send my answer"),
    _("Your answer is with the colleague who asked."),
    _("A colleague asks whether this specialist solution is no heavier than needed."),
)


@require_http_methods(PAGE_OR_FORM)
def weighing(request: HttpRequest, number: str) -> HttpResponse:
    """The ladder, the rule, and the ways on."""
    case, user = case_called(number), user_of(request)
    access = check_works_on(user, case, timezone.now())
    present = present_weighing(case)
    data = request.POST if request.method == "POST" else None
    before = weighed_before(case) if case.status == CaseStatus.REVIEWING else None
    known = {} if present else _known_before(case) | written_before(before)
    form = WeighingForm(data, case=case, user=user, weighing=present, initial=known)
    way = next((name for name in WAYS if name in request.POST), "")

    def work(now: datetime) -> str:
        given, seen = _chosen(form.weighing_input(), present, way), form.cleaned_data["seen"]
        row = save_weighing(case=case, given=given, by=user, now=now, seen=seen)
        return _go_on(case, row, way, by=user, now=now)

    answer = sent(request, form, work, effect=f"weighing:{case.pk}", done=WAYS.get(way, SAVED))
    return answer or _page(request, case, access, form, present, before)


def _known_before(case: Case) -> dict[str, Any]:
    """What was said already, so that it is not asked again."""
    return {name: text for begins in registry.weighing_begins for name, text in begins(case).items()}


def _chosen(given: WeighingInput, present: Weighing | None, way: str) -> WeighingInput:
    """Who steps back from specialist support after a reading keeps all that was typed."""
    return stepped_back(given, present) if way == "lighter" and present else given


def _go_on(case: Case, row: Weighing, way: str, *, by: User, now: datetime) -> str:
    """After saving: take the step that was asked for; what it still misses is named on the page."""
    here = reverse("weighing", args=[case.number])
    if not way:
        return here
    if way == "lighter":
        return f"{here}?missing=1"
    if check_weighing(view_of(row), today=timezone.localdate(now)):
        return f"{here}?missing=1"
    if way == "decide":
        if not case.procedures.filter(state__in=OPEN_PROCEDURES).exists():
            return f"{reverse('procedure_new', args=[case.number])}?weighed=1"
        operations.await_decision(case=case, by=by, now=now)
    elif case.status == CaseStatus.REVIEWING:
        operations.change_support(case=case, by=by, now=now)
    else:
        operations.choose_solution(case=case, by=by, now=now)
    if row.track == Track.REGIE and not has_director(case):
        return f"{reverse('role_give', args=[case.number])}?regie=1"
    return case_address(case)


def _page(
    request: HttpRequest,
    case: Case,
    access: Access,
    form: WeighingForm,
    present: Weighing | None,
    before: Weighing | None,
) -> HttpResponse:
    now = timezone.now()
    context: dict[str, Any] = {"differences": [], "changed_by": None}
    if form.conflict:
        saved = present_weighing(case)
        fresh = Case.objects.get(pk=case.pk)
        form.overwrite(fresh.version)
        context = {"differences": differences(form, saved), "changed_by": last_event(case)}
    elif not form.is_bound and present is not None and "missing" in request.GET:
        form.show_missing(check_weighing(view_of(present), today=timezone.localdate(now)))
    domains = touched_domains(case)
    help_there, readings = home_help(case, access, user_of(request), now), readings_of(present)
    track, reasons = suggestion_of(form.data if form.is_bound else form.initial)
    shows(request, {case.resident_id, *help_there.residents})
    context |= {
        "readings": readings,
        "refused": readings[0] if _is_refused(present, readings) else None,
        "said": said_beside(case, access),
        "principles": principles(),
        "home_help": help_there,
        "before": before,
        "review": last_review(case) if before else None,
        "form": form,
        "case": case,
        "weighing": present,
        "identity": identity_of(case, access, now),
        "rungs": rungs_of(form, domains, now),
        "domains": [str(LifeDomain(domain).label) for domain in domains],
        "track": track,
        "reasons": reasons,
    }
    return render(request, "cases/weighing.html", context, status=form.status if form.is_bound else 200)


def _is_refused(present: Weighing | None, readings: Sequence[SecondReading]) -> bool:
    """Whether the last word is that a colleague does not agree with the specialist support that stands."""
    if present is None or not readings or present.weight != Weight.SPECIALIST:
        return False
    return not readings[0].agrees and present.second_reader_agrees is False


@require_safe
def weighing_track(request: HttpRequest) -> HttpResponse:
    """The track by rule for these answers: part of the page, about nobody."""
    track, reasons = suggestion_of(request.GET)
    return render(request, "cases/weighing_track_fragment.html", {"track": track, "reasons": reasons})


@require_http_methods(PAGE_OR_FORM)
def second_reading(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """For the second reader: this weighing and the name of the resident, nothing else, until their answer or
    until none is needed any more.
    """
    case, user = case_called(number), user_of(request)
    rows = Weighing.objects.filter(case=case, second_reader=user).select_related("made_by", "case__resident")
    row = rows.prefetch_related("rungs").filter(pk=pk).first()
    if row is None or (request.method != "POST" and not asks_to_be_read(row, case)):
        raise NotFound
    form = SecondReadingForm(request.POST if request.method == "POST" else None, case=case, user=user)

    def work(now: datetime) -> str:
        agrees, words = form.cleaned_data["agrees"] == "yes", form.cleaned_data["words"]
        second_read(weighing=row, agrees=agrees, words=words, by=user, now=now)
        return reverse("home")

    shows(request, [case.resident_id])
    answer = sent(request, form, work, effect=f"second_read:{pk}", done=READ_ALONG.done)
    if answer is None and not asks_to_be_read(row, case):
        messages.warning(request, _("This weighing no longer asks for your answer."))
        return redirect("home")
    context: dict[str, Any] = {"weighing": row, "ladder": ladder_of(row), "resident": case.resident}
    context |= {"principles": principles(), "readings": readings_of(row)}
    return answer or form_page(
        request, form, READ_ALONG, back=reverse("home"), template="cases/second_reading.html", **context
    )
