"""Making a suggestion from any page, and its own page."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.sending import PAGE_OR_FORM, sent
from regie.board import steps
from regie.board.forms import MoveForm, PlanForm, SuggestForm
from regie.board.models import Suggestion
from regie.board.operations.suggestions import plan_change
from regie.board.operations.suggestions import suggest as make_suggestion
from regie.board.permissions import can_move
from regie.board.queries.board import card, suggestions
from regie.metrics.models import Measure
from sociaal.accounts.permissions import staff, user_of
from sociaal.core.errors import NotFound
from sociaal.core.templatetags.ui import long_date


def suggestion_called(pk: int) -> Suggestion:
    """The suggestion with this key. Raises NotFound."""
    row = Suggestion.objects.filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row


@require_http_methods(PAGE_OR_FORM)
@staff
def suggest(request: HttpRequest) -> HttpResponse:
    """Two fields; afterwards one is back where one was."""
    if request.method == "POST":
        form = SuggestForm(request.POST)
    else:
        step = steps.known(request.GET.get("from", ""))
        form = SuggestForm(initial={"step": step, "next": request.META.get("HTTP_REFERER", "")})
    back = _safe(request, form["next"].value())

    def work(now: datetime) -> str:
        make_suggestion(by=user_of(request), now=now, **form.given())
        return back

    answer = sent(request, form, work, effect="suggest")
    if answer:
        messages.success(request, _("Thank you. Your suggestion stands on the improvement board."))
        return answer
    context = {"form": form, "back": back, "step": steps.words(steps.known(form["step"].value() or ""))}
    return render(request, "board/suggest.html", context, status=form.status)


@require_safe
@staff
def suggestion(request: HttpRequest, pk: int) -> HttpResponse:
    """What gets in the way, how far it is, and what the next step is."""
    return suggestion_page(request, pk)


@require_http_methods(PAGE_OR_FORM)
@staff
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Who tries it, from when, measured by what, and when we look again."""
    row = suggestion_called(pk)
    if request.method != "POST":
        return redirect("board:suggestion", pk)
    form = PlanForm(request.POST, prefix="plan")

    def work(now: datetime) -> str:
        plan_change(suggestion=row, by=user_of(request), now=now, **form.given())
        return reverse("board:suggestion", args=[pk])

    answer = sent(request, form, work, effect=f"plan_change:{pk}", done=_("The changes are saved."))
    return answer or suggestion_page(request, pk, plan=form)


def suggestion_page(
    request: HttpRequest, pk: int, *, plan: PlanForm | None = None, move: MoveForm | None = None
) -> HttpResponse:
    """The page of one suggestion, with the form that was refused as it was typed."""
    row = suggestions(user_of(request), everyone=True).filter(pk=pk).select_related("team", "made_by").first()
    if row is None:
        raise NotFound
    bound = plan or move
    context = {
        "suggestion": row,
        "card": card(row, user_of(request)),
        "facts": _facts(row),
        "moves": row.moves.select_related("by").order_by("-at", "-pk"),
        "may_move": can_move(user_of(request), row),
        "plan": plan or PlanForm.showing(row),
        "move": move or MoveForm.showing(row),
        "form": bound,
    }
    return render(request, "board/suggestion.html", context, status=bound.status if bound else 200)


def _facts(row: Suggestion) -> list[tuple[str, Any]]:
    measure = str(Measure(row.measure).label) if row.measure in set(Measure) else ""
    return [
        (_("Phase"), row.get_phase_display()),
        (_("Step where it arose"), steps.words(row.step)),
        (_("Team"), row.team or ""),
        (_("Suggested by"), row.made_by.name),
        (_("Suggested on"), long_date(timezone.localtime(row.made_at))),
    ] + [(label, value) for label, value in _trying(row, measure) if value]


def _trying(row: Suggestion, measure: str) -> list[tuple[str, Any]]:
    return [
        (_("Who tries it"), row.tried_by),
        (_("Measured by"), measure),
        (_("Changed on"), long_date(row.change_date)),
        (_("We look again on"), long_date(row.look_again_date)),
    ]


def _safe(request: HttpRequest, address: str | None) -> str:
    """Where to go back to: only a page of ours that is not this one; else the board."""
    here = {request.get_host()}
    ours = url_has_allowed_host_and_scheme(address, here, require_https=request.is_secure())
    if address and ours and reverse("board:suggest") not in address:
        return address
    return reverse("board:board")
