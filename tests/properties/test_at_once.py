"""Eight people at once, each with a database connection of their own: nothing is lost, nothing breaks.

Two thousand operations on a small world, so that they collide; each is committed for good. What each
connection does follows from the seed alone: the same seed gives the same operations, chosen with the same
numbers, in the same order per connection (what they meet depends on who is first). A failing run prints it:

    SEED=123 .venv/bin/python -m pytest -n0 tests/properties/test_at_once.py

`STEPS=50` shortens it (operations per connection).
"""

import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connections

from cases.models import Event, Resident
from cases.operations import letters
from sociaal.accounts.models import User
from sociaal.audit.models import Entry
from sociaal.outbox.once import once
from sociaal.outbox.relaying import relay_all
from tests.factories import NOW, make_case
from tests.properties import invariants
from tests.properties.choosing import Choices
from tests.properties.moves import Done, Move, areas, do
from tests.properties.world import World, make_world

CONNECTIONS = 8
STEPS = int(os.environ.get("STEPS", "250"))
CHECKPOINTS = 5
OFTEN = {"people": 4, "steps": 4, "help": 3, "law": 2, "notes": 2, "report": 2, "around": 2, "talk": 2}
MOMENT = timedelta(minutes=1)


@dataclass
class Story:
    """What one connection did: the moment of each success, which is its own, and what went wrong."""

    done: list[tuple[datetime, Done]] = field(default_factory=list)
    refused: int = 0
    broken: list[str] = field(default_factory=list)


@dataclass
class Town:
    """One world for all, and one clock: nobody has the same moment as another."""

    seed: int
    clock: Iterator[int] = field(default_factory=count)
    stories: list[Story] = field(default_factory=lambda: [Story() for _one in range(CONNECTIONS)])

    def work(self, number: int, steps: range, moves: list[Move]) -> None:
        """The steps of one connection."""
        try:
            for step in steps:
                self.step(number, step, moves)
        finally:
            connections.close_all()

    def step(self, number: int, step: int, moves: list[Move]) -> None:
        choose = Choices(Random(f"{self.seed} {number} {step}"))
        one, story = choose.one(moves), self.stories[number]
        world = World(NOW + next(self.clock) * MOMENT)
        try:
            done = do(one, world, choose, call=_as_the_product_does(world.now))
        except Exception as error:
            story.broken.append(f"connection {number}, step {step}, {one.name}: {error!r:.300}")
            return
        if done.refused is not None:
            story.refused += 1
        elif done.tried:
            story.done.append((world.now, done))

    def together(self, steps: range, moves: list[Move]) -> None:
        """All connections at once, over these steps, with a worker beside them."""
        start = Barrier(CONNECTIONS)

        def run(number: int) -> None:
            start.wait(timeout=20)
            self.work(number, steps, moves)

        people = [Thread(target=run, args=(number,)) for number in range(CONNECTIONS)]
        for person in people:
            person.start()
        for person in people:
            person.join()
        relay_all(now=NOW + next(self.clock) * MOMENT)


def _as_the_product_does(now: datetime) -> Callable[..., Any]:
    """Through `once`, as every form and button goes."""

    def call(operation: Callable[..., Any], **given: Any) -> Any:
        results: list[Any] = []

        def work() -> str:
            results[:] = [operation(**given)]
            return ""

        once("", operation.__name__, work, now=now)
        return results[0]

    return call


def _weighted() -> list[Move]:
    return [one for area, moves in areas().items() for one in moves * OFTEN.get(area, 1)]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_eight_connections_lose_nothing_and_break_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "typeset", lambda text, at: b"%PDF-1.7 of a test")
    seed = int(os.environ.get("SEED") or secrets.randbelow(10**6))
    print(f"SEED={seed}")  # shown when the test fails: with it the run can be done again
    make_world()
    for name, status in (("Anna", "supported"), ("Joop", "weighing"), ("Bram", "registered")):
        user = User.objects.select_related("team").get(name=name)
        make_case(user, status=status, resident=Resident.objects.filter(cases=None).earliest("pk"))
    town, moves = Town(seed), _weighted()
    for part in range(CHECKPOINTS):
        town.together(range(part * STEPS // CHECKPOINTS, (part + 1) * STEPS // CHECKPOINTS), moves)
        assert [one for story in town.stories for one in story.broken] == []
        assert invariants.broken() == {}
    successes = [one for story in town.stories for one in story.done]
    print(f"{len(successes)} done, {sum(story.refused for story in town.stories)} refused")
    assert _without_a_trace(successes) == []
    assert _without_an_effect(successes) == []


def _without_a_trace(successes: list[tuple[datetime, Done]]) -> list[str]:
    """Successes of which neither an event nor a line of the log tells: each has a moment of its own."""
    told = {*Event.objects.values_list("recorded_at", flat=True), *Entry.objects.values_list("at", flat=True)}
    return [f"{at} {done.move.name}" for at, done in successes if not done.move.quiet and at not in told]


def _without_an_effect(successes: list[tuple[datetime, Done]]) -> list[str]:
    """Successes that gave a row which is not there, and was not taken away by a later operation either."""
    gone = set(Entry.objects.filter(action__regex="^(remove|end)_").values_list("object_type", "object_id"))
    lost = []
    for at, done in successes:
        row = done.result
        if getattr(row, "pk", None) is None or type(row)._default_manager.filter(pk=row.pk).exists():
            continue
        if (row._meta.label_lower, row.pk) not in gone:
            lost.append(f"{at} {done.move.name} {row!r}")
    return lost


def test_the_same_seed_gives_the_same_operations() -> None:
    moves = _weighted()

    def names(seed: int) -> list[str]:
        return [Choices(Random(f"{seed} 3 {step}")).one(moves).name for step in range(50)]

    assert names(7) == names(7)
    assert names(7) != names(8)
