"""The administrator's pages of the questions: versions, one version, and what a new one changes."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.forms.base import KeyedForm
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from intake.enums import QuestionSetState
from intake.forms.questions import PreviewForm, PublishForm
from intake.operations import questions as operations
from intake.queries import question_sets as queries
from intake.queries.questions import texts_of_version
from intake.questions import questions_for
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.roles import Role
from sociaal.outbox.once import new_key, once

PUBLISH = Words(
    heading=_("Use this version"),
    lead=_("New conversations use it from now on. Conversations that have begun keep their own questions."),
    save=_("Use this version from now on"),
    done=_("The new questions are in use."),
)
DISCARD = Words(
    heading=_("Throw the concept away"),
    lead=_("What was changed in it is gone then. The version in use stays as it is."),
    save=_("Throw the concept away"),
    done=_("The concept is thrown away."),
)


@require_safe
@roles(Role.ADMINISTRATOR)
def questions(request: HttpRequest) -> HttpResponse:
    """All versions."""
    rows = list(queries.versions())
    concept = next((row for row in rows if row.state == QuestionSetState.CONCEPT), None)
    context = {"versions": rows, "concept": concept, "form_key": new_key()}
    return render(request, "intake/questions_versions.html", context)


@require_POST
@roles(Role.ADMINISTRATOR)
def question_set_new(request: HttpRequest) -> HttpResponse:
    """Make a concept from the version in use."""

    def work() -> str:
        row = operations.make_concept(by=user_of(request), now=timezone.now())
        return reverse("question_set", args=[row.version])

    key = request.POST.get("form_key", "")[:64]
    return redirect(once(key, "make_questions", work, now=timezone.now()))


@require_safe
@roles(Role.ADMINISTRATOR)
def question_set(request: HttpRequest, version: int) -> HttpResponse:
    """One version: all domains with their questions; of a concept each can be changed."""
    row = queries.version_called(version)
    is_concept = row.state == QuestionSetState.CONCEPT
    context = {
        "version": row,
        "is_concept": is_concept,
        "domains": queries.domains_of(row),
        "changed": {domain for domain, _found in queries.changes_in(row)} if is_concept else set(),
    }
    return render(request, "intake/questions_version.html", context)


@require_safe
@roles(Role.ADMINISTRATOR)
def question_set_preview(request: HttpRequest, version: int) -> HttpResponse:
    """What a conversation would show, for a household one supposes."""
    row, form = queries.version_called(version), PreviewForm(request.GET)
    facts, language = form.chosen()
    asked = questions_for(texts_of_version(row.pk, language), facts)
    context = {"version": row, "form": form, "asked": asked, "language": language}
    return render(request, "intake/questions_preview.html", context)


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def question_set_publish(request: HttpRequest, version: int) -> HttpResponse:
    """What changes, and the button that brings it into use."""
    row, user = queries.version_called(version), user_of(request)
    form = PublishForm(
        request.POST if request.method == "POST" else None, initial={"seen": queries.mark_of(row)}
    )

    def work(now: datetime) -> str:
        operations.publish_questions(question_set=row, seen=form.cleaned_data["seen"], by=user, now=now)
        return reverse("questions")

    answer = sent(request, form, work, effect=f"publish_questions:{row.pk}", done=PUBLISH.done)
    if answer is not None:
        return answer
    queries.concept_called(version)
    refused = form if form.is_bound else None
    fresh = PublishForm(initial={"seen": queries.mark_of(row)})
    context = {
        "version": row,
        "changes": queries.changes_in(row),
        "refused": refused,
        "form": fresh,
        "words": PUBLISH,
    }
    status = refused.status if refused else 200
    return render(request, "intake/questions_publish.html", context, status=status)


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def question_set_discard(request: HttpRequest, version: int) -> HttpResponse:
    """Throw a concept away, after saying so once more."""
    row, user = queries.concept_called(version), user_of(request)
    form = KeyedForm(request.POST if request.method == "POST" else None)

    def work(now: datetime) -> str:
        operations.discard_concept(question_set=row, by=user, now=now)
        return reverse("questions")

    answer = sent(request, form, work, effect=f"discard_questions:{row.pk}", done=DISCARD.done)
    return answer or form_page(request, form, DISCARD, back=reverse("question_set", args=[version]))
