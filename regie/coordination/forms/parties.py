"""A partner takes part: one choice for who, and what is needed to share something with them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import DataCategory
from cases.forms.base import KeyedForm
from cases.models import Case, Organisation, Professional
from regie.coordination.models import Participation
from regie.coordination.policies import ROOM_AT_THE_TABLE
from sociaal.core.widgets import ShortText


class PartyForm(KeyedForm):
    """The organisations of the register, with their people under them, so that one choice says both."""

    organisation = forms.ChoiceField(label=_("Which partner?"))
    role = forms.CharField(
        label=_("What do they do in this case?"),
        max_length=120,
        help_text=_("For example: landlord, school, GP."),
    )
    added_value = forms.CharField(
        label=_("What do they add for the resident?"), max_length=300, widget=ShortText
    )
    mandate = forms.CharField(label=_("What may they decide at the table?"), max_length=200, required=False)
    shared_categories = forms.MultipleChoiceField(
        label=_("What do we share?"),
        choices=DataCategory.choices,
        required=False,
        initial=[DataCategory.GENERAL],
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Their professional sees only this case, and of it only what you tick. Tick no more than needed."
        ),
    )
    ground = forms.CharField(
        label=_("On what ground do we share this?"),
        max_length=300,
        widget=ShortText,
        help_text=_(
            "Usually consent: by whom, and on which date. Without consent the law must allow it "
            "(Wmo article 5.2.1, Jeugdwet article 7.4.0)."
        ),
    )
    why_more = forms.CharField(
        label=_("Why one more party?"),
        max_length=300,
        widget=ShortText,
        help_text=_("Three parties take part already. For the resident each one is another face."),
    )

    def __init__(self, data: Any = None, *, case: Case) -> None:
        super().__init__(data)
        present = set(
            Participation.objects.filter(case=case, until__isnull=True).values_list("organisation", flat=True)
        )
        # who takes part already is not offered, yet is understood: a form sent twice ends where it did first
        offered = _choices(set() if self.is_bound else present)
        self.fields["organisation"].choices = offered  # type: ignore[attr-defined]
        if len(present) < ROOM_AT_THE_TABLE:
            del self.fields["why_more"]

    def given(self) -> dict[str, Any]:
        given = super().given()
        organisation, _sep, professional = given["organisation"].partition("-")
        given["organisation"] = Organisation.objects.get(pk=organisation)
        given["professional"] = Professional.objects.get(pk=professional) if professional else None
        return given


def _choices(present: set[int]) -> list[tuple[Any, Any]]:
    """Per organisation: nobody in particular, or one of its people. Who takes part already is left out."""
    people: dict[int, list[Professional]] = {}
    for person in Professional.objects.order_by("name", "pk"):
        people.setdefault(person.organisation_id, []).append(person)
    rows = Organisation.objects.exclude(pk__in=present).order_by("name")
    return [("", _("Choose a partner")), *(_group(row, people.get(row.pk, [])) for row in rows)]


def _group(organisation: Organisation, people: list[Professional]) -> tuple[Any, Any]:
    anyone = (str(organisation.pk), organisation.name)
    if not people:
        return anyone
    named = [(f"{organisation.pk}-{person.pk}", _described(person, organisation)) for person in people]
    return organisation.name, [*named, anyone]


def _described(person: Professional, organisation: Organisation) -> str:
    about = ", ".join(part for part in (person.name, person.profession) if part)
    return f"{about} ({organisation.name})"


class EndForm(KeyedForm):
    """Nothing to fill in: sure or not."""
