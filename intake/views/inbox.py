"""The team's inbox: what nobody has taken up yet, oldest first, with the clock running."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cases.enums import Channel, RedFlag
from cases.models import HelpRequest
from cases.queries.calendar_days import decreed_days
from intake.permissions import brings_signals, counts_inbox_of
from intake.queries.inbox import LONG, InboxRow, inbox_of, numbers_of, waiting_for
from intake.wording import waited
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_role, user_of
from sociaal.accounts.queries.saved_lists import saved_lists
from sociaal.accounts.roles import CASEWORKERS, Role
from sociaal.audit.reading import shows
from sociaal.core.errors import NotPermitted
from sociaal.core.listing import Column, Filter, list_page

COLUMNS = (
    Column("name", _("Resident"), "resident__last_name"),
    Column("words", _("Question")),
    Column("flags", _("Today")),
    Column("received", _("Waiting"), "received_at", number=True),
    Column("do", _("What to do")),
)
ANY = "flagged"


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The questions of my team, and those I brought in elsewhere; for the manager the numbers only."""
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
    waiting = waiting_for(user, now)
    listing = list_page(
        waiting, request.GET, columns=COLUMNS, filters=_filters(user, waiting), default="received"
    )
    decreed = decreed_days()
    rows = [InboxRow.of(row, user, now, decreed) for row in listing.rows]
    shows(request, [row.resident_id for row in listing.rows if row.resident_id])
    context["ticks"] = any(row.tickable for row in rows)
    context["saved"] = saved_lists(user, "inbox", request.GET, listing)
    context |= {"listing": listing, "rows": rows, "hidden": numbers.waiting - inbox_of(user, now).count()}
    return render(request, "intake/inbox.html", context)


def _filters(user: User, waiting: QuerySet[HelpRequest]) -> Sequence[Filter]:
    return (
        Filter("what", _("Today"), ((ANY, _("Anything today")), *RedFlag.choices), _by_flag),
        Filter(
            "who",
            _("Whose"),
            (("nameless", _("Nobody named yet")), ("me", _("Registered by me"))),
            lambda rows, who: (
                rows.filter(resident=None) if who == "nameless" else rows.filter(registered_by=user)
            ),
        ),
        Filter("channel", _("Through"), Channel.choices, lambda rows, code: rows.filter(channel=code)),
        Filter("team", _("Team"), _teams(waiting), lambda rows, key: rows.filter(team=int(key))),
    )


def _by_flag(rows: QuerySet[HelpRequest], flag: str) -> QuerySet[HelpRequest]:
    return rows.exclude(red_flags=[]) if flag == ANY else rows.filter(red_flags__contains=[flag])


def _teams(waiting: QuerySet[HelpRequest]) -> Sequence[tuple[str, str]]:
    """The teams in whose inbox something waits that this user may read. One query."""
    rows = waiting.select_related(None).order_by("team__name").values_list("team", "team__name").distinct()
    return [(str(key), name) for key, name in rows]
