"""The legal way of a question: its facts, its terms with article and explanation, and its steps."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.enums import CaseStatus, DataCategory
from cases.forms.base import KeyedForm
from cases.forms.procedure import AsksWho, ProcedureForm
from cases.letters.kinds import DECIDED
from cases.models import Case, Procedure
from cases.operations.cases import await_decision
from cases.operations.procedures import open_procedure
from cases.permissions import can_direct, can_work_on, check_reads_case, check_works_on
from cases.queries.applicants import named_applicant
from cases.queries.conditions import conditions_of
from cases.queries.identity import identity_of
from cases.queries.letter_writing import letters_for
from cases.queries.letters import letters_about
from cases.queries.term_facts import with_term_facts
from cases.queries.terms import term_rows
from cases.views.procedure_facts import facts, objection_facts
from cases.views.procedure_step import ProcedureStep
from cases.views.procedure_steps import STEPS, steps_for
from cases.views.sending import PAGE_OR_FORM, Words, case_step, sent
from sociaal.accounts.models import User
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound

NEW = Words(
    gettext_lazy("Start a procedure"),
    gettext_lazy("Start"),
    gettext_lazy("The procedure has started; its terms run."),
    gettext_lazy("For what needs a formal decision. The terms of the law hang on it."),
)


@require_http_methods(PAGE_OR_FORM)
def procedure_new(request: HttpRequest, number: str) -> HttpResponse:
    """Start the legal way of a question; who comes from the weighing goes on to the decision at once."""

    def form(*args: Any, **about: Any) -> ProcedureForm:
        made = ProcedureForm(*args, **about)
        shows(request, made.named)
        return made

    return case_step(
        request,
        number,
        check=check_works_on,
        form_class=form,
        operation=open_and_await_decision if "weighed" in request.GET else open_procedure,
        words=NEW,
    )


def open_and_await_decision(*, case: Case, by: User, now: datetime, **given: Any) -> None:
    """Open a procedure and leave the weighing for it. Raises as the two operations do."""
    open_procedure(case=case, by=by, now=now, **given)
    if case.status == CaseStatus.WEIGHING:
        await_decision(case=case, by=by, now=now)


def procedure_called(pk: int) -> Procedure:
    """With what its terms hang on. Raises NotFound."""
    around = ("case__resident", "case__team", "mandate_holder", "objection_by")
    rows = with_term_facts(Procedure.objects.select_related(*around))
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row


@require_safe
def procedure(request: HttpRequest, pk: int) -> HttpResponse:
    """One procedure."""
    return _page(request, procedure_called(pk))


@require_POST
def procedure_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Take a step of the procedure."""
    row = procedure_called(pk)
    check_reads_case(user_of(request), row.case, timezone.now())
    if step not in STEPS:
        raise NotFound
    taken = STEPS[step]
    form = taken.form_for(row, user_of(request), request.POST)

    def work(now: datetime) -> str:
        taken.operation(procedure=row, by=user_of(request), now=now, **form.given())
        return reverse("procedure", args=[pk])

    answer = sent(request, form, work, effect=f"procedure:{pk}:{step}", done=taken.done)
    return answer or _page(request, procedure_called(pk), asked=taken, form=form)


def _page(
    request: HttpRequest, row: Procedure, *, asked: ProcedureStep | None = None, form: KeyedForm | None = None
) -> HttpResponse:
    user, now = user_of(request), timezone.now()
    access = check_reads_case(user, row.case, now)
    if not access.may_see(DataCategory.GENERAL):
        raise NotFound
    applicant = named_applicant(row, user, now)
    shows(request, [row.case.resident_id, *([row.applicant_id] if applicant else [])])
    steps = [
        (step, form if form is not None and step is asked else step.form_for(row, user))
        for step in steps_for(row, user, access)
    ]
    if asked is not None and form is not None and asked not in [step for step, _form in steps]:
        steps.insert(0, (asked, form))
    shows(request, {key for _step, one in steps if isinstance(one, AsksWho) for key in one.named})
    letters = letters_for(row) if applicant and can_work_on(access, row.case) else []
    context = {
        "procedure": row,
        "case": row.case,
        "identity": identity_of(row.case, access, now),
        "facts": facts(row, applicant, timezone.localdate(now)),
        "objection": objection_facts(row),
        "terms": term_rows(row, timezone.localdate(now)),
        "conditions": conditions_of(row),
        "directs": row.case.is_open and can_direct(access),
        "steps": steps,
        "letters": letters,
        "written": letters_about(row, access),
        "decision_waits": bool(DECIDED.intersection(letters)),
        "asked": asked,
        "form": form,
    }
    return render(request, "cases/procedure.html", context, status=form.status if form is not None else 200)
