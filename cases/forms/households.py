"""Forms about the people around a resident: household, authority, network."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import AuthorityKind, AuthoritySource, HouseholdRole
from cases.forms.base import KeyedForm
from cases.models import HouseholdMember, NetworkMember, Resident
from sociaal.core.editing import EditingForm
from sociaal.core.search_keys import phone_digits
from sociaal.core.widgets import DateInput, ShortText

Choices = Sequence[tuple[str, str]]
MISTAKE = _("This was noted by mistake; it never was so")


def _day(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=DateInput, help_text=hint)


class MemberForm(KeyedForm):
    """Who somebody is in a household, and since when. `homes`: households to choose from, when more than one;
    without any, also what the resident themselves is in the one that begins.
    """

    role = forms.ChoiceField(label=_("Who are they in this household?"), choices=HouseholdRole)
    since = _day(_("Since when?"))
    other_home = forms.BooleanField(
        label=_("They live here part of the time"),
        required=False,
        help_text=_("Their main home is elsewhere: a child of parents who live apart."),
    )
    household = forms.ChoiceField(label=_("In which household?"), widget=forms.RadioSelect)
    own_role = forms.ChoiceField(
        label=_("And the resident themselves?"), choices=HouseholdRole, initial=HouseholdRole.ADULT
    )

    def __init__(self, data: Any = None, *, homes: Choices, **options: Any) -> None:
        super().__init__(data, **options)
        if len(homes) > 1:
            self.choices_of("household").choices = homes
            self.initial.setdefault("household", homes[0][0])
        else:
            del self.fields["household"]
        if homes:
            del self.fields["own_role"]


class NewcomerForm(MemberForm):
    """Somebody we do not know yet; also a child that was born."""

    first_names = forms.CharField(label=_("First names"), max_length=120)
    prefix: Any = forms.CharField(
        label=_("Prefix to the name"), max_length=20, required=False, widget=forms.TextInput({"size": 10})
    )
    last_name = forms.CharField(label=_("Last name"), max_length=120)
    birth_date = _day(_("Date of birth"), required=False)
    authority = forms.MultipleChoiceField(
        label=_("Is this a child? Who has authority?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("As you are told; look in the register of parental authority later."),
    )
    field_order = ("first_names", "prefix", "last_name", "birth_date", "role", "since")

    def __init__(self, data: Any = None, *, homes: Choices, grown_ups: Choices, **options: Any) -> None:
        super().__init__(data, homes=homes, **options)
        self.choices_of("since").required = False
        self.choices_of("since").help_text = _("Leave empty: since their birth, or since today.")
        self.choices_of("authority").choices = grown_ups
        self.order_fields([*self.field_order, "other_home", "household", "own_role", "authority"])

    def names(self) -> dict[str, Any]:
        """The fields of the new resident."""
        return {
            name: self.cleaned_data[name] for name in ("first_names", "prefix", "last_name", "birth_date")
        }


class RoleForm(EditingForm, KeyedForm):
    """Change what somebody is in a household."""

    role = forms.ChoiceField(label=_("Who are they in this household?"), choices=HouseholdRole)
    other_home = forms.BooleanField(label=_("They live here part of the time"), required=False)

    @classmethod
    def showing(cls, member: HouseholdMember) -> "RoleForm":
        return cls(initial={"role": member.role, "other_home": member.other_home})


class EndForm(EditingForm, KeyedForm):
    """Until when, or that it never was so. `initial`: the day that stands there already, or None."""

    until = _day(_("Until which day?"), required=False)
    mistake = forms.BooleanField(label=MISTAKE, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("until") and not given.get("mistake") and "until" not in self.errors:
            self.add_error("until", _("Fill in the day, or say that it was a mistake."))
        return given

    @property
    def until_day(self) -> Any:
        """The day, or None for a mistake. Only of a valid form."""
        return None if self.cleaned_data["mistake"] else self.cleaned_data["until"]


class HouseholdForm(EditingForm, KeyedForm):
    """Its name, and why contact persons differ."""

    name = forms.CharField(label=_("Name of the household"), max_length=120)
    contact_differs_because = forms.CharField(
        label=_("Why do members have different contact persons?"),
        max_length=300,
        required=False,
        widget=ShortText,
        help_text=_("A household shares one contact person. Only write something when that is not so."),
    )


class AuthorityForm(KeyedForm):
    """Who has authority over a child, and where you saw that."""

    child = forms.ChoiceField(label=_("Over which child?"))
    holder = forms.ChoiceField(label=_("Who has authority?"), required=False)
    holder_name = forms.CharField(
        label=_("Somebody else: their name"),
        max_length=120,
        required=False,
        help_text=_("A guardian, or a parent whom we do not know."),
    )
    kind = forms.ChoiceField(
        label=_("What kind?"), choices=AuthorityKind, initial="parental", widget=forms.RadioSelect
    )
    since = _day(_("Since when?"), hint=_("Mostly the day of birth."))
    source = forms.ChoiceField(
        label=_("Where did you see this?"), choices=AuthoritySource, initial="told", widget=forms.RadioSelect
    )
    seen_date = _day(_("Seen on"), required=False)

    def __init__(self, data: Any = None, *, children: Choices, holders: Choices, **options: Any) -> None:
        super().__init__(data, **options)
        self.choices_of("child").choices = children
        self.choices_of("holder").choices = [("", _("Somebody else")), *holders]


class NetworkForm(KeyedForm):
    """Somebody who is there for the resident."""

    name = forms.CharField(label=_("Name"), max_length=120)
    relation = forms.CharField(
        label=_("Who are they to the resident?"), max_length=80, help_text=_("Sister, neighbour, friend ...")
    )
    can_do = forms.CharField(label=_("What can they do?"), max_length=300, required=False, widget=ShortText)
    phone = forms.CharField(
        label=_("Phone"), max_length=20, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )

    def clean_phone(self) -> str:
        return phone_digits(self.cleaned_data["phone"])


class NetworkChangeForm(EditingForm, NetworkForm):
    """Change somebody of the network."""

    @classmethod
    def showing(cls, member: NetworkMember) -> "NetworkChangeForm":
        return cls(initial={name: getattr(member, name) for name in ("name", "relation", "can_do", "phone")})


class PressedForm(KeyedForm):
    """Only the button."""


def as_choices(residents: Sequence[Resident]) -> list[tuple[str, str]]:
    """Residents to choose from, by name."""
    return [(str(one.pk), one.full_name) for one in residents]
