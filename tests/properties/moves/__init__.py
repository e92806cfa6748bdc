"""Everything that somebody can do: per operation how a sensible, or a not so sensible, person calls it.

A move makes the arguments of one operation from the world as it stands, or None when there is nothing to do
it to. Each module is an area of the work, and a rule of the state machine.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sociaal.core.errors import DomainError
from tests.properties.choosing import Choices
from tests.properties.world import World

Arguments = dict[str, Any] | None


@dataclass(frozen=True)
class Move:
    """One operation. `often`: how often beside the others of its area. `quiet`: done twice changes nothing,
    so that a success need not leave a trace.
    """

    operation: Callable[..., Any]
    arguments: Callable[[World, Choices], Arguments]
    area: str
    often: int
    quiet: bool

    @property
    def name(self) -> str:
        return f"{self.operation.__module__}.{self.operation.__name__}"


@dataclass(frozen=True)
class Done:
    """What came of a move: `result` of a success, `refused` for what may not be; neither: nothing to do."""

    move: Move
    by: Any = None
    result: Any = None
    refused: DomainError | None = None
    tried: bool = True

    @property
    def outcome(self) -> str:
        """In a few words, for the story of a run that failed."""
        if self.refused is not None:
            return f"{type(self.refused).__name__}: {self.refused}"
        return f"done, {self.result!r}" if self.tried else "nothing to do it to"


MOVES: list[Move] = []


def move(operation: Callable[..., Any], *, often: int = 1, quiet: bool = False) -> Callable[..., Any]:
    """Register a function that makes the arguments of `operation`."""

    def register(arguments: Callable[[World, Choices], Arguments]) -> Callable[[World, Choices], Arguments]:
        area = arguments.__module__.rpartition(".")[2]
        MOVES.append(Move(operation, arguments, area, often, quiet))
        return arguments

    return register


def areas() -> dict[str, list[Move]]:
    """The moves of each area, each as often as it should come."""
    from tests.properties.moves import (  # noqa: F401  (each registers its moves)
        around,
        desk,
        help,
        law,
        notes,
        objections,
        office,
        papers,
        people,
        plan,
        regie,
        report,
        steps,
        talk,
    )

    found: dict[str, list[Move]] = {}
    for one in MOVES:
        found.setdefault(one.area, []).extend([one] * one.often)
    return found


def do(one: Move, world: World, choose: Choices, call: Callable[..., Any] | None = None) -> Done:
    """Do it, with what the product would do around it in `call`. Only a DomainError is a refusal."""
    given = one.arguments(world, choose)
    if given is None:
        return Done(one, tried=False)
    given.setdefault("now", world.now)
    try:
        result = call(one.operation, **given) if call else one.operation(**given)
    except DomainError as error:
        return Done(one, given.get("by"), refused=error)
    return Done(one, given.get("by"), result)
