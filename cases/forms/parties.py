"""Forms about whom a case concerns and who agreed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import Law, PartyRole
from cases.forms.base import KeyedForm
from sociaal.core.widgets import DateInput


class PartyForm(KeyedForm):
    """In which role, since when."""

    role = forms.ChoiceField(
        label=_("Who are they in this case?"), choices=PartyRole, widget=forms.RadioSelect
    )
    since = forms.DateField(label=_("Since when?"), widget=DateInput)


class ConsentForm(KeyedForm):
    """Whether somebody agrees, under which law, on which day."""

    law = forms.ChoiceField(label=_("For help under which law?"), choices=Law.choices)
    given: Any = forms.TypedChoiceField(
        label=_("Do they agree?"),
        choices=[("yes", _("Yes")), ("no", _("No, or not any more"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    on_date = forms.DateField(label=_("On which day?"), widget=DateInput)
    said = forms.CharField(
        label=_("How did they say it?"),
        max_length=200,
        required=False,
        help_text=_("For example: in the conversation at home, or with a signature."),
    )
