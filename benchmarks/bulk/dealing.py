"""Who has which cases: how many, since when, of which team and with whom as contact person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random

from benchmarks.bulk.lives import carried_over, closed_life, long_life, open_life
from benchmarks.bulk.rows import FIRST
from benchmarks.bulk.staff import OF_A_TEAM, TeamOf
from benchmarks.bulk.story import DAY, Story
from benchmarks.residents import SEED, TODAY

OPEN = 0.08
"""Of all cases that the municipality has had so many are open."""
YESTERDAY = ((TODAY - FIRST).days - 1) * DAY
LIVE = YESTERDAY - 3 * 365 * DAY
"""When this system came; of what was closed before, the outline was carried over."""
TEN_YEARS = 3650 * DAY
QUIET = 365 * DAY
"""After so long without an open case a contact person ends."""


@dataclass(frozen=True)
class Lives:
    """The cases of one resident, oldest first, each with when it was reported; in working minutes.

    `reader`: the colleague who
    reads along. `until`: when the contact person ended. `shares_home`: with the resident before this one.
    """

    team: int
    user: int
    reader: int
    cases: Sequence[tuple[int, Story]]
    until: int | None = None
    shares_home: bool = False

    @property
    def since(self) -> int:
        """When the first case was taken up."""
        beginning, story = self.cases[0]
        return beginning + story.opened


def parts_of(number: int, parts: int) -> list[range]:
    """So many residents in parts that can be dealt apart."""
    step = -(-number // (8 * parts)) * 8
    return [range(begin, min(begin + step, number)) for begin in range(0, number, step)]


def deal(number: int, teams: Sequence[TeamOf], part: range | None = None) -> Iterator[Lives]:
    """The lives of so many residents, or of a part of them (`parts_of`): of eight one has no case, and lives
    with the next; and one has two.

    Of the first team `OF_A_TEAM` cases are open, or half of all if that is less, scattered among the others.
    Anna, its first member, has as many of them as each colleague; the very first is of ten years. Other open
    cases are of other teams.
    """
    places = part or range(number)
    rng, made = Random(SEED + places.start), places.start
    stride = number // min(OF_A_TEAM, number // 2)
    turns = count(-(-made // stride))
    for place in places:
        kept = (0, 1, 2, 1, 1, 1, 1, 1)[place % 8]
        measured = {case for case in range(made, made + kept) if case % stride == 0}
        made += kept
        if not kept:
            yield Lives(0, 0, 0, ())
        elif measured:
            turn = next(turns)
            cases = _cases(rng, kept, last_open=True) if turn else [_longest(rng)]
            yield _lives(teams[0], turn, cases, shares_home=place % 8 == 1)
        else:
            goes_on = rng.random() < OPEN
            team = rng.choice(teams[1:] if goes_on else teams)
            cases = _cases(rng, kept, last_open=goes_on)
            yield _lives(team, rng.randrange(len(team.members)), cases, shares_home=place % 8 == 1)


def _lives(team: TeamOf, turn: int, cases: Sequence[tuple[int, Story]], *, shares_home: bool) -> Lives:
    user, reader = (team.members[place % len(team.members)] for place in (turn, turn + 1))
    beginning, last = cases[-1]
    ends = None if last.closed is None else beginning + last.closed + QUIET
    until = ends if ends is not None and ends < YESTERDAY else None
    return Lives(team.key, user, reader, cases, until, shares_home)


def _cases(rng: Random, kept: int, *, last_open: bool) -> list[tuple[int, Story]]:
    """The last one open or closed; one before it was over some time before the last was reported."""
    cases = [_open(rng) if last_open else _closed(rng)]
    if kept == 2:
        earlier = carried_over(rng)
        beginning = cases[0][0] - earlier.now - rng.randint(20, 200) * DAY
        cases.insert(0, (beginning, earlier))
    return cases


def _longest(rng: Random) -> tuple[int, Story]:
    story = long_life(rng, TEN_YEARS)
    return YESTERDAY - story.now, story


def _open(rng: Random) -> tuple[int, Story]:
    story = open_life(rng)
    return YESTERDAY - story.now - rng.randrange(60 * DAY), story


def _closed(rng: Random) -> tuple[int, Story]:
    story = closed_life(rng)
    whole = bool(story.waits)
    first, last = (LIVE, YESTERDAY) if whole else (YESTERDAY - TEN_YEARS, LIVE)
    return rng.randrange(first, max(first, last - story.now) + 1), story
