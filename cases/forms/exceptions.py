"""The manager's answer to an exception that is asked."""

from typing import Any

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from cases.models import Weighing
from sociaal.core.widgets import ShortText


class ExceptionForm(KeyedForm):
    """Yes or no, always with words. `seen`: when it was asked, as the manager read it."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    allowed = forms.ChoiceField(
        label=_("Do you allow this exception?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes, we deviate from the rule here")), ("no", _("No, the rule holds"))],
    )
    words = forms.CharField(
        label=_("Why?"), widget=ShortText, help_text=_("It stands in the file, with your name.")
    )

    def __init__(self, data: Any = None, *, weighing: Weighing, **options: Any) -> None:
        super().__init__(data, **options)
        asked = weighing.exception_asked_at
        self.initial["seen"] = asked.isoformat() if asked else ""

    def given(self) -> dict[str, Any]:
        given = super().given()
        return {
            "allowed": given["allowed"] == "yes",
            "words": given["words"],
            "seen": _moment(given["seen"]),
        }


def _moment(text: str) -> Any:
    try:
        return parse_datetime(text)
    except ValueError:
        return None
