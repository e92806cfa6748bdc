"""The shortened route on one page."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.models import Case, HelpRequest
from cases.permissions import Access, check_works_on
from cases.queries.identity import identity_of
from cases.views.sending import PAGE_OR_FORM, case_address, case_called, sent
from intake.forms.fast_track import FastTrackForm
from intake.merging import digest
from intake.models import Conversation
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
    if request.method != "POST" and case.status not in FROM:
        raise Refused(_("The fast track is for a question that has not been weighed yet."))
    words = _words_so_far(case)
    data = request.POST if request.method == "POST" else None
    form = FastTrackForm(data, case=case, user=user, initial=words | weighing_begins(case))

    def work(now: datetime) -> str:
        return case_address(run_fast_track(case=case, given=form.given(), by=user, now=now))

    done = _("The help is agreed. Everything stands in the file.")
    return sent(request, form, work, effect=f"fast_track:{case.pk}", done=done) or _page(
        request, case, access, form, words, now
    )


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
    shows(request, [case.resident_id])
    context: dict[str, Any] = {
        "form": form,
        "case": case,
        "identity": identity_of(case, access, now),
        "theirs": _theirs(form),
        "seen": {name: digest(text) for name, text in words.items()},
    }
    return render(request, "intake/fast_track.html", context, status=form.status)
