"""Exceptions to law or policy: the manager's list, without names, and the page on which one is decided."""

from datetime import datetime

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.exceptions import ExceptionForm
from cases.operations.exceptions import decide_exception
from cases.permissions import check_decides_exception
from cases.queries.exceptions import exception_called, exception_counts, exceptions_of
from cases.queries.principles import principles
from cases.views.sending import PAGE_OR_FORM, Words, case_called, form_page, sent
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.roles import Role
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound, NotPermitted
from sociaal.core.listing import Column, Filter, list_page

DECIDE = Words(
    gettext_lazy("An exception is asked"),
    gettext_lazy("Send my decision"),
    gettext_lazy("Your decision stands in the file. Your colleague goes on with it."),
    gettext_lazy("A colleague says that law or policy would harm here. You decide, with words."),
)
COLUMNS = (
    Column("case", gettext_lazy("Case")),
    Column("rule", gettext_lazy("What is in the way"), "exception_rule"),
    Column("asked", gettext_lazy("Asked"), "exception_asked_at"),
    Column("answer", gettext_lazy("What was decided"), "exception_allowed"),
)
_ANSWERS = {"waits": None, "allowed": True, "refused": False}
FILTERS = (
    Filter(
        "answer",
        gettext_lazy("What was decided"),
        (
            ("waits", gettext_lazy("Waits for an answer")),
            ("allowed", gettext_lazy("Allowed")),
            ("refused", gettext_lazy("Not allowed")),
        ),
        lambda rows, answer: (
            rows.filter(exception_allowed=_ANSWERS[answer])
            if _ANSWERS[answer] is not None
            else rows.filter(exception_allowed__isnull=True)
        ),
    ),
)


@require_safe
@roles(Role.MANAGER)
def exception_list(request: HttpRequest) -> HttpResponse:
    """What my team asks, what was decided, and how often."""
    team, now = user_of(request).team_id, timezone.now()
    if team is None:
        raise NotPermitted(_("You belong to no team. Ask your administrator to put you in one."))
    rows = exceptions_of(team).order_by(F("exception_decided_at").desc(nulls_first=True))
    listing = list_page(rows, request.GET, columns=COLUMNS, filters=FILTERS, default="-asked")
    context = {"listing": listing, "counts": exception_counts(team, now)}
    return render(request, "cases/exception_list.html", context)


@require_http_methods(PAGE_OR_FORM)
def exception_decide(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """One exception: the words, and yes or no. The name of the resident is not shown."""
    case, user = case_called(number), user_of(request)
    row = exception_called(case, pk)
    if row is None:
        raise NotFound
    check_decides_exception(user, case, row, timezone.now())
    form = ExceptionForm(request.POST if request.method == "POST" else None, weighing=row)
    back = reverse("exceptions")

    def work(now: datetime) -> str:
        decide_exception(weighing=row, by=user, now=now, **form.given())
        return back

    shows(request, [case.resident_id])
    return sent(request, form, work, effect=f"exception:{pk}", done=DECIDE.done) or form_page(
        request, form, DECIDE, back=back, template="cases/exception_decide.html",
        weighing=row, principles=principles(),
    )  # fmt: skip
