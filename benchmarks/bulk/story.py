"""The life of one case as it unfolds, in minutes after its report and without keys; `writing` gives it both.

What is told here is what the operations record: the same events in the same order, with the same codes, and
the waits that follow from where the case stands.
"""

from dataclasses import dataclass, field
from random import Random

from cases.enums import CaseStatus, WaitParty, WaitSubject

S = CaseStatus
DAY = 600
"""Minutes of a working day: only those pass."""


@dataclass
class Told:
    """An event. `codes`: JSON in which `%d` stands for the key of the row `number` of `table`, if any."""

    at: int
    kind: str
    codes: str = "{}"
    table: str = ""
    number: int = 0


@dataclass
class Stretch:
    """A wait; `until` None while it runs; `arrangement`: the number of what is waited for."""

    on: str
    subject: str
    since: int
    until: int | None = None
    arrangement: int | None = None


@dataclass
class Help:
    """An arrangement, by place in the catalogue. `ended` only when it did; `goal` of the plan."""

    provision: int
    state: str
    requested: int | None = None
    started: int | None = None
    ended: int | None = None


@dataclass
class Decision:
    """A procedure under the Wmo with its dates, as far as it came."""

    state: str
    applied: int
    decided: int | None = None


@dataclass
class Story:
    """A case from report until where it stands. Tell it in order of time: `later` moves the clock."""

    rng: Random
    now: int = 0
    status: str = S.REGISTERED
    status_since: int = 0
    opened: int = 0
    closed: int | None = None
    closed_from: str = ""
    outcome: str = ""
    track: str = ""
    weight: str = ""
    weighed: int | None = None
    events: list[Told] = field(default_factory=list)
    waits: list[Stretch] = field(default_factory=list)
    contacts: list[tuple[int, str]] = field(default_factory=list)
    conversations: list[int] = field(default_factory=list)
    helps: list[Help] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    levels: list[tuple[int, str, str, int]] = field(default_factory=list)

    def later(self, days: float) -> int:
        """So many working days on, give or take a third."""
        self.now += round(days * DAY * (0.67 + 0.66 * self.rng.random())) + 7
        return self.now

    def tell(self, kind: str, codes: str = "{}", table: str = "", number: int = 0) -> None:
        self.events.append(Told(self.now, kind, codes, table, number))

    def step(self, transition: str, to: str) -> None:
        """The next status, with its event."""
        self.tell(
            "status_changed",
            f'{{"to": "{to}", "from": "{self.status}", "step": "{transition}", "track": "{self.track}",'
            f' "weight": "{self.weight}"}}',
        )
        self.closed_from, self.status, self.status_since = self.status, to, self.now

    def wait(self, on: WaitParty, subject: WaitSubject, arrangement: int | None = None) -> None:
        """Whatever is waited for ends; this begins."""
        self.wait_no_more()
        self.waits.append(Stretch(on, subject, self.now, arrangement=arrangement))
        self._tell_wait("wait_opened")

    def wait_no_more(self) -> None:
        if self.waits and self.waits[-1].until is None:
            self.waits[-1].until = self.now
            self._tell_wait("wait_closed")

    def contact(self, how: str, kind: str = "contact") -> None:
        self.contacts.append((self.now, how))
        self.tell(kind, f'{{"how": "{how}", "contact": %d}}', "contact", len(self.contacts) - 1)

    def end(self, transition: str, outcome: str) -> None:
        """Closed, with this outcome."""
        self.step(transition, S.CLOSED)
        self.wait_no_more()
        self.closed, self.outcome = self.now, outcome
        self.tell("closed", f'{{"outcome": "{outcome}"}}')

    def _tell_wait(self, kind: str) -> None:
        one = self.waits[-1]
        codes = f'{{"on": "{one.on}", "wait": %d, "subject": "{one.subject}"}}'
        self.tell(kind, codes, "wait", len(self.waits) - 1)
