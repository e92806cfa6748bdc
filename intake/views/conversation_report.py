"""The conversation report: written on, sent as a letter, and added to by the resident."""

from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.letters.typesetting import typeset
from cases.permissions import check_reads_case, check_works_on
from cases.queries.identity import identity_of
from cases.views.letters import pdf_answer
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from intake.forms.conversation_report import RemarksForm, ReportForm
from intake.merging import digest
from intake.models import Conversation
from intake.operations import report_keeping, report_sending
from intake.queries.conversation import load
from intake.queries.conversation_report import ReportPage, fields_of, report_page, words_of
from sociaal.accounts.models import User
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import Conflict, NotFound, Refused
from sociaal.outbox.once import once

SEEN = "seen_"
REMARKS = Words(
    heading=_("What the resident remarks"),
    lead=_("The report that was sent stays as it is. A new version says the same, with these remarks."),
    save=_("Add the remarks"),
    done=_("The remarks are in the new version. Look it through and send it."),
)


@require_http_methods(PAGE_OR_FORM)
def conversation_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Write on the report and send it; who reads along sees it as it stands."""
    row, user, now = load(pk), user_of(request), timezone.now()
    page = _page_of(row, user, now)
    if request.method != "POST":
        return _rendered(request, row, page, now)
    check_works_on(user, row.case, now)
    form = ReportForm(page, request.POST)
    if not form.is_valid():
        return _rendered(request, row, page, now, form)
    if form.cleaned_data["number"] != page.report.number:
        return _sent_meanwhile(request, row, page, form, now)
    kept = _keep(request, row, form, user, now)
    if "autosave" in request.POST:
        return _autosaved(request, page, kept, now)
    if kept.conflicts:
        form.refuse(
            Conflict(gettext("A colleague wrote in the same place while you were writing. Look at both."))
        )
        return _rendered(request, row, _page_of(row, user, now), now, form, kept)
    return _onward(request, row, form, user, now)


@require_safe
def conversation_report_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Part of the page of the conversation: what the report will say, as far as it goes now."""
    page = _page_of(load(pk), user_of(request), timezone.now())
    shows(request, [page.case.resident_id])
    return render(request, "intake/report_preview.html", {"page": page, "conversation": pk})


@require_safe
def conversation_report_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter as it would be sent now, with a word that it is a concept instead of a number."""
    row, user, now = load(pk), user_of(request), timezone.now()
    check_works_on(user, row.case, now)
    page = _page_of(row, user, now)
    shows(request, [row.case.resident_id])
    words = words_of(page.report, page.going, reference=str(_("concept")), by=user, now=now)
    return pdf_answer(typeset(words, at=now), f"concept-{row.case.number}")


@require_http_methods(PAGE_OR_FORM)
def conversation_report_remarks(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what the resident remarks about the report that was sent."""
    row, user = load(pk), user_of(request)
    check_works_on(user, row.case, timezone.now())
    page = _page_of(row, user, timezone.now())
    form = RemarksForm(
        request.POST if request.method == "POST" else None, initial={"remarks": page.report.remarks}
    )
    here = reverse("conversation_report", args=[pk])

    def work(now: datetime) -> str:
        remarks = form.cleaned_data["remarks"]
        report_sending.add_remarks(case=row.case, remarks=remarks, by=user, now=now, seen=form.marks)
        return here

    answer = sent(request, form, work, effect=f"add_remarks:{row.case_id}", done=REMARKS.done)
    return answer or form_page(request, form, REMARKS, back=here, case=row.case)


def _page_of(row: Conversation, user: User, now: datetime) -> ReportPage:
    """Raises NotPermitted or NotFound."""
    access = check_reads_case(user, row.case, now)
    if not access.may_see(row.category):
        raise NotFound
    return report_page(row.case, access, now)


def _keep(
    request: HttpRequest, row: Conversation, form: ReportForm, user: User, now: datetime
) -> report_keeping.Kept:
    seen = {
        name.removeprefix(SEEN): str(mark) for name, mark in request.POST.items() if name.startswith(SEEN)
    }
    turn = request.POST.get("turn", "")
    return report_keeping.keep_report(
        case=row.case, given=form.written(), seen=seen, by=user, now=now,
        form=form.cleaned_data["form_key"], turn=int(turn) if turn.isdecimal() else 0,
    )  # fmt: skip


def _onward(
    request: HttpRequest, row: Conversation, form: ReportForm, user: User, now: datetime
) -> HttpResponse:
    given, here = form.cleaned_data, reverse("conversation_report", args=[row.pk])
    if given["language"] and request.POST.get("do") == "language":
        report_keeping.choose_language(case=row.case, language=given["language"], by=user, now=now)
    if request.POST.get("do") != "send":
        return redirect(here)

    def work() -> str:
        letter = report_sending.send_report(
            case=row.case, number=given["number"], sending=form.sending(), safe=given.get("safe", False),
            by=user, now=now,
        )  # fmt: skip
        return reverse("letter", args=[letter.number])

    try:
        return redirect(once(given["form_key"], f"send_report:{row.case_id}", work, now=now))
    except (Refused, Conflict) as refusal:
        form.refuse(refusal)
        return _rendered(request, row, _page_of(row, user, now), now, form)


def _sent_meanwhile(
    request: HttpRequest, row: Conversation, page: ReportPage, form: ReportForm, now: datetime
) -> HttpResponse:
    """The version of the form went out: by this same form, that came twice, or by somebody else's."""
    autosaves = "autosave" in request.POST

    def nothing() -> str:
        raise Conflict(gettext("This report has been sent already. Your text is still here."))

    try:
        letter = once(form.cleaned_data["form_key"], f"send_report:{row.case_id}", nothing, now=now)
    except Conflict as conflict:
        if autosaves:
            return HttpResponse(status=HTTPStatus.GONE)
        form.refuse(conflict)
        return _rendered(request, row, page, now, form)
    return HttpResponse(status=HTTPStatus.NO_CONTENT) if autosaves else redirect(letter)


def _autosaved(
    request: HttpRequest, page: ReportPage, kept: report_keeping.Kept, now: datetime
) -> HttpResponse:
    """A word that it is kept, and from what the form goes on; 409 with both versions."""
    if kept.conflicts:
        theirs = _theirs(page, kept)
        return render(request, "intake/report_conflicts.html", {"theirs": theirs}, status=409)
    seen = {name: digest(value) for name, value in kept.standing.items()}
    context = {"saved_at": timezone.localtime(now), "seen": seen}
    return render(request, "intake/report_kept.html", context)


def _theirs(page: ReportPage, kept: report_keeping.Kept) -> list[tuple[str, object]]:
    headings = {line.code: line.heading for line in page.lines}
    return [(headings.get(name.partition("_")[2], ""), value) for name, value in kept.conflicts.items()]


def _rendered(
    request: HttpRequest,
    row: Conversation,
    page: ReportPage,
    now: datetime,
    form: ReportForm | None = None,
    kept: report_keeping.Kept | None = None,
) -> HttpResponse:
    shows(request, [row.case.resident_id])
    form = form or ReportForm(page)
    seen = {name: digest(value) for name, value in fields_of(page.lines).items()}
    context = {
        "page": page, "case": row.case, "conversation": row, "form": form, "seen": seen,
        "theirs": _theirs(page, kept) if kept else [], "identity": identity_of(row.case, page.access, now),
    }  # fmt: skip
    template = "intake/report_write.html" if page.may_write else "intake/report_read.html"
    return render(request, template, context, status=form.status)
