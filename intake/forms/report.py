"""The one check of a report from outside: the public page and the interface use the same form."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.enums import RedFlag, Reporter
from intake.models import ReportDetails
from intake.told import PERSON, Told, is_possible_birth, split_name
from sociaal.core.search_keys import phone_digits
from sociaal.core.widgets import DateInput

LONGEST = 5000
"""Characters of the question: three pages of text."""
FROM_OUTSIDE = [choice for choice in Reporter.choices if choice[0] not in ("early_signal", "colleague")]
IN_PLAIN_WORDS = (
    (RedFlag.UNSAFE, gettext_lazy("It is not safe at home, or a child is in danger")),
    (RedFlag.EVICTION, gettext_lazy("Someone may have to leave their home soon")),
    (RedFlag.UTILITIES, gettext_lazy("Gas, electricity, heating or water is being cut off")),
    (RedFlag.INSURANCE, gettext_lazy("The health insurance is being ended")),
    (RedFlag.NO_FOOD, gettext_lazy("There is no money for food")),
)


def _text(name: str, label: Any, autocomplete: str = "off", **attrs: Any) -> forms.CharField:
    field: Any = ReportDetails._meta.get_field(name)
    widget = forms.TextInput(attrs={"autocomplete": autocomplete, **attrs})
    return forms.CharField(label=label, max_length=field.max_length, required=False, widget=widget)


def _phone(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=20, required=False, widget=forms.TelInput)


class ReportForm(forms.Form):
    """Only the question and one way to reach somebody are needed.

    Who asks for themselves is reached by their own phone, e-mail or address; for somebody else, the reporter.
    """

    words = forms.CharField(
        label=gettext_lazy("What is your question?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Write down what you need help with.")},
    )
    red_flags = forms.MultipleChoiceField(
        label=gettext_lazy("Is one of these true?"),
        choices=IN_PLAIN_WORDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reporter = forms.ChoiceField(
        label=gettext_lazy("Who reports?"),
        choices=FROM_OUTSIDE,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say who you are: choose one of these.")},
    )
    reporter_name = forms.CharField(label=gettext_lazy("Your name"), max_length=120, required=False)
    reporter_phone = _phone(gettext_lazy("Your phone number"))
    reporter_email = forms.EmailField(label=gettext_lazy("Your e-mail address"), required=False)
    first_names = _text("first_names", gettext_lazy("First name"), "given-name")
    prefix: Any = _text("prefix", gettext_lazy("Prefix"))
    last_name = _text("last_name", gettext_lazy("Last name"), "family-name")
    birth_date = forms.DateField(
        label=gettext_lazy("Date of birth"), required=False, widget=DateInput(attrs={"autocomplete": "bday"})
    )
    street = _text("street", gettext_lazy("Street"), "address-line1")
    house_number = _text("house_number", gettext_lazy("House number"), size=8)
    postcode = forms.CharField(
        label=gettext_lazy("Postcode"),
        max_length=10,
        required=False,
        widget=forms.TextInput(attrs={"size": 8, "autocomplete": "postal-code"}),
    )
    phone = _phone(gettext_lazy("Phone number"))
    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False)
    wants_receipt = forms.BooleanField(label=gettext_lazy("Send me a confirmation by e-mail"), required=False)

    def clean_phone(self) -> str:
        return _checked_phone(self.cleaned_data["phone"])

    def clean_reporter_phone(self) -> str:
        return _checked_phone(self.cleaned_data["reporter_phone"])

    def clean_postcode(self) -> str:
        """As it is stored: 1234 AB."""
        code = "".join(self.cleaned_data["postcode"].split()).upper()
        if code and not (len(code) == 6 and code.isascii() and code[:4].isdigit() and code[4:].isalpha()):
            raise forms.ValidationError(_("A postcode has four digits and two letters, as in 1234 AB."))
        return f"{code[:4]} {code[4:]}".strip()

    def clean_birth_date(self) -> Any:
        day = self.cleaned_data["birth_date"]
        if day and not is_possible_birth(day, timezone.localdate()):
            raise forms.ValidationError(_("This cannot be a date of birth. Look at day, month and year."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors.keys() & {"phone", "email", "reporter_phone", "reporter_email", "reporter"}:
            self._check_reach(given)
        if given.get("wants_receipt") and not self._own_email(given) and not self._email_is_wrong():
            field = "email" if self._is_own(given) else "reporter_email"
            self.add_error(field, _("Give an e-mail address for the confirmation, or leave it out."))
        return given

    def _check_reach(self, given: dict[str, Any]) -> None:
        address = all(given.get(name) for name in ("street", "house_number", "postcode"))
        reached = address or given.get("phone") or given.get("email")
        if not self._is_own(given):
            reached = reached or given.get("reporter_phone") or given.get("reporter_email")
        if not reached:
            field = "phone" if self._is_own(given) else "reporter_phone"
            self.add_error(
                field, _("How can we reach you? Give a phone number, an e-mail address or a full address.")
            )

    def _is_own(self, given: dict[str, Any]) -> bool:
        return given.get("reporter") == Reporter.RESIDENT

    def _own_email(self, given: dict[str, Any]) -> str:
        return given.get("reporter_email") or (given.get("email", "") if self._is_own(given) else "")

    def _email_is_wrong(self) -> bool:
        return bool(self.errors.keys() & {"email", "reporter_email"})

    def told(self) -> Told:
        """What was given. Only of a valid form."""
        given = self.cleaned_data
        person = {name: given[name] for name in PERSON}
        if not person["prefix"]:
            person["prefix"], person["last_name"] = split_name(person["last_name"])
        own = self._is_own(given)
        full_name = " ".join(filter(None, (person[name] for name in ("first_names", "prefix", "last_name"))))
        return Told(
            words=given["words"], reporter=given["reporter"], red_flags=tuple(given["red_flags"]),
            reporter_name=given["reporter_name"] or (full_name[:120] if own else ""),
            reporter_phone=given["reporter_phone"] or (person["phone"] if own else ""),
            reporter_email=given["reporter_email"] or (person["email"] if own else ""),
            person={name: value for name, value in person.items() if value},
            wants_receipt=given.get("wants_receipt", False),
        )  # fmt: skip


def _checked_phone(typed: str) -> str:
    """Digits from 0. Raises ValidationError for what is no number; spaces, dots and dashes are fine."""
    digits = phone_digits(typed)
    if typed.strip() and not 3 <= len(digits) <= 15:
        raise forms.ValidationError(_("This is not a phone number."))
    return digits
