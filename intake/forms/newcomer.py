"""The few fields with which somebody we do not know yet is added during a telephone call."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sociaal.core.bsn import BsnField
from sociaal.core.widgets import DateInput

NEWCOMER = ("first_names", "prefix", "last_name", "birth_date", "bsn")


class NewcomerFields(forms.Form):
    """Mixed into a form: only the last name makes somebody a newcomer; the rest may come later."""

    new_first_names = forms.CharField(label=_("First name"), max_length=120, required=False)
    new_prefix = forms.CharField(
        label=_("Prefix"), max_length=20, required=False, widget=forms.TextInput(attrs={"size": 8})
    )
    new_last_name = forms.CharField(label=_("Last name"), max_length=120, required=False)
    new_birth_date = forms.DateField(label=_("Date of birth"), required=False, widget=DateInput)
    new_bsn = BsnField(label=_("BSN"), required=False)
    another_person = forms.BooleanField(label=_("It is another person: add them"), required=False)

    def newcomer(self) -> dict[str, Any]:
        """The fields of a new resident; empty when no last name was given. Only of a valid form."""
        if not self.cleaned_data["new_last_name"]:
            return {}
        given = {name: self.cleaned_data[f"new_{name}"] for name in NEWCOMER}
        return {name: value for name, value in given.items() if value}

    @property
    def newcomer_started(self) -> bool:
        """Whether any of its fields was filled in, so that they stay open on the page."""
        return any(self[f"new_{name}"].value() for name in NEWCOMER)
