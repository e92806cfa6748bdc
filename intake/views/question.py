"""One life domain of a concept: add a question, change it, move it, leave it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.enums import LifeDomain
from cases.views.sending import PAGE_OR_FORM, sent
from intake.forms.questions import OpeningForm, PromptForm
from intake.models import Question, QuestionSet
from intake.operations import questions as operations
from intake.operations.questions import QuestionChangedError
from intake.queries import question_sets as queries
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.roles import Role
from sociaal.core.errors import Conflict, NotFound


@require_safe
@roles(Role.ADMINISTRATOR)
def question_domain(request: HttpRequest, version: int, domain: str) -> HttpResponse:
    """The questions of one life domain, in their order."""
    row = queries.concept_called(version)
    codes = list(LifeDomain)
    shown = queries.domain_of(row, domain)
    place = codes.index(shown.domain)
    context = {
        "version": row,
        "shown": shown,
        "lines": _lines(shown.prompts, request.GET.get("moved", "")),
        "following": codes[place + 1] if place + 1 < len(codes) else None,
    }
    return render(request, "intake/questions_domain.html", context)


@dataclass(frozen=True)
class Line:
    """A prompt in the list: which buttons it has, and which of them gets the focus after moving it."""

    question: Question
    may_up: bool
    may_down: bool
    focus: str


def _lines(prompts: Sequence[Question], moved: str) -> list[Line]:
    """`moved`: "12-up" after prompt 12 went up. At the end of the list the other button gets the focus."""
    key, _dash, way = moved.partition("-")
    lines = []
    for place, one in enumerate(prompts):
        may_up, may_down = place > 0, place < len(prompts) - 1
        wanted = way if (may_up if way == "up" else may_down) else ("down" if may_down else "up")
        lines.append(Line(one, may_up, may_down, wanted if key == str(one.pk) else ""))
    return lines


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def question_add(request: HttpRequest, version: int, domain: str) -> HttpResponse:
    """A prompt more."""
    row, user = queries.concept_called(version), user_of(request)
    shown = queries.domain_of(row, domain)
    form, back = PromptForm(request.POST if request.method == "POST" else None), _domain_address(row, domain)

    def work(now: datetime) -> str:
        operations.add_question(question_set=row, domain=domain, given=form.text(), by=user, now=now)
        return back

    effect = f"add_question:{row.pk}:{domain}"
    answer = sent(request, form, work, effect=effect, done=_("The question is added."), expected=back)
    return answer or _page(request, form, row, shown.domain)


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def question_change(request: HttpRequest, version: int, domain: str, pk: int) -> HttpResponse:
    """Other words or conditions. What another wrote meanwhile is shown beside one's own."""
    row, user = queries.concept_called(version), user_of(request)
    shown = queries.domain_of(row, domain)
    question = _found(row, domain, pk)
    if question is None:
        return _gone(request, row, shown.domain)
    form_class = OpeningForm if question.is_opening else PromptForm
    form = form_class(request.POST) if request.method == "POST" else form_class.showing(question)
    back = _domain_address(row, domain)

    def work(now: datetime) -> str:
        operations.change_question(
            question=question, given=form.text(), seen=form.cleaned_data["seen"] or 0, by=user, now=now
        )
        return back

    effect = f"change_question:{question.pk}"
    answer = sent(request, form, work, effect=effect, done=_("The question is saved."), expected=back)
    return answer or _page(request, form, row, shown.domain, question)


@require_POST
@roles(Role.ADMINISTRATOR)
def question_move(request: HttpRequest, version: int, domain: str, pk: int) -> HttpResponse:
    """One place up or down; the focus stays on the button that was pressed."""
    row = queries.concept_called(version)
    question = _found(row, domain, pk)
    if question is None:
        raise NotFound
    up = request.POST.get("way") != "down"
    operations.move_question(question=question, up=up, by=user_of(request), now=timezone.now())
    return redirect(f"{_domain_address(row, domain)}?moved={pk}-{'up' if up else 'down'}")


@require_POST
@roles(Role.ADMINISTRATOR)
def question_remove(request: HttpRequest, version: int, domain: str, pk: int) -> HttpResponse:
    """Leave a prompt out. Changed by another meanwhile: back to it, to look at it first."""
    row = queries.concept_called(version)
    question = _found(row, domain, pk)
    back = _domain_address(row, domain)
    if question is None:
        return redirect(back)
    seen = request.POST.get("seen", "")
    try:
        operations.remove_question(
            question=question,
            seen=int(seen) if seen.isdigit() else -1,
            by=user_of(request),
            now=timezone.now(),
        )
    except QuestionChangedError as conflict:
        messages.warning(request, str(conflict))
        return redirect("question_change", version, domain, pk)
    messages.success(request, _('Left out: "%(text)s"') % {"text": question.text})
    return redirect(back)


def _page(
    request: HttpRequest,
    form: OpeningForm,
    row: QuestionSet,
    domain: LifeDomain,
    question: Question | None = None,
) -> HttpResponse:
    theirs = form.conflict.theirs if isinstance(form.conflict, QuestionChangedError) else None
    context = {
        "form": form,
        "version": row,
        "domain": domain,
        "question": question,
        "theirs": theirs,
        "seen": theirs.version if theirs else form["seen"].value(),
        "back": _domain_address(row, str(domain)),
        "action": _action(row, domain, question),
    }
    return render(request, "intake/questions_question.html", context, status=form.status)


def _gone(request: HttpRequest, row: QuestionSet, domain: LifeDomain) -> HttpResponse:
    """Another administrator left this question out: what was typed can be added again."""
    if request.method != "POST":
        raise NotFound
    form = PromptForm(request.POST)
    form.is_valid()
    form.refuse(
        Conflict(_("Another administrator left this question out meanwhile. Keep yours by adding it again."))
    )
    return _page(request, form, row, domain)


def _action(row: QuestionSet, domain: LifeDomain, question: Question | None) -> str:
    if question is None:
        return reverse("question_add", args=[row.version, domain])
    return reverse("question_change", args=[row.version, domain, question.pk])


def _found(row: QuestionSet, domain: str, pk: int) -> Question | None:
    rows = Question.objects.select_related("question_set", "changed_by")
    return rows.filter(question_set=row, domain=domain, pk=pk).first()


def _domain_address(row: QuestionSet, domain: str) -> str:
    return reverse("question_domain", args=[row.version, domain])
