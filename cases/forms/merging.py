"""Choosing what remains of two records, and undoing that."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from cases.merging import KEPT, MERGED, MergeChoices
from cases.queries.merge_page import MergePage
from sociaal.core.widgets import ShortText

FIELD = "field_"


def _choice(label: Any, kept: str, merged: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[(KEPT, kept), (MERGED, merged)], widget=forms.RadioSelect, initial=KEPT
    )


class MergeForm(KeyedForm):
    """One question for each thing in which the two differ."""

    def __init__(self, data: Any = None, *, page: MergePage, **options: Any) -> None:
        super().__init__(data, **options)
        for one in page.differences:
            self.fields[FIELD + one.name] = _choice(one.label, one.kept, one.merged)
        if page.people:
            self.fields["contact_person"] = _choice(_("Who remains the contact person?"), *page.people)
        if page.homes:
            self.fields["household"] = _choice(_("Where do they live?"), *page.homes)

    def choices(self) -> MergeChoices:
        """What was chosen. Only of a valid form."""
        given = self.cleaned_data
        return MergeChoices(
            fields={name.removeprefix(FIELD): side for name, side in given.items() if name.startswith(FIELD)},
            contact_person=given.get("contact_person", KEPT),
            household=given.get("household", KEPT),
        )


class UndoMergeForm(KeyedForm):
    """Why they are two people after all."""

    reason = forms.CharField(label=_("Why are they two people after all?"), widget=ShortText, max_length=1000)
