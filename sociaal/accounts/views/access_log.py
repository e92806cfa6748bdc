"""The privacy officer's page: who looked at what, and why. Reading the log is itself logged."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sociaal.accounts.forms.access_log import LogForm
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.queries import access_log as query
from sociaal.accounts.roles import Role
from sociaal.audit import log
from sociaal.audit.models import Entry
from sociaal.core.export import export_response
from sociaal.core.listing import Chip


@require_safe
@roles(Role.PRIVACY_OFFICER)
def access_log(request: HttpRequest) -> HttpResponseBase:
    """The log, newest first, narrowed as the address asks; `?format=csv` or `xlsx` gives a file."""
    form = LogForm(request.GET)
    kind = request.GET.get("format", "") if form.is_valid() else ""
    asked = form.cleaned_data  # of a form with a mistake: what is right in it
    _note(request, asked, kind)
    if kind in ("csv", "xlsx"):
        return export_response(kind, _("access-log"), query.export_headers(), query.export_rows(asked))
    page = query.page(asked, query.Place.parse(request.GET.get("after", "")))
    context = {
        "form": form,
        "listing": _listing(request, form, page),
        "limit": number_format(query.EXPORT_LIMIT, force_grouping=True),
    }
    return render(request, "accounts/access_log.html", context)


def _note(request: HttpRequest, asked: dict[str, Any], kind: str) -> None:
    """Write who reads the log, and what they asked, before they see it."""
    codes = {f"asked_{name}": _code(value) for name, value in asked.items() if value and name != "resident"}
    residents = [asked["resident"]] if asked.get("resident") else []
    action = "access_log_export" if kind in ("csv", "xlsx") else "access_log"
    now = timezone.now()
    log.write(Entry.Kind.READ, action, by=user_of(request), now=now, residents=residents, **codes)


def _code(value: Any) -> Any:
    """A question as a short code: the key of a user, a day in ISO form."""
    return getattr(value, "pk", None) or str(value)


@dataclass(frozen=True)
class LogListing:
    """What the templates `chips` and `export_links` ask of a list, for a list that is never counted."""

    lines: list[query.Line]
    chips: list[Chip]
    clear_url: str
    newest_url: str
    older_url: str
    csv_url: str
    xlsx_url: str


def _listing(request: HttpRequest, form: LogForm, page: query.Page) -> LogListing:
    return LogListing(
        lines=page.lines,
        chips=_chips(request, form),
        clear_url="?",
        newest_url=_address(request) if "after" in request.GET else "",
        older_url=_address(request, after=str(page.older)) if page.older else "",
        csv_url=_address(request, format="csv"),
        xlsx_url=_address(request, format="xlsx"),
    )


def _chips(request: HttpRequest, form: LogForm) -> list[Chip]:
    """The limits that are on, each with the address of the log without it."""
    return [
        Chip(field.label or name, _words(form, name), _address(request, **{name: None}))
        for name, field in form.fields.items()
        if form.cleaned_data.get(name)
    ]


def _words(form: LogForm, name: str) -> str:
    value = form.cleaned_data[name]
    return str(dict(Entry.Kind.choices).get(value, value)) if name == "kind" else str(value)


def _address(request: HttpRequest, **changes: str | None) -> str:
    """The question with these changes, from the newest line on unless a place is named; None removes."""
    asked = request.GET.copy()
    for name, value in {"format": None, "after": None, **changes}.items():
        asked.pop(name, None)
        if value is not None:
            asked[name] = value
    return f"?{asked.urlencode()}"
