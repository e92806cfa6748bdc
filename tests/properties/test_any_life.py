"""Whatever people do to cases, in whatever order: what must always be so is so after every step.

A hypothesis state machine over all operations. One rule per area of the work (`moves`); in it any operation
of that area, by mostly sensible people, sometimes by others, at a clock of its own. With
`--hypothesis-profile thorough` (make test-all) a hundred runs of a hundred steps. What a run did is told when
it fails; hypothesis does it again from its own example database.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from cases.models import Resident
from cases.operations import letters
from regie.metrics.models import HandoverFact, Spell, StepSpell, WaitSpell
from regie.metrics.operations.rebuilding import rebuild_all
from sociaal.accounts.models import User
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import relay_all
from tests.factories import NOW, make_case, make_deciding_case
from tests.objected import make_objected
from tests.properties import invariants
from tests.properties.choosing import Choices
from tests.properties.moves import MOVES, Done, Move, areas, do
from tests.properties.world import make_world

FACTS = (Spell, WaitSpell, StepSpell, HandoverFact)
STATUSES = ("conversation", "weighing", "arranging", "supported", "reviewing", "closed")
SEEDS = st.integers(0, 2**32 - 1)
"""A step's choices follow from one number: chosen one by one they would mostly be the first of everything."""
SUCCEEDED: Counter[str] = Counter()
"""Per move how often it succeeded, over all runs: a machine whose moves are all refused shows nothing."""


class AnyLife(RuleBasedStateMachine):
    """One run is one transaction that is rolled back."""

    part = 0
    """Where hypothesis draws the same in every process (as in CI), each part makes other lives of it."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.world, self.events, self.sound = make_world(), (0, 0), True
        self.before = invariants.fingerprint()

    @initialize(statuses=st.tuples(st.sampled_from(STATUSES), st.sampled_from(STATUSES)))
    def begin(self, statuses: tuple[str, str]) -> None:
        """Of who lives in the town one asks a first question, two are helped already; of three who come to
        live there one waits for a decision, one objected to theirs, of the other help is being arranged."""
        with self.failing():
            staff = {user.name: user for user in User.objects.select_related("team")}
            for name, status in zip(("Anna", "Joop", "Bram"), ("registered", *statuses), strict=True):
                free = Resident.objects.filter(cases=None).earliest("pk")
                make_case(staff[name], status=status, resident=free, at=NOW)
            make_deciding_case(staff["Anna"])
            make_objected(staff["Anna"])
            make_case(staff["Joop"], status="arranging")
            self.look()

    @rule(seed=SEEDS)
    def the_worker(self, seed: int) -> None:
        """Counts what changed, makes letters, sends e-mail."""
        with self.failing():
            self.world.pass_time(Choices(Random(f"{self.part} {seed}")))
            relay_all(now=self.world.now)
            self.look()

    def take(self, moves: list[Move], seed: int) -> None:
        """Somebody does one of `moves`."""
        with self.failing():
            choose = Choices(Random(f"{self.part} {seed}"))
            self.world.pass_time(choose)
            done = self.tried(moves, choose)
            invariants.check_commit()
            if done.refused is not None:
                assert invariants.fingerprint() == self.before, (
                    f"{done.move.name}: refused, and it changed something"
                )
            elif done.tried:
                SUCCEEDED[done.move.name] += 1
                self.look()

    def tried(self, moves: list[Move], choose: Choices) -> Done:
        """What came of a move; of another one when there was nothing to do it to."""
        for _attempt in range(10):
            one = choose.one(moves)
            note(f"{self.world.now:%Y-%m-%d %H:%M} {one.name}")
            done = do(one, self.world, choose)
            note(f"    by {done.by}: {done.outcome}")
            if done.tried:
                break
        return done

    def look(self) -> None:
        """After every step that changed something."""
        assert invariants.broken() == {}
        count, last = invariants.last_event()
        assert count >= self.events[0], "events went away"
        assert invariants.not_permitted_since(self.events[1]) == []
        self.events, self.before = (count, last), invariants.fingerprint()

    @contextmanager
    def failing(self) -> Iterator[None]:
        """After a failure the transaction may be of no use any more."""
        self.sound, sound = False, self.sound
        yield
        self.sound = sound

    def teardown(self) -> None:
        try:
            if self.sound:
                self.count()
        finally:
            transaction.set_rollback(True)
            self.whole.__exit__(None, None, None)

    def count(self) -> None:
        """Counted change by change comes to the same as counted anew."""
        now = self.world.now
        while relay_all(now=now):
            now += timedelta(seconds=3)
        assert list(Message.objects.exclude(last_error="").values_list("topic", "last_error")) == []
        counted = _facts()
        for model in FACTS:
            model.objects.all().delete()
        list(rebuild_all(now=now))
        assert _facts() == counted


def _rule_of(area: str, moves: list[Move]) -> Any:
    def taken(self: AnyLife, seed: int) -> None:
        self.take(moves, seed)

    taken.__name__ = area
    return rule(seed=SEEDS)(taken)


PARTS = 4
"""So that several processes share the work."""
OFTEN = {"steps": 4, "talk": 3, "help": 3, "law": 3, "people": 2, "report": 2}
"""How many rules an area has: a case must come somewhere within a hundred steps."""

for _area, _moves in areas().items():
    for _number in range(OFTEN.get(_area, 1)):
        setattr(AnyLife, f"{_area}_{_number}", _rule_of(_area, _moves))


def _facts() -> dict[str, list[str]]:
    """All counted rows, without their keys."""
    fields = {model: [f.attname for f in model._meta.fields if f.name != "id"] for model in FACTS}
    return {model.__name__: sorted(map(repr, model.objects.values_list(*fields[model]))) for model in FACTS}


@pytest.fixture
def _quick_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """How a letter is set has tests of its own, and takes a tenth of a second."""
    monkeypatch.setattr(letters, "typeset", lambda text, at: b"%PDF-1.7 of a test")


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.usefixtures("_quick_letters")
@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_people_do_what_must_be_stays_so(part: int) -> None:
    thorough = settings.get_profile(settings.get_current_profile_name()).max_examples >= 100
    runs, steps = (100 // PARTS, 100) if thorough else (2, 30)
    SUCCEEDED.clear()
    AnyLife.part = part
    run_state_machine_as_test(
        AnyLife,
        settings=settings(
            max_examples=runs, stateful_step_count=steps, deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking a life takes minutes
        ),
    )  # fmt: skip
    if thorough:  # a machine in which everything is refused would show nothing
        never = sorted({one.name for one in MOVES} - SUCCEEDED.keys())
        assert len(never) < len(MOVES) / 3, never
