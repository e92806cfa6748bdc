"""The form of the resident's own plan."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from intake.models import OwnPlan
from intake.operations.own_plan import PlanGiven
from sociaal.core.widgets import DateInput, ShortText


class OwnPlanForm(KeyedForm):
    """What came, when, and whether we read it. `seen` is the version the form started from."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput, initial=0)
    kind = forms.ChoiceField(
        label=_("What kind of plan is it?"),
        choices=OwnPlan.Kind,
        initial=OwnPlan.Kind.PERSONAL,
        widget=forms.RadioSelect,
    )
    received_date = forms.DateField(label=_("When did it come?"), widget=DateInput)
    words = forms.CharField(
        label=_("What does it say?"),
        widget=ShortText(attrs={"rows": 6}),
        help_text=_("In the words of the resident or the family. What they want, and what they propose."),
    )
    was_read = forms.BooleanField(label=_("I have read it, and take it along"), required=False)

    @classmethod
    def starting(cls, plan: OwnPlan | None) -> "OwnPlanForm":
        """The form as it stands now."""
        if plan is None:
            return cls(initial={"received_date": timezone.localdate()})
        facts: dict[str, Any] = {name: getattr(plan, name) for name in ("kind", "received_date", "words")}
        return cls(initial=facts | {"was_read": plan.read_at is not None, "seen": plan.version})

    def plan(self) -> PlanGiven:
        """For the operation. Only of a valid form."""
        given = self.given()
        return PlanGiven(**given | {"seen": given["seen"] or 0})

    def overwrite(self, version: int) -> None:
        """After a conflict was shown: sent once more, this may replace what a colleague saved."""
        self.data = {**{name: self.data.get(name) for name in self.data}, "seen": str(version)}
