"""The small forms with which a question leaves the inbox."""

from collections.abc import Collection, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from intake.forms.newcomer import NewcomerFields
from intake.forms.planning import PlanningFields
from intake.forms.registration import contact_persons
from sociaal.accounts.models import User
from sociaal.core.widgets import ShortText


class TakeUpForm(PlanningFields, KeyedForm):
    """Take it up: who becomes the contact person, what it is about, and perhaps a conversation at once."""

    contact_person = forms.ModelChoiceField(User.objects.none(), required=False, widget=forms.HiddenInput)
    subject = forms.CharField(
        label=_("What it is about"), max_length=120, help_text=_("A few words, for lists and letters.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = cast("forms.ModelChoiceField[User]", self.fields["contact_person"])
        person.queryset = contact_persons()


class NameForm(KeyedForm):
    """Whose question it is."""

    find = forms.CharField(label=_("Whose question is it?"), required=False, max_length=200)
    resident = forms.IntegerField(
        required=False, widget=forms.HiddenInput, error_messages={"required": _("Choose a resident.")}
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("resident"):
            self.add_error("find", _("Choose a resident."))
        return cleaned


class AddForm(NewcomerFields, KeyedForm):
    """Whose question it is, for somebody we do not know yet."""

    @classmethod
    def showing(cls, person: Mapping[str, Any], **options: Any) -> "AddForm":
        """The form as it opens: with what the reporter gave."""
        return cls(initial={f"new_{name}": value for name, value in person.items()}, **options)

    def clean_new_last_name(self) -> str:
        if not self.cleaned_data["new_last_name"]:
            raise forms.ValidationError(_("Fill in at least the last name."))
        return self.cleaned_data["new_last_name"]


class JoinForm(KeyedForm):
    """To which open case it is added; the key is looked up among the cases this user reads."""

    case = forms.IntegerField(
        label=_("To which case?"), error_messages={"required": _("Choose a case.")}, widget=forms.HiddenInput
    )


class AnswerForm(KeyedForm):
    """Answered: no case is needed."""

    text = forms.CharField(label=_("What did you answer?"), widget=ShortText)


class DiscardForm(KeyedForm):
    """Not a question for us."""

    reason = forms.CharField(
        label=_("Why is it not a question for us?"),
        max_length=300,
        widget=ShortText,
        help_text=_("For example: reported twice, or meant for another municipality."),
    )


class DiscardSeveralForm(KeyedForm):
    """One reason for all that are ticked. `ticked`: keys of these."""

    reason = forms.CharField(
        label=_("Why are these no questions for us?"),
        max_length=300,
        widget=ShortText,
        help_text=_("The reason stands with each of them. For example: advertising, or a test."),
    )

    def __init__(self, data: Any = None, *, ticked: Collection[int] = (), **options: Any) -> None:
        super().__init__(data, **options)
        self.ticked = ticked

    def clean(self) -> dict[str, Any]:
        if not self.ticked:
            self.add_error(None, _("Tick at least one report."))
        return super().clean() or self.cleaned_data


class PutBackForm(KeyedForm):
    """Discarded by mistake."""

    reason = forms.CharField(
        label=_("Why does it belong with us after all?"), max_length=300, widget=ShortText
    )
