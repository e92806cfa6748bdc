"""The administrator's forms of the questions of the conversation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from intake.models import Question
from intake.operations.questions import QuestionText
from intake.questions import Fact
from sociaal.core.widgets import ShortText


def _facts() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Ask this only when"),
        help_text=_("One of these is enough. Choose nothing to ask it always."),
        choices=Fact,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class OpeningForm(KeyedForm):
    """The opening question of a life domain: always asked."""

    text_nl = forms.CharField(
        label=_("Question in Dutch"),
        help_text=_('An open question, in short words; "u" to the resident.'),
        max_length=300,
        widget=ShortText(attrs={"rows": 2, "lang": "nl"}),
    )
    text_en = forms.CharField(
        label=_("Question in English"),
        help_text=_("Without English, who reads English sees the Dutch question."),
        max_length=300,
        required=False,
        widget=ShortText(attrs={"rows": 2, "lang": "en"}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    @classmethod
    def showing(cls, question: Question) -> "OpeningForm":
        """The form as the question stands now."""
        names = ("text_nl", "text_en", "only_when")
        return cls(initial={name: getattr(question, name) for name in names} | {"seen": question.version})

    def text(self) -> QuestionText:
        """Of a valid form only."""
        said = self.cleaned_data
        return QuestionText(said["text_nl"], said["text_en"], tuple(said.get("only_when", ())))


class PromptForm(OpeningForm):
    """A prompt to ask on with, perhaps only when something is so."""

    only_when = _facts()


class PreviewForm(forms.Form):
    """What to suppose of a household, to see what a conversation would show. Nothing is kept."""

    fact = forms.MultipleChoiceField(
        label=_("Suppose that"), choices=Fact, widget=forms.CheckboxSelectMultiple, required=False
    )
    language = forms.ChoiceField(
        label=_("In"), choices=[("nl", _("Dutch")), ("en", _("English"))], required=False, initial="nl"
    )
    use_required_attribute = False
    keeps_incomplete = True
    """No field is marked as optional: there is nothing to keep."""

    def chosen(self) -> tuple[list[Fact], str]:
        """The facts and the language; what is no fact counts for nothing."""
        data: Any = self.data
        facts = [Fact(code) for code in data.getlist("fact") if code in set(Fact)]
        return facts, "en" if data.get("language") == "en" else "nl"


class PublishForm(KeyedForm):
    """Only that one has seen what changes: `seen` is the mark of it."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)
