"""The end of a case: close, withdraw, answer at once, go on after a decision, undo a closing."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cases.enums import LevelMoment
from cases.forms.closing import AnswerForm, CloseForm, UndoForm, WithdrawForm
from cases.forms.notes import NoQuestions
from cases.models import Case
from cases.operations import cases as operations
from cases.operations.help_requests import answer_directly as answer
from cases.permissions import Sight, access_to_case, check_works_on
from cases.queries.ended_by_closing import EndedByClosing, ended_by_closing
from cases.queries.review import domains_of, goals_of
from cases.views.sending import PAGE_OR_FORM, Words, case_address, case_called, case_step, form_page, sent
from sociaal.accounts.models import User
from sociaal.accounts.permissions import user_of
from sociaal.accounts.roles import Role
from sociaal.core.registry import StillRunning, registry

CLOSE = Words(
    _("Close the case"),
    _("Close"),
    _("The case is closed."),
    _(
        "Closed is closed: a new question becomes a new case with the same contact person. A "
        "mistake can be undone within 14 days."
    ),
)
WITHDRAW = Words(
    _("The question is withdrawn"),
    _("Withdraw and close"),
    _("The case is closed; its procedures and help are ended."),
    _("Open procedures are formally ended, and help is ended or called off."),
)
UNDO = Words(
    _("Undo the closing"),
    _("Open the case again"),
    _("The case is open again."),
    _(
        "The closing stays in the story, with your reason beside it. What ended with it goes on where it "
        "stood."
    ),
)
ANSWER = Words(
    _("The question is answered"),
    _("Save answer and close"),
    _("The answer is kept and the case is closed."),
    _("For a question that needs no conversation. The answer stays in the file."),
)
SETTLE = Words(
    _("Go on after the decision"),
    _("Go on"),
    _("The case goes on after the decision."),
    _(
        "When something was granted, or lighter help was agreed, help is arranged next. "
        "Otherwise the case is closed."
    ),
)


@require_http_methods(PAGE_OR_FORM)
def close(request: HttpRequest, number: str) -> HttpResponse:
    """Close the case; the levels at closing are recorded with it."""
    case, user = case_called(number), user_of(request)
    access = check_works_on(user, case, timezone.now())
    data = request.POST if request.method == "POST" else None
    goals = goals_of(case, access)
    form = CloseForm(data, case=case, user=user, goals=goals, domains=domains_of(case))

    def work(now: datetime) -> str:
        if form.levels():
            operations.record_levels(
                case=case, moment=LevelMoment.CLOSING, levels=form.levels(), by=user, now=now
            )
        given = form.cleaned_data
        said = {name: given[name] for name in ("outcome", "note", "experience")}
        operations.close(case=case, **said, goals=form.goals(), by=user, now=now)
        return case_address(case)

    return sent(request, form, work, effect=f"close:{case.pk}", done=CLOSE.done) or form_page(
        request, form, CLOSE, back=case_address(case), case=case, template="cases/close.html",
        still_running=_still_running(case, user),
    )  # fmt: skip


def _still_running(case: Case, user: User) -> list[StillRunning]:
    access = access_to_case(user, case, timezone.now())
    return [one for runs_in in registry.still_running for one in runs_in(case, access)]


@require_http_methods(PAGE_OR_FORM)
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    """The question falls away."""
    case = case_called(number)
    return case_step(
        request, number, case=case, check=check_works_on, form_class=WithdrawForm,
        operation=operations.withdraw, words=WITHDRAW, template="cases/end.html",
        still_running=_still_running(case, user_of(request)),
    )  # fmt: skip


@require_http_methods(PAGE_OR_FORM)
def answer_directly(request: HttpRequest, number: str) -> HttpResponse:
    """The question is answered without more."""
    return case_step(
        request, number, check=check_works_on, form_class=AnswerForm, operation=answer, words=ANSWER
    )


@require_http_methods(PAGE_OR_FORM)
def settle(request: HttpRequest, number: str) -> HttpResponse:
    """Every application is decided: arrange the help, or close."""
    case = case_called(number)
    return case_step(
        request, number, case=case, check=check_works_on, form_class=NoQuestions,
        operation=operations.settle_decisions, words=SETTLE, template="cases/end.html",
        still_running=_still_running(case, user_of(request)),
    )  # fmt: skip


@require_http_methods(PAGE_OR_FORM)
def undo_close(request: HttpRequest, number: str) -> HttpResponse:
    """Undo a mistaken closing; the team's manager does so without seeing who it is about."""
    case, user = case_called(number), user_of(request)
    check_undoes(user, case, timezone.now())
    form = UndoForm(request.POST if request.method == "POST" else None, case=case, user=user)

    def work(now: datetime) -> str:
        operations.undo_close(case=case, reason=form.cleaned_data["reason"], by=user, now=now)
        return case_address(case)

    now = timezone.now()
    access = access_to_case(user, case, now)
    ended = ended_by_closing(case, timezone.localdate(now)) if access.reads else EndedByClosing()
    return sent(request, form, work, effect=f"undo_close:{case.pk}", done=UNDO.done) or form_page(
        request, form, UNDO, back=case_address(case), case=case if access.reads else None,
        template="cases/undo_close.html", goes_on=ended.back(access), stays=ended.stay(access),
    )  # fmt: skip


def check_undoes(user: User, case: Case, now: datetime) -> None:
    """The manager of the team, or who works on the case. Raises NotPermitted or NotFound."""
    manages = user.has_role(Role.MANAGER) and access_to_case(user, case, now).sight == Sight.FLOW
    if not manages:
        check_works_on(user, case, now)
