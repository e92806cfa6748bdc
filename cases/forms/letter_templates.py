"""The administrator's form of the words of a letter, in one language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from cases.letters.kinds import TemplateKind
from cases.letters.templating import HEADING, TEXT, TITLE, Wording, faults_in, missing_in
from cases.letters.text import Section
from cases.operations.letter_templates import lacking
from sociaal.core.widgets import ShortText

AT_MOST = 20
"""Parts of one letter."""


@dataclass(frozen=True)
class PartFields:
    """The fields of one part, and whether it can go up."""

    place: int
    heading: BoundField
    text: BoundField

    @property
    def number(self) -> int:
        return self.place + 1


class WordsForm(KeyedForm):
    """The title and the parts; one empty part more than there are, to write on in."""

    keeps_incomplete = True
    title = forms.CharField(label=_("Title of the letter"), max_length=120)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)
    parts = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, kind: TemplateKind, language: str, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.kind = kind
        self.fields["title"].widget.attrs["lang"] = language
        asked = str((data if data is not None else self.initial).get("parts", ""))
        self.count = min(int(asked), AT_MOST) if asked.isdecimal() else 0
        for place in range(self.count):
            self._add_part(place, language)

    def _add_part(self, place: int, language: str) -> None:
        number = {"number": place + 1}
        self.fields[f"heading_{place}"] = forms.CharField(
            label=_("Heading %(number)d") % number, required=False, max_length=120,
            widget=forms.TextInput(attrs={"lang": language}),
        )  # fmt: skip
        rows = min(14, 2 + str(self.initial.get(f"text_{place}", "")).count("\n"))
        self.fields[f"text_{place}"] = forms.CharField(
            label=_("Text %(number)d") % number, required=False, max_length=4000,
            widget=ShortText(attrs={"rows": max(3, rows), "lang": language}),
        )  # fmt: skip

    @classmethod
    def showing(cls, wording: Wording, *, seen: int, **options: Any) -> "WordsForm":
        """The form as the words stand now."""
        return cls(initial=_as_fields(wording.title, wording.sections) | {"seen": seen}, **options)

    @classmethod
    def arranged(cls, data: Mapping[str, Any], **options: Any) -> "WordsForm":
        """What was typed with one part more, or with the part `up` one place higher. Nothing is checked."""
        typed = cls(data, **options)
        parts = [
            Section(str(data.get(f"heading_{n}", "")), str(data.get(f"text_{n}", "")))
            for n in range(typed.count)
        ]
        asked = str(data.get("up", ""))
        if asked.isdecimal() and 0 < int(asked) < len(parts):
            parts.insert(int(asked) - 1, parts.pop(int(asked)))
        kept = {name: data.get(name, "") for name in ("seen", "form_key")}
        return cls(initial=_as_fields(str(data.get("title", "")), parts) | kept, **options)

    def rows(self) -> Iterator[PartFields]:
        """The parts in their order."""
        for place in range(self.count):
            yield PartFields(place, self[f"heading_{place}"], self[f"text_{place}"])

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for name, value in list(given.items()):
            part = TITLE if name == "title" else HEADING if name.startswith("heading_") else TEXT
            if name == "title" or name.startswith(("heading_", "text_")):
                for fault in faults_in(value, self.kind, part):
                    self.add_error(name, fault)
        for place in range(self.count):
            if given.get(f"heading_{place}") and not given.get(f"text_{place}", "-"):
                self.add_error(f"text_{place}", _("Write a text under this heading, or empty the heading."))
        self._check_whole(given)
        return given

    def _check_whole(self, given: Mapping[str, Any]) -> None:
        """What the law asks for stands in one of the texts; what lacks is said at the last one."""
        texts = [name for name in self.fields if name.startswith("text_")]
        written = [name for name in texts if self.data.get(name)] or texts[:1]
        whole = Wording("", tuple(Section("", str(self.data.get(name, ""))) for name in texts))
        for field in missing_in(whole, self.kind):
            said = lacking(field.code, str(field.label), self.kind.article)
            self.add_error(written[-1] if written else None, said)

    def wording(self) -> Wording:
        """Of a valid form only. Empty parts are left out."""
        given = self.cleaned_data
        parts = [(given[f"heading_{n}"], given[f"text_{n}"]) for n in range(self.count)]
        kept = tuple(Section(heading, _tidy(text)) for heading, text in parts if text)
        return Wording(given["title"], kept)


def _as_fields(title: str, parts: Sequence[Section]) -> dict[str, Any]:
    fields: dict[str, Any] = {"title": title}
    filled = [one for one in parts if one.heading or one.text]
    for place, one in enumerate(filled):
        fields |= {f"heading_{place}": one.heading, f"text_{place}": one.text}
    return fields | {"parts": min(AT_MOST, len(filled) + 1)}


def _tidy(text: str) -> str:
    """Line ends as one sign, whatever the browser sent."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


class PublishForm(KeyedForm):
    """Only that one has seen what changes: `seen` is the `change` of the version one looked at."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
