"""Break-glass access: an interruption with a reason, and the privacy officer's list of them."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.forms.handover import BreakGlassForm
from cases.models import BreakGlass
from cases.operations import access as operations
from cases.permissions import Sight, access_to_resident
from cases.queries.break_glass import break_glass_accesses
from cases.queries.handovers import present_contact_person
from cases.views.residents import resident_called
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import check_role, roles, user_of
from sociaal.accounts.roles import CASEWORKERS, Role
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound
from sociaal.core.listing import Column, Filter, list_page

OPEN = Words(
    _("Open a file that is not yours?"),
    _("Open the file for 60 minutes"),
    _("The file is open for you for 60 minutes. The privacy officer and the contact person see this."),
)
STATES = (("new", _("To look at")), ("seen", _("Looked at")))
COLUMNS = (
    Column("opened", _("Opened"), "opened_at"),
    Column("who", _("Who"), "user__name"),
    Column("resident", _("Resident (key)"), "resident_id"),
    Column("why", _("Why")),
    Column("state", _("State")),
)
FILTERS = (
    Filter("state", _("State"), STATES, lambda rows, state: rows.filter(reviewed_at__isnull=state == "new")),
)


@require_http_methods(PAGE_OR_FORM)
def break_glass(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a reason, and open the file for an hour."""
    resident, user, now = resident_called(pk), user_of(request), timezone.now()
    if access_to_resident(user, resident, now).sight < Sight.LOCATE:
        raise NotFound
    check_role(user, *CASEWORKERS, Role.PRIVACY_OFFICER)
    form = BreakGlassForm(request.POST if request.method == "POST" else None)
    address = reverse("resident", args=[resident.pk])

    def work(now: datetime) -> str:
        operations.break_glass(resident=resident, reason=form.cleaned_data["reason"], by=user, now=now)
        return address

    shows(request, [resident.pk])
    return sent(request, form, work, effect=f"break_glass:{pk}", done=OPEN.done) or form_page(
        request,
        form,
        OPEN,
        back=reverse("home"),
        template="cases/break_glass.html",
        resident=resident,
        term=present_contact_person(resident, now),
    )


@require_safe
@roles(Role.PRIVACY_OFFICER)
def break_glass_list(request: HttpRequest) -> HttpResponse:
    """Every break-glass access, newest first."""
    listing = list_page(
        break_glass_accesses(), request.GET, columns=COLUMNS, filters=FILTERS, default="-opened"
    )
    shows(request, [row.resident_id for row in listing.rows])
    return render(request, "cases/break_glass_list.html", {"listing": listing})


@require_POST
@roles(Role.PRIVACY_OFFICER)
def break_glass_review(request: HttpRequest, pk: int) -> HttpResponse:
    """The privacy officer has looked at one; doing it twice changes nothing."""
    row = BreakGlass.objects.filter(pk=pk).first()
    if row is None:
        raise NotFound
    operations.review_break_glass(access=row, by=user_of(request), now=timezone.now())
    messages.success(request, str(_("You have looked at this access.")))
    return redirect("break_glass_list")
