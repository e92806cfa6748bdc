"""What every act starts from."""

from collections.abc import Callable

from cases.models import Case
from sociaal.accounts.models import User
from sociaal.home.demo.lives import Step
from sociaal.home.demo.stage import Stage

Act = Callable[[Stage, Step], None]


def case_of(stage: Stage, step: Step) -> tuple[Case, User]:
    """The case of this step and who works on it."""
    case = stage.case(step.subject)
    return case, stage.worker(case)
