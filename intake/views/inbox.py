"""The team's inbox: what nobody has taken up yet, oldest first, with the clock running."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from intake.permissions import brings_signals, counts_inbox_of
from intake.queries.inbox import LONG, InboxRow, inbox_of, numbers_of
from intake.wording import waited
from sociaal.accounts.permissions import check_role, user_of
from sociaal.accounts.roles import CASEWORKERS, Role
from sociaal.audit.reading import shows
from sociaal.core.errors import NotPermitted
from sociaal.core.listing import Column, Filter, list_page

COLUMNS = (
    Column("name", _("Resident"), "resident__last_name"),
    Column("words", _("Question")),
    Column("flags", _("Today?")),
    Column("received", _("Waiting"), "received_at", number=True),
)
FILTERS = (
    Filter(
        "what",
        _("Show"),
        (("flagged", _("Something must happen today")), ("nameless", _("Nobody named yet"))),
        lambda rows, what: rows.exclude(red_flags=[]) if what == "flagged" else rows.filter(resident=None),
    ),
)


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The questions of my team; for its manager the numbers only."""
    user, now = user_of(request), timezone.now()
    check_role(user, *CASEWORKERS, Role.MANAGER)
    if user.team is None or not counts_inbox_of(user):
        raise NotPermitted(gettext("You are in no team yet. Ask the administrator."))
    numbers = numbers_of(user.team, now)
    context = {"numbers": numbers, "team": user.team, "long_days": LONG.days}
    context["brings_signals"] = brings_signals(user)
    context["oldest"] = waited(numbers.oldest, now) if numbers.oldest else ""
    if not user.is_caseworker:
        return render(request, "intake/inbox_numbers.html", context)
    listing = list_page(
        inbox_of(user, now), request.GET, columns=COLUMNS, filters=FILTERS, default="received"
    )
    rows = [InboxRow.of(row, now) for row in listing.rows]
    shows(request, [row.resident_id for row in listing.rows if row.resident_id])
    hidden = numbers.waiting - inbox_of(user, now).count() if listing.rows and not listing.chips else 0
    return render(
        request, "intake/inbox.html", context | {"listing": listing, "rows": rows, "hidden": hidden}
    )
