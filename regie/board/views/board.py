"""The board, and moving over it: with a menu, with the arrow keys, with or without JavaScript."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.views.sending import PAGE_OR_FORM, sent
from regie.board.forms import MoveForm
from regie.board.operations.suggestions import move_suggestion, set_me_too
from regie.board.queries.board import board as board_of
from regie.board.views.suggestions import suggestion_called, suggestion_page
from sociaal.accounts.models import Team
from sociaal.accounts.permissions import staff, user_of
from sociaal.core.parts import is_part


@require_safe
@staff
def board(request: HttpRequest) -> HttpResponse:
    """All suggestions of my team by phase, or of the whole municipality; with htmx only the board."""
    part = "board/board_fragment.html" if is_part(request) else "board/board.html"
    return render(request, part, _context(request, request.GET))


@require_http_methods(PAGE_OR_FORM)
@staff
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """To another phase. When a colleague was just before, says who, and shows where it stands now."""
    suggestion = suggestion_called(pk)
    if request.method != "POST":
        return redirect("board:suggestion", pk)
    form = MoveForm(request.POST)
    on_board = "on_board" in request.POST

    def work(now: datetime) -> str:
        move_suggestion(suggestion=suggestion, by=user_of(request), now=now, **form.given())
        return _place(request, pk, "moved") if on_board else reverse("board:suggestion", args=[pk])

    done = "" if on_board else _("The suggestion is moved.")
    if answer := sent(request, form, work, effect=f"move_suggestion:{pk}", done=done):
        return answer
    if not on_board:
        return suggestion_page(request, pk, move=form)
    return _refused(request, pk, " ".join(str(text) for texts in form.errors.values() for text in texts))


@require_POST
@staff
def me_too(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that you meet the same, or take it back: the button names what it does, so twice is once."""
    suggestion = suggestion_called(pk)
    set_me_too(
        suggestion=suggestion, on=request.POST.get("on") == "1", by=user_of(request), now=timezone.now()
    )
    on_board = "on_board" in request.POST
    return redirect(_place(request, pk, "me_too") if on_board else reverse("board:suggestion", args=[pk]))


def _refused(request: HttpRequest, pk: int, why: str) -> HttpResponse:
    """The board as it is now, with what went wrong above it; 422, for which htmx shows the part."""
    if not is_part(request):
        messages.warning(request, why)
        return redirect(_place(request, pk, ""))
    context = _context(request, {"show": request.POST.get("show", ""), "at": str(pk)}) | {"warning": why}
    return render(request, "board/board_fragment.html", context, status=422)


def _place(request: HttpRequest, pk: int, did: str) -> str:
    """The board as the person had it, with the focus at this card."""
    query = {"show": request.POST.get("show", ""), "at": str(pk), "did": did}
    return f"{reverse('board:board')}?{urlencode({key: value for key, value in query.items() if value})}"


def _context(request: HttpRequest, get: Any) -> dict[str, Any]:
    user, at = user_of(request), get.get("at", "")
    everyone = get.get("show") == "all" or not user.team_id
    page = reverse("board:board")
    return {
        "board": board_of(user, everyone=everyone, all_done=get.get("done") == "all"),
        "show": "all" if everyone else "",
        "at": int(at) if at.isdecimal() and len(at) < 12 else 0,
        "did": get.get("did", ""),
        "pills": _pills(user.team, page, everyone) if user.team else [],
        "done_url": f"{page}?{urlencode({'show': 'all', 'done': 'all'} if everyone else {'done': 'all'})}",
    }


def _pills(team: Team, page: str, everyone: bool) -> list[dict[str, Any]]:
    return [
        {"label": team.name, "url": page, "current": not everyone},
        {"label": _("Whole municipality"), "url": f"{page}?show=all", "current": everyone},
    ]
