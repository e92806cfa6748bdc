"""Bringing in a file: a backlog by the administrator, early signals by who handles debts."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.views.sending import PAGE_OR_FORM, Words, sent
from intake.forms.files import BacklogFileForm, FileForm, SignalFileForm
from intake.models import FileImport
from intake.operations.imports import bring_file, resume_file
from intake.permissions import check_brings_backlog, check_brings_signals
from intake.queries.imports import file_of, files_of, reading_of
from sociaal.accounts.permissions import user_of
from sociaal.audit import log
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound
from sociaal.core.parts import is_part
from sociaal.core.virus_scan import takes_files

BACKLOG = Words(
    heading=_("Bring in a backlog"),
    lead=_("Reports that wait in another system come into the inboxes, with their clock running."),
    save=_("Bring in this file"),
    done=_("The file is being read."),
)
SIGNALS = Words(
    heading=_("Early signals of debts"),
    lead=_("A creditor's list becomes reports in the inbox of your team: one for each address and month."),
    save=_("Bring in this list"),
    done=_("The list is being read."),
)


@require_http_methods(PAGE_OR_FORM)
def backlog_import(request: HttpRequest) -> HttpResponse:
    """The files that I brought in, and a form for the next."""
    check_brings_backlog(user_of(request))
    return _bring(request, FileImport.Kind.BACKLOG, BacklogFileForm, BACKLOG)


@require_http_methods(PAGE_OR_FORM)
def signal_import(request: HttpRequest) -> HttpResponse:
    """The lists that I brought in, and a form for the next."""
    check_brings_signals(user_of(request))
    return _bring(request, FileImport.Kind.SIGNALS, SignalFileForm, SIGNALS)


def _bring(request: HttpRequest, kind: str, form_class: type[FileForm], words: Words) -> HttpResponse:
    form = form_class(request.POST, request.FILES) if request.method == "POST" else form_class()
    user = user_of(request)

    def work(now: datetime) -> str:
        given = {name: form.cleaned_data[name] for name in ("creditor", "kind") if name in form.cleaned_data}
        upload = form.cleaned_data["file"]
        options = {"creditor": given.get("creditor", ""), "debt": given.get("kind", "")}
        row = bring_file(
            kind=kind, name=upload.name, text=form.text, rows=form.rows, by=user, now=now, **options
        )
        return reverse("file_import", args=[row.pk])

    answer = sent(request, form, work, effect=f"bring_{kind}", done=words.done)
    if answer is not None:
        return answer
    context: dict[str, Any] = {
        "form": form,
        "words": words,
        "columns": form_class.columns,
        "files": files_of(user, kind),
        "takes_files": takes_files(),
    }
    return render(request, "intake/import.html", context, status=form.status)


@require_safe
def file_import(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a file is, and what became of its rows; asks for itself anew while it is being read."""
    reading = reading_of(file_of(user_of(request), pk))
    context = {"reading": reading, "file": reading.file}
    return render(
        request, "intake/import_part.html" if is_part(request) else "intake/import_file.html", context
    )


@require_safe
def file_import_refused(request: HttpRequest, pk: int) -> HttpResponse:
    """The refused rows as a file, to correct and bring in again. Fetching is logged: it is about people."""
    file = file_of(user_of(request), pk)
    if not file.refused_rows:
        raise NotFound
    now = timezone.now()
    log.write(Entry.Kind.READ, "refused_rows", by=user_of(request), now=now, about=file, rows=file.refused)
    response = HttpResponse("\ufeff" + file.refused_rows, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="geweigerd-{file.pk}.csv"'
    return response


@require_POST
def file_import_resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on with a file whose reading stopped."""
    file = resume_file(file=file_of(user_of(request), pk), by=user_of(request), now=timezone.now())
    return redirect("file_import", file.pk)
