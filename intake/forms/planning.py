"""When and where a conversation is."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from intake.operations.conversations import Appointment
from sociaal.core.editing import EditingForm
from sociaal.core.widgets import DateInput, TimeInput


class PlanningFields(forms.Form):
    """Mixed into a form. All optional; a date asks for a time."""

    planned_date = forms.DateField(label=_("Date"), required=False, widget=DateInput)
    planned_time = forms.TimeField(label=_("Time"), required=False, widget=TimeInput)
    place = forms.CharField(label=_("Where"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if (
            cleaned.get("planned_date")
            and not cleaned.get("planned_time")
            and "planned_time" not in self.errors
        ):
            self.add_error("planned_time", _("Choose a time as well."))
        if (
            cleaned.get("planned_time")
            and not cleaned.get("planned_date")
            and "planned_date" not in self.errors
        ):
            self.add_error("planned_date", _("Choose a date as well."))
        return cleaned

    def appointment(self) -> Appointment | None:
        """What was planned; None without a date. Only of a valid form."""
        return self.moment() if self.cleaned_data["planned_date"] else None

    def moment(self) -> Appointment:
        """What was planned, in Amsterdam time. Only of a valid form with a date."""
        given = self.cleaned_data
        at = timezone.make_aware(datetime.combine(given["planned_date"], given["planned_time"]))
        return Appointment(at, place=given["place"], at_table=given.get("at_table", ""))


class ConversationForm(EditingForm, PlanningFields, KeyedForm):
    """Plan a conversation, or another moment for it."""

    at_table = forms.CharField(
        label=_("Who sits at the table"),
        max_length=200,
        required=False,
        help_text=_("Family, a neighbour, a support worker: whoever the resident wants there."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["planned_date"].required = self.fields["planned_time"].required = True
        self.fields["place"].help_text = _("At home, at the office, by telephone or video.")
