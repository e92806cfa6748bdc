"""The form around one domain of a conversation, the words of the whole, and who sat at the table."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import Level
from cases.forms.base import KeyedForm
from intake.models.conversation import NOTE_FIELDS, WORD_FIELDS
from intake.queries.conversation import TalkPage
from intake.queries.table import seat_of
from intake.seats import Seat, is_seat
from sociaal.core.widgets import DateTimeInput, LevelPicker, ShortText


def _text(label: Any, help_text: Any = "", rows: int = 1) -> forms.CharField:
    widget = ShortText(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=False, widget=widget)


class TalkForm(KeyedForm):
    """Nothing is required while one talks; what is still missing stands beside the form."""

    notes = _text(_("What was said"), rows=4)
    goes_well = _text(_("What goes well"))
    is_hard = _text(_("What is hard"))
    level = forms.TypedChoiceField(
        label=_("How has it been, these past 30 days?"),
        choices=Level,
        coerce=int,
        empty_value=None,
        required=False,
        widget=LevelPicker,
    )
    can_do = _text(_("Can do themselves"))
    network_can = _text(_("The network can do"))
    cannot = _text(_("Really cannot"))
    own_words = _text(_("The question, in the resident's own words"), rows=3)
    wish = _text(_("What do you want to reach?"), rows=3)
    behind = _text(_("What lies behind the question?"), rows=2)
    at_table = forms.CharField(
        label=_("Somebody else, and what they are to the resident"), max_length=200, required=False
    )
    interpreter = forms.CharField(
        label=_("Interpreter: which language, and who"), max_length=60, required=False
    )
    support_offered = forms.BooleanField(
        label=_("Told about free independent client support"), required=False
    )
    own_plan_told = forms.BooleanField(label=_("Told that an own plan can be handed in"), required=False)
    held_at = forms.DateTimeField(
        label=_("When was the conversation held?"), required=False, widget=DateTimeInput
    )

    def __init__(self, *args: Any, seats: Sequence[Seat] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for seat in seats:
            label = f"{seat.name} – {seat.role}" if seat.role else seat.name
            self.fields[seat.field] = forms.BooleanField(label=label, required=False)

    @classmethod
    def starting(cls, page: TalkPage, **more: Any) -> "TalkForm":
        """The form as it stands now."""
        return cls(initial=standing_in(page) | more, seats=page.seats)

    def said(self) -> dict[str, Any]:
        """What was filled in, as `keep_said` takes it. Only of a valid form."""
        wanted = {*NOTE_FIELDS, *WORD_FIELDS}
        return {name: value for name, value in self.cleaned_data.items() if name in wanted or is_seat(name)}

    def chairs(self) -> list[forms.BoundField]:
        """Whom one can tick as having sat at the table."""
        return [self[name] for name in self.fields if is_seat(name)]


def standing_in(page: TalkPage) -> dict[str, Any]:
    """What stands in each field of the form now."""
    kept: dict[str, Any] = {name: getattr(page.note, name) for name in NOTE_FIELDS}
    kept |= {name: getattr(page.conversation, name) for name in WORD_FIELDS}
    sat = {seat_of(row).field for row in page.people}
    return kept | {seat.field: seat.field in sat for seat in page.seats}
