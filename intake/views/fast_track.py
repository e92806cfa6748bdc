"""The shortened route on one page."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.models import Arrangement, Case, HelpRequest, Weighing
from cases.permissions import Access, can_decide, check_works_on
from cases.queries.applicants import named_receiver
from cases.queries.fitting import fitting_options
from cases.queries.identity import identity_of
from cases.queries.principles import principles
from cases.queries.weighings import ladder_of
from cases.views.sending import PAGE_OR_FORM, case_address, case_called, sent
from intake.forms.fast_track import FastDecisionForm, FastTrackForm
from intake.merging import digest
from intake.models import Conversation
from intake.operations.fast_decision import awaited, decide_fast_track
from intake.operations.fast_track import FROM, run_fast_track
from intake.operations.notes import SaidMeanwhileError
from intake.queries.behind import weighing_begins
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import Refused


@require_http_methods(PAGE_OR_FORM)
def fast_track(request: HttpRequest, number: str) -> HttpResponse:
    """From the question to help in one go, for what is simple and stable."""
    case, user, now = case_called(number), user_of(request), timezone.now()
    access = check_works_on(user, case, now)
    halfway = awaited(case)
    if halfway is not None:
        return _deciding(request, case, access, *halfway)
    if request.method != "POST" and case.status not in FROM:
        raise Refused(_("The fast track is for a question that has not been weighed yet."))
    words = _words_so_far(case)
    data = request.POST if request.method == "POST" else None
    form = FastTrackForm(data, case=case, user=user, initial=words | weighing_begins(case))

    def work(now: datetime) -> str:
        return case_address(run_fast_track(case=case, given=form.given(), by=user, now=now))

    answer = sent(request, form, work, effect=f"fast_track:{case.pk}")
    if answer is None:
        return _page(request, case, access, form, words, now)
    done = _("The help is agreed. Everything stands in the file.")
    if form.specialist:
        done = _("Your colleague reads along now. When they agree, you decide here in one go.")
    messages.success(request, done)
    return answer


def _deciding(
    request: HttpRequest, case: Case, access: Access, weighing: Weighing, arrangement: Arrangement
) -> HttpResponse:
    """The colleague has been asked: wait, decide in one go, or go back to the weighing."""
    user, now = user_of(request), timezone.now()
    data = request.POST if request.method == "POST" and weighing.second_reader_agrees else None
    form = FastDecisionForm(data)

    def work(now: datetime) -> str:
        decide_fast_track(case=case, by=user, now=now, **form.given())
        return case_address(case)

    done = _("The decision is made and the help is on its way.")
    answer = sent(request, form, work, effect=f"fast_decision:{case.pk}", done=done)
    whom = named_receiver(arrangement, user, now)
    shows(request, [case.resident_id, *([arrangement.resident_id] if whom else [])])
    context: dict[str, Any] = {
        "form": form,
        "case": case,
        "identity": identity_of(case, access, now),
        "whom": whom if arrangement.resident_id != case.resident_id else "",
        "weighing": weighing,
        "arrangement": arrangement,
        "ladder": ladder_of(weighing),
        "decides": arrangement.procedure is not None and can_decide(user, arrangement.procedure.law),
    }
    return answer or render(request, "intake/fast_decision.html", context, status=form.status)


def _words_so_far(case: Case) -> dict[str, str]:
    """What the resident told already, in the conversation or in the report."""
    rows = Conversation.objects.filter(case=case).order_by("planned_at", "pk")
    conversation = rows.filter(held_at=None).first() or rows.last()
    if conversation is not None:
        return {"own_words": conversation.own_words, "wish": conversation.wish}
    told = HelpRequest.objects.filter(case=case).order_by("received_at", "pk").values_list("words", flat=True)
    return {"own_words": "\n".join(told), "wish": ""}


def _theirs(form: FastTrackForm) -> list[tuple[str, object]]:
    """What somebody else wrote meanwhile in the same place."""
    theirs = form.conflict.theirs if isinstance(form.conflict, SaidMeanwhileError) else {}
    return [(str(form.fields[name].label), text) for name, text in theirs.items() if name in form.fields]


def _page(
    request: HttpRequest,
    case: Case,
    access: Access,
    form: FastTrackForm,
    words: dict[str, str],
    now: datetime,
) -> HttpResponse:
    shows(request, form.named)
    context: dict[str, Any] = {
        "form": form,
        "case": case,
        "identity": identity_of(case, access, now),
        "theirs": _theirs(form),
        "principles": principles(),
        "options": fitting_options(case, now),
        "is_specialist": form.is_bound and form.specialist,
        "seen": {name: digest(text) for name, text in words.items()},
    }
    return render(request, "intake/fast_track.html", context, status=form.status)
