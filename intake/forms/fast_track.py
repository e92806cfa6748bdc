"""The page of the shortened route."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from cases.enums import CaseStatus, Law, Level, LifeDomain
from cases.forms.base import KeyedForm
from cases.models import Case
from cases.queries.catalogue import provisions_by_weight
from intake.operations.fast_track import Answers, Decision, FastTrack
from sociaal.accounts.models import User
from sociaal.core.widgets import DateInput, ShortText

YES_NO = (("yes", _("Yes")), ("no", _("No")))
SAID = ("own_words", "wish", "domain", "can_do", "network_can", "level")


def _yes_no(label: Any, help_text: Any = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, help_text=help_text, choices=YES_NO, coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
    )  # fmt: skip


def _words(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    widget = ShortText(attrs={"rows": 2})
    return forms.CharField(label=label, help_text=help_text, required=required, widget=widget)


class FastTrackForm(KeyedForm):
    """What was said is asked only while the conversation is not finished; nothing is asked twice."""

    own_words = _words(_("The question, in the resident's own words"))
    wish = _words(_("What do you want to reach?"))
    domain = forms.ChoiceField(label=_("What is it about?"), choices=LifeDomain)
    can_do = _words(_("Can do themselves"))
    network_can = _words(_("The network can do"))
    level = forms.TypedChoiceField(
        label=_("How has it been, these past 30 days?"), required=False, coerce=int, empty_value=None,
        choices=[("", "–"), *Level.choices],
    )  # fmt: skip
    safety_at_stake = _yes_no(_("Is anybody's safety at stake?"))
    clear_how = _yes_no(_("Is it clear how the goal can be reached?"))
    stable = _yes_no(_("Is the situation stable: for the past six months and the next?"))
    parties_needed = forms.TypedChoiceField(
        label=_("How many parties are needed?"), coerce=int, widget=forms.RadioSelect,
        choices=(("0", _("None")), ("1", _("One")), ("2", _("Two")), ("3", _("Three or more"))),
    )  # fmt: skip
    behind_question = _words(_("What lies behind the question?"))
    social_base = _words(
        _("What can they and the people around them do?"),
        _("Own strength, network, neighbourhood, volunteers."),
    )
    provision = forms.TypedChoiceField(label=_("Which help fits?"), coerce=int)
    why_not_social_base = _words(
        _("Why is the social base alone not enough?"), _("Only for a general provision."), required=False
    )
    goal = forms.CharField(label=_("What should it bring?"), max_length=300, required=False)
    volume = forms.CharField(label=_("How much?"), max_length=80, required=False)
    review_date = forms.DateField(label=_("When do we look again?"), required=False, widget=DateInput)
    start_now = forms.BooleanField(label=_("The help starts at once"), required=False)
    law = forms.ChoiceField(label=_("Decision under"), required=False)
    reasons = _words(_("Reasons for the decision"), required=False)

    def __init__(self, *args: Any, case: Case, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if case.status == CaseStatus.WEIGHING:
            for name in SAID:
                del self.fields[name]
        if "domain" in self.fields:
            self._choose("domain", [("", _text("Choose")), *LifeDomain.choices])
        self.provisions, by_weight = provisions_by_weight()
        self._choose("provision", [("", _text("Choose")), *by_weight])
        mandates = [(law.value, law.label) for law in Law if law in user.mandates]
        self._choose("law", [("", _text("No decision needed")), *mandates])
        self.may_decide = bool(mandates)

    def _choose(self, name: str, choices: list[Any]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("law") and not cleaned.get("reasons"):
            self.add_error("reasons", _("A decision has reasons. Write them down."))
        return cleaned

    def given(self) -> FastTrack:  # type: ignore[override]
        """What was filled in. Only of a valid form."""
        data = self.cleaned_data
        same = ("behind_question", "social_base", "safety_at_stake", "clear_how", "stable", "parties_needed",
                "why_not_social_base", "goal", "volume", "review_date", "start_now")  # fmt: skip
        return FastTrack(
            provision=self.provisions[data["provision"]],
            answers=self._answers(),
            decision=Decision(data["law"], data["reasons"]) if data["law"] else None,
            **{name: data[name] for name in same},
        )

    def _answers(self) -> Answers | None:
        if "wish" not in self.fields:
            return None
        seen = {name: self.data.get(f"seen_{name}", "") for name in ("own_words", "wish")}
        return Answers(**{name: self.cleaned_data[name] for name in SAID}, seen=seen)
