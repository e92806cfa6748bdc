"""What is noted in a step of the meldcode: one short form a step, with our own words of what to think of."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from intake.enums.meldcode import Danger, EntryKind, MeldcodeDecision
from intake.operations.meldcode import Decision, Done
from sociaal.core.widgets import DateTimeInput, ShortText


def _moment() -> forms.DateTimeField:
    return forms.DateTimeField(label=_("When"), widget=DateTimeInput, initial=timezone.now)


def _text(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=20_000, widget=ShortText
    )


def _with_whom(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=200)


class MeldcodeForm(KeyedForm):
    """One step. `kind` is what it notes; `done` what was filled in, as the operation takes it."""

    kind: ClassVar[EntryKind]
    at = _moment()

    def done(self) -> Done:
        """Of a valid form only."""
        said = self.cleaned_data
        return Done(
            kind=self.kind,
            at=said["at"],
            text=said.get("text", ""),
            with_whom=said.get("with_whom", ""),
            why_not=said.get("why_not", ""),
            danger=Danger(said["danger"]) if said.get("danger") else None,
        )


class SignalsForm(MeldcodeForm):
    kind = EntryKind.SIGNALS
    text = _text(
        _("What did you see, hear or read?"),
        _(
            "As it was, with who said it. Keep what you know apart from what you think. Are there children, "
            "also when they were not there?"
        ),
    )


class ColleagueForm(MeldcodeForm):
    kind = EntryKind.COLLEAGUE
    with_whom = _with_whom(_("With whom"), _("A colleague, a specialist on this, or a doctor for an injury."))
    text = _text(_("What did you conclude together?"))


class TalkForm(MeldcodeForm):
    kind = EntryKind.TALK
    keeps_incomplete = True  # which fields are needed hangs on the first answer
    held = forms.ChoiceField(
        label=_("Was there a talk?"),
        choices=[("yes", _("Yes")), ("no", _("No, because it is not safe or not possible"))],
        widget=forms.RadioSelect,
        initial="yes",
    )
    with_whom = _with_whom(
        _("With whom"), _("Think of the child too, alone and in its own words."), required=False
    )
    text = _text(_("What did they say about what you see?"), required=False)
    why_not = _text(
        _("Why was there no talk?"),
        _("For example because the child, the partner or you would be in danger."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Either what was said and by whom, or why there was no talk."""
        said = super().clean() or {}
        held = said.get("held") == "yes"
        for name in ("with_whom", "text") if held else ("why_not",):
            if not said.get(name):
                self.add_error(name, _("Fill this in."))
        left_out = ("why_not",) if held else ("with_whom", "text")
        return {**said, **dict.fromkeys(left_out, "")}


class WeighingForm(MeldcodeForm):
    kind = EntryKind.WEIGHING
    danger = forms.ChoiceField(label=_("How serious is it?"), choices=Danger, widget=forms.RadioSelect)
    text = _text(
        _("Why?"),
        _("For whom is it unsafe, since when, what makes it better or worse? In doubt: ask Veilig Thuis."),
    )


class VeiligThuisForm(MeldcodeForm):
    kind = EntryKind.VEILIG_THUIS
    with_whom = _with_whom(_("Who at Veilig Thuis"), required=False)
    text = _text(
        _("What did they advise?"), _("Asking for advice is no report; it can be done without a name.")
    )


class AcuteForm(MeldcodeForm):
    kind = EntryKind.ACUTE
    text = _text(
        _("What is the danger, and for whom?"),
        _("Is it happening now? Call 112 first. Veilig Thuis can be reached day and night."),
    )


class AfterwardsForm(MeldcodeForm):
    kind = EntryKind.AFTERWARDS
    with_whom = _with_whom(_("With whom"), required=False)
    text = _text(
        _("What happened?"), _("What Veilig Thuis does, whether the help began, whether it is safer now.")
    )


class DecisionForm(KeyedForm):
    """Step 5."""

    at = _moment()
    decision = forms.ChoiceField(
        label=_("What do you decide?"), choices=MeldcodeDecision, widget=forms.RadioSelect
    )
    reason = _text(
        _("Why?"),
        _("Needed when you do not report and safety is in doubt, or when you do neither."),
        required=False,
    )
    told = _text(
        _("What did you tell those involved about it?"),
        _("They are told of a report beforehand, unless that makes it unsafe. Then say that here."),
        required=False,
    )

    def decided(self) -> Decision:
        """Of a valid form only."""
        said = self.cleaned_data
        return Decision(MeldcodeDecision(said["decision"]), said["at"], said["reason"], said["told"])


FORMS: Mapping[str, type[MeldcodeForm]] = {
    str(form.kind): form
    for form in (
        SignalsForm,
        ColleagueForm,
        TalkForm,
        WeighingForm,
        VeiligThuisForm,
        AcuteForm,
        AfterwardsForm,
    )
}
