"""The page of a team: its open cases, who is there, and who replaces whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cases.enums import OPEN_STATUSES, CaseStatus, Track, WaitParty
from cases.forms.handover import DeputyForm
from cases.models import OpenCase
from cases.operations.contact_person import set_deputy
from cases.permissions import readable_among
from cases.queries.due import DueInTeam, due_in_team
from cases.queries.for_managers import waits_for_manager
from cases.queries.next_dates import REVIEW, TERM, NextDate, next_dates
from cases.queries.team import ColleagueNow, team_cases, team_now
from cases.queries.waits import waits_on
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.queries.saved_lists import saved_lists
from sociaal.accounts.roles import CASEWORKERS, Role
from sociaal.audit.reading import shows
from sociaal.core.errors import NotPermitted
from sociaal.core.listing import Column, Filter, RowsInHand, list_page
from sociaal.core.templatetags.ui import days, died, long_date

COLUMNS = (
    Column("who", gettext_lazy("Resident or case"), "case__number"),
    Column("contact", gettext_lazy("Contact person"), "contact__name"),
    Column("step", gettext_lazy("Step"), "case__status"),
    Column("wait", gettext_lazy("Waits"), "wait_since"),
    Column("date", gettext_lazy("Next date")),
)
DUE_COLUMNS = (*COLUMNS[:-1], Column("date", COLUMNS[-1].label, "day"))
DUE = ((TERM, gettext_lazy("Terms at risk")), (REVIEW, gettext_lazy("Reviews due")))
DEPUTY = Words(
    gettext_lazy("Name a deputy"),
    gettext_lazy("Save"),
    gettext_lazy("The deputy is named."),
    gettext_lazy(
        "A deputy replaces during absence. It is no handover: the resident keeps the contact person."
    ),
)


@dataclass(frozen=True)
class Row:
    """A case of the team, by name for who reads it, by number for others."""

    url: str
    name: str
    number: str
    contact: str
    step: str
    wait: str
    wait_tone: str
    date: str
    is_late: bool
    left: str
    article: str
    died: str = ""


@dataclass(frozen=True)
class Colleague:
    """Someone of the team as the page shows them. `leaves`: the desk for when they go, for who may see it."""

    name: str
    words: str
    leaves: str


@require_safe
@roles(*CASEWORKERS, Role.MANAGER)
def team(request: HttpRequest) -> HttpResponse:
    """Open cases of my team, who waits longest first."""
    user, now = user_of(request), timezone.now()
    if user.team_id is None:
        raise NotPermitted(_("You belong to no team. Ask your administrator to put you in one."))
    people = team_now(user.team_id, now)
    colleagues = people.colleagues
    offered, due = filters(colleagues, now), request.GET.get("due") in dict(DUE)
    listing = list_page(
        team_cases(user.team_id),
        request.GET,
        columns=DUE_COLUMNS if due else COLUMNS,
        filters=offered,
        default="date" if due else "wait",
    )
    keys = list({row.pk for row in listing.rows})
    readable = readable_among(user, keys, now)
    dates = {} if due else next_dates(listing.rows, now)
    shows(request, [row.case.resident_id for row in listing.rows if row.pk in readable])
    shown = [(row, row.falls if due else dates.get(row.pk)) for row in listing.rows]
    context = {
        "listing": listing,
        "due": due,
        "saved": saved_lists(user, "team", request.GET, listing),
        "rows": [_row(row, date, row.pk in readable, now) for row, date in shown],
        "colleagues": [_colleague(one, manages=user.has_role(Role.MANAGER)) for one in colleagues],
        "team": people.name,
        "manages": user.has_role(Role.MANAGER),
        "waiting": waits_for_manager(user),
        "elsewhere": people.elsewhere if user.has_role(Role.MANAGER) else [],
    }
    return render(request, "cases/team.html", context)


def filters(colleagues: Sequence[ColleagueNow], now: datetime) -> tuple[Filter, ...]:
    """By step, contact person, whom we wait for, track, and what falls due."""
    people = [(str(one.pk), one.name) for one in colleagues]
    steps = [(str(status), status.label) for status in OPEN_STATUSES]
    return (
        Filter("step", gettext_lazy("Step"), steps, lambda rows, step: rows.filter(case__status=step)),
        Filter(
            "contact",
            gettext_lazy("Contact person"),
            people,
            lambda rows, pk: rows.filter(contact=int(pk)),
        ),
        Filter("on", gettext_lazy("Waits for"), WaitParty.choices, lambda rows, on: rows.filter(wait_on=on)),
        Filter(
            "track", gettext_lazy("Track"), Track.choices, lambda rows, track: rows.filter(case__track=track)
        ),
        # the last: it answers with rows in hand
        Filter(
            "due",
            gettext_lazy("What falls due"),
            DUE,
            lambda rows, sort: RowsInHand(due_in_team(rows, sort, now)),
        ),
    )


def _row(row: OpenCase | DueInTeam, date: NextDate | None, readable: bool, now: datetime) -> Row:
    case, wait = row.case, ""
    if row.wait_on and row.wait_since:
        wait = f"{days((now - row.wait_since).days)} {waits_on(row.wait_on)}"
    return Row(
        url=reverse("case", args=[case.number]),
        name=case.resident.full_name if readable else case.number,
        number=case.number if readable else "",
        contact=row.contact.name if row.contact else "",
        step=str(CaseStatus(case.status).label),
        wait=wait,
        wait_tone="waiting" if row.wait_on == WaitParty.US else "soft",
        date=f"{date.label} {long_date(date.day)}" if date else "",
        is_late=bool(date and date.is_late),
        left=date.left if date else "",
        article=row.falls.article if isinstance(row, DueInTeam) else "",
        died=died(case.resident.died_on) if readable else "",
    )


def _colleague(one: ColleagueNow, *, manages: bool) -> Colleague:
    """In words put together here: a template takes longer, and there are many."""
    words = ngettext("%(counter)s open case", "%(counter)s open cases", one.open_cases)
    words %= {"counter": one.open_cases}
    if one.deputy:
        away = _("away, %(name)s replaces") % {"name": one.deputy}
        words = f"{words} · {away}"
    return Colleague(one.name, words, reverse("leaver", args=[one.pk]) if manages else "")


@require_http_methods(PAGE_OR_FORM)
@roles(*CASEWORKERS, Role.MANAGER)
def deputy(request: HttpRequest) -> HttpResponse:
    """Name my deputy; the manager names one for a colleague of the team."""
    user = user_of(request)
    manages = user.has_role(Role.MANAGER)
    form = DeputyForm(request.POST if request.method == "POST" else None, user=user, manages=manages)

    def work(now: datetime) -> str:
        start, end = form.period()
        given = form.cleaned_data
        set_deputy(absent=given["absent"], deputy=given["deputy"], start=start, end=end, by=user, now=now)
        return reverse("team")

    return sent(request, form, work, effect=f"deputy:{user.pk}", done=DEPUTY.done) or form_page(
        request, form, DEPUTY, back=reverse("team")
    )
