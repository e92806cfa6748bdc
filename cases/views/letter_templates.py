"""The administrator's pages of letters: the kinds, the versions of one, and one version with example data."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.enums import LetterKind, TemplateState
from cases.forms.base import KeyedForm
from cases.forms.letter_templates import PublishForm
from cases.letters.example import example_letter
from cases.letters.text import LetterText
from cases.letters.typesetting import typeset
from cases.models import LetterTemplate
from cases.operations import letter_templates as operations
from cases.queries import letter_templates as queries
from cases.queries.letter_values import office
from cases.views.letters import pdf_answer
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.roles import Role
from sociaal.outbox.once import new_key, once

PUBLISH = Words(
    heading=_("Use this version"),
    lead=_("Letters are made with these words from now on. Letters that were made keep theirs."),
    save=_("Use this version from now on"),
    done=_("The new words are in use."),
)
DISCARD = Words(
    heading=_("Throw the concept away"),
    lead=_("What was changed in it is gone then. The version in use stays as it is."),
    save=_("Throw the concept away"),
    done=_("The concept is thrown away."),
)


@require_safe
@roles(Role.ADMINISTRATOR)
def letter_templates(request: HttpRequest) -> HttpResponse:
    """Every kind of letter we send, with the version in use."""
    return render(request, "letters/templates.html", {"kinds": queries.kinds()})


@require_safe
@roles(Role.ADMINISTRATOR)
def letter_template_versions(request: HttpRequest, kind: str) -> HttpResponse:
    """All versions of one kind."""
    found, rows = queries.kind_called(kind), list(queries.versions_of(kind))
    concept = next((row for row in rows if row.state == TemplateState.CONCEPT), None)
    context = {"kind": found.kind, "versions": rows, "concept": concept, "form_key": new_key()}
    return render(request, "letters/template_versions.html", context)


@require_POST
@roles(Role.ADMINISTRATOR)
def letter_template_new(request: HttpRequest, kind: str) -> HttpResponse:
    """Begin a new version: one, however often the button is pressed."""
    queries.kind_called(kind)
    user, now = user_of(request), timezone.now()

    def work() -> str:
        return _address(operations.make_template_concept(kind=kind, by=user, now=now))

    key = request.POST.get("form_key", "")
    return redirect(once(key, f"make_letter_template:{kind}", work, now=now))


@require_safe
@roles(Role.ADMINISTRATOR)
def letter_template(request: HttpRequest, kind: str, version: int) -> HttpResponse:
    """One version as a letter with example data, in the language of `?language`."""
    row, language = queries.template_called(kind, version), _language(request)
    here = _address(row)
    pills = [
        {"label": name, "url": f"{here}?language={code}", "count": None, "current": code == language}
        for code, name in settings.LANGUAGES
    ]
    context = {
        "template": row, "kind": LetterKind(row.kind), "letter_language": language, "pills": pills,
        "language_name": dict(settings.LANGUAGES)[language], "words": _example(row, language),
        "is_concept": row.state == TemplateState.CONCEPT,
    }  # fmt: skip
    return render(request, "letters/template.html", context)


@require_safe
@roles(Role.ADMINISTRATOR)
def letter_template_pdf(request: HttpRequest, kind: str, version: int) -> HttpResponse:
    """The same on paper."""
    row, language = queries.template_called(kind, version), _language(request)
    return pdf_answer(typeset(_example(row, language), at=timezone.now()), f"{kind}-{version}-{language}")


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def letter_template_publish(request: HttpRequest, kind: str, version: int) -> HttpResponse:
    """What changes, and the button that brings it into use."""
    row, user = queries.template_called(kind, version), user_of(request)
    form = PublishForm(request.POST if request.method == "POST" else None, initial={"seen": row.change})

    def work(now: datetime) -> str:
        seen = form.cleaned_data["seen"]
        operations.publish_template(
            template=row, seen=-1 if seen is None else seen, by=user, now=now
        )  # fmt: skip
        return reverse("letter_template_versions", args=[kind])

    answer = sent(request, form, work, effect=f"publish_letter_template:{row.pk}", done=PUBLISH.done)
    if answer is not None:
        return answer
    row = queries.concept_called(kind, version)
    context = {
        "template": row, "kind": LetterKind(row.kind), "changes": queries.changes_in(row),
        "refused": form if form.is_bound else None, "form": PublishForm(initial={"seen": row.change}),
        "words": PUBLISH,
    }  # fmt: skip
    return render(request, "letters/template_publish.html", context, status=form.status)


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def letter_template_discard(request: HttpRequest, kind: str, version: int) -> HttpResponse:
    """Throw a concept away, after saying so once more."""
    row, user = queries.concept_called(kind, version), user_of(request)
    form = KeyedForm(request.POST if request.method == "POST" else None)

    def work(now: datetime) -> str:
        operations.discard_template_concept(template=row, by=user, now=now)
        return reverse("letter_template_versions", args=[kind])

    answer = sent(request, form, work, effect=f"discard_letter_template:{row.pk}", done=DISCARD.done)
    return answer or form_page(request, form, DISCARD, back=_address(row))


def _address(row: LetterTemplate) -> str:
    return reverse("letter_template", args=[row.kind, row.version])


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _example(row: LetterTemplate, language: str) -> LetterText:
    return example_letter(row.wording(language), queries.kind_called(row.kind), language, office())
