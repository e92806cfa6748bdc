"""A town as planned."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from cases.enums import CaseStatus
from sociaal.home.demo.clock import later, moment
from sociaal.home.demo.lives import Life, Step
from sociaal.home.demo.people import Home, Person


@dataclass
class Plan:
    """Who lives in the town, and all that happens there until the start of `today`, in order of time."""

    seed: int
    today: date
    homes: list[Home]
    lives: list[Life] = field(default_factory=list)
    lives_of: dict[int, list[Life]] = field(default_factory=dict)
    """The lives of a household (by index)."""
    contact_of: dict[int, str] = field(default_factory=dict)
    """Planned contact person per household (by index)."""
    steps: list[Step] = field(default_factory=list)

    @property
    def end(self) -> datetime:
        return moment(self.today, 0)

    @property
    def beginning(self) -> datetime:
        """The day before the first question came in."""
        return moment(self.steps[0].at.date() - timedelta(days=1), 9 * 60)

    @property
    def people(self) -> list[Person]:
        return [person for home in self.homes for person in home.people]

    def status_of(self, life: Life) -> str:
        """Where a case stands at the end; blank while it is no case yet."""
        reached = [step.status for step in life.steps if step.at < self.end and step.status]
        return reached[-1] if reached else ""

    def open_lives(self, who: str = "") -> Iterator[Life]:
        """Lives with an open case at the end, of one contact person or of all."""
        for life in self.lives:
            theirs = who in ("", self.contact_of[life.person.home.index])
            if theirs and self.status_of(life) not in ("", CaseStatus.CLOSED):
                yield life

    def lately(self, rng: Random, life: Life) -> datetime:
        """A moment in the last working days, after all that happened in this case."""
        last = max(step.at for step in life.steps if step.at < self.end)
        start = max(last, moment(self.today - timedelta(days=4), 9 * 60))
        return min(later(start, 0, rng), self.end - timedelta(minutes=5))

    def statuses(self) -> Counter[str]:
        return Counter(self.status_of(life) for life in self.lives)
