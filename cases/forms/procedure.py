"""Opening a procedure, and its steps."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.enums import DecisionOutcome, DeliveryForm, Law, WayIn
from cases.forms.base import KeyedForm
from cases.forms.notes import CaseForm
from cases.models import Procedure, Resident
from cases.queries.applicants import applicants
from sociaal.accounts.models import User
from sociaal.core.widgets import DateInput, ShortText


def offer_people(form: KeyedForm, name: str, people: Sequence[Resident], chosen: int) -> None:
    """Let this field choose among these people, of whom the one with the key `chosen` stands there; it gives
    the resident. With one person there is nothing to ask, and the field goes.
    """
    if len(people) < 2:
        del form.fields[name]
        return
    by_key = {str(one.pk): one for one in people}
    field = form.choices_of(name)
    field.choices = [(key, one.full_name) for key, one in by_key.items()]
    field.coerce = by_key.__getitem__
    form.initial[name] = str(chosen)


class AsksWho(KeyedForm):
    """Asks who applies, where it can be another than the main subject of the case. `named`: keys of whom it
    shows by name.
    """

    named: Sequence[int] = ()

    applicant = forms.TypedChoiceField(
        label=_("Who applies?"),
        widget=forms.RadioSelect,
        help_text=_("The decision and its letter are addressed to them."),
    )

    def offer(self, people: Sequence[Resident], chosen: int) -> None:
        """These people, of whom this one stands there."""
        self.named = [one.pk for one in people]
        offer_people(self, "applicant", people, chosen)


class ProcedureForm(AsksWho, CaseForm):
    law = forms.ChoiceField(label=_("Under which law?"), choices=Law, widget=forms.RadioSelect)
    subject = forms.CharField(label=_("What is it about?"), max_length=120)
    way_in = forms.ChoiceField(label=_("How did it come in?"), choices=WayIn)
    reported_date = forms.DateField(
        label=_("Reported on"),
        required=False,
        widget=DateInput,
        help_text=_("Leave empty for the day of the report."),
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.initial.setdefault("subject", self.case.subject)
        self.offer(applicants(self.case, self.user, timezone.now()), self.case.resident_id)


class StepForm(KeyedForm):
    """A step of a procedure that asks nothing."""


class ApplyForm(AsksWho):
    applied_date = forms.DateField(label=_("Received on"), widget=DateInput, initial=timezone.localdate)

    def __init__(self, data: Any = None, *, procedure: Procedure, user: User, **options: Any) -> None:
        super().__init__(data, **options)
        people = applicants(procedure.case, user, timezone.now())
        stands = procedure.applicant_id if procedure.applicant in people else procedure.case.resident_id
        self.offer(people, stands)


class SendForm(KeyedForm):
    sent_date = forms.DateField(label=_("Sent on"), widget=DateInput, initial=timezone.localdate)


class DefaultNoticeForm(KeyedForm):
    received_date = forms.DateField(label=_("Received on"), widget=DateInput, initial=timezone.localdate)


class DecideForm(KeyedForm):
    outcome = forms.ChoiceField(
        label=_("What is decided?"), choices=DecisionOutcome, widget=forms.RadioSelect
    )
    reasons = forms.CharField(
        label=_("Reasons"),
        widget=ShortText,
        help_text=_("In plain words, as the resident will read them."),
    )
    conditions = forms.CharField(
        label=_("Conditions"),
        required=False,
        widget=ShortText,
        help_text=_("What the resident must do or mind, one a line. It comes in the letter."),
    )
    form = forms.ChoiceField(
        label=_("In kind or personal budget?"),
        choices=[("", _("Does not apply")), *DeliveryForm.choices],
        required=False,
    )
    decided_date = forms.DateField(label=_("Decided on"), widget=DateInput, initial=timezone.localdate)


def _tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


class SuspendForm(KeyedForm):
    from_date = forms.DateField(
        label=_("First day on which it stands still"), widget=DateInput, initial=_tomorrow
    )
    until_date = forms.DateField(
        label=_("Up to and including"),
        required=False,
        widget=DateInput,
        help_text=_("Leave empty while it is not known: we wait for the resident until the term runs again."),
    )
    reason = forms.CharField(label=_("Why?"), max_length=200)


class ResumeForm(KeyedForm):
    runs_from = forms.DateField(
        label=_("From which day does it run again?"),
        widget=DateInput,
        initial=timezone.localdate,
        help_text=_("The day on which it was completed. That day counts again."),
    )


class TakeBackForm(KeyedForm):
    reason = forms.CharField(label=_("Why?"), max_length=300, widget=ShortText)
