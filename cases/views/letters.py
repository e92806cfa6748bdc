"""Letters: what waits to be printed, one letter as it was sent, its PDF, and the letters of a case."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.enums import EmailState, LetterState
from cases.forms.letters import StopForm
from cases.operations import letters
from cases.permissions import can_work_on, check_reads_case
from cases.permissions.letters import can_print, check_prints, check_reads_letter
from cases.queries.identity import identity_of
from cases.queries.letter_writing import letters_for_case
from cases.queries.letters import TO_DO, letter_called, letters_in, outgoing, words_in
from cases.views.sending import PAGE_OR_FORM, Words, case_called, form_page, sent
from sociaal.accounts.permissions import caseworkers, user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound
from sociaal.core.listing import Column, Filter, list_page
from sociaal.core.parts import is_part

COLUMNS = [
    Column("number", _("Letter"), "number"),
    Column("resident", _("To"), "to_name"),
    Column("title", _("What it is")),
    Column("made", _("Made"), "made_at"),
    Column("state", _("How far"), "state"),
]
FILTERS = [
    Filter("state", _("How far"), LetterState.choices, lambda rows, value: rows.filter(state=value)),
]
STOP = Words(
    heading=_("Stop a letter"),
    lead=_("It stays in the file, with your reason, and is not sent."),
    save=_("Stop the letter"),
    done=_("The letter is stopped."),
)


@require_safe
@caseworkers
def letter_list(request: HttpRequest) -> HttpResponse:
    """The letters that wait to be printed; with `which=all` also those that were."""
    user, now = user_of(request), timezone.now()
    rows, everything = outgoing(user, now), request.GET.get("which") == "all"
    waiting = rows.filter(state__in=TO_DO)
    listing = list_page(
        rows if everything else waiting, request.GET, columns=COLUMNS, filters=FILTERS if everything else [],
        default="-made" if everything else "made",
    )  # fmt: skip
    shows(request, {key for letter in listing.rows for key in (letter.case.resident_id, letter.addressee.pk)})
    here = reverse("letters")
    pills = [
        {"label": _("To print"), "url": here, "count": waiting.count(), "current": not everything},
        {"label": _("All letters"), "url": f"{here}?which=all", "count": None, "current": everything},
    ]
    context = {"listing": listing, "pills": pills, "everything": everything}
    return render(request, "letters/list.html", context)


@require_safe
def letter(request: HttpRequest, number: str) -> HttpResponse:
    """One letter as it was sent, with what became of it."""
    row, now = letter_called(number, whole=True), timezone.now()
    access = check_reads_letter(user_of(request), row, now)
    shows(request, [row.case.resident_id, row.addressee.pk])
    handles = can_print(access)
    email = row.emails.first()
    if row.state == LetterState.STOPPED and email is not None and email.sent_at is None:
        email = None  # it announced nothing
    context = {
        "letter": row,
        "words": words_in(row),
        "case": row.case,
        "identity": identity_of(row.case, access, now),
        "email": email,
        "email_failed": bool(email and email.state == EmailState.FAILED),
        "email_held": bool(email and email.state == EmailState.HELD),
        "may_print": handles and row.state == LetterState.TO_PRINT,
        "may_stop": handles and row.state in TO_DO,
    }
    return render(request, "letters/letter.html", context)


@require_safe
def letter_pdf(request: HttpRequest, number: str) -> HttpResponse:
    """The paper itself, byte for byte as it was set."""
    row = letter_called(number, whole=True)
    check_reads_letter(user_of(request), row, timezone.now())
    if not row.pdf:
        raise NotFound
    shows(request, [row.case.resident_id, row.addressee.pk])
    return pdf_answer(bytes(row.pdf), row.number)


@require_POST
@caseworkers
def letters_printed(request: HttpRequest) -> HttpResponse:
    """These letters were printed and are on their way. All of them, or none when one may not be."""
    user, now = user_of(request), timezone.now()
    numbers = request.POST.getlist("number")[:100]
    rows = [letter_called(number) for number in sorted(set(numbers))]
    letters.mark_all_printed(letters=rows, by=user, now=now)
    if rows:
        said = ngettext("%(count)d letter is on its way.", "%(count)d letters are on their way.", len(rows))
        messages.success(request, said % {"count": len(rows)})
    else:
        messages.warning(request, _("Choose first which letters are printed."))
    back = request.POST.get("back", "")
    return redirect("letter", rows[0].number) if back == "letter" and rows else redirect("letters")


@require_http_methods(PAGE_OR_FORM)
def letter_stop(request: HttpRequest, number: str) -> HttpResponse:
    """It must not go out."""
    row, user = letter_called(number), user_of(request)
    check_prints(user, row, timezone.now())
    form, here = (
        StopForm(request.POST if request.method == "POST" else None),
        reverse("letter", args=[number]),
    )

    def work(now: datetime) -> str:
        letters.stop_letter(letter=row, reason=form.cleaned_data["reason"], by=user, now=now)
        return here

    answer = sent(request, form, work, effect=f"stop_letter:{row.pk}", done=STOP.done)
    return answer or form_page(request, form, STOP, back=here, case=row.case)


@require_safe
def case_letters(request: HttpRequest, number: str) -> HttpResponse:
    """Part of the case page: what was sent to this resident."""
    case, now = case_called(number), timezone.now()
    access = check_reads_case(user_of(request), case, now)
    shows(request, [case.resident_id])
    kinds = letters_for_case(case) if can_work_on(access, case) else []
    context = {"case": case, "letters": letters_in(case, access), "kinds": kinds}
    if is_part(request):
        return render(request, "letters/case_fragment.html", context)
    context["identity"] = identity_of(case, access, now)
    return render(request, "letters/case.html", context)


def pdf_answer(pdf: bytes, name: str) -> HttpResponse:
    """The file, opened by the browser and left nowhere on its disk; its name says nothing about anybody."""
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
