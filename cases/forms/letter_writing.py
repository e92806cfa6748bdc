"""The form of a letter that is made from a template: its words, what it is about, and how it is sent."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from cases.enums import DataCategory, Delivery
from cases.forms.base import KeyedForm
from cases.letters.templating import Draft
from cases.operations.letter_writing import Written
from cases.operations.letters import Sending
from cases.queries.letter_writing import Blank, Given
from sociaal.core.widgets import ShortText


class WriteForm(KeyedForm):
    """Made for one letter: the parts that may be changed are fields. `unsafe`: somebody may not be safe."""

    keeps_incomplete = True
    language = forms.CharField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Title"), max_length=160)
    categories = forms.MultipleChoiceField(
        label=_("What is this letter about?"), choices=DataCategory, widget=forms.CheckboxSelectMultiple,
        help_text=_("Only who may see all of it can read the letter in the file."),
    )  # fmt: skip
    delivery = forms.ChoiceField(
        label=_("How does it reach the resident?"), choices=Delivery, widget=forms.RadioSelect
    )
    announce = forms.BooleanField(
        label=_("An e-mail says that a letter is on its way"), required=False,
        help_text=_("The e-mail names nobody and says nothing about the question."),
    )  # fmt: skip
    safe = forms.BooleanField(label=_("I agreed with the resident that this letter can come"), required=False)

    def __init__(self, blank: Blank, data: Mapping[str, Any] | None = None, *, unsafe: bool) -> None:
        self.drafts = [one for one in blank.drafts(str(_("concept"))) if one.text]
        words = {f"text_{one.place}": one.text for one in self.drafts}
        first = {
            "language": blank.language, "version": blank.template.version, "title": blank.title(),
            "categories": [DataCategory.GENERAL], "delivery": Delivery.POST,
        }  # fmt: skip
        super().__init__(data, initial=first | words)
        self.fields["title"].widget.attrs["lang"] = blank.language
        for one in self.drafts:
            if not one.fixed:
                self.fields[f"text_{one.place}"] = _text_field(one, blank.language)
        if not (settings.CAN_EMAIL and blank.whom.email):
            del self.fields["announce"]
        if not unsafe:
            del self.fields["safe"]

    def parts(self) -> Iterator[tuple[Draft, BoundField | None]]:
        """Each part with its field; none for one whose words are fixed."""
        for one in self.drafts:
            yield one, None if one.fixed else self[f"text_{one.place}"]

    def given(self) -> dict[str, Any]:
        """Only of a valid form."""
        said = self.cleaned_data
        return {"written": self.written(), "sending": Sending(said["delivery"], said.get("announce", False))}

    def written(self) -> Written:
        """Only of a valid form."""
        said = self.cleaned_data
        texts = {one.place: said[f"text_{one.place}"] for one in self.drafts if not one.fixed}
        return Written(
            language=str(self.initial["language"]), given=Given(said["title"], texts),
            categories=said["categories"], safe=said.get("safe", False),
        )  # fmt: skip


def _text_field(one: Draft, language: str) -> forms.CharField:
    rows = min(14, max(2, one.text.count("\n") + 1))
    return forms.CharField(
        label=one.heading or _("The beginning"), required=False, max_length=10_000,
        widget=ShortText(attrs={"rows": rows, "lang": language}),
    )  # fmt: skip
