"""The form of the conversation report: a text and a tick for each part, and how it is sent."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from cases.enums import Delivery
from cases.forms.base import KeyedForm
from cases.operations.letters import Sending
from intake.merging import Value
from intake.queries.conversation_report import KEEP, TEXT, ReportPage, fields_of
from intake.report.deciding import Line
from sociaal.core.editing import EditingForm
from sociaal.core.widgets import ShortText


class ReportForm(KeyedForm):
    """Made for one page: its parts are fields. Which version it was made for stands in `number`."""

    keeps_incomplete = True
    number = forms.IntegerField(widget=forms.HiddenInput)
    language = forms.ChoiceField(
        label=_("Language of the report"), choices=settings.LANGUAGES, required=False,
        help_text=_("What you changed by hand stays as it is."),
    )  # fmt: skip
    delivery = forms.ChoiceField(
        label=_("How does it reach the resident?"), choices=Delivery, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    announce = forms.BooleanField(
        label=_("An e-mail says that a letter is on its way"), required=False,
        help_text=_("The e-mail names nobody and says nothing about the question."),
    )  # fmt: skip
    safe = forms.BooleanField(label=_("I agreed with the resident that this letter can come"), required=False)

    def __init__(self, page: ReportPage, data: Mapping[str, Any] | None = None) -> None:
        initial = {
            "number": page.report.number, "language": page.report.language, "delivery": Delivery.POST,
        }  # fmt: skip
        super().__init__(data, initial=initial | fields_of(page.lines))
        self.lines = [line for line in page.lines if line.may_come_in]
        for line in self.lines:
            rows = min(12, max(2, line.text.count("\n") + 1))
            self.fields[f"{TEXT}_{line.code}"] = forms.CharField(
                label=line.heading or _("The beginning"),
                required=False,
                widget=ShortText(attrs={"rows": rows}),
            )
            self.fields[f"{KEEP}_{line.code}"] = forms.BooleanField(
                label=_("Comes in the report"), required=False
            )
        if not (settings.CAN_EMAIL and page.case.resident.email):
            del self.fields["announce"]
        if not page.facts.unsafe:
            del self.fields["safe"]

    def parts(self) -> Sequence[tuple[Line, BoundField, BoundField]]:
        """Each part with its text and its tick."""
        return [(one, self[f"{TEXT}_{one.code}"], self[f"{KEEP}_{one.code}"]) for one in self.lines]

    def written(self) -> dict[str, Value]:
        """The parts as they were sent. Only of a valid form."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name.startswith((f"{TEXT}_", f"{KEEP}_"))
        }

    def sending(self) -> Sending:
        given = self.cleaned_data
        return Sending(given["delivery"] or Delivery.POST, announce=given.get("announce", False))


class RemarksForm(EditingForm, KeyedForm):
    """What the resident says about the report."""

    remarks = forms.CharField(
        label=_("What does the resident remark?"), widget=ShortText(attrs={"rows": 6}),
        help_text=_("In their own words. It comes in the next version, under the same text."),
    )  # fmt: skip
