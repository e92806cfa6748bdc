"""The only way in which a contact person changes: asked with a reason, and answered."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.enums import HandoverReason, HandoverState
from cases.forms.handover import HandoverAnswerForm, HandoverForm
from cases.models import Handover
from cases.operations import contact_person as operations
from cases.operations.handover_told import note_told
from cases.permissions import WORKERS, access_to_resident
from cases.queries import handovers as queries
from cases.queries.identity import age
from cases.views.residents import resident_called
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import caseworkers, roles, staff, user_of
from sociaal.accounts.roles import Role
from sociaal.audit.reading import shows
from sociaal.core.listing import Column, Text, list_page
from sociaal.core.templatetags.ui import long_date, long_time

COLUMNS = (
    Column("who", gettext_lazy("Case")),
    Column("from", gettext_lazy("From"), "from_user__name"),
    Column("to", gettext_lazy("To"), "to_user__name"),
    Column("asked", gettext_lazy("Asked"), "asked_at"),
    Column("answer", gettext_lazy("Answer by"), "answer_by"),
)
NEW = Words(
    gettext_lazy("Ask for a handover"),
    gettext_lazy("Ask this colleague"),
    gettext_lazy("The handover is asked. Until it is accepted the contact person stays the same."),
    gettext_lazy("A resident keeps one contact person. Workload or the end of a phase is no reason."),
)


@require_http_methods(PAGE_OR_FORM)
@staff
def handover_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask a colleague to become the contact person; earlier handovers are shown first."""
    resident, user, now = resident_called(pk), user_of(request), timezone.now()
    sight = queries.check_asks_handover(user, resident, now)
    present = queries.present_contact_person(resident, now)
    form = HandoverForm(
        request.POST if request.method == "POST" else None,
        manager=sight.manages,
        present=present.user_id if present else None,
    )

    def work(now: datetime) -> str:
        row = operations.request_handover(resident=resident, by=user, now=now, **form.given())
        return reverse("handover", args=[row.pk])

    shows(request, [resident.pk])
    about = resident.full_name if sight.by_name else queries.called_for_manager(resident, user)
    return sent(request, form, work, effect=f"handover:{pk}", done=NEW.done) or form_page(
        request,
        form,
        NEW,
        back=reverse("resident", args=[pk]) if sight.by_name else reverse("team"),
        template="cases/handover_form.html",
        about=about,
        present=present,
        earlier=queries.earlier_handovers(resident, now),
    )


@require_safe
@staff
def handover(request: HttpRequest, pk: int) -> HttpResponse:
    """One handover, with what this person can do about it."""
    return _page(request, queries.handover_called(pk, user_of(request), timezone.now()), HandoverAnswerForm())


@require_POST
@caseworkers
def handover_accept(request: HttpRequest, pk: int) -> HttpResponse:
    """The receiver becomes the contact person."""
    return _answer(request, pk, operations.accept_handover, gettext_lazy("You are the contact person now."))


@require_POST
@caseworkers
def handover_refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """The receiver says no, with a reason."""
    return _answer(
        request, pk, operations.refuse_handover, gettext_lazy("The handover is refused."), "refusal"
    )


@require_POST
@staff
def handover_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Who asked takes it back."""
    return _answer(request, pk, operations.cancel_handover, gettext_lazy("The request is taken back."))


@require_POST
@caseworkers
def handover_told(request: HttpRequest, pk: int) -> HttpResponse:
    """The resident knows who the contact person is now; back to the case from which this was said."""
    user, now = user_of(request), timezone.now()
    row = queries.handover_called(pk, user, now)
    note_told(handover=row, by=user, now=now)
    messages.success(request, _("It is noted that the resident knows."))
    number = request.POST.get("case", "")
    return redirect("case", number) if number in queries.letter_cases(row) else redirect("handover", pk)


@require_safe
@roles(Role.MANAGER)
def handover_list(request: HttpRequest) -> HttpResponse:
    """What waits for an answer among my team's residents, by number; what should be answered first."""
    user, today = user_of(request), timezone.localdate(timezone.now())
    listing = list_page(queries.unanswered(user.team_id or 0), request.GET, columns=COLUMNS, default="answer")
    numbers = queries.called_for_managers([row.resident_id for row in listing.rows], user)
    rows = [
        (
            row,
            ", ".join(numbers.get(row.resident_id, [])) or queries.NO_CASE_HERE,
            queries.left_to_answer(row.answer_by, today),
            row.answer_by < today,
        )
        for row in listing.rows
    ]
    shows(request, [row.resident_id for row in listing.rows])
    return render(request, "cases/handover_list.html", {"listing": listing, "rows": rows})


def _answer(
    request: HttpRequest, pk: int, operation: Callable[..., Any], done: Text, field: str = ""
) -> HttpResponse:
    row, form = (
        queries.handover_called(pk, user_of(request), timezone.now()),
        HandoverAnswerForm(request.POST),
    )

    def work(now: datetime) -> str:
        said = {field: form.cleaned_data[field]} if field else {}
        operation(handover=row, by=user_of(request), now=now, **said)
        return reverse("handover", args=[pk])

    return sent(request, form, work, effect=f"{operation.__name__}:{pk}", done=done) or _page(
        request, queries.handover_called(pk, user_of(request), timezone.now()), form
    )


def _page(request: HttpRequest, row: Handover, form: HandoverAnswerForm) -> HttpResponse:
    user, open_still, now = user_of(request), row.state == HandoverState.ASKED, timezone.now()
    by_name = queries.reads_by_name(user, row, now)
    mine = access_to_resident(user, row.resident, now).relations & WORKERS
    tells = bool(mine) and queries.waits_to_be_told(row)
    shows(request, [row.resident_id])
    context = {
        "handover": row,
        "about": row.resident.full_name if by_name else queries.called_for_manager(row.resident, user),
        "age": age(row.resident, now) if by_name else "",
        "facts": facts(row, timezone.localdate(now)),
        "tells": tells,
        "letter_cases": queries.letter_cases(row) if tells else [],
        "receives": open_still and user.pk == row.to_user_id,
        "takes_back": open_still and user.pk == row.asked_by_id,
        "watches": user.has_role(Role.MANAGER),
        "file_url": reverse("resident", args=[row.resident_id]) if by_name and not open_still else "",
        "form": form,
    }
    return render(request, "cases/handover.html", context, status=form.status)


def facts(row: Handover, today: date) -> list[tuple[str, object]]:
    """Who asks whom, why, by when, and what the resident knows."""
    by_when = long_date(row.answer_by)
    if row.state == HandoverState.ASKED:
        by_when = f"{by_when}: {queries.left_to_answer(row.answer_by, today)}"
    return [
        (_("State"), row.get_state_display()),
        (_("From"), f"{row.from_user.name} ({row.from_user.team or '–'})"),
        (_("To"), f"{row.to_user.name} ({row.to_user.team or '–'})"),
        (_("Asked"), _("%(day)s by %(name)s") % {"day": long_date(row.asked_at), "name": row.asked_by.name}),
        (_("Answer by"), by_when),
        (_("Reason"), HandoverReason(row.reason).label),
        (_("Explanation"), row.explanation),
        (_("What the resident was told"), row.told_resident),
        (_("Warm transfer"), long_time(row.warm_transfer_at)),
        *([(_("Why it is refused"), row.refusal)] if row.refusal else []),
        *([(_("The resident knows since"), long_date(row.told_at))] if row.told_at else []),
    ]
