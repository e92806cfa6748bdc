"""The form around one domain of a conversation, and the words of the whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import Level
from cases.forms.base import KeyedForm
from intake.models import Conversation, DomainNote
from intake.models.conversation import NOTE_FIELDS, WORD_FIELDS
from sociaal.core.widgets import DateTimeInput, LevelPicker, ShortText


def _text(label: Any, help_text: Any = "", rows: int = 2) -> forms.CharField:
    widget = ShortText(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=False, widget=widget)


class TalkForm(KeyedForm):
    """Nothing is required while one talks; what is still missing stands beside the form."""

    notes = _text(_("What was said"), rows=4)
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
    at_table = forms.CharField(label=_("Who sat at the table"), max_length=200, required=False)
    support_offered = forms.BooleanField(
        label=_("Told about free independent client support"), required=False
    )
    held_at = forms.DateTimeField(
        label=_("When was the conversation held?"), required=False, widget=DateTimeInput
    )

    @classmethod
    def starting(cls, conversation: Conversation, note: DomainNote, **more: Any) -> "TalkForm":
        """The form as it stands now."""
        kept = {name: getattr(note, name) for name in NOTE_FIELDS}
        kept |= {name: getattr(conversation, name) for name in WORD_FIELDS}
        return cls(initial=kept | more)

    def said(self) -> dict[str, Any]:
        """What was filled in, as `keep_said` takes it. Only of a valid form."""
        return {name: self.cleaned_data[name] for name in (*NOTE_FIELDS, *WORD_FIELDS)}
