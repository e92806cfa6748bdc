"""The few fields with which somebody we do not know yet is added during a telephone call."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intake.told import is_possible_birth
from sociaal.core.bsn import BsnField
from sociaal.core.search_keys import phone_digits
from sociaal.core.widgets import DateInput

NEWCOMER = ("first_names", "prefix", "last_name", "birth_date", "bsn", "phone", "postcode", "house_number")


class NewcomerFields(forms.Form):
    """Mixed into a form: only the last name makes somebody a newcomer; the rest may come later."""

    new_first_names = forms.CharField(label=_("First name"), max_length=120, required=False)
    new_prefix = forms.CharField(
        label=_("Prefix"), max_length=20, required=False, widget=forms.TextInput(attrs={"size": 8})
    )
    new_last_name = forms.CharField(label=_("Last name"), max_length=120, required=False)
    new_birth_date = forms.DateField(label=_("Date of birth"), required=False, widget=DateInput)
    new_bsn = BsnField(label=_("BSN"), required=False)
    new_phone = forms.CharField(
        label=_("Phone"), max_length=20, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    new_postcode = forms.CharField(
        label=_("Postcode"), max_length=10, required=False, widget=forms.TextInput(attrs={"size": 8})
    )
    new_house_number = forms.CharField(
        label=_("House number"), max_length=12, required=False, widget=forms.TextInput(attrs={"size": 6})
    )
    another_person = forms.BooleanField(label=_("It is another person: add them"), required=False)

    def clean_new_birth_date(self) -> date | None:
        day = self.cleaned_data["new_birth_date"]
        if day and not is_possible_birth(day, timezone.localdate()):
            raise forms.ValidationError(
                gettext("This cannot be a date of birth. Look at day, month and year.")
            )
        return day

    def clean_new_phone(self) -> str:
        """Digits only, from 0, so that search finds it however it is typed."""
        typed = self.cleaned_data["new_phone"]
        digits = phone_digits(typed)
        if typed.strip() and not 3 <= len(digits) <= 15:
            raise forms.ValidationError(gettext("This is not a phone number."))
        return digits

    def clean_new_postcode(self) -> str:
        """As it is stored: 1234 AB."""
        code = "".join(self.cleaned_data["new_postcode"].split()).upper()
        if code and not (len(code) == 6 and code.isascii() and code[:4].isdigit() and code[4:].isalpha()):
            raise forms.ValidationError(gettext("A postcode has four digits and two letters, as in 1234 AB."))
        return f"{code[:4]} {code[4:]}".strip()

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
