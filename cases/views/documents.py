"""Documents of a case: the list, one document with its versions, and the file itself."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.documents.types import TYPES
from cases.enums import DocumentKind
from cases.forms.documents import DocumentChangeForm, DocumentForm, HideForm, VersionForm
from cases.models import DocumentVersion
from cases.operations import documents
from cases.permissions import can_direct, check_reads_case
from cases.permissions.documents import check_adds_documents, check_keeps_document, check_reads_document
from cases.queries.documents import (
    bytes_of,
    document_called,
    documents_in,
    latest_in,
    out_of_sight,
    version_of,
)
from cases.queries.identity import identity_of
from cases.views.sending import PAGE_OR_FORM, Words, case_called, form_page, sent
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.listing import Column, Filter, list_page
from sociaal.core.parts import is_part
from sociaal.core.virus_scan import is_scanning, takes_files

COLUMNS = [
    Column("title", _("Document"), "title"),
    Column("kind", _("Kind"), "kind"),
    Column("date", _("Date"), "date"),
    Column("file", _("File")),
]
FILTERS = [Filter("kind", _("Kind"), DocumentKind.choices, lambda rows, value: rows.filter(kind=value))]
NEW = Words(_("Add documents"), _("Add"), _("Added to the documents."))
VERSION = Words(
    _("Add a newer version"),
    _("Add this version"),
    _("The newer version is added."),
    _("The older versions stay, and can still be downloaded."),
)
CHANGE = Words(
    _("Change what the document is"),
    _("Save"),
    _("The changes are saved."),
    _("What it is about says which colleagues may see it. The files themselves stay as they are."),
)
HIDE = Words(
    _("Put a document out of sight"),
    _("Put out of sight"),
    _("The document is out of sight."),
    _("Colleagues who read along do not see it any more. It stays in the file, with your reason."),
)
TEMPLATE = "documents/form.html"


@require_safe
def case_documents(request: HttpRequest, number: str) -> HttpResponse:
    """All documents of a case; as part of the case page the latest of them."""
    case, now = case_called(number), timezone.now()
    access = check_reads_case(user_of(request), case, now)
    shows(request, [case.resident_id])
    keeps = can_direct(access)
    context = {"case": case, "may_add": keeps and takes_files()}
    if is_part(request):
        context["latest"] = latest_in(case, access)
        return render(request, "documents/case_fragment.html", context)
    rows = documents_in(case, access)
    context |= {
        "listing": list_page(rows, request.GET, columns=COLUMNS, filters=FILTERS, default="-date"),
        "hidden": out_of_sight(case, access) if keeps else [],
        "cannot_take": keeps and not takes_files(),
        "types": {code: one.label for code, one in TYPES.items()},
        "identity": identity_of(case, access, now),
    }
    return render(request, "documents/case.html", context)


@require_http_methods(PAGE_OR_FORM)
def document_new(request: HttpRequest, number: str) -> HttpResponse:
    """Add one or more files, each as a document."""
    case, user = case_called(number), user_of(request)
    check_adds_documents(user, case, timezone.now())  # before any file is looked at
    form = DocumentForm(*_posted(request), case=case, user=user)
    back = reverse("case_documents", args=[case.number])

    def work(now: datetime) -> str:
        given = form.given()
        documents.add_documents(case=case, files=given.pop("upload"), by=user, now=now, **given)
        return back

    answer = sent(request, form, work, effect=f"add_documents:{case.pk}", done=NEW.done, expected=back)
    return answer or form_page(request, form, NEW, back=back, case=case, template=TEMPLATE, **_about_files())


@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One document with all its versions."""
    row, now = document_called(pk), timezone.now()
    access = check_reads_document(user_of(request), row, now)
    shows(request, [row.case.resident_id], document=str(row.pk))
    versions = list(row.versions.select_related("by"))
    context = {
        "document": row,
        "versions": [(one, TYPES[one.type].label) for one in versions],
        "case": row.case,
        "keeps": can_direct(access),
        "may_add": can_direct(access) and takes_files() and not row.hidden_at,
        "identity": identity_of(row.case, access, now),
    }
    return render(request, "documents/document.html", context)


@require_safe
def document_file(request: HttpRequest, pk: int, version: int) -> StreamingHttpResponse:
    """The file of one version, to save. Never shown by the browser itself, whatever it is."""
    row = document_called(pk)
    check_reads_document(user_of(request), row, timezone.now())
    chosen = version_of(row, version)
    shows(request, [row.case.resident_id], document=str(row.pk), version=str(chosen.number))
    return file_answer(chosen)


@require_http_methods(PAGE_OR_FORM)
def document_version_new(request: HttpRequest, pk: int) -> HttpResponse:
    """A newer file for the same document."""
    row, user = document_called(pk), user_of(request)
    check_keeps_document(user, row, timezone.now())
    form = VersionForm(*_posted(request))
    back = reverse("document", args=[pk])

    def work(now: datetime) -> str:
        documents.add_version(document=row, file=form.cleaned_data["upload"], by=user, now=now)
        return back

    answer = sent(request, form, work, effect=f"add_version:{row.pk}", done=VERSION.done, expected=back)
    return answer or form_page(
        request, form, VERSION, back=back, case=row.case, template=TEMPLATE, document=row, **_about_files()
    )


@require_http_methods(PAGE_OR_FORM)
def document_change(request: HttpRequest, pk: int) -> HttpResponse:
    """What it is, what it is about, and of which day."""
    row, user = document_called(pk), user_of(request)
    check_keeps_document(user, row, timezone.now())
    posted = request.method == "POST"
    form = DocumentChangeForm(request.POST) if posted else DocumentChangeForm.showing(row)
    back = reverse("document", args=[pk])

    def work(now: datetime) -> str:
        documents.change_document(document=row, by=user, now=now, seen=form.marks, **form.given())
        return back

    answer = sent(request, form, work, effect=f"change_document:{row.pk}", done=CHANGE.done, expected=back)
    return answer or form_page(request, form, CHANGE, back=back, case=row.case)


@require_http_methods(PAGE_OR_FORM)
def document_hide(request: HttpRequest, pk: int) -> HttpResponse:
    """It does not belong here."""
    row, user = document_called(pk), user_of(request)
    check_keeps_document(user, row, timezone.now())
    form, back = HideForm(request.POST if request.method == "POST" else None), reverse("document", args=[pk])

    def work(now: datetime) -> str:
        documents.hide_document(document=row, reason=form.cleaned_data["reason"], by=user, now=now)
        return reverse("case_documents", args=[row.case.number])

    answer = sent(request, form, work, effect=f"hide_document:{row.pk}", done=HIDE.done)
    return answer or form_page(
        request, form, HIDE, back=back, case=row.case, template="documents/hide.html", document=row
    )


@require_POST
def document_put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Back in sight."""
    row = document_called(pk)
    documents.put_back_document(document=row, by=user_of(request), now=timezone.now())
    messages.success(request, str(_("The document is in sight again.")))
    return redirect("document", pk)


def file_answer(version: DocumentVersion) -> StreamingHttpResponse:
    """The bytes, with what keeps a browser from running or showing them: to be saved, of the type we found
    ourselves and no other, and if shown after all in a sandbox that may do nothing.
    """
    headers = {
        "Content-Disposition": content_disposition_header(True, version.name) or "attachment",
        "Content-Length": str(version.size),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    content_type = TYPES[version.type].content_type
    return StreamingHttpResponse(bytes_of(version), content_type=content_type, headers=headers)


def _posted(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _about_files() -> dict[str, bool]:
    return {"takes_files": takes_files(), "is_scanning": is_scanning()}
