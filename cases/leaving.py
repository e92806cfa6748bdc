"""The residents of a colleague who leaves, shared out: for each the best next contact person. Pure.

Each choice is the one of `cases.contact_suggestion`, and counts what was chosen before it in the same
sitting: a household stays together, and expertise alone brings nobody more than twice an even share.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cases.contact_suggestion import Candidate, PastTerm, Suggestion, suggest


@dataclass(frozen=True)
class LeftBehind:
    """A resident whose contact person leaves, with what is known for the choice of the next one.

    `household` are the contact persons of housemates; `housemates` keys of residents who share the home;
    `asked` who is asked already and has not answered; `weight` the number of open cases.
    """

    resident_id: int
    household: Sequence[int] = ()
    housemates: Collection[int] = ()
    past: Sequence[PastTerm] = ()
    team: Collection[int] = ()
    colleagues: Collection[int] = ()
    needed: Collection[str] = ()
    refused_by: Collection[int] = ()
    asked: int | None = None
    weight: int = 1


def share_out(
    left: Sequence[LeftBehind], candidates: Sequence[Candidate], *, leaver: int, today: date
) -> Mapping[int, Sequence[Suggestion]]:
    """Resident to everyone who comes into question, best first; empty when nobody is available.

    Residents who were asked for already get no suggestions, but count. Whose next person follows from a known
    face is looked at first, then who needs expertise, so that the others fill up what is uneven.
    `open_cases` of a candidate holds what they have and what waits for their answer.
    """
    staying = [candidate for candidate in candidates if candidate.user_id != leaver]
    to_do = [one for one in left if one.asked is None]
    chosen = {one.resident_id: one.asked for one in left if one.asked is not None}
    cases, residents = Counter[int](), Counter(chosen.values())
    most = _twice_an_even_share(left, staying)
    found: dict[int, Sequence[Suggestion]] = {}
    for one in sorted(to_do, key=lambda one: (not (one.household or one.past), not one.needed)):
        now = [_at_this_point(candidate, cases, residents, most) for candidate in staying]
        found[one.resident_id] = ranked = _ranked(one, now, chosen, today)
        if ranked:
            first = ranked[0].user_id
            chosen[one.resident_id] = first
            cases[first] += max(one.weight, 1)
            residents[first] += 1
    return found


def _twice_an_even_share(left: Sequence[LeftBehind], staying: Sequence[Candidate]) -> int:
    named = {user_id for one in left for user_id in one.team or one.colleagues}
    there = [one for one in staying if one.user_id in named and one.active and not one.absent]
    return -(-2 * len(left) // max(len(there), 1))


def _at_this_point(
    candidate: Candidate, cases: Mapping[int, int], residents: Mapping[int, int], most: int
) -> Candidate:
    full = residents[candidate.user_id] >= most
    return replace(
        candidate,
        open_cases=candidate.open_cases + cases[candidate.user_id],
        expertise=frozenset() if full else candidate.expertise,
    )


def _ranked(
    one: LeftBehind, candidates: Sequence[Candidate], chosen: Mapping[int, int], today: date
) -> Sequence[Suggestion]:
    together = [chosen[mate] for mate in sorted(one.housemates) if mate in chosen]
    willing = [candidate for candidate in candidates if candidate.user_id not in one.refused_by]
    return suggest(
        willing, today=today, household=one.household, together=list(dict.fromkeys(together)),
        past=one.past, team=one.team, colleagues=one.colleagues, needed=one.needed,
    )  # fmt: skip
