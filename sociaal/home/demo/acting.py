"""Do the steps of the plan. A life of which a step is refused stops there; the town goes on without its rest.

A plan is made without knowing every rule of the operations. That a guard of the way of working refuses one
step in twenty thousand must not leave somebody who tries the product with half a town.
"""

import logging
from collections.abc import Sequence

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from sociaal.core.errors import DomainError
from sociaal.home.demo.acts import (
    conversations,
    deciding,
    helping,
    outside,
    papers,
    people,
    questions,
    together,
)
from sociaal.home.demo.acts.step_of import Act
from sociaal.home.demo.lives import Step
from sociaal.home.demo.plan import Plan
from sociaal.home.demo.stage import Stage

log = logging.getLogger(__name__)
ROOMS = (questions, conversations, deciding, helping, people, together, outside, papers)
REFUSALS = (DomainError, ObjectDoesNotExist, LookupError)
"""What a step raises that cannot be done: refused, or leaning on a step that was."""


class Acting:
    """The stage, and the lives that stopped."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.stage = Stage(plan)
        self.stopped: set[int] = set()

    def do(self, steps: Sequence[Step]) -> None:
        """Do these steps, fast: what is refused undoes them all. Raises one of `REFUSALS`."""
        for step in steps:
            if step.subject not in self.stopped:
                act_named(step.act)(self.stage, step)

    def do_what_can_be(self, steps: Sequence[Step]) -> None:
        """Do these steps, each undone by itself where it is refused; its life stops there."""
        self.stage = Stage(self.plan)  # the old one remembers what was undone
        for step in steps:
            try:
                with transaction.atomic():
                    self.do([step])
            except REFUSALS as error:
                log.warning("voorbeeldstad: %s of life %d left out: %s", step.act, step.subject, error)
                self.stopped.add(step.subject)


def act_named(name: str) -> Act:
    """The function that does a step of this name."""
    found_in = next(room for room in ROOMS if hasattr(room, name))
    return getattr(found_in, name)
