"""The administrator's page of days on which no term ends, or on which the municipality is closed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.enums import CalendarDayKind
from cases.forms.base import KeyedForm
from cases.forms.calendar_days import CalendarDayForm
from cases.models import CalendarDay
from cases.operations.calendar_days import add_calendar_day, remove_calendar_day
from cases.queries.calendar_days import calendar_day_called, days_of_year, years_with_days
from cases.queries.term_moves import moves_by
from cases.terms import TermCode
from cases.terms.table import check_can_add
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.roles import Role
from sociaal.core.errors import Refused

ADD = Words(
    heading=_("Add a day"),
    lead=_("First you see how many running terms it moves. Nothing changes before you say so."),
    save=_("See what it moves"),
    done=_("The day is in the table. The cases whose date moves say so within a minute."),
)
REMOVE = Words(
    heading=_("Take a day away"),
    save=_("Take it away"),
    done=_("The day is out of the table. The cases whose date moves say so within a minute."),
)


@dataclass(frozen=True)
class Preview:
    """What a day moves: how many terms, in how many cases, and of each sort how many. Nothing of whom."""

    terms: int
    cases: int
    sorts: list[tuple[str, int]]

    @classmethod
    def of(cls, day: date, kind: str, *, adding: bool) -> "Preview":
        """One query for a decreed day; none for another, which moves nothing."""
        moves = []
        if kind == CalendarDayKind.DECREED:
            moves = moves_by(day, adding=adding, today=timezone.localdate())
        sorts = Counter(str(TermCode(move.term).label) for move in moves)
        return cls(len(moves), len({move.case for move in moves}), sorts.most_common())


@require_safe
@roles(Role.ADMINISTRATOR)
def calendar_days(request: HttpRequest) -> HttpResponse:
    """The days of one year: by law, and of the table."""
    today, asked = timezone.localdate(), request.GET.get("year", "")
    years = sorted({*years_with_days(), *range(today.year - 1, today.year + 3)})
    year = int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in years else today.year
    pills = [{"label": str(one), "url": f"?year={one}", "current": one == year} for one in years]
    context = {"year": year, "days": days_of_year(year, get_language() or "nl"), "pills": pills}
    return render(request, "cases/calendar_days.html", context)


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def calendar_day_add(request: HttpRequest) -> HttpResponse:
    """Say which day; see what it moves; then add it."""
    form = CalendarDayForm(request.POST if request.method == "POST" else None)
    if not _can_be_added(form) or "change" in request.POST:  # shown again without its confirmation
        return form_page(request, form, ADD, back=_list_of(None))
    given = form.given()

    def work(now: datetime) -> str:
        add_calendar_day(**given, by=user_of(request), now=now)
        return _list_of(given["day"])

    if "confirmed" in request.POST:
        answer = sent(request, form, work, effect="add_calendar_day", done=ADD.done)
        return answer or form_page(request, form, ADD, back=_list_of(None))
    preview = Preview.of(given["day"], given["kind"], adding=True)
    context = {"form": form, "given": given, "preview": preview, "moves": given["kind"] == "decreed"}
    return render(request, "cases/calendar_day_add.html", context)


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def calendar_day_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """What moves back, and the button."""
    row = calendar_day_called(pk)
    form = KeyedForm(request.POST if request.method == "POST" else None)

    def work(now: datetime) -> str:
        remove_calendar_day(calendar_day=row, by=user_of(request), now=now)
        return _list_of(row.day)

    answer = sent(request, form, work, effect=f"remove_calendar_day:{row.pk}", done=REMOVE.done)
    return answer or render(request, "cases/calendar_day_remove.html", _about(row, form))


def _about(row: CalendarDay, form: KeyedForm) -> dict[str, Any]:
    preview = Preview.of(row.day, row.kind, adding=False)
    back = _list_of(row.day)
    return {"row": row, "form": form, "words": REMOVE, "preview": preview, "back": back}


def _can_be_added(form: CalendarDayForm) -> bool:
    """Whether the form is filled in with a day that can come into the table; else it says what is wrong."""
    if not form.is_bound or not form.is_valid():
        return False
    given = form.given()
    try:
        check_can_add(given["day"], given["kind"], given["source"], timezone.localdate())
    except Refused as error:
        form.refuse(error)
        return False
    return True


def _list_of(day: date | None) -> str:
    return reverse("calendar_days") + (f"?year={day.year}" if day else "")
