"""The administrator writes the words of a letter, in one language of a concept."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.enums import LetterKind
from cases.forms.letter_templates import WordsForm
from cases.letters.clauses import clauses
from cases.letters.fields import Field, example_of
from cases.letters.kinds import TemplateKind
from cases.models import LetterTemplate
from cases.operations.letter_templates import TemplateChangedError, word_template
from cases.queries.letter_templates import concept_called, kind_called
from cases.queries.letter_values import office
from cases.views.sending import PAGE_OR_FORM, sent
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.roles import Role
from sociaal.core.errors import NotFound


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def letter_template_words(request: HttpRequest, kind: str, version: int, language: str) -> HttpResponse:
    """Title and parts. What another wrote meanwhile is shown beside one's own."""
    row, user = concept_called(kind, version), user_of(request)
    if language not in dict(settings.LANGUAGES):
        raise NotFound
    asked: dict[str, Any] = {"kind": kind_called(kind), "language": language}
    if request.method == "POST" and ("up" in request.POST or "more" in request.POST):
        return _page(request, WordsForm.arranged(request.POST, **asked), row, language)
    if request.method != "POST":
        shown = WordsForm.showing(row.wording(language), seen=row.change, **asked)
        return _page(request, shown, row, language)
    form = WordsForm(request.POST, **asked)
    back = reverse("letter_template", args=[kind, version]) + f"?language={language}"

    def work(now: datetime) -> str:
        seen = form.cleaned_data["seen"]
        word_template(
            template=row, language=language, wording=form.wording(), seen=-1 if seen is None else seen,
            by=user, now=now,
        )  # fmt: skip
        return back

    effect = f"word_letter_template:{row.pk}:{language}"
    answer = sent(request, form, work, effect=effect, done=_("The words are saved."), expected=back)
    return answer or _page(request, form, row, language)


def _page(request: HttpRequest, form: WordsForm, row: LetterTemplate, language: str) -> HttpResponse:
    theirs = form.conflict.theirs if isinstance(form.conflict, TemplateChangedError) else None
    kind = kind_called(row.kind)
    context = {
        "form": form, "template": row, "kind": LetterKind(row.kind), "letter_language": language,
        "language_name": dict(settings.LANGUAGES)[language], "fields": _told(kind, language),
        "theirs": theirs,
        "their_words": theirs.wording(language) if theirs else None,
        "seen": theirs.change if theirs else form["seen"].value(),
    }  # fmt: skip
    return render(request, "letters/template_words.html", context, status=form.status)


def _told(kind: TemplateKind, language: str) -> list[tuple[Field, str, bool]]:
    """Each field with an example in this language, and whether the letter needs it."""
    with translation.override(language):
        shown = clauses(office(), "B2026-000123")
    return [
        (field, shown.get(field.name) or example_of(field, language), field.name in kind.needs)
        for field in kind.fields
    ]
