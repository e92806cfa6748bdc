"""How the page of a conversation is shown: whole, as the part that htmx swaps, and again after a conflict."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cases.enums import CaseStatus
from cases.queries.identity import identity_of
from intake.forms.conversation import TalkForm, standing_in
from intake.queries.conversation import TalkPage
from intake.queries.table import residents_among
from intake.queries.together import Theirs, stand_of
from sociaal.audit.reading import shows
from sociaal.core.parts import is_part


@dataclass(frozen=True)
class Field:
    """A field of the form, with what somebody else wrote in it meanwhile."""

    bound: BoundField
    theirs: Theirs | None


def talk_answer(
    request: HttpRequest,
    page: TalkPage,
    now: datetime,
    form: TalkForm | None = None,
    theirs: Sequence[Theirs] = (),
    *,
    moved: bool = False,
    saved: bool = False,
) -> HttpResponse:
    """The page, or the part of it that htmx asked for. `moved`: to another domain, where the focus goes."""
    shows(request, [page.case.resident_id, *residents_among(page.people)])
    if page.may_write:
        shows(request, [seat.key for seat in page.seats if seat.known == "resident"])
    held_at = timezone.localtime(min(page.conversation.planned_at, now))
    form = form or TalkForm.starting(page, held_at=held_at)
    by_field = {one.field: one for one in theirs}
    context = {
        "page": page,
        "case": page.case,
        "form": form,
        "fields": {name: Field(form[name], by_field.get(name)) for name in form.fields},
        "chairs": form.chairs(),
        "stand": stand_of(page.conversation, []),
        "moved": moved,
        "saved_at": timezone.localtime(now) if saved else None,
        "can_finish": page.case.status == CaseStatus.CONVERSATION,
    }
    return _rendered(request, page, context, form.status, now)


def _rendered(
    request: HttpRequest, page: TalkPage, context: dict[str, Any], status: int, now: datetime
) -> HttpResponse:
    if is_part(request):
        return render(request, "intake/talk_fragment.html", context, status=422 if status != 200 else 200)
    context["identity"] = identity_of(page.case, page.access, now)
    return render(request, "intake/conversation.html", context, status=status)


def shown_again(
    request: HttpRequest, form: TalkForm, page: TalkPage, now: datetime, theirs: Sequence[Theirs] = ()
) -> HttpResponse:
    """With what was typed where something is not right yet, and with what is true now everywhere else."""
    wrong = {one.field for one in theirs} | set(form.errors)
    posted = request.POST.copy()
    for name, value in standing_in(page).items():
        if name in wrong:
            continue
        posted.pop(name, None)
        if value or not isinstance(value, bool):
            posted[name] = "" if value is None else str(value)
    again = TalkForm(posted, seats=page.seats)
    again.is_valid()
    again.conflict = form.conflict
    for name, errors in form.errors.items():
        if name not in again.errors:
            again.add_error(None if name == "__all__" else name, errors)
    return talk_answer(request, page, now, again, theirs)
