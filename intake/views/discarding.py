"""Several reports of the inbox discarded together: each looked at, with one reason, done one by one."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.models import HelpRequest
from cases.queries.settled import settled_of
from cases.views.one_by_one import AT_ONCE, Done, Outcome, one_by_one
from cases.views.sending import PAGE_OR_FORM
from intake.alone import why_alone
from intake.forms.requests import DiscardSeveralForm
from intake.operations.discarding import discard_with_others
from intake.queries.inbox import ticked_in_inbox
from intake.wording import waited
from sociaal.accounts.models import User
from sociaal.accounts.permissions import caseworkers, user_of
from sociaal.audit.reading import shows


@dataclass(frozen=True)
class Row:
    """A report on the page. `why`: why it was not, or cannot be, discarded here; "" when nothing is in the
    way. `can`: it can be ticked (again).
    """

    help_request: HelpRequest
    waited: str
    why: str
    can: bool
    ticked: bool


@require_http_methods(PAGE_OR_FORM)
@caseworkers
def inbox_discard(request: HttpRequest) -> HttpResponse:
    """The reports that were ticked in the inbox, in full, and a reason for all of them.

    The answer to the form is this page again: what is discarded, and ticked still what could not be. Sent
    again it does nothing twice.
    """
    user, now = user_of(request), timezone.now()
    posted = request.POST if request.method == "POST" else None
    ticked = _keys(request, "question")
    form = DiscardSeveralForm(posted, ticked=ticked)
    outcome = _discarded(form, user, now)
    asked = ticked | _keys(request, "shown")
    shown = ticked_in_inbox(asked, user, now)  # afresh, as it is afterwards
    shows(request, [row.resident_id for row in shown if row.resident_id])
    context = {
        "form": form,
        "rows": list(_rows([row for row in shown if row.pk not in outcome.done], ticked, outcome, now)),
        "done": [_done(row) for row in shown if row.pk in outcome.done],
        "failed": len(outcome.refused),
        "gone": len(asked) - len(shown),
    }
    return render(request, "intake/inbox_discard.html", context, status=form.status)


def _done(row: HelpRequest) -> Done:
    called = row.resident.full_name if row.resident else _("Nobody named yet")
    return Done(reverse("help_request", args=[row.pk]), called, row.words)


def _keys(request: HttpRequest, name: str) -> set[int]:
    data = request.POST if request.method == "POST" else request.GET
    return {int(key) for key in data.getlist(name)[:AT_ONCE] if key.isdecimal() and len(key) < 12}


def _discarded(form: DiscardSeveralForm, user: User, now: datetime) -> Outcome:
    if not form.is_bound or not form.is_valid():
        return Outcome()
    reason, chosen = form.cleaned_data["reason"], ticked_in_inbox(form.ticked, user, now)
    reports = {row.pk: row for row in chosen}

    def discard(key: int) -> object:
        return discard_with_others(help_request=reports[key], reason=reason, by=user, now=now)

    return one_by_one(reports, discard, key=form.cleaned_data["form_key"], effect="discard", now=now)


def _rows(
    left: Collection[HelpRequest], ticked: Collection[int], outcome: Outcome, now: datetime
) -> Iterator[Row]:
    for one in left:
        settled, alone = settled_of(one), why_alone(one.reporter, one.red_flags)
        can = not settled and not alone
        yield Row(
            help_request=one,
            waited=waited(one.received_at, now),
            why=settled.words if settled else alone or outcome.refused.get(one.pk, ""),
            can=can,
            ticked=can and one.pk in ticked,
        )
