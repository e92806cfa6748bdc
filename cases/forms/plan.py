"""Small forms of the plan: what comes first, who does what, how it goes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.notes import CaseForm
from cases.models import Condition, PlanAction
from sociaal.core.widgets import DateInput, ShortText


class ConditionsForm(CaseForm):
    """`before`: the words that the form started from."""

    conditions = forms.CharField(
        label=_("What must be in order first?"),
        widget=ShortText,
        required=False,
        max_length=2000,
        help_text=_(
            "One a line. For example: an income, a roof, safety. Without it the goals do not come nearer."
        ),
    )
    before = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        rows = Condition.objects.filter(plan__case=self.case)
        words = "\n".join(rows.values_list("words", flat=True))
        self.initial = {"conditions": words, "before": words}


class ActionForm(CaseForm):
    who = forms.ChoiceField(
        label=_("Who does it?"), choices=PlanAction.Who, widget=forms.RadioSelect, initial="resident"
    )
    name = forms.CharField(
        label=_("By name"),
        max_length=80,
        required=False,
        help_text=_("For example: the neighbour, or the name of the organisation."),
    )
    what = forms.CharField(label=_("What?"), max_length=300, widget=ShortText)
    by_date = forms.DateField(label=_("By when?"), required=False, widget=DateInput)


class ProgressForm(CaseForm):
    words = forms.CharField(
        label=_("How does it go with this goal?"),
        max_length=500,
        widget=ShortText,
        help_text=_("In the resident's words where you can."),
    )
