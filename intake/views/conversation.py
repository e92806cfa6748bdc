"""The conversation at the kitchen table: one domain at a time, kept while one talks."""

from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect, push_url, reswap, retarget

from cases.enums import LifeDomain
from cases.permissions import check_works_on
from cases.views.sending import PAGE_OR_FORM
from intake.forms.conversation import TalkForm
from intake.merging import digest
from intake.models import Conversation
from intake.operations import conversations, notes
from intake.queries.conversation import TalkPage, load, talk_page
from intake.queries.together import Theirs, theirs_of
from intake.seats import Seat, parsed
from intake.views.conversation_page import shown_again, talk_answer
from sociaal.accounts.models import User
from sociaal.accounts.permissions import user_of
from sociaal.core.errors import NotFound, Refused
from sociaal.core.parts import is_part
from sociaal.outbox.once import once

SEEN = "seen_"


@require_http_methods(PAGE_OR_FORM)
def conversation(request: HttpRequest, pk: int) -> HttpResponse:
    """One domain; a form that keeps itself. The last button brings the case to the weighing."""
    now, user = timezone.now(), user_of(request)
    row = load(pk)
    if request.method != "POST":
        return talk_answer(request, talk_page(row, request.GET.get("domain", ""), user=user, now=now), now)
    check_works_on(user, row.case, now)
    form = TalkForm(request.POST, seats=_seats_of(request))
    if not form.is_valid():
        return shown_again(request, form, _page(request, row, user, now), now)
    try:
        kept = _keep(request, row, form, user, now)
    except Refused:
        if "autosave" in request.POST:  # 409 would say that a colleague wrote here
            return HttpResponse(status=HTTPStatus.UNPROCESSABLE_ENTITY)
        raise
    theirs = theirs_of(kept.conflicts, kept.standing.marks, user.pk)
    if "autosave" in request.POST:
        return _autosaved(request, form, kept, theirs, now)
    if theirs:
        form.refuse(notes.SaidMeanwhileError(kept.conflicts))
        return shown_again(request, form, _page(request, row, user, now), now, theirs)
    return _onward(request, row, form, user, now)


def _page(request: HttpRequest, row: Conversation, user: User, now: datetime) -> TalkPage:
    """As it is now, at the domain of the form."""
    return talk_page(load(row.pk), request.POST.get("domain", ""), user=user, now=now)


def seen_in(request: HttpRequest) -> dict[str, str]:
    """What each field of the form started from."""
    posted = request.POST.items()
    return {name.removeprefix(SEEN): str(mark) for name, mark in posted if name.startswith(SEEN)}


def _seats_of(request: HttpRequest) -> list[Seat]:
    """Whom the form let one tick: a box that is not ticked is not sent, its mark is."""
    return [Seat(*known, "", "") for name in seen_in(request) if (known := parsed(name))]


def _keep(request: HttpRequest, row: Conversation, form: TalkForm, user: User, now: datetime) -> notes.Kept:
    domain, turn = request.POST.get("domain", ""), request.POST.get("turn", "")
    if domain not in LifeDomain:
        raise NotFound
    return notes.keep_said(
        conversation=row, domain=domain, given=form.said(), seen=seen_in(request), by=user, now=now,
        form=form.cleaned_data["form_key"], turn=int(turn) if turn.isdecimal() else 0,
    )  # fmt: skip


def _autosaved(
    request: HttpRequest, form: TalkForm, kept: notes.Kept, theirs: list[Theirs], now: datetime
) -> HttpResponse:
    """A few words, and from what the form goes on; 409 with both versions where another wrote as well."""
    if theirs:
        return render(request, "intake/talk_conflicts.html", {"theirs": theirs}, status=409)
    stands, given = kept.standing.values, form.said()
    seen = {name: digest(stands[name]) for name in given if digest(stands[name]) == digest(given[name])}
    return _saved(request, now, seen)


def _saved(request: HttpRequest, now: datetime, seen: Mapping[str, str] | None = None) -> HttpResponse:
    context: Mapping[str, object] = {"saved_at": timezone.localtime(now), "seen": seen or {}}
    return reswap(render(request, "intake/talk_kept.html", context), "innerHTML")


def _onward(
    request: HttpRequest, row: Conversation, form: TalkForm, user: User, now: datetime
) -> HttpResponse:
    """After saving: to the next domain, or the conversation was held, or it is finished."""
    do = request.POST.get("do", "")
    try:
        if do in ("hold", "finish") and row.held_at is None:
            held_at = form.cleaned_data["held_at"] or min(row.planned_at, now)
            conversations.hold(conversation=row, held_at=held_at, by=user, now=now)
        if do == "finish":
            return _finish(request, row, form, now)
    except Refused as refusal:
        form.refuse(refusal)
        return shown_again(request, form, _page(request, row, user, now), now)
    for name, nothing in (("nothing", True), ("something", False)):
        if request.POST.get(name) in LifeDomain:
            domain = request.POST[name]
            notes.ask_nothing(conversation=row, domain=domain, nothing=nothing, by=user, now=now)
    return _shown_next(request, row, user, now)


def _shown_next(request: HttpRequest, row: Conversation, user: User, now: datetime) -> HttpResponse:
    before = request.POST["domain"]
    following = request.POST.get("next") or before
    url = f"{reverse('conversation', args=[row.pk])}?domain={following}"
    if not is_part(request):
        return redirect(url)
    if request.POST.get("do") == "save":  # nothing on the page is replaced: one may be typing on
        return retarget(_saved(request, now), "[data-autosave-status]")
    fresh = talk_page(load(row.pk), following, user=user, now=now)
    return push_url(talk_answer(request, fresh, now, moved=fresh.domain != before, saved=True), url)


def _finish(request: HttpRequest, row: Conversation, form: TalkForm, now: datetime) -> HttpResponse:
    def work() -> str:
        conversations.finish(conversation=row, by=user_of(request), now=now)
        return reverse("weighing", args=[row.case.number])

    url = once(form.cleaned_data["form_key"], f"finish_conversation:{row.pk}", work, now=now)
    return HttpResponseClientRedirect(url) if is_part(request) else redirect(url)
