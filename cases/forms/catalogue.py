"""The administrator's forms of the catalogue and the register of organisations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import Law, LifeDomain, OrganisationKind, Weight
from cases.forms.base import KeyedForm
from cases.models import Organisation
from cases.queries.catalogue import accounts_without_organisation
from sociaal.core.editing import EditingForm
from sociaal.core.widgets import DateInput


class Lines(forms.CharField):
    """A list of short names, one a line; empty and double ones are left out."""

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), **options)
        self.longest = longest

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        lines = (" ".join(line.split()) for line in super().clean(value).splitlines())
        kept = list(dict.fromkeys(line for line in lines if line))
        if any(len(line) > self.longest for line in kept):
            raise forms.ValidationError(_("A name of a neighbourhood can have 80 characters at most."))
        return kept


class ProvisionForm(EditingForm, KeyedForm):
    name = forms.CharField(label=_("Name"), max_length=120)
    weight = forms.ChoiceField(label=_("Weight"), choices=Weight, widget=forms.RadioSelect)
    law = forms.ChoiceField(label=_("Law"), choices=[("", _("None")), *Law.choices], required=False)
    provider = forms.ModelChoiceField(
        Organisation.objects.all(), label=_("Provider"), required=False, empty_label=_("Nobody in particular")
    )
    domains = forms.MultipleChoiceField(
        label=_("Life domains"), choices=LifeDomain, widget=forms.CheckboxSelectMultiple, required=False
    )
    price = forms.DecimalField(
        label=_("Price in euro"), max_digits=9, decimal_places=2, min_value=0, required=False
    )
    per = forms.CharField(label=_("Price per"), max_length=20, required=False)
    places = forms.IntegerField(label=_("Places"), min_value=0, max_value=1_000_000, required=False)
    waiting_weeks = forms.IntegerField(
        label=_("Waiting time in weeks"), min_value=0, max_value=520, initial=0
    )
    neighbourhoods = Lines(
        label=_("Neighbourhoods"),
        longest=80,
        required=False,
        help_text=_("One a line. Leave empty for what is given everywhere."),
    )
    from_date = forms.DateField(label=_("Given from"), required=False, widget=DateInput)
    until_date = forms.DateField(
        label=_("Given until and including"),
        required=False,
        widget=DateInput,
        help_text=_("Afterwards it cannot be chosen any more; help that runs goes on."),
    )
    is_active = forms.BooleanField(label=_("Is given now"), required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        """A period ends after it begins."""
        given = super().clean() or self.cleaned_data
        begin, end = given.get("from_date"), given.get("until_date")
        if begin and end and end < begin:
            self.add_error("until_date", _("The period ends before it begins."))
        return given


class OrganisationForm(EditingForm, KeyedForm):
    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind, widget=forms.RadioSelect)
    phone = forms.CharField(label=_("Phone"), max_length=20, required=False)


class ProfessionalForm(EditingForm, KeyedForm):
    name = forms.CharField(label=_("Name"), max_length=120)
    profession = forms.CharField(label=_("Profession"), max_length=80, required=False)
    user: Any = forms.ModelChoiceField(
        queryset=None,
        label=_("Account"),
        required=False,
        empty_label=_("Does not sign in here"),
        help_text=_("Only accounts of partner professionals that belong to nobody yet."),
    )

    def __init__(self, data: Any = None, *, account: int | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.choices_of("user").queryset = accounts_without_organisation(account)
