"""The plan: goals, what comes first, who does what, how it goes, and all help in the household."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.forms.notes import CaseForm
from cases.forms.plan import ActionForm, ConditionsForm, ProgressForm
from cases.models import Case, Goal
from cases.operations import plan as operations
from cases.operations.conditions import keep_conditions
from cases.permissions import can_direct, can_work_on, check_directs, check_reads_case, check_works_on
from cases.queries.identity import identity_of
from cases.queries.plan import action_called, goal_called, plan_page
from cases.queries.principles import principles
from cases.views.sending import PAGE_OR_FORM, Words, case_called, form_page, sent
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound

FIRST = Words(_("What must be in order first"), _("Save"), _("It stands at the top of the plan."))
ACTION = Words(_("Add an action"), _("Add action"), _("The action stands in the plan."))
PROGRESS = Words(_("Note how it goes"), _("Save"), _("It stands beside the goal."))


@require_safe
def plan(request: HttpRequest, number: str) -> HttpResponse:
    """The plan as far as this person may see it."""
    case, user, now = case_called(number), user_of(request), timezone.now()
    access = check_reads_case(user, case, now)
    page = plan_page(case, access, user, now)
    shows(request, {case.resident_id, *page.residents})
    context = {
        "plan": page,
        "case": case,
        "identity": identity_of(case, access, now),
        "works": case.is_open and can_work_on(access, case),
        "directs": case.is_open and can_direct(access),
        "principles": principles(),
        "home_help": page.help,
    }
    return render(request, "cases/plan.html", context)


@require_http_methods(PAGE_OR_FORM)
def plan_conditions(request: HttpRequest, number: str) -> HttpResponse:
    """What must be in order before anything else helps."""
    case, user = case_called(number), user_of(request)
    check_works_on(user, case, timezone.now())
    form = ConditionsForm(_posted(request), case=case, user=user)
    return _small(request, case, form, FIRST, partial(keep_conditions, case=case))


@require_http_methods(PAGE_OR_FORM)
def action_new(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Who does what towards a goal."""
    return _about_goal(request, number, pk, ActionForm, ACTION, operations.add_action)


@require_http_methods(PAGE_OR_FORM)
def progress_new(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """How it goes with a goal."""
    return _about_goal(request, number, pk, ProgressForm, PROGRESS, operations.note_progress)


@require_POST
def action_done(request: HttpRequest, number: str, pk: int, step: str) -> HttpResponse:
    """An action is done, or not after all; twice the same changes nothing."""
    case, now = case_called(number), timezone.now()
    access = check_directs(user_of(request), case, now)
    action = action_called(case, pk, access)
    if action is None:
        raise NotFound
    operations.finish_action(action=action, done=_yes(step), by=user_of(request), now=now)
    return redirect(f"{reverse('plan', args=[number])}#goal-{action.goal_id}")


def _about_goal(
    request: HttpRequest,
    number: str,
    pk: int,
    form_class: type[CaseForm],
    words: Words,
    operation: Callable[..., Any],
) -> HttpResponse:
    case, user = case_called(number), user_of(request)
    access = check_directs(user, case, timezone.now())
    goal = goal_called(case, pk, access)
    if goal is None:
        raise NotFound
    form = form_class(_posted(request), case=case, user=user)
    return _small(request, case, form, words, partial(operation, goal=goal), about=goal)


def _small(
    request: HttpRequest,
    case: Case,
    form: CaseForm,
    words: Words,
    operation: Callable[..., Any],
    *,
    about: Goal | None = None,
) -> HttpResponse:
    """A small form that does one operation and goes back to the plan."""
    back = reverse("plan", args=[case.number])

    def work(now: datetime) -> str:
        operation(by=user_of(request), now=now, **form.given())
        return back

    effect = f"plan:{case.pk}:{type(form).__name__}:{about.pk if about else ''}"
    return sent(request, form, work, effect=effect, done=words.done) or form_page(
        request, form, words, back=back, case=case, template="cases/plan_form.html",
        about=about.words if about else "",
    )  # fmt: skip


def _yes(word: str) -> bool:
    """Out of the address. Raises NotFound for anything else."""
    if word not in ("ja", "nee"):
        raise NotFound
    return word == "ja"


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
