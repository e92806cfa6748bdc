"""The steps of an objection, and telling that a decision comes later."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases import objecting
from cases.enums import DecisionOutcome, ObjectionOutcome
from cases.forms.base import KeyedForm
from sociaal.core.widgets import DateInput, ShortText


class ObjectionForm(KeyedForm):
    received_date = forms.DateField(label=_("Received on"), widget=DateInput, initial=timezone.localdate)


class CommitteeForm(KeyedForm):
    told_date = forms.DateField(
        label=_("On which day was the resident told?"), widget=DateInput, initial=timezone.localdate
    )


class DelayForm(KeyedForm):
    told_date = forms.DateField(
        label=_("On which day was the resident told?"), widget=DateInput, initial=timezone.localdate
    )
    until_date = forms.DateField(label=_("By which day do we decide?"), widget=DateInput)


class PostponeForm(DelayForm):
    agreed_date = forms.DateField(
        label=_("On which day did the resident agree?"),
        required=False,
        widget=DateInput,
        help_text=_("Only for a second time, or for longer than six weeks."),
    )


class ObjectionDecisionForm(KeyedForm):
    outcome = forms.ChoiceField(
        label=_("What is decided on the objection?"),
        choices=[(one.value, one.label) for one in objecting.TO_CHOOSE],
        widget=forms.RadioSelect,
    )
    reasons = forms.CharField(
        label=_("Reasons on the objection"),
        widget=ShortText,
        help_text=_("In plain words, as the resident will read them."),
    )
    instead = forms.ChoiceField(
        label=_("What do we decide now?"),
        choices=[("", _("The decision stays as it is")), *DecisionOutcome.choices],
        required=False,
        help_text=_("Only when the objection is well-founded. It takes the place of the first decision."),
    )
    instead_reasons = forms.CharField(
        label=_("Reasons for the new decision"), required=False, widget=ShortText
    )
    decided_date = forms.DateField(label=_("Decided on"), widget=DateInput, initial=timezone.localdate)

    def clean(self) -> dict[str, Any]:
        """Whoever finds an objection well-founded says at once what takes the place of the decision."""
        given = super().clean() or {}
        if given.get("outcome") == ObjectionOutcome.FOUNDED:
            if not given.get("instead"):
                self.add_error("instead", _("Choose what is decided instead."))
            if not given.get("instead_reasons"):
                self.add_error("instead_reasons", _("Write down why."))
        return given


class ObjectionSentForm(KeyedForm):
    sent_date = forms.DateField(label=_("Sent on"), widget=DateInput, initial=timezone.localdate)


class TakenBackForm(KeyedForm):
    taken_back_date = forms.DateField(
        label=_("On which day was it taken back?"), widget=DateInput, initial=timezone.localdate
    )
