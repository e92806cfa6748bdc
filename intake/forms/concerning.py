"""Whom a conversation concerns."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from cases.forms.households import as_choices
from intake.queries.concerning import PeopleToChoose
from sociaal.core.editing import EditingForm


class ConcerningForm(EditingForm, KeyedForm):
    """A tick for each person."""

    people = forms.MultipleChoiceField(
        label=_("Whom does this conversation concern too?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("It then shows on their page as well, to colleagues who may read both."),
    )

    def __init__(self, data: Any = None, *, choose: PeopleToChoose, **options: Any) -> None:
        super().__init__(data, initial={"people": [str(key) for key in choose.chosen]}, **options)
        self.choices_of("people").choices = as_choices(choose.people)

    def chosen(self) -> set[int]:
        """The keys that were ticked. Only of a valid form."""
        return {int(key) for key in self.cleaned_data["people"]}
