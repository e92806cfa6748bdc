"""A death: the day, what ends with it, and taking it back."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.forms.base import KeyedForm
from cases.models import Arrangement
from cases.queries.after_death import AfterDeath
from sociaal.core.widgets import DateInput, ShortText

GONE = gettext_lazy("Somebody was just before you: part of this has ended already. Look at what is left.")


class DeathForm(KeyedForm):
    """The day on which they died."""

    died_on = forms.DateField(
        label=gettext_lazy("Date of death"),
        widget=DateInput,
        help_text=gettext_lazy("As it stands in the register of persons, or as the family says."),
    )


class Ticked(forms.MultipleChoiceField):
    """Boxes to tick. `of_a_group`: at least one of all of them, so none is marked as optional."""

    of_a_group = True

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": GONE},
            **options,
        )


class AfterDeathForm(KeyedForm):
    """Which help ends, on which day, and which cases close: all that is plain is ticked."""

    helped = Ticked(label=gettext_lazy("This help ends"))
    ended_on = forms.DateField(
        label=gettext_lazy("On which day did the help end?"),
        widget=DateInput,
        help_text=gettext_lazy("Help that had not started is called off."),
    )
    close = Ticked(
        label=gettext_lazy("These cases close"),
        help_text=gettext_lazy(
            "With the outcome “died”. Procedures in them are formally ended; help ends too."
        ),
    )

    def __init__(self, data: Any = None, *, page: AfterDeath, died_on: date, **options: Any) -> None:
        super().__init__(data, **options)
        mine = [line for line in page.cases if line.works]
        helped = [(str(one.key), self._help(one, line)) for line in mine for one in line.help]
        closing = [(str(line.case.pk), self._case(line)) for line in mine if line.may_close]
        self._offer("helped", helped, [key for key, _words in helped])
        self._offer("close", closing, [str(line.case.pk) for line in mine if line.is_plain])
        self.initial["ended_on"] = died_on
        self.cases, self.died_on = {line.case.pk: line.case for line in mine}, died_on
        if "helped" not in self.fields:
            del self.fields["ended_on"]

    @staticmethod
    def _help(one: Any, line: Any) -> str:
        return f"{one.words}: {one.state} ({line.case.number})"

    @staticmethod
    def _case(line: Any) -> str:
        return f"{line.case.subject} ({line.case.number})"

    def _offer(self, name: str, choices: list[tuple[str, str]], ticked: list[str]) -> None:
        """The boxes, ticked as they are; no question where there is nothing to choose."""
        if not choices:
            del self.fields[name]
            return
        self.choices_of(name).choices = choices
        self.initial[name] = ticked

    @property
    def asks(self) -> bool:
        """Whether there is anything to end."""
        return "helped" in self.fields or "close" in self.fields

    def given(self) -> dict[str, Any]:
        given = super().given()
        keys = [int(key) for key in given.get("helped", ())]
        return {
            "helped": list(Arrangement.objects.filter(pk__in=keys).order_by("pk")),
            "close": [self.cases[int(key)] for key in given.get("close", ())],
            "ended_on": given.get("ended_on", self.died_on),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if any(name not in self.fields and self.data.get(name) for name in ("helped", "close")):
            self.add_error(None, str(GONE))
        if not (cleaned.get("helped") or cleaned.get("close")) and not self.errors:
            self.add_error(None, _("Choose which help ends, or which cases close."))
        return cleaned


class DeathUndoForm(KeyedForm):
    """Why it was a mistake."""

    reason = forms.CharField(
        label=gettext_lazy("Why was the date of death a mistake?"), max_length=300, widget=ShortText
    )
