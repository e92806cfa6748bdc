"""The form of a telephone call: one screen, one required field."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import Channel, RedFlag, Reporter
from cases.forms.base import KeyedForm
from cases.models import Resident
from intake.forms.newcomer import NewcomerFields
from intake.forms.planning import PlanningFields
from intake.operations.registration import Call
from intake.typed_person import person_in
from sociaal.accounts.models import User
from sociaal.accounts.roles import CASEWORKERS
from sociaal.core.search_keys import phone_digits
from sociaal.core.widgets import ShortText


def contact_persons() -> Any:
    """Who can be a contact person."""
    return User.objects.filter(is_active=True, roles__overlap=[str(role) for role in CASEWORKERS])


class HelpRequestForm(NewcomerFields, PlanningFields, KeyedForm):
    """`resident`, `case` and `contact_person` hold keys that the view turns into rows this user may use."""

    find = forms.CharField(
        label=_("Who is it about?"),
        required=False,
        max_length=200,
        help_text=_("Name, date of birth, BSN, telephone number or address. May stay empty for now."),
    )
    resident = forms.IntegerField(required=False, widget=forms.HiddenInput)
    case = forms.IntegerField(required=False, widget=forms.HiddenInput)
    contact_person = forms.ModelChoiceField(User.objects.none(), required=False, widget=forms.HiddenInput)
    reporter = forms.ChoiceField(
        label=_("Who asks?"),
        choices=[one for one in Reporter.choices if one[0] != Reporter.EARLY_SIGNAL],  # those come as a list
        initial=Reporter.RESIDENT,
        widget=forms.RadioSelect,
    )
    reporter_name = forms.CharField(label=_("Name"), max_length=120, required=False)
    reporter_phone = forms.CharField(
        label=_("Telephone"), max_length=20, required=False, widget=forms.TelInput
    )
    channel = forms.ChoiceField(label=_("How did it come in?"), choices=Channel, initial=Channel.PHONE)
    words = forms.CharField(
        label=_("What is the question, in their own words?"),
        widget=ShortText,
        error_messages={"required": _("Write down the question, in their own words.")},
    )
    red_flags = forms.MultipleChoiceField(
        label=_("Must something happen today?"),
        choices=RedFlag,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reach_by = forms.CharField(
        label=_("How does the resident want to be reached?"),
        max_length=120,
        required=False,
        help_text=_("For example: call after five, or a letter. Empty: as we know it."),
    )
    answer = forms.CharField(label=_("What did you answer?"), required=False, widget=ShortText)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = cast("forms.ModelChoiceField[User]", self.fields["contact_person"])
        person.queryset = contact_persons()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("resident") and cleaned.get("new_last_name"):
            self.add_error(
                "new_last_name", _("You chose a resident above. Empty this, or choose “nobody yet”.")
            )
        return cleaned

    def newcomer(self) -> dict[str, Any]:
        """As `NewcomerFields.newcomer`; who calls for themselves gave their telephone number already."""
        newcomer, given = super().newcomer(), self.cleaned_data
        if newcomer and given["reporter"] == Reporter.RESIDENT and given["reporter_phone"]:
            newcomer.setdefault("phone", phone_digits(given["reporter_phone"]))
        return newcomer

    def call(self, resident: Resident | None = None) -> Call:
        """What was told. Only of a valid form; `resident` is who was chosen, looked up by the view.

        When nobody was, what was typed to find them goes along: it says who it may be.
        """
        given, newcomer = self.cleaned_data, self.newcomer()
        told = {} if resident or newcomer else person_in(given["find"])
        return Call(
            words=given["words"], channel=given["channel"], reporter=given["reporter"],
            reporter_name=given["reporter_name"], reporter_phone=given["reporter_phone"],
            reach_by=given["reach_by"], red_flags=tuple(given["red_flags"]), resident=resident,
            newcomer=newcomer, told=told,
        )  # fmt: skip
