"""Choosing help, and the steps of an arrangement that ask for a reason."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.enums import DataCategory, DeliveryForm
from cases.forms.base import KeyedForm
from cases.forms.notes import CaseForm
from cases.forms.procedure import offer_people
from cases.models import Procedure
from cases.operations.arrangements import granting_decision
from cases.queries.applicants import applicants
from cases.queries.catalogue import provisions_by_weight
from sociaal.core.widgets import DateInput, ShortText


class ArrangementForm(CaseForm):
    """A provision of the catalogue for this resident; lightest first."""

    named: Sequence[int] = ()
    """Keys of whom it shows by name."""

    resident = forms.TypedChoiceField(label=_("For whom is this help?"), widget=forms.RadioSelect)
    provision = forms.TypedChoiceField(label=_("Which help?"), coerce=int)
    goal = forms.CharField(
        label=_("What should it bring?"),
        required=False,
        max_length=300,
        widget=ShortText,
        help_text=_("In the resident's words where you can."),
    )
    volume = forms.CharField(
        label=_("How much?"), required=False, max_length=80, help_text=_("For example: 2 hours a week")
    )
    procedure: Any = forms.ModelChoiceField(
        queryset=None, label=_("By which decision?"), required=False, empty_label=_("None is needed")
    )
    form = forms.ChoiceField(
        label=_("In kind or personal budget?"),
        choices=DeliveryForm,
        widget=forms.RadioSelect,
        initial="in_kind",
    )
    review_date = forms.DateField(label=_("When do we look again?"), required=False, widget=DateInput)
    category = forms.ChoiceField(label=_("What is it about?"), choices=DataCategory)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        procedures = Procedure.objects.filter(case=self.case)
        self.choices_of("procedure").queryset = procedures
        if data is None:
            self.initial.setdefault("procedure", granting_decision(self.case, ""))
        self.rows, choices = provisions_by_weight(timezone.localdate())
        self.choices_of("provision").choices = [("", _("Choose help")), *choices]
        people = applicants(self.case, self.user, timezone.now())
        self.named = [one.pk for one in people]
        offer_people(self, "resident", people, self.case.resident_id)

    def given(self) -> dict[str, Any]:
        given = super().given()
        return given | {"provision": self.rows[given["provision"]]}


class ReasonForm(KeyedForm):
    """A step that asks why."""

    reason = forms.CharField(label=_("Why?"), max_length=300, required=False, widget=ShortText)
