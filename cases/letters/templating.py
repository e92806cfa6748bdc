"""The words of a letter template: read, looked over, and filled. Pure.

A brace means one thing: the beginning or the end of a field. What comes out of a field is text and is never
read as a template again, so that nothing that is in a file can add a field or markup.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from cases.letters.fields import FIELDS, Field
from cases.letters.kinds import TemplateKind
from cases.letters.text import Block, Section, blocks_of

_PIECE = re.compile(r"\{([a-z_]+)\}")
_BRACE = re.compile(r"[{}]")
TITLE, HEADING, TEXT = "title", "heading", "text"
"""The parts of a template: in each another kind of field may stand."""


@dataclass(frozen=True)
class Wording:
    """A template in one language."""

    title: str
    sections: tuple[Section, ...]

    def as_data(self) -> dict[str, Any]:
        return {"title": self.title, "sections": [[one.heading, one.text] for one in self.sections]}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Wording":
        """What `as_data` made. Raises KeyError or ValueError for anything else."""
        return cls(data["title"], tuple(Section(heading, text) for heading, text in data["sections"]))

    def lines(self) -> list[str]:
        """Every line that says something, to compare two versions by."""
        found = [self.title]
        for one in self.sections:
            found += [one.heading, *one.text.splitlines()]
        return [line.strip() for line in found if line.strip()]


def fields_in(text: str) -> list[str]:
    """The names between braces, in order, known or not."""
    return _PIECE.findall(text)


def faults_in(text: str, kind: TemplateKind, part: str = TEXT) -> list[str]:
    """What is wrong with a title, heading or text, in sentences for who wrote it."""
    return [fault for line in text.splitlines() for fault in _faults_of(line, kind, part)]


def _faults_of(line: str, kind: TemplateKind, part: str) -> Iterator[str]:
    known = {field.name: field for field in kind.fields}
    for name in fields_in(line):
        if part == HEADING:
            yield _("A heading holds no fields. Put %(field)s in a text.") % {"field": f"{{{name}}}"}
        elif name not in known:
            yield _unknown(name, known)
        elif known[name].clause and (part != TEXT or line.strip() != known[name].code):
            yield _("Put %(field)s on a line of its own in a text: it is whole sentences.") % {
                "field": known[name].code
            }
        elif known[name].paragraphs and part != TEXT:
            yield _("%(field)s can be several paragraphs. Put it in a text.") % {"field": known[name].code}
    if _BRACE.search(_PIECE.sub("", line)):
        said = {"line": line.strip()[:80]}
        yield _("A brace is not closed or not opened: “%(line)s”. A field looks like {resident_name}.") % said


def _unknown(name: str, known: Mapping[str, Field]) -> str:
    near = get_close_matches(name, known, n=1)
    said = {"field": f"{{{name}}}", "near": f"{{{near[0]}}}" if near else ""}
    if near:
        return _("There is no field %(field)s in this letter. Do you mean %(near)s?") % said
    return _("There is no field %(field)s in this letter. Choose one from the list.") % said


def missing_in(wording: Wording, kind: TemplateKind) -> list[Field]:
    """The fields that this letter cannot do without and that do not stand in one of its texts."""
    texts = {name for one in wording.sections for name in fields_in(one.text)}
    return [FIELDS[name] for name in kind.needs if name not in texts]


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled. A line with an optional field that says nothing is left out; any other
    field without a value becomes a gap that the writer fills in.
    """
    kept = []
    for line in text.splitlines():
        silent = [name for name in fields_in(line) if FIELDS[name].optional and not values.get(name)]
        if not silent:
            kept.append(_PIECE.sub(lambda found: _value(found[1], values), line))
    return "\n".join(kept).strip()


def in_one_line(text: str, values: Mapping[str, str]) -> str:
    """A title with its fields filled."""
    return " ".join(filled(text, values).split())


def _value(name: str, values: Mapping[str, str]) -> str:
    field, value = FIELDS[name], values.get(name, "").strip()
    if not value:
        return gap(field)
    return value if field.paragraphs or field.clause else " ".join(value.split())


def gap(field: Field) -> str:
    """What stands where something must still be filled in; in the active language."""
    return f"[{field.label}]"


def gaps_in(text: str, kind: TemplateKind) -> list[str]:
    """The gaps that are still there; in the active language."""
    return [gap(field) for field in kind.fields if gap(field) in text]


@dataclass(frozen=True)
class Draft:
    """One part of a letter that is being written; `place` is that of the template. `fixed`: nobody changes
    its words; `needed`: it cannot be left out. Without a text it is not in the letter.
    """

    place: int
    heading: str
    text: str
    fixed: bool = False
    needed: bool = False

    @property
    def blocks(self) -> list[Block]:
        return blocks_of(self.text)


def drafts_of(wording: Wording, kind: TemplateKind, values: Mapping[str, str]) -> list[Draft]:
    """Every part with its fields filled."""
    return [
        Draft(
            place, one.heading, filled(one.text, values),
            fixed=any(FIELDS[name].clause for name in fields_in(one.text)),
            needed=any(name in kind.needs for name in fields_in(one.text)),
        )
        for place, one in enumerate(wording.sections)
    ]  # fmt: skip


def sections_of(drafts: Sequence[Draft]) -> tuple[Section, ...]:
    """What stands in the letter."""
    return tuple(Section(one.heading, one.text) for one in drafts if one.text.strip())
