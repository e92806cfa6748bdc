"""The weighing: the ladder, the questions of the rule, the exception, the second reader."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from cases.enums import Track, Weight
from cases.forms.notes import CaseForm, Colleague
from cases.models import Case, Weighing
from cases.operations.weighing import WeighingInput
from cases.queries.colleagues import possible_readers
from cases.weighing import LADDER, Missing
from sociaal.accounts.models import User
from sociaal.core.widgets import DateInput, ShortText

ANSWERS = (("", _("Not known")), ("yes", _("Yes")), ("no", _("No")))
_TO_BOOL = {"yes": True, "no": False}
_FROM_BOOL = {True: "yes", False: "no", None: ""}
RUNG_FIELDS = ("considered", "tried", "why_not")
RUNG_LABELS = {
    "considered": _("What is possible here?"),
    "tried": _("What has been tried?"),
    "why_not": _("It will not do, because"),
}


def _text(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=ShortText(attrs={"rows": 2}), **options)


def _question(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=ANSWERS, required=False, widget=forms.RadioSelect)


class WeighingForm(CaseForm):
    """Nothing is required to save: what is missing is named when the solution is agreed."""

    keeps_incomplete = True

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    behind_question = _text(
        _("What lies behind the question?"), help_text=_("No treating of symptoms: what would really help?")
    )
    weight = forms.ChoiceField(
        label=_("Which solution do you choose?"),
        required=False,
        widget=forms.RadioSelect,
        choices=[(str(weight), weight.label) for weight in LADDER],
    )
    safety_at_stake = _question(_("Is safety at stake?"))
    clear_how = _question(_("Is it clear how the goal can be reached?"))
    stable = _question(_("Will it stay stable for six months?"))
    parties_needed = forms.IntegerField(
        label=_("How many parties are needed?"), required=False, min_value=0, max_value=20
    )
    track = forms.ChoiceField(
        label=_("Track"), choices=[("", _("As the rule says")), *Track.choices], required=False
    )
    deviation_reason = _text(_("Why another track than the rule says?"))
    exception_rule = forms.CharField(
        label=_("Which law or policy is in the way?"),
        max_length=200,
        required=False,
        help_text=_(
            "Name no resident here: when the exception is allowed, this goes to the improvement board."
        ),
    )
    exception_reason = _text(
        _("Why does the rule harm here?"),
        help_text=_("The manager of the team reads this and decides. Write it so that it names nobody."),
    )
    second_reader = Colleague(
        queryset=None,
        label=_("Second reader"),
        required=False,
        empty_label=_("Nobody yet"),
        help_text=_(
            "A colleague who reads this weighing and says whether they agree. Needed for specialist support."
        ),
    )
    lighter_again_date = forms.DateField(
        label=_("When do you look again whether lighter is possible?"), required=False, widget=DateInput
    )

    def __init__(
        self, data: Any = None, *, case: Case, user: User, weighing: Weighing | None, **options: Any
    ) -> None:
        super().__init__(data, case=case, user=user, **options)
        for weight in LADDER:
            for name in RUNG_FIELDS:
                self.fields[f"{weight}_{name}"] = _text(RUNG_LABELS[name])
        self.choices_of("second_reader").queryset = possible_readers(
            user, weighing.made_by_id if weighing else None
        )
        self.initial = {**self.initial, **saved_values(weighing), "seen": case.version}

    def weighing_input(self) -> WeighingInput:
        """For the operation. Only of a valid form."""
        given = self.cleaned_data
        rungs = {str(weight): {name: given[f"{weight}_{name}"] for name in RUNG_FIELDS} for weight in LADDER}
        words = {name: given[name] for name in WeighingInput.__dataclass_fields__ if name in given}
        answers = {name: _TO_BOOL.get(given[name]) for name in ("safety_at_stake", "clear_how", "stable")}
        values: dict[str, Any] = {**words, **answers, "rungs": rungs}
        return WeighingInput(**values)

    def show_missing(self, missing: Iterable[Missing]) -> None:
        """Each thing that is missing at its own field, also of a form that nobody sent."""
        if not self.is_bound:
            self._errors, self.cleaned_data = ErrorDict(), {}
        for item in missing:
            self.add_error(item.field if item.field in self.fields else None, str(item.message))

    def overwrite(self, version: int) -> None:
        """After a conflict was shown: sent once more, what was typed may replace what a colleague saved."""
        self.data = {**{name: self.data.get(name) for name in self.data}, "seen": str(version)}

    def rungs(self) -> list[dict[str, Any]]:
        """For the ladder on the page: per weight its three fields."""
        return [
            {
                "weight": str(weight),
                "label": Weight(weight).label,
                "fields": [
                    self[f"{weight}_{name}"]
                    for name in RUNG_FIELDS
                    if weight != LADDER[-1] or name != "why_not" or self[f"{weight}_{name}"].value()
                ],
            }
            for weight in LADDER
        ]


def written_before(weighing: Weighing | None) -> dict[str, Any]:
    """What an earlier weighing says that a new one starts from: the ladder as written; no choice, no answer
    of anybody, and the questions of the rule are asked anew.
    """
    if weighing is None:
        return {}
    ladder = {f"{weight}_{name}" for weight in LADDER for name in RUNG_FIELDS}
    return {
        name: value for name, value in saved_values(weighing).items() if name in ladder | {"behind_question"}
    }


def saved_values(weighing: Weighing | None) -> dict[str, Any]:
    """What is saved now, by the names of the form."""
    if weighing is None:
        return {}
    names = (
        "behind_question",
        "weight",
        "parties_needed",
        "deviation_reason",
        "exception_rule",
        "exception_reason",
        "lighter_again_date",
    )
    values: dict[str, Any] = {name: getattr(weighing, name) for name in names}
    values |= {
        name: _FROM_BOOL[getattr(weighing, name)] for name in ("safety_at_stake", "clear_how", "stable")
    }
    values["second_reader"] = weighing.second_reader_id
    values["track"] = weighing.track if weighing.track != weighing.track_by_rule else ""
    for rung in weighing.rungs.all():
        values |= {f"{rung.weight}_{name}": getattr(rung, name) for name in RUNG_FIELDS}
    return values


class SecondReadingForm(CaseForm):
    agrees = forms.ChoiceField(
        label=_("Do you agree?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("I agree")), ("no", _("I do not agree"))],
    )
    words = forms.CharField(label=_("What do you want to say about it?"), widget=ShortText, required=False)
