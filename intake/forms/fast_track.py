"""The page of the shortened route."""

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from cases.enums import CaseStatus, DeliveryForm, Law, Level, LifeDomain, Weight
from cases.forms.base import KeyedForm
from cases.forms.notes import Colleague
from cases.forms.procedure import offer_people
from cases.models import Case
from cases.queries.applicants import applicants
from cases.queries.catalogue import provisions_by_weight
from cases.queries.colleagues import possible_readers
from intake.operations.fast_track import Answers, Decision, FastTrack, Specialist
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

    specialist = False
    """Whether the help that was chosen is specialist support; known once the form is checked."""

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
    resident = forms.TypedChoiceField(
        label=_("For whom is this help?"), widget=forms.RadioSelect,
        help_text=_("An application and its decision are in their name."),
    )  # fmt: skip
    provision = forms.TypedChoiceField(label=_("Which help fits?"), coerce=int)
    why_not_social_base = _words(
        _("Why is the social base alone not enough?"),
        _("Not needed when the social base is what you choose."),
        required=False,
    )
    goal = forms.CharField(label=_("What should it bring?"), max_length=300, required=False)
    volume = forms.CharField(label=_("How much?"), max_length=80, required=False)
    review_date = forms.DateField(label=_("When do we look again?"), required=False, widget=DateInput)
    start_now = forms.BooleanField(label=_("The help starts at once"), required=False)
    law = forms.ChoiceField(label=_("Decision under"), required=False)
    form = forms.ChoiceField(
        label=_("In kind or personal budget?"), choices=DeliveryForm, widget=forms.RadioSelect,
        initial="in_kind", required=False,
    )  # fmt: skip
    reasons = _words(_("Reasons for the decision"), required=False)
    general = _words(_("What is possible with a general provision?"), required=False)
    why_not_general = _words(_("Why will a general provision not do?"), required=False)
    second_reader: Any = Colleague(
        queryset=None, label=_("Who reads along?"), required=False, empty_label=_("Nobody yet"),
        help_text=_("When they agree, you decide here in one go."),
    )  # fmt: skip
    lighter_again_date = forms.DateField(
        label=_("When do you look again whether lighter is possible?"), required=False, widget=DateInput
    )

    def __init__(self, *args: Any, case: Case, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices_of("second_reader").queryset = possible_readers(user, None)
        if case.status == CaseStatus.WEIGHING:
            for name in SAID:
                del self.fields[name]
        if "domain" in self.fields:
            self._choose("domain", [("", _text("Choose")), *LifeDomain.choices])
        self.provisions, by_weight = provisions_by_weight(timezone.localdate())
        self._choose("provision", [("", _text("Choose")), *by_weight])
        mandates = [(law.value, law.label) for law in Law if law in user.mandates]
        self._choose("law", [("", _text("No decision needed")), *mandates])
        self.may_decide = bool(mandates)
        people = applicants(case, user, timezone.now())
        self.named = [one.pk for one in people]
        offer_people(self, "resident", people, case.resident_id)

    def _choose(self, name: str, choices: list[Any]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.specialist = self._is_specialist(cleaned)
        if self.specialist:
            self._check_specialist(cleaned)
        elif cleaned.get("law") and not cleaned.get("reasons"):
            self.add_error("reasons", _("A decision has reasons. Write them down."))
        return cleaned

    def _is_specialist(self, cleaned: dict[str, Any]) -> bool:
        provision = self.provisions.get(cleaned.get("provision", 0))
        return provision is not None and provision.weight == Weight.SPECIALIST

    def _check_specialist(self, cleaned: dict[str, Any]) -> None:
        """What the law and the ladder ask of specialist support, each at its own field."""
        if not cleaned.get("law"):
            cleaned["law"] = self.provisions[cleaned["provision"]].law
        asked = {
            "law": _("Specialist support needs a decision. Choose the law."),
            "why_not_social_base": _("Write down why the social base will not do."),
            "general": _("Look at general provisions first."),
            "why_not_general": _("Write down why a general provision will not do."),
            "second_reader": _("Ask a second reader for this specialist solution."),
            "lighter_again_date": _("Choose a day on which you look again whether lighter is possible."),
        }
        for name, message in asked.items():
            if not cleaned.get(name):
                self.add_error(name, message)

    def given(self) -> FastTrack:  # type: ignore[override]
        """What was filled in. Only of a valid form."""
        data = self.cleaned_data
        same = ("behind_question", "social_base", "safety_at_stake", "clear_how", "stable", "parties_needed",
                "why_not_social_base", "goal", "volume", "review_date", "start_now")  # fmt: skip
        return FastTrack(
            provision=self.provisions[data["provision"]],
            answers=self._answers(),
            decision=self._decision(),
            specialist=self._above() if self.specialist else None,
            resident=data.get("resident"),
            **{name: data[name] for name in same},
        )

    def _decision(self) -> Decision | None:
        data = self.cleaned_data
        if self.specialist or not data["law"]:
            return None
        return Decision(data["law"], data["reasons"], data["form"] or DeliveryForm.IN_KIND)

    def _above(self) -> Specialist:
        data = self.cleaned_data
        names = ("general", "why_not_general", "second_reader", "lighter_again_date", "law")
        return Specialist(**{name: data[name] for name in names}, form=data["form"] or DeliveryForm.IN_KIND)

    def _answers(self) -> Answers | None:
        if "wish" not in self.fields:
            return None
        seen = {name: self.data.get(f"seen_{name}", "") for name in ("own_words", "wish")}
        return Answers(**{name: self.cleaned_data[name] for name in SAID}, seen=seen)


class FastDecisionForm(KeyedForm):
    """After the second reader agreed: why it is granted, and whether the help starts at once."""

    reasons = _words(_("Reasons for the decision"))
    start_now = forms.BooleanField(
        label=_("The help starts at once"),
        required=False,
        help_text=_("Otherwise the provider is asked now."),
    )
