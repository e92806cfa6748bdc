"""The way of every form: load, check, do the one operation once, and go on; or show again what was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from cases.forms.base import KeyedForm
from cases.models import Case
from cases.permissions import access_to_case
from cases.queries.identity import identity_of
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import Conflict, NotFound, Refused
from sociaal.core.listing import Text
from sociaal.core.prepared import Given, Prepared
from sociaal.core.registry import registry
from sociaal.outbox.once import once

PAGE_OR_FORM = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class Words:
    """What a form page says: heading, what to know before, the button, and the message afterwards."""

    heading: Text
    save: Text
    done: Text
    lead: Text = ""


def _called(given: Given) -> QuerySet[Case]:
    rows = Case.objects.select_related("resident", "team").defer("resident__bsn")
    return rows.filter(number=given.text("number"))


_CALLED = Prepared(_called)


def case_called(number: str) -> Case:
    """The case with this number, with resident and team. Raises NotFound.

    The BSN stays encrypted in the database: hardly a page shows it.
    """
    for case in _CALLED(number=number):
        return case
    raise NotFound


def case_address(case: Case) -> str:
    return reverse("case", args=[case.number])


def sent(
    request: HttpRequest,
    form: KeyedForm,
    work: Callable[[datetime], str],
    *,
    effect: str,
    done: Text = "",
    expected: str = "",
) -> HttpResponse | None:
    """Do `work` once and go to the address it returns; None when the form must be shown (again).

    `expected` is that address, for who knows it beforehand.
    """
    if not form.is_bound or not form.is_valid():
        return None
    now, key = timezone.now(), form.cleaned_data["form_key"]

    def whole() -> str:
        for tell in registry.form_sent if key else ():
            tell(request.user, key, now)  # what was kept while typing goes with the effect, or stays with it
        return work(now)

    try:
        url = once(key, effect, whole, now=now, expected=expected)
    except (Refused, Conflict) as error:
        form.refuse(error)
        return None
    if done:
        messages.success(request, str(done))
    return redirect(url)


def form_page(
    request: HttpRequest,
    form: KeyedForm,
    words: Words,
    *,
    back: str,
    case: Case | None = None,
    template: str = "cases/form_page.html",
    **context: Any,
) -> HttpResponse:
    """The page with the form; with whom it is about above it when it belongs to a case."""
    now = timezone.now()
    if case is not None:
        context["identity"] = identity_of(case, access_to_case(user_of(request), case, now), now)
        shows(request, [case.resident_id])
    context |= {"form": form, "words": words, "back": back, "case": case}
    return render(request, template, context, status=form.status)


def _posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when that is nothing; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def case_step(
    request: HttpRequest,
    number: str,
    *,
    check: Callable[..., Any],
    form_class: Callable[..., KeyedForm],
    operation: Callable[..., Any],
    words: Words,
    template: str = "cases/form_page.html",
    case: Case | None = None,
    **context: Any,
) -> HttpResponse:
    """A small form on its own page that does one operation on a case and goes back to the case. `case`: the
    one of this number, for who has it already. `context`: what its template needs beside the form.
    """
    case, user = case or case_called(number), user_of(request)
    form, back = form_class(_posted(request), case=case, user=user), case_address(case)

    def work(now: datetime) -> str:
        operation(case=case, by=user, now=now, **form.given())  # asks itself whether they may
        return back

    effect = f"{operation.__name__}:{case.pk}"
    answer = sent(request, form, work, effect=effect, done=words.done, expected=back)
    if answer is None:
        check(user, case, timezone.now())
        answer = form_page(request, form, words, back=back, case=case, template=template, **context)
    return answer
