"""A letter from its template: looked through, changed where needed, and sent."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.enums import LetterKind, TemplateState
from cases.forms.letter_writing import WriteForm
from cases.letters.fonts import unprintable
from cases.letters.typesetting import typeset
from cases.models import Case, LetterTemplate, Procedure, Resident
from cases.models.letter import addressee_of
from cases.operations.letter_writing import send_written_letter
from cases.permissions import Access, access_to_resident, check_works_on
from cases.permissions.letters import check_may_write_to
from cases.queries.identity import identity_of
from cases.queries.letter_templates import template_called, template_in_use
from cases.queries.letter_values import is_unsafe
from cases.queries.letter_writing import Blank, blank_of, language_for, letters_for, letters_for_case
from cases.views.letters import pdf_answer
from cases.views.procedures import procedure_called
from cases.views.sending import PAGE_OR_FORM, case_called, sent
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound


@require_http_methods(PAGE_OR_FORM)
def letter_write(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """A letter about a case."""
    case = case_called(number)
    access = check_works_on(user_of(request), case, timezone.now())
    return _write(request, case, None, kind, access)


@require_http_methods(PAGE_OR_FORM)
def procedure_letter_write(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """A letter about a procedure, such as its decision."""
    row = procedure_called(pk)
    access = check_works_on(user_of(request), row.case, timezone.now())
    return _write(request, row.case, row, kind, access)


def _write(
    request: HttpRequest, case: Case, procedure: Procedure | None, kind: str, access: Access
) -> HttpResponse:
    user, now, posted = user_of(request), timezone.now(), request.method == "POST"
    if not posted and kind not in (letters_for(procedure) if procedure else letters_for_case(case)):
        raise NotFound
    whom = addressee_of(case, procedure)
    check_may_write_to(user, case, whom, now)
    blank = blank_of(_template(request, kind), _language(request, whom), case, procedure, now)
    if blank.kind.of_procedure != (procedure is not None):
        raise NotFound
    unsafe = is_unsafe(case)
    form = WriteForm(blank, request.POST if posted else None, unsafe=unsafe)
    if request.POST.get("do") == "preview" and form.is_valid():
        shows(request, [case.resident_id, whom.pk])
        words = blank.letter(form.written().given, reference=str(_("concept")), by=user, now=now)
        return pdf_answer(typeset(words, at=now), f"concept-{case.number}")

    def work(at: datetime) -> str:
        letter = send_written_letter(
            case=case, procedure=procedure, template=blank.template, by=user, now=at, **form.given()
        )
        return reverse("letter", args=[letter.number])

    effect = f"write_letter:{case.pk}:{kind}"
    answer = sent(request, form, work, effect=effect, done=_("The letter goes to the printer list."))
    return answer or _page(request, form, blank, access, unsafe=unsafe)


def _template(request: HttpRequest, kind: str) -> LetterTemplate:
    """The version the form was made from, else the one in use."""
    asked = request.POST.get("version", "")
    if not asked.isdecimal():
        return template_in_use(kind)
    row = template_called(kind, int(asked))
    if row.state == TemplateState.CONCEPT:
        raise NotFound
    return row


def _language(request: HttpRequest, whom: Resident) -> str:
    asked = request.POST.get("language") or request.GET.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else language_for(whom)


def _page(
    request: HttpRequest, form: WriteForm, blank: Blank, access: Access, *, unsafe: bool
) -> HttpResponse:
    case, now = blank.case, timezone.now()
    shows(request, [case.resident_id, blank.whom.pk])
    pills = [
        {"label": name, "url": f"?language={code}", "count": None, "current": code == blank.language}
        for code, name in settings.LANGUAGES
    ]
    row = blank.procedure
    back = reverse("procedure", args=[row.pk]) if row else reverse("case", args=[case.number])
    typed = " ".join(str(field.value() or "") for _draft, field in form.parts() if field is not None)
    context = {
        "form": form, "blank": blank, "kind": LetterKind(blank.kind.kind), "case": case, "pills": pills,
        "letter_language": blank.language, "identity": identity_of(case, access, now),
        "whom": blank.whom, "add_address": access_to_resident(user_of(request), blank.whom, now).reads,
        "back": back, "unsafe": unsafe, "gaps": unprintable(typed),
    }  # fmt: skip
    return render(request, "letters/write.html", context, status=form.status)
