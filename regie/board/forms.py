"""What is asked on the improvement board: two fields to suggest, little more to try."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from regie.board.models import Suggestion
from regie.board.models.suggestion import Phase
from regie.board.policies import REACHABLE
from regie.metrics.models import Measure
from sociaal.core.widgets import DateInput, ShortText


class SuggestForm(KeyedForm):
    """Two fields; where it arose and where to go back to come along by themselves."""

    gets_in_the_way = forms.CharField(
        label=_("What gets in the way?"),
        max_length=2000,
        widget=ShortText,
        help_text=_("All colleagues can read this. Leave out who it is about."),
    )
    would_help = forms.CharField(
        label=_("What would help?"),
        max_length=2000,
        required=False,
        widget=ShortText,
        help_text=_("No idea yet? Leave it open, then we think about it together."),
    )
    step = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)
    next = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)

    def given(self) -> dict[str, Any]:
        return {name: value for name, value in super().given().items() if name != "next"}


class PlanForm(KeyedForm):
    """Try small, measure, look again."""

    tried_by = forms.CharField(label=_("Who tries it?"), max_length=120, required=False)
    measure = forms.ChoiceField(
        label=_("By what will we see that it helps?"),
        choices=[("", _("Not chosen yet")), *Measure.choices],
        required=False,
    )
    change_date = forms.DateField(label=_("From which day do we work so?"), required=False, widget=DateInput)
    look_again_date = forms.DateField(label=_("When do we look again?"), required=False, widget=DateInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def showing(cls, suggestion: Suggestion) -> "PlanForm":
        names = ("tried_by", "measure", "change_date", "look_again_date")
        known = {name: getattr(suggestion, name) for name in names}
        return cls(initial={**known, "seen": suggestion.version}, prefix="plan")


class MoveForm(KeyedForm):
    """Where to, and in a few words why. On the board only the button."""

    to = forms.ChoiceField(label=_("Move to"), choices=Phase.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Why?"),
        max_length=300,
        required=False,
        widget=ShortText,
        help_text=_("Only needed when we stop: the colleague who suggested it wants to know."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def showing(cls, suggestion: Suggestion, data: Any = None) -> "MoveForm":
        """The form with only the phases that can be reached from where it stands."""
        form = cls(data, initial={"seen": suggestion.version})
        reachable = REACHABLE[Phase(suggestion.phase)]
        form.fields["to"].choices = [(phase, phase.label) for phase in reachable]  # type: ignore[attr-defined]
        return form
