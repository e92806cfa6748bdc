"""The board: all suggestions by phase, as cards. One query, or two with the detail of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from regie.board import steps
from regie.board.models import MeToo, Suggestion
from regie.board.models.suggestion import Phase
from regie.board.permissions import can_move
from regie.board.policies import REACHABLE, neighbours
from sociaal.accounts.models import User
from sociaal.outbox.once import new_key

SHOWN_WHEN_DONE = 8
"""Of what was adopted or stopped the board shows the newest; the others on request."""


@dataclass(frozen=True)
class Option:
    """A phase to move to, with the arrow key that does the same."""

    phase: str
    label: str
    arrow: str = ""


@dataclass(frozen=True)
class Card:
    suggestion: Suggestion
    step: str
    me_too: int
    is_mine: bool
    said_me_too: bool
    options: Sequence[Option]
    key: str


@dataclass(frozen=True)
class Column:
    """One phase. `hidden`: how many older ones are not shown."""

    phase: str
    label: str
    cards: Sequence[Card]
    hidden: int = 0


@dataclass(frozen=True)
class Board:
    columns: Sequence[Column]
    """Proposed, chosen, trying, measured."""
    done: Sequence[Column]
    """Adopted and dropped, which share the last place."""
    is_empty: bool


def suggestions(user: User, *, everyone: bool) -> QuerySet[Any]:
    """Of the user's own team or the whole municipality; adds `number_of_me_too` and `said_me_too`."""
    rows = Suggestion.objects.select_related("team")
    if not everyone and user.team_id:
        rows = rows.filter(team=user.team_id)
    return rows.annotate(
        number_of_me_too=Count("me_too"),
        said_me_too=Exists(MeToo.objects.filter(suggestion=OuterRef("pk"), user=user)),
    )


def board(user: User, *, everyone: bool, all_done: bool = False) -> Board:
    """The whole board for this user: most met first, and what is over newest first."""
    rows = list(suggestions(user, everyone=everyone).order_by("-number_of_me_too", "-made_at", "-pk"))
    columns = [_column(phase, rows, user) for phase in Phase if phase not in (Phase.ADOPTED, Phase.DROPPED)]
    newest = sorted(rows, key=lambda row: (row.made_at, row.pk), reverse=True)
    limit = None if all_done else SHOWN_WHEN_DONE
    done = [_column(phase, newest, user, limit) for phase in (Phase.ADOPTED, Phase.DROPPED)]
    return Board(columns, done, is_empty=not rows)


def card(suggestion: Any, user: User) -> Card:
    """One suggestion out of `suggestions` as a card."""
    return Card(
        suggestion,
        step=steps.words(suggestion.step),
        me_too=suggestion.number_of_me_too,
        is_mine=suggestion.made_by_id == user.pk,
        said_me_too=suggestion.said_me_too,
        options=_options(suggestion, user),
        key=new_key(),
    )


def _column(phase: str, rows: Sequence[Any], user: User, limit: int | None = None) -> Column:
    here = [row for row in rows if row.phase == phase]
    shown = here[:limit]
    return Column(str(phase), _label(phase), [card(row, user) for row in shown], len(here) - len(shown))


def _options(suggestion: Suggestion, user: User) -> list[Option]:
    """Where this user may move it; stopping asks for words and has its place on the suggestion's own page."""
    if not can_move(user, suggestion):
        return []
    left, right = neighbours(suggestion.phase)
    arrows = {left: "left", right: "right"}
    reachable = [phase for phase in REACHABLE[Phase(suggestion.phase)] if phase != Phase.DROPPED]
    return [Option(str(phase), _label(phase), arrows.get(str(phase), "")) for phase in reachable]


def _label(phase: str) -> str:
    return str(Phase(phase).label)
