"""What the writer decided, put over what follows from the notes. Pure.

A part that nobody touched follows the notes. One that was written anew keeps its words; when the notes change
afterwards it says so (`outdated`), and its words stay.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cases.enums import DataCategory, LifeDomain
from cases.letters.text import Block, blocks_of
from intake.merging import digest
from intake.report import wording
from intake.report.parts import DOMAIN, OTHERS_MAY_READ, Part, Standing


@dataclass(frozen=True)
class Decision:
    """Of one part: the words (empty: those of the notes), and whether it comes in."""

    code: str
    text: str
    included: bool
    started_from: str
    category: str = DataCategory.GENERAL


@dataclass(frozen=True)
class Line:
    """One part as it stands: `origin` is what the notes say now."""

    code: str
    heading: str
    text: str
    included: bool
    origin: str
    categories: frozenset[str]
    standing: Standing
    edited: bool = False
    outdated: bool = False

    @property
    def blocks(self) -> list[Block]:
        return blocks_of(self.text)

    @property
    def may_come_in(self) -> bool:
        return self.standing != Standing.NEVER


def decided(parts: Sequence[Part], decisions: Iterable[Decision]) -> list[Line]:
    """Every part with what was decided. Words about a domain whose notes are gone are still there."""
    known = {one.code: one for one in decisions}
    codes = {part.code for part in parts}
    lost = [one for code, one in known.items() if code not in codes and one.text]
    lines = [_line(part, known.get(part.code)) for part in parts]
    return _in_place(lines, [_left_over(one) for one in lost])


def _line(part: Part, decision: Decision | None) -> Line:
    kept: dict[str, Any] = {
        "code": part.code, "heading": part.heading, "origin": part.text, "categories": part.categories,
        "standing": part.standing,
    }  # fmt: skip
    if part.standing == Standing.NEVER:
        return Line(**kept, text="", included=False)
    if decision is None:
        return Line(**kept, text=part.text, included=part.standing == Standing.IN)
    edited = bool(decision.text)
    outdated = edited and decision.started_from != digest(part.text)
    text = decision.text or part.text
    return Line(**kept, text=text, included=decision.included, edited=edited, outdated=outdated)


def _left_over(one: Decision) -> Line:
    domain = one.code.removeprefix(DOMAIN)
    heading = wording.domain_name(domain) if domain in LifeDomain else ""
    standing = Standing.ASKED if one.category in OTHERS_MAY_READ else Standing.IN
    return Line(
        one.code, heading, one.text, one.included, "", frozenset({str(one.category)}), standing,
        edited=True, outdated=True,
    )  # fmt: skip


def _in_place(lines: list[Line], more: list[Line]) -> list[Line]:
    """What is left over stands before the first part that comes after the domains."""
    place = next((n for n, one in enumerate(lines) if one.code in AFTER_DOMAINS), len(lines))
    return [*lines[:place], *more, *lines[place:]]


AFTER_DOMAINS = frozenset(
    {"nothing_there", "wish", "agreed", "contact", "next", "rights", "correct", "remarks"}
)
