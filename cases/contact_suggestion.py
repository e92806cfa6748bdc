"""Who is suggested as a resident's fixed contact person, and why.

Pure. Order: the resident's present contact person; else the household's, or who is asked for it now; else
the one of the past twelve months; else a member of the neighbourhood's team, by expertise and then by present
number of open cases; else, in the same way, a colleague of the team that has the resident now. The number of
open cases is the present one, used for this choice only; it is nobody's score.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

RECENT = timedelta(days=365)
"""How long after the end of a term someone still counts as a known face."""


class SuggestionReason(TextChoices):
    """Why this person, in the order in which reasons weigh. Labels take the params of the suggestion."""

    PRESENT = "present", _("Is the contact person of this resident already.")
    HOUSEHOLD = "household", _("Is the contact person of someone in the same household.")
    TOGETHER = "together", _("Is proposed or asked for someone in the same household.")
    RECENT = "recent", _("Was the contact person of this resident until %(ended)s.")
    EXPERTISE = "expertise", _("Works in the team of this neighbourhood and knows about %(expertise)s.")
    TEAM = "team", _("Works in the team of this neighbourhood.")
    COLLEAGUE_EXPERTISE = "colleague_expertise", _("Works in the same team and knows about %(expertise)s.")
    COLLEAGUE = "colleague", _("Works in the same team.")


@dataclass(frozen=True)
class Candidate:
    """A colleague who could be it. `expertise` holds codes (of a life domain or a law)."""

    user_id: int
    active: bool = True
    absent: bool = False
    expertise: frozenset[str] = frozenset()
    open_cases: int = 0


@dataclass(frozen=True)
class PastTerm:
    """Someone who was this resident's contact person, and the last day of that."""

    user_id: int
    ended: date


@dataclass(frozen=True)
class Suggestion:
    """`available` is False for a known face who is absent now: shown, but never first."""

    user_id: int
    reason: SuggestionReason
    params: Mapping[str, object] = field(default_factory=dict)
    available: bool = True

    @property
    def message(self) -> str:
        """The reason as a sentence. `params` may be replaced beforehand by values made for people."""
        return str(self.reason.label) % self.params


def suggest(
    candidates: Sequence[Candidate],
    *,
    today: date,
    present: int | None = None,
    household: Sequence[int] = (),
    together: Sequence[int] = (),
    past: Sequence[PastTerm] = (),
    team: Collection[int] = (),
    colleagues: Collection[int] = (),
    needed: Collection[str] = (),
) -> list[Suggestion]:
    """Everyone who comes into question, best first, each once, with the first reason that applies.

    `candidates` describes all colleagues named elsewhere; who is not in it, or not active, is never
    suggested. Absent colleagues come after all others, and only when someone else is first: with nobody
    available the list is empty. `household` is in the order of preference (the main resident's partner
    first); `together` who was proposed or asked for someone in the same household and has not answered;
    `past` in any order; `team` are the members of the neighbourhood's team, `colleagues` those
    of the team that has the resident now; `needed` the codes of
    expertise that the question touches. Ties are broken by user id, so that the same input gives the same
    answer.

    A resident with a running term keeps that contact person whatever is suggested here: only a handover
    changes it.
    """
    known = {candidate.user_id: candidate for candidate in candidates if candidate.active}
    found: dict[int, Suggestion] = {}
    for user_id, reason, params in _in_order(
        known, present, household, together, past, team, colleagues, needed, today
    ):
        if user_id in known:
            available = not known[user_id].absent
            found.setdefault(user_id, Suggestion(user_id, reason, params, available))
    ranked = sorted(found.values(), key=lambda suggestion: not suggestion.available)
    return ranked if ranked and ranked[0].available else []


Row = tuple[int, SuggestionReason, dict[str, object]]


def _in_order(
    known: Mapping[int, Candidate],
    present: int | None,
    household: Sequence[int],
    together: Sequence[int],
    past: Sequence[PastTerm],
    team: Collection[int],
    colleagues: Collection[int],
    needed: Collection[str],
    today: date,
) -> Iterator[Row]:
    if present is not None:
        yield present, SuggestionReason.PRESENT, {}
    for user_id in household:
        yield user_id, SuggestionReason.HOUSEHOLD, {}
    for user_id in together:
        yield user_id, SuggestionReason.TOGETHER, {}
    for term in sorted(past, key=lambda term: (-term.ended.toordinal(), term.user_id)):
        if today - term.ended <= RECENT:
            yield term.user_id, SuggestionReason.RECENT, {"ended": term.ended}
    yield from _members(known, team, frozenset(needed), SuggestionReason.EXPERTISE, SuggestionReason.TEAM)
    same_team = SuggestionReason.COLLEAGUE_EXPERTISE, SuggestionReason.COLLEAGUE
    yield from _members(known, colleagues, frozenset(needed), *same_team)


def _members(
    known: Mapping[int, Candidate],
    team: Collection[int],
    needed: frozenset[str],
    with_expertise: SuggestionReason,
    otherwise: SuggestionReason,
) -> Iterator[Row]:
    """Most of the needed expertise first; among equals whoever has fewest open cases now."""
    members = [known[user_id] for user_id in team if user_id in known]
    for member in sorted(members, key=lambda m: (-len(m.expertise & needed), m.open_cases, m.user_id)):
        if fits := sorted(member.expertise & needed):
            yield member.user_id, with_expertise, {"expertise": fits}
        else:
            yield member.user_id, otherwise, {}
