"""Adding and changing a resident."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from stdnum.nl import bsn as elfproef

from cases.forms.base import KeyedForm
from cases.models import Resident
from sociaal.core.editing import EditingForm
from sociaal.core.search_keys import phone_digits
from sociaal.core.widgets import DateInput

TEST_RANGE = range(999_900_006, 999_999_991)
"""The only numbers that belong to nobody; a demonstration takes no others."""


def _text(name: str, *, required: bool = False, **attrs: Any) -> forms.CharField:
    """A field of the model, with its label, hint and length."""
    field: Any = Resident._meta.get_field(name)
    widget = forms.TextInput(attrs={"autocomplete": "off", **attrs})
    return forms.CharField(
        label=field.verbose_name.capitalize() if name != "email" else field.verbose_name,
        max_length=field.max_length,
        required=required,
        help_text=field.help_text,
        widget=widget,
    )


class ResidentForm(KeyedForm):
    """Only the last name must be filled in: who calls may not know more."""

    first_names = _text("first_names")
    prefix: Any = _text("prefix", size=10)
    last_name = _text("last_name", required=True)
    birth_name = _text("birth_name")
    initials = _text("initials", size=10)
    birth_date = forms.DateField(label=gettext_lazy("Date of birth"), required=False, widget=DateInput)
    bsn = forms.CharField(
        label=gettext_lazy("BSN"),
        required=False,
        widget=forms.TextInput(attrs={"size": 12, "inputmode": "numeric"}),
    )
    street = _text("street")
    house_number = _text("house_number", size=8)
    postcode = forms.CharField(
        label=gettext_lazy("Postcode"),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"size": 8}),
    )
    neighbourhood = _text("neighbourhood")
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    language = _text("language")
    reach_by = _text("reach_by")
    confidential_address = forms.BooleanField(
        label=gettext_lazy("Confidential address"),
        required=False,
        help_text=gettext_lazy("Only who reads the file finds this resident."),
    )
    restricted = forms.BooleanField(
        label=gettext_lazy("Restricted file"),
        required=False,
        help_text=gettext_lazy("Own staff and known people. Colleagues of the team do not read along."),
    )

    def clean_bsn(self) -> str | None:
        """Spaces, dots and dashes are fine. Raises ValidationError for what is no BSN."""
        typed = self.cleaned_data["bsn"]
        digits = "".join(character for character in typed if character.isdigit())
        if not typed.strip():
            return None
        if not elfproef.is_valid(digits.zfill(9)) or len(digits) < 8:
            raise forms.ValidationError(_("This is not a BSN: a BSN has nine digits that fit together."))
        if (settings.DEMO or settings.DEBUG) and int(digits) not in TEST_RANGE:
            raise forms.ValidationError(
                _(
                    "This is a demonstration: take a number from 999900006 to 999999990, never "
                    "one of a real person."
                )
            )
        return digits.zfill(9)

    def clean_postcode(self) -> str:
        """As it is stored: 1234 AB."""
        code = self.cleaned_data["postcode"].replace(" ", "").upper()
        if code and not (len(code) == 6 and code[:4].isdigit() and code[4:].isalpha()):
            raise forms.ValidationError(_("A postcode has four digits and two letters, as in 1234 AB."))
        return f"{code[:4]} {code[4:]}".strip()

    def clean_phone(self) -> str:
        """Digits only, from 0, so that search finds it however it is typed."""
        typed = self.cleaned_data["phone"]
        digits = phone_digits(typed)
        if typed.strip() and not 3 <= len(digits) <= 15:
            raise forms.ValidationError(_("This is not a phone number."))
        return digits


class ResidentChangeForm(EditingForm, ResidentForm):
    """Change what is known of a resident."""

    @classmethod
    def showing(cls, resident: Resident) -> "ResidentChangeForm":
        """The form as it opens: with what is known."""
        names = [name for name in ResidentForm.base_fields if name != "form_key"]
        return cls(initial={name: getattr(resident, name) for name in names})


class NewResidentForm(ResidentForm):
    """With the answer to a warning that this person may be known already.

    Without the two marks that hide a resident: somebody hidden before there is a contact person could be
    found by nobody, not even by who is adding them. They are set on the resident's page.
    """

    confidential_address: Any = None
    restricted: Any = None
    another_person = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def given(self) -> dict[str, Any]:
        return {name: value for name, value in super().given().items() if name != "another_person"}
