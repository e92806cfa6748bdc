"""The component page: every component of the screen in every state, to look at and to check. Development
only.
"""

import datetime as dt
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from cases.enums import Level
from sociaal.accounts.queries.saved_lists import SavedLists
from sociaal.core.listing import Chip, Header, Listing, Select
from sociaal.core.widgets import DateInput, LevelPicker, ShortText
from sociaal.home.views.components_texts import (
    CHARTS,
    IDENTITY,
    MOMENTS,
    PILLS,
    ROWS,
    RUNGS,
    STEPS,
    collided,
)

CHANNELS = [("", "–"), ("phone", _("Telephone"))]
REPORTERS = [("resident", _("the resident")), ("gp", _("the GP"))]


class Example(forms.Form):
    """One field of each sort."""

    name = forms.CharField(label=_("Name"), help_text=_("As the resident writes it."))
    words = forms.CharField(label=_("What is the question, in their own words?"), widget=ShortText)
    born = forms.DateField(label=_("Date of birth"), widget=DateInput, required=False)
    channel = forms.ChoiceField(
        label=_("How did it come in?"), choices=[("", "–"), ("phone", _("Telephone"))]
    )
    reporter = forms.ChoiceField(
        label=_("Who calls?"),
        choices=[("resident", _("the resident")), ("gp", _("the GP"))],
        widget=forms.RadioSelect,
    )
    flags = forms.MultipleChoiceField(
        label=_("Must something be done today?"),
        choices=[("unsafe", _("unsafe at home")), ("eviction", _("eviction"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    told = forms.BooleanField(label=_("I told the resident what will happen"))
    level = forms.ChoiceField(label=_("How is it going?"), choices=Level.choices, widget=LevelPicker)


@dataclass(frozen=True)
class Fixed:
    """A list as a page would get it from `list_page`, without a database."""

    empty: bool = False

    def listing(self) -> Listing:
        headers = [
            Header(_("Resident"), "?sort=name", "none", False),
            Header(_("Step"), "", "", False),
            Header(_("Waiting since"), "?sort=-since", "descending", True),
        ]
        choices = [("weighing", _("Weighing")), ("arranging", _("Arranging help"))]
        return Listing(
            rows=ROWS,
            columns=headers,
            filters=[Select("step", _("Step"), choices, "weighing"), Select("team", _("Team"), [], "")],
            chips=[Chip(_("Step"), _("Weighing"), "?"), Chip(_("Team"), "Oost", "?")],
            kept=[],
            summary="26 – 50 / 310",
            page=2,
            previous_url="?page=1",
            next_url="?page=3",
            clear_url="?",
            csv_url="?format=csv",
            xlsx_url="?format=xlsx",
        )


def components(request: HttpRequest) -> HttpResponse:
    """Every component in every state; 404 outside development."""
    if not settings.DEBUG:
        raise Http404
    bound = Example({"name": "", "words": "Ik kom de trap niet meer op", "level": "2"}, auto_id="bad_%s")
    context: dict[str, Any] = {
        "example": Example(initial={"level": "4", "reporter": "resident"}),
        "wrong": bound,
        "listing": Fixed().listing(),
        "identity": IDENTITY,
        "moments": MOMENTS,
        "rungs": RUNGS,
        "pills": PILLS,
        "saved": SavedLists(
            [{"label": _("My neighbourhood"), "url": "?", "current": True}], 1, "?step=weighing"
        ),
        "collided": collided(),
        "steps": STEPS,
        "charts": CHARTS,
        "facts": [(_("Goal"), "Veilig in huis kunnen blijven"), (_("Network"), "")],
        "today": dt.date(2026, 11, 21),
        "step": SimpleNamespace(label=_("Plan the conversation"), url="#"),
        "others": [SimpleNamespace(label=_("Close the case"), url="#")],
    }
    return render(request, "dev/components.html", context)
