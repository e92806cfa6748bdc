"""A task in several cases at once, for who ticks them in the list of their own work."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.enums import CaseStatus
from cases.forms.together import TaskTogetherForm
from cases.models import Case
from cases.operations.contacts import add_task
from cases.permissions import readable_among
from cases.views.one_by_one import AT_ONCE, Done, Outcome, one_by_one
from cases.views.sending import PAGE_OR_FORM, case_address
from sociaal.accounts.models import User
from sociaal.accounts.permissions import caseworkers, user_of
from sociaal.audit.reading import shows


@dataclass(frozen=True)
class Row:
    """A case on the page; `why`: why it got no task, or ""."""

    case: Case
    url: str
    ticked: bool
    why: str


@require_http_methods(PAGE_OR_FORM)
@caseworkers
def tasks_new(request: HttpRequest) -> HttpResponse:
    """The cases that were ticked, and the task that each gets.

    The answer to the form is this page again: which cases got it, and ticked still which did not, and why.
    """
    user, now = user_of(request), timezone.now()
    ticked = _numbers(request, "case")
    asked = ticked | _numbers(request, "shown")
    cases = _cases(asked, user, now)
    form = TaskTogetherForm(request.POST if request.method == "POST" else None, ticked=ticked)
    outcome = _added(form, [case for case in cases if case.number in ticked], user, now)
    shows(request, [case.resident_id for case in cases])
    context = {
        "form": form,
        "rows": [
            Row(case, case_address(case), case.number in ticked, outcome.refused.get(case.pk, ""))
            for case in cases
            if case.pk not in outcome.done
        ],
        "done": [
            Done(case_address(case), case.resident.full_name, case.subject)
            for case in cases
            if case.pk in outcome.done
        ],
        "failed": len(outcome.refused),
        "gone": len(asked) - len(cases),
    }
    return render(request, "cases/tasks_new.html", context, status=form.status)


def _numbers(request: HttpRequest, name: str) -> set[str]:
    data = request.POST if request.method == "POST" else request.GET
    return {number[:20] for number in data.getlist(name)[:AT_ONCE]}


def _cases(numbers: Collection[str], user: User, now: datetime) -> list[Case]:
    """The open cases with these numbers that this user reads; others as if they did not exist."""
    rows = Case.objects.filter(number__in=numbers).exclude(status=CaseStatus.CLOSED)
    found = rows.select_related("resident", "team").defer("resident__bsn").order_by("number")
    readable = readable_among(user, [case.pk for case in found], now)
    return [case for case in found if case.pk in readable]


def _added(form: TaskTogetherForm, cases: Collection[Case], user: User, now: datetime) -> Outcome:
    if not form.is_bound or not form.is_valid():
        return Outcome()
    given = {name: form.cleaned_data[name] for name in ("title", "due_date")}
    chosen = {case.pk: case for case in cases}

    def add(key: int) -> object:
        return add_task(case=chosen[key], assignee=user, by=user, now=now, **given)

    return one_by_one(chosen, add, key=form.cleaned_data["form_key"], effect="add_task", now=now)
