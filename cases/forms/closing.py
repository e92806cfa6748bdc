"""Review, closing, withdrawing, undoing a closing, answering at once, settling decisions."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import Level, LifeDomain, Outcome
from cases.forms.notes import CaseForm
from cases.models import Goal, Review
from sociaal.core.errors import DomainError
from sociaal.core.widgets import DateInput, ShortText

REACHED = (("yes", _("Reached")), ("partly", _("Not yet, we go on")), ("no", _("Not reached")))
_REACHED = {"yes": True, "partly": None, "no": False}
LEVELS = [
    ("", _("Not talked about")),
    *((str(level.value), f"{level.value} {level.label}") for level in Level),
]


class LevelField(forms.ChoiceField):
    """The level in one life domain. `of_a_group`: the page says how many are asked, not each field."""

    of_a_group = True

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=LEVELS, required=False, **options)


class LevelsMixin(forms.Form):
    """A level for each life domain that was looked at before, and one more to choose."""

    def add_levels(self, domains: Sequence[str]) -> None:
        for domain in domains:
            self.fields[f"level_{domain}"] = LevelField(label=LifeDomain(domain).label)

    def levels(self) -> dict[str, int]:
        """Domain to level, of what was filled in."""
        chosen = {
            name.removeprefix("level_"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("level_")
        }
        return {domain: int(value) for domain, value in chosen.items() if value}

    def level_fields(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith("level_")]


class GoalsMixin(forms.Form):
    """Whether each of these goals is reached."""

    def add_goals(self, goals: Sequence[Goal], *, ends: bool = False) -> None:
        """`ends`: nobody goes on with a goal, and one may be left as it is."""
        choices = [one for one in REACHED if not (ends and one[0] == "partly")]
        for goal in goals:
            self.fields[f"goal_{goal.pk}"] = forms.ChoiceField(
                label=f"“{goal.words}”", choices=choices, widget=forms.RadioSelect, required=not ends
            )

    def goals(self) -> dict[int, bool | None]:
        """Of each goal that was looked at, whether it is reached; None: not yet."""
        answers = {
            name.removeprefix("goal_"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("goal_")
        }
        return {int(key): _REACHED[value] for key, value in answers.items() if value}

    def goal_fields(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith("goal_")]


class ReviewForm(GoalsMixin, LevelsMixin, CaseForm):
    """The goals one by one, the levels again, and why not lighter yet."""

    lighter = forms.CharField(
        label=_("Is lighter help possible? Why not yet?"),
        widget=ShortText,
        help_text=_("For example: the neighbour wants to, and starts next month."),
    )
    experience = forms.CharField(
        label=_("How does the resident find the help?"),
        widget=ShortText,
        required=False,
        help_text=_("Ask for it, and note it in the resident's own words."),
    )
    look_again_date = forms.DateField(
        label=_("When do you look again whether lighter is possible?"),
        required=False,
        widget=DateInput,
        help_text=_("The help that runs gets this day. Needed for specialist support."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        goals: Sequence[Goal],
        domains: Sequence[str],
        last: Review | None = None,
        **options: Any,
    ) -> None:
        """`last`: the review before this one; its words are where this one starts."""
        super().__init__(data, **options)
        self.initial["lighter"] = last.lighter if last else ""
        self.add_goals(goals)
        self.add_levels(domains)


class CloseForm(GoalsMixin, LevelsMixin, CaseForm):
    """How it ended, in words, which goals are reached, and how the resident manages now."""

    outcome = forms.ChoiceField(
        label=_("How did it end?"),
        choices=[(one.value, one.label) for one in Outcome if one not in ("answered", "refused")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("In a few words"), widget=ShortText, required=False)
    experience = forms.CharField(
        label=_("How did the resident find the help?"),
        widget=ShortText,
        required=False,
        help_text=_("Ask for it, and note it in the resident's own words."),
    )

    def __init__(
        self, data: Any = None, *, goals: Sequence[Goal], domains: Sequence[str], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.add_goals(goals, ends=True)
        for goal in goals:
            if goal.reached is not None:
                self.initial[f"goal_{goal.pk}"] = "yes" if goal.reached else "no"
        self.add_levels(domains)


class WithdrawForm(CaseForm):
    who = forms.ChoiceField(
        label=_("Who takes the question back?"),
        widget=forms.RadioSelect,
        choices=[("resident", _("The resident")), ("us", _("The municipality"))],
    )
    outcome = forms.ChoiceField(
        label=_("How did it end?"),
        widget=forms.RadioSelect,
        choices=[
            (str(one), one.label)
            for one in (Outcome.WITHDRAWN, Outcome.MOVED, Outcome.DIED, Outcome.BROKEN_OFF)
        ],
    )
    reason = forms.CharField(label=_("Why?"), widget=ShortText)

    def given(self) -> dict[str, Any]:
        """`who` in words, as it will stand in the file."""
        given = super().given()
        labels = dict(self.choices_of("who").choices)
        return given | {"who": str(labels.get(given["who"], ""))}


class UndoForm(CaseForm):
    reason = forms.CharField(label=_("Why was the closing a mistake?"), widget=ShortText)


class AnswerForm(CaseForm):
    text = forms.CharField(label=_("What did you answer?"), widget=ShortText)

    def refuse(self, error: DomainError) -> None:
        """The operation calls this field `answer`."""
        error.field = "text" if error.field == "answer" else error.field
        super().refuse(error)
