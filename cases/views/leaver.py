"""The leaver's desk: a manager hands over the residents of a colleague who leaves, in one sitting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from cases.forms.leaver import LeaverForm
from cases.operations.leaver import Asked, ask_handovers
from cases.queries import leaver as queries
from cases.views.sending import PAGE_OR_FORM, sent
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.roles import Role
from sociaal.audit.reading import shows

AT_ONCE = 100
"""So many rows are asked in one go; those that follow come up when these are asked."""
WORDS = "leaver_words"


@dataclass(frozen=True)
class Row:
    """A resident still to do, with the fields of this row; `differs` when one of these was filled in."""

    to_do: queries.ToDo
    chosen: int | None
    to: BoundField
    words: tuple[BoundField, ...]
    differs: bool


@require_http_methods(PAGE_OR_FORM)
@roles(Role.MANAGER)
def leaver(request: HttpRequest, pk: int) -> HttpResponse:
    """Everyone whose contact person leaves, each with the best next person; asked together or one by one."""
    user, address = user_of(request), reverse("leaver", args=[pk])
    colleague = queries.leaver_called(pk, user)
    desk = queries.desk(colleague, user, timezone.now())
    form = _form(request, desk, pk)

    outcome: list[Asked] = []

    def work(now: datetime) -> str:
        outcome[:] = [ask_handovers(leaver=colleague, asks=form.asks(), by=user, now=now)]
        return address

    shows(request, desk.residents)
    answer = sent(request, form, work, effect=f"leaver:{pk}", expected=address)
    for done in outcome:  # told when it is certain
        request.session[WORDS] = {str(pk): {"explanation": form.cleaned_data["explanation"]}}
        _tell(request, desk, done)
    if answer is None:
        context = {"desk": desk, "form": form, "rows": list(_rows(desk, form)), "later": _later(desk)}
        answer = render(request, "cases/leaver.html", context, status=form.status)
    return answer


def _form(request: HttpRequest, desk: queries.Desk, pk: int) -> LeaverForm:
    """Who was asked one by one goes on with the explanation for all that was typed in this sitting; never
    with what residents were told: that is about others. Who refused leaves what was told of this resident.

    Rows that were done since the page was shown are understood too: whether they may is for the operation.
    """
    return LeaverForm(
        request.POST if request.method == "POST" else None,
        residents={one.resident_id: one.called for one in desk.shown},
        people=desk.people,
        initial=request.session.get(WORDS, {}).get(str(pk), {}) | _told(desk),
    )


def _told(desk: queries.Desk) -> dict[str, str]:
    refused = {row.who.resident_id: row.refused for row in desk.to_do if row.refused}
    return {f"told_resident_{key}": row.told_resident for key, row in refused.items()}


def _later(desk: queries.Desk) -> int:
    return max(len(desk.to_do) - AT_ONCE, 0)


def _rows(desk: queries.Desk, form: LeaverForm) -> Iterator[Row]:
    for one in desk.to_do[:AT_ONCE]:
        key = one.who.resident_id
        to = form[f"to_{key}"]
        words = tuple(form[f"{name}_{key}"] for name in ("explanation", "told_resident", "warm_transfer_at"))
        differs = any(field.value() or field.errors for field in words)
        yield Row(one, _chosen(to.value(), one.best, bound=form.is_bound), to, words, differs)


def _chosen(typed: Any, best: queries.Choice | None, *, bound: bool) -> int | None:
    """What was typed; on a new page the best proposal."""
    if bound:
        return int(typed) if str(typed or "").isdecimal() else None
    return best.user.pk if best else None


def _tell(request: HttpRequest, desk: queries.Desk, done: Asked) -> None:
    number = len(done.handovers)
    if number:
        said = ngettext("%(number)d handover is asked.", "%(number)d handovers are asked.", number)
        messages.success(request, said % {"number": number})
    called = {who.resident_id: who.called for who in desk.shown}
    for resident, why in done.refused[:5]:
        messages.warning(request, _("Not asked for %(who)s: %(why)s") % {"who": called[resident], "why": why})
    if len(done.refused) > 5:
        messages.warning(request, _("%(number)d could not be asked.") % {"number": len(done.refused)})
