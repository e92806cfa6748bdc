"""The sitting at the leaver's desk: words for all, and per resident whom to ask and what differs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.forms.base import KeyedForm
from cases.operations.leaver import Ask
from sociaal.accounts.models import User
from sociaal.core.widgets import DateTimeInput, ShortText

ALL = "all"


class LeaverForm(KeyedForm):
    """`residents`: for whom something may be asked, by key what they are called to who fills this in;
    `people`: everyone who can be asked, by key.

    Which button was pressed says for whom: `all`, or the key of one resident.
    """

    ask = forms.CharField(widget=forms.HiddenInput, required=False)
    explanation = forms.CharField(
        label=gettext_lazy("Explain it in a few words, for all of them"),
        help_text=gettext_lazy(
            "The colleagues you ask read this. Per resident you can write something else."
        ),
        widget=ShortText({"rows": 2}),
        required=False,
    )
    told_resident = forms.CharField(
        label=gettext_lazy("What were these residents told?"),
        widget=ShortText({"rows": 2}),
        required=False,
    )
    keeps_incomplete = True

    def __init__(
        self, data: Any = None, *, residents: Mapping[int, str], people: Mapping[int, User], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.residents, self.people = residents, people
        for key, called in residents.items():
            self.fields |= _fields_of(key, called)

    def clean(self) -> dict[str, Any]:
        """What is missing stands at the field where it is wanted."""
        given = super().clean() or {}
        pressed = [key for key in self._pressed() if given.get(f"to_{key}")]
        self.chosen = [key for key in pressed if given[f"to_{key}"] in self.people]
        for key in set(pressed) - set(self.chosen):
            self.add_error(f"to_{key}", _("Choose a colleague who works with residents."))
        if not self.chosen and not self.errors:
            raise forms.ValidationError(_("Choose first whom you ask."))
        missing = {
            "explanation": _("Explain it in a few words."),
            "told_resident": _("Write down what the resident was told."),
        }
        for name, words in missing.items():
            if any(not self._said(name, key) for key in self.chosen):
                self.add_error(name, words)
        return given

    def asks(self) -> Sequence[Ask]:
        """What is asked. Only of a valid form."""
        return list(self._asks())

    def _asks(self) -> Iterator[Ask]:
        for key in self.chosen:
            yield Ask(
                resident_id=key,
                to=self.people[self.cleaned_data[f"to_{key}"]],
                explanation=self._said("explanation", key),
                told_resident=self._said("told_resident", key),
                warm_transfer_at=self.cleaned_data.get(f"warm_transfer_at_{key}"),
            )

    def _pressed(self) -> Sequence[int]:
        pressed = self.cleaned_data.get("ask") or ALL
        return [*self.residents] if pressed == ALL else [key for key in self.residents if str(key) == pressed]

    def _said(self, name: str, key: int) -> str:
        return str(self.cleaned_data.get(f"{name}_{key}") or self.cleaned_data.get(name) or "").strip()


def _fields_of(key: int, called: str) -> dict[str, forms.Field]:
    """Each names the resident: what is wrong in one of eighty rows is told above them all."""
    return {
        f"to_{key}": forms.IntegerField(
            label=_("Whom do you ask for %(called)s?") % {"called": called}, required=False
        ),
        f"explanation_{key}": forms.CharField(
            label=_("Explanation for %(called)s") % {"called": called},
            widget=ShortText({"rows": 2}),
            required=False,
        ),
        f"told_resident_{key}": forms.CharField(
            label=_("What was %(called)s told?") % {"called": called},
            widget=ShortText({"rows": 2}),
            required=False,
        ),
        f"warm_transfer_at_{key}": forms.DateTimeField(
            label=_("Warm transfer for %(called)s: when do you meet, the three of you?") % {"called": called},
            widget=DateTimeInput,
            required=False,
        ),
    }
