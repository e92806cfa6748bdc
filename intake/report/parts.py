"""The parts of the report, in order, with the words that follow from what was noted. Pure.

What never comes in, and what only when the writer says so, is decided here (`_standing`): the report lies on
a table at home. What lies behind the question is our own reading, and no part of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from cases.enums import DataCategory, LifeDomain
from cases.letters.text import as_list, as_quote
from intake.report import wording
from intake.report.facts import Agreed, ReportFacts, Said, Talk, Told
from sociaal.core.templatetags.ui import long_date

SAID_FIELDS = ("notes", "goes_well", "is_hard", "can_do", "network_can", "cannot")
"""What of a note comes in the report, in this order: the only list of it."""

DOMAIN = "domain_"
"""What the code of a part about a life domain begins with."""

OTHERS_MAY_READ = frozenset({DataCategory.YOUTH_SAFETY, DataCategory.JUSTICE})
"""About children, safety or the police: comes in only when the writer says so."""


Kept = TypeVar("Kept", Talk, Told, Agreed)


class Standing(StrEnum):
    """Whether a part comes in, as long as nobody decided."""

    IN = "in"
    ASKED = "asked"
    """Only when the writer says so."""
    NEVER = "never"


@dataclass(frozen=True)
class Part:
    """One part: `code` stays the same, `text` follows the notes."""

    code: str
    heading: str
    text: str
    categories: frozenset[str] = frozenset({str(DataCategory.GENERAL)})
    standing: Standing = Standing.IN


def parts_of(facts: ReportFacts) -> list[Part]:
    """Every part that has something to say. Those that never come in have no text at all."""
    made = [
        _meeting(facts),
        _question(facts),
        *_domains(facts),
        Part("nothing_there", _("We also talked about"), _no_questions(facts)),
        _wish(facts),
        _agreed(facts),
        Part("contact", _("Your contact person"), wording.contact(facts.contact, facts.general_phone)),
        Part("next", _("What happens next"), wording.coming_up(facts.coming_up)),
        Part("rights", _("Good to know"), wording.rights(facts.general_phone)),
        Part("correct", _("Is this report right?"), wording.correct(facts.contact)),
        Part("remarks", _("Your remarks"), as_quote(facts.remarks)),
    ]
    return [part for part in made if part.text or part.standing == Standing.NEVER]


def _meeting(facts: ReportFacts) -> Part:
    kept = _for_everybody(facts.talks)
    return Part("meeting", "", "\n\n".join(wording.talk(talk) for talk in kept), _categories(kept))


def _question(facts: ReportFacts) -> Part:
    kept = _for_everybody(facts.own_words)
    words = "\n".join(as_quote(one) for one in _each_once([told.words for told in kept]))
    doubtful = facts.unsafe or facts.told_by_others
    standing = Standing.ASKED if doubtful else Standing.IN
    return Part("question", _("Your question"), words, _categories(kept), standing)


def _domains(facts: ReportFacts) -> Iterator[Part]:
    for domain in LifeDomain:
        notes = [one for one in facts.said if one.domain == domain and not one.no_questions]
        if not notes:
            continue
        standing = _standing({one.category for one in notes}, unsafe=facts.unsafe)
        yield Part(
            f"{DOMAIN}{domain}",
            wording.domain_name(domain),
            "" if standing == Standing.NEVER else "\n\n".join(_about(one) for one in notes),
            frozenset(str(one.category) for one in notes),
            standing,
        )


def _standing(categories: set[str], *, unsafe: bool) -> Standing:
    if unsafe and DataCategory.YOUTH_SAFETY in categories:
        return Standing.NEVER
    return Standing.ASKED if categories & OTHERS_MAY_READ else Standing.IN


def _about(said: Said) -> str:
    told = [wording.said(name, getattr(said, name)) for name in SAID_FIELDS if getattr(said, name).strip()]
    return "\n\n".join(told)


def _no_questions(facts: ReportFacts) -> str:
    """In one sentence; a domain that is about safety is not even named."""
    touched = {one.domain for one in facts.said if not one.no_questions}
    quiet = [
        wording.domain_name(one.domain).lower()
        for one in facts.said
        if one.no_questions and one.domain not in touched and one.category not in OTHERS_MAY_READ
    ]
    if not quiet:
        return ""
    return _("You have no questions about %(domains)s.") % {
        "domains": get_text_list(_each_once(quiet), _("and"))
    }


def _wish(facts: ReportFacts) -> Part:
    kept = _for_everybody(facts.wishes)
    lines = _each_once([told.words for told in kept])
    text = as_quote(lines[0]) if len(lines) == 1 else as_list(lines)
    return Part("wish", _("What you want to reach"), text, _categories(kept))


def _agreed(facts: ReportFacts) -> Part:
    kept = _for_everybody(facts.agreed)
    return Part("agreed", _("What we agreed"), as_list([_agreement(one) for one in kept]), _categories(kept))


def _for_everybody(items: Sequence[Kept]) -> list[Kept]:
    """Without what is about children, safety or the police: a part of many things has no tick for each."""
    return [one for one in items if one.category not in OTHERS_MAY_READ]


def _categories(items: Sequence[Talk] | Sequence[Told] | Sequence[Agreed]) -> frozenset[str]:
    return frozenset({str(one.category) for one in items} or {str(DataCategory.GENERAL)})


def _agreement(one: Agreed) -> str:
    said = _("%(who)s: %(what)s") % {"who": one.who, "what": one.what} if one.who else one.what
    if one.before is None:
        return said
    return _("%(agreement)s, before %(day)s") % {"agreement": said, "day": long_date(one.before)}


def _each_once(texts: Sequence[str]) -> list[str]:
    """Without what is empty or was said before in the same words."""
    seen: dict[str, str] = {}
    for text in texts:
        if text.strip():
            seen.setdefault(" ".join(text.split()).casefold(), text.strip())
    return list(seen.values())
