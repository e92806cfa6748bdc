"""The leading principles, ten lines at most, in one form."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from cases.forms.base import KeyedForm
from cases.models.principle import MOST_PRINCIPLES
from cases.operations.principles import mark_of


class PrinciplesForm(KeyedForm):
    """A line for each place; an empty one closes up. `seen`: the mark of the list the form began with."""

    keeps_incomplete = True
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, present: Sequence[str], **options: Any) -> None:
        super().__init__(data, **options)
        self.initial["seen"] = mark_of(present)
        for place in range(1, MOST_PRINCIPLES + 1):
            self.fields[f"line_{place}"] = forms.CharField(
                label=_("Principle %(place)d") % {"place": place}, max_length=200, required=False,
                initial=present[place - 1] if place <= len(present) else "",
            )  # fmt: skip

    def overwrite(self, present: Sequence[str]) -> None:
        """After a conflict was shown: sent once more, what was typed may replace what a colleague saved."""
        self.data = {**{name: self.data.get(name) for name in self.data}, "seen": mark_of(present)}

    def given(self) -> dict[str, Any]:
        """The sentences in their order, and the mark."""
        lines = [value for name, value in self.cleaned_data.items() if name.startswith("line_")]
        return {"words": lines, "seen": self.cleaned_data["seen"]}
