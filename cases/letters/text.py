"""The words of a letter as plain data: kept as JSON, shown on screen and set on paper from the same source.

What people write is plain text with three habits that everybody has anyway: an empty line begins a new
paragraph, lines that begin with a dash are a list, lines that begin with `>` are somebody's own words.
Nothing else is markup, on screen or on paper.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby
from typing import Any

PARAGRAPH, LIST, QUOTE = "p", "ul", "quote"
_MARKS = {"- ": LIST, "• ": LIST, "> ": QUOTE}


@dataclass(frozen=True)
class Block:
    """A paragraph or quote (each line on its own line), or a list (each line an item)."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """A heading with text under it. Without a heading it goes on under the one before."""

    heading: str
    text: str

    @property
    def blocks(self) -> list[Block]:
        return blocks_of(self.text)


@dataclass(frozen=True)
class LetterText:
    """Everything that stands on the paper, in the order in which it is read.

    `facts` are the small lines under the address (label and value); `page` holds `{page}` and `{total}`.
    """

    language: str
    title: str
    sender: str
    return_address: str
    to: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    opening: str
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    page: str = field(default="{page} / {total}")

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "LetterText":
        """What `as_json` made. Raises KeyError or ValueError for anything else."""
        raw = json.loads(text)
        return cls(
            **{
                name: raw[name]
                for name in ("language", "title", "sender", "return_address", "opening", "page")
            },
            to=tuple(raw["to"]),
            closing=tuple(raw["closing"]),
            facts=tuple((label, value) for label, value in raw["facts"]),
            sections=tuple(Section(one["heading"], one["text"]) for one in raw["sections"]),
        )

    def words(self) -> list[str]:
        """Every line in reading order, as paper and screen say it."""
        found = [self.sender, self.return_address, *self.to]
        found += [word for fact in self.facts for word in fact]
        found += [self.title, self.opening]
        for section in self.sections:
            found += [section.heading, *(line for block in section.blocks for line in block.lines)]
        return [line for line in (*found, *self.closing) if line]


def blocks_of(text: str) -> list[Block]:
    """The paragraphs, lists and quotes of a text, in order; none of an empty one."""
    found: list[Block] = []
    for kind, lines in groupby(text.splitlines(), key=_kind):
        if kind is not None:
            found.append(Block(kind, tuple(_bare(line, kind) for line in lines)))
    return [block for block in found if any(block.lines)]


def as_list(lines: Sequence[str]) -> str:
    """These lines as a list; a line break inside one becomes a space, so that it stays one item."""
    return "\n".join(f"- {' '.join(line.split())}" for line in lines if line.strip())


def as_quote(words: str) -> str:
    """Somebody's own words, as they were said, line by line."""
    return "\n".join(f"> {line.strip()}" for line in words.strip().splitlines() if line.strip())


def _kind(line: str) -> str | None:
    if not line.strip():
        return None
    return next((kind for mark, kind in _MARKS.items() if line.lstrip().startswith(mark)), PARAGRAPH)


def _bare(line: str, kind: str) -> str:
    plain = line.strip()
    return plain[2:].strip() if kind != PARAGRAPH else plain


def typst_input(letter: LetterText) -> dict[str, Any]:
    """The same, with the text of each section as blocks: what `letter.typ` reads."""
    sections = [
        {"heading": one.heading, "blocks": [asdict(block) for block in one.blocks]} for one in letter.sections
    ]
    return asdict(letter) | {"sections": sections}
