"""Help for this resident: choose it, and take it through its steps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.enums import ArrangementState, Weight
from cases.forms.arrangement import ArrangementForm, ReasonForm
from cases.models import Arrangement
from cases.operations import arrangements as operations
from cases.permissions import can_work_on, check_reads_case, check_works_on
from cases.queries.applicants import named_receiver
from cases.queries.identity import identity_of
from cases.views.sending import PAGE_OR_FORM, Words, case_address, case_step, sent
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound
from sociaal.core.listing import Text
from sociaal.core.templatetags.ui import long_date

S = ArrangementState
NEW = Words(
    gettext_lazy("Choose help"),
    gettext_lazy("Note this help"),
    gettext_lazy("The help is noted. Ask the provider for it, or let it start."),
    gettext_lazy("The lightest help that does it comes first."),
)


@dataclass(frozen=True)
class HelpStep:
    """A step of an arrangement: from which states, by which operation, with or without a reason."""

    name: str
    label: Text
    done: Text
    states: frozenset[str]
    operation: Callable[..., Any]
    asks_why: bool = False


STEPS = {
    step.name: step
    for step in (
        HelpStep(
            "request",
            gettext_lazy("Ask the provider"),
            gettext_lazy("The provider is asked; we wait for them."),
            frozenset({S.PROPOSED}),
            operations.request,
        ),
        HelpStep(
            "start_at_once",
            gettext_lazy("Starts at once, nobody to wait for"),
            gettext_lazy("The help has started."),
            frozenset({S.PROPOSED}),
            operations.start_at_once,
        ),
        HelpStep(
            "accept",
            gettext_lazy("The provider says yes"),
            gettext_lazy("The provider says yes."),
            frozenset({S.REQUESTED}),
            operations.accept,
        ),
        HelpStep(
            "start",
            gettext_lazy("The help has started"),
            gettext_lazy("The help has started."),
            frozenset({S.ACCEPTED}),
            operations.start,
        ),
        HelpStep(
            "pause",
            gettext_lazy("Pause"),
            gettext_lazy("The help is paused."),
            frozenset({S.STARTED}),
            operations.pause,
        ),
        HelpStep(
            "resume",
            gettext_lazy("Go on"),
            gettext_lazy("The help goes on."),
            frozenset({S.PAUSED}),
            operations.resume,
        ),
        HelpStep(
            "refuse",
            gettext_lazy("The provider says no"),
            gettext_lazy("The refusal is noted."),
            frozenset({S.REQUESTED}),
            operations.refuse,
            asks_why=True,
        ),
        HelpStep(
            "end",
            gettext_lazy("End this help"),
            gettext_lazy("The help is ended."),
            frozenset({S.STARTED, S.PAUSED}),
            operations.end,
            asks_why=True,
        ),
        HelpStep(
            "cancel",
            gettext_lazy("Call it off"),
            gettext_lazy("The help is called off."),
            frozenset({S.PROPOSED, S.REQUESTED, S.ACCEPTED}),
            operations.cancel,
            asks_why=True,
        ),
    )
}


@require_http_methods(PAGE_OR_FORM)
def arrangement_new(request: HttpRequest, number: str) -> HttpResponse:
    """Choose help from the catalogue."""

    def form(*args: Any, **about: Any) -> ArrangementForm:
        made = ArrangementForm(*args, **about)
        shows(request, made.named)
        return made

    return case_step(
        request,
        number,
        check=check_works_on,
        form_class=form,
        operation=operations.propose,
        words=NEW,
    )


def arrangement_called(pk: int) -> Arrangement:
    """Raises NotFound."""
    rows = Arrangement.objects.select_related(
        "case__resident", "case__team", "resident", "provision", "provider", "procedure"
    )
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row


@require_safe
def arrangement(request: HttpRequest, pk: int) -> HttpResponse:
    """One arrangement, with the steps that can be taken now."""
    return _page(request, arrangement_called(pk), ReasonForm())


@require_POST
def arrangement_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Take a step."""
    row = arrangement_called(pk)
    check_works_on(user_of(request), row.case, timezone.now())
    if step not in STEPS:
        raise NotFound
    taken, form = STEPS[step], ReasonForm(request.POST)

    def work(now: datetime) -> str:
        why = {"reason": form.cleaned_data["reason"]} if taken.asks_why else {}
        taken.operation(arrangement=row, by=user_of(request), now=now, **why)
        return case_address(row.case)

    effect = f"arrangement:{pk}:{step}"
    return sent(request, form, work, effect=effect, done=taken.done) or _page(
        request, arrangement_called(pk), form, asked=taken
    )


def _page(
    request: HttpRequest, row: Arrangement, form: ReasonForm, asked: HelpStep | None = None
) -> HttpResponse:
    now = timezone.now()
    access = check_reads_case(user_of(request), row.case, now)
    if not access.may_see(row.category):
        raise NotFound
    steps = (
        [step for step in STEPS.values() if row.state in step.states] if can_work_on(access, row.case) else []
    )
    whom = named_receiver(row, user_of(request), now)
    shows(request, [row.case.resident_id, *([row.resident_id] if whom else [])])
    context = {
        "arrangement": row,
        "case": row.case,
        "identity": identity_of(row.case, access, now),
        "facts": facts(row, whom or _("Somebody not shown to you")),
        "quick": [step for step in steps if not step.asks_why],
        "with_reason": [step for step in steps if step.asks_why],
        "asked": asked,
        "form": form,
    }
    return render(request, "cases/arrangement.html", context, status=form.status)


def price_in_words(row: Arrangement) -> str:
    """For example: € 3.950,00 per week; nothing when it costs nothing."""
    if row.price is None:
        return ""
    amount = f"€ {number_format(row.price, decimal_pos=2, force_grouping=True)}"
    unit = row.provision.per
    return _("%(amount)s per %(unit)s") % {"amount": amount, "unit": unit} if unit else amount


def facts(row: Arrangement, whom: str) -> Sequence[tuple[str, object]]:
    """What is known of this help. `whom`: for whom it is, in words."""
    decision = ""
    if row.procedure is not None:
        decision = f"{row.procedure.get_law_display()}: {row.procedure.subject}"
    known: list[tuple[str, object]] = [
        (_("State"), row.get_state_display()),
        (_("For whom"), whom if row.resident_id != row.case.resident_id else ""),
        (_("Weight"), Weight(row.provision.weight).label),
        (_("Given by"), row.provider.name if row.provider else ""),
        (_("What it should bring"), row.goal),
        (_("How much"), row.volume),
        (_("Price"), price_in_words(row)),
        (_("Form"), row.get_form_display()),
        (_("By which decision"), decision),
        (_("Asked for"), long_date(row.requested_at)),
        (_("Started"), long_date(row.started_at)),
        (_("Ended"), long_date(row.ended_at)),
        (_("Why it ended"), row.end_reason),
        (_("Look again"), long_date(row.review_date)),
    ]
    return [(label, value) for label, value in known if value]
