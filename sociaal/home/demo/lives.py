"""The life of one case as planned, from report to outcome: steps with their moments, nothing done yet.

What happens to a case hangs on chance and on the question; the town stops at its last day, wherever a case is
then. So all states come about by themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from cases.enums import CaseStatus, Channel, RedFlag, Reporter, Track, Weight
from cases.weighing import suggest_track
from sociaal.home.demo.clock import later, on_the_hour
from sociaal.home.demo.daily_notes import CONTACTS
from sociaal.home.demo.people import Person
from sociaal.home.demo.places import OFFICES
from sociaal.home.demo.provisions import PROVISIONS
from sociaal.home.demo.shapes import AgreementText, ContactText, Gender, HelpQuestion, ProvisionText

BY_NAME: dict[str, ProvisionText] = {provision.name: provision for provision in PROVISIONS}
ALONE = (Channel.WEBSITE, Channel.LETTER, Channel.PARTNER)
"""Channels by which a question comes in without one of us on the line."""


@dataclass(frozen=True)
class Step:
    """Something that happens at a moment: `act` names a function, `subject` counts what it is about.

    `status` is where the case stands afterwards, for a step of the case.
    """

    at: datetime
    act: str
    subject: int
    facts: dict[str, Any] = field(default_factory=dict)
    status: str = ""


class Life:
    """Plans one case. `live` fills `steps`, in order of time, and `closed_at`: when the case would end."""

    def __init__(
        self, rng: Random, index: int, person: Person, question: HelpQuestion, received: datetime
    ) -> None:
        self.rng, self.index, self.person, self.question = rng, index, person, question
        self.received = self.at = self.closed_at = received
        self.status, self.arrangements, self.agreements = "", 0, 0
        self.steps: list[Step] = []
        self.apart: list[Step] = []
        self.loose_ends: list[tuple[datetime, AgreementText, int]] = []
        self.track = suggest_track(
            safety_at_stake=question.safety, clear_how=question.clear, stable=question.stable,
            parties_needed=question.parties,
        ).track  # fmt: skip

    # --- helpers -----------------------------------------------------------------------------------------
    def do(self, act: str, days: float = 0, *, status: str = "", **facts: Any) -> None:
        """The next step, about so many days after the last."""
        self.at = later(self.at, days, self.rng)
        self.status = status or self.status
        self.steps.append(Step(self.at, act, self.index, facts, self.status))

    def beside(self, act: str, days: float, **facts: Any) -> None:
        """A step beside the way of the case, also after its end."""
        self.apart.append(Step(later(self.at, days, self.rng), act, self.index, facts))

    def days(self, low: float, high: float, usual: float) -> float:
        return self.rng.triangular(low, high, usual)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def fits(self, summary: str) -> bool:
        """Whether a text about a woman or a man can be about this resident."""
        text = f" {summary.lower()} "
        wrong: tuple[str, ...] = (
            (" meneer", " hij ") if self.person.gender == Gender.WOMAN else ("mevrouw", " zij ", " haar ")
        )
        if self.person.is_child:
            wrong = ("mevrouw", "meneer", "maatje", "drinken", "kinderen", "inwoner")
        return not any(word in text for word in wrong)

    def speak(self, days: float) -> None:
        """A contact moment."""
        told: ContactText = self.rng.choice([text for text in CONTACTS[1:] if self.fits(text.summary)])
        self.do("contact", days, kind=told.kind, summary=told.summary, with_resident=told.with_resident)

    # --- the way -----------------------------------------------------------------------------------------
    def live(self, find_help: Callable[["Life"], None]) -> list[Step]:
        """All steps until the case ends. `find_help` plans from the weighing to the outcome."""
        self._report()
        if self.question.weight != Weight.SPECIALIST and self.chance(0.06):
            self.do("answer_directly", 1, status=CaseStatus.CLOSED)
        elif self._converse():
            find_help(self)
        self._settle_agreements()
        return self.steps

    def _report(self) -> None:
        question, urgent = self.question, bool(self.question.red_flags)
        channel = _channel(self.rng, question.reporter)
        self.steps.append(
            Step(
                self.received, "register", self.index,
                {"words": question.words, "channel": channel, "reporter": question.reporter,
                 "red_flags": [str(flag) for flag in question.red_flags], "alone": channel in ALONE},
            )
        )  # fmt: skip
        at_once = channel == Channel.PHONE and self.chance(0.6)
        slow = 1.6 if self.at.month in (7, 8, 12) else 1.0
        days = 0 if at_once else self.days(0, 2 if urgent else 9 * slow, 1 if urgent else 2)
        self.do("take_up", days, status=CaseStatus.REGISTERED)

    def _converse(self) -> bool:
        """First contact and conversation; False when the question falls away."""
        urgent = bool(self.question.red_flags)
        safe = RedFlag.UNSAFE in self.question.red_flags
        self.do("contact", self.days(0, 2 if urgent else 7, 1), kind="phone", first=True, with_resident=True,
                summary=self._first_words())  # fmt: skip
        if self.chance(0.045):
            return self.withdraw(2)
        planned = on_the_hour(
            (self.at + timedelta(days=self.days(1, 3, 1) if urgent else self.days(3, 24, 9))).date(), self.rng
        )
        place = OFFICES[self.person.home.team] if safe or self.chance(0.25) else "Thuis"
        self.do("plan_conversation", at=planned, place=place, status=CaseStatus.CONVERSATION)
        if planned - self.at > timedelta(days=4) and self.chance(0.12):
            planned = on_the_hour((planned + timedelta(days=self.days(3, 12, 7))).date(), self.rng)
            self.do("replan_conversation", 2, at=planned, place=place)
        if self.chance(0.1) and planned - self.at > timedelta(days=6):
            self.do("wait_for", 1, on="resident", subject="conversation",
                    why="De inwoner wil graag iemand van de familie erbij")  # fmt: skip
        self.at = max(planned + timedelta(minutes=90), self.at)
        self.do("hold", at=planned)
        self.do("note")
        if self.chance(0.04):
            return self.withdraw(5)
        self.do("finish", self.days(0, 8, 1), status=CaseStatus.WEIGHING)
        return True

    def _first_words(self) -> str:
        if self.person.is_child:
            return "Gebeld met de ouders om kennis te maken. Zij waren blij dat er een vaste naam is."
        return "Gebeld om kennis te maken. Uitgelegd wat er gebeurt en wie het vaste aanspreekpunt is."

    def withdraw(self, days: float) -> bool:
        """The question falls away. Always False: this life is over."""
        who, reason, outcome = self.rng.choice(
            (
                ("De inwoner", "Het is met hulp van de familie opgelost.", "withdrawn"),
                ("De inwoner", "Wil het eerst zelf proberen. Wij bellen over zes weken.", "withdrawn"),
                ("De inwoner", "Verhuist naar een andere gemeente.", "moved"),
                ("Wij", "Na drie pogingen geen contact. Een brief is verstuurd.", "broken_off"),
            )
        )  # fmt: skip
        self.do("withdraw", days, who=who, reason=reason, outcome=outcome, status=CaseStatus.CLOSED)
        return False

    def _settle_agreements(self) -> None:
        """Agreements run beside the case, and are settled before it ends."""
        last = self.steps[-1].at
        for made, text, number in self.loose_ends:
            spent = timedelta(days=text.days * self.days(0.4, 1.6, 0.95))
            at = made + min(spent, (last - made) * 0.9)
            outcome = "not_kept" if text.why_not else "cancelled" if self.chance(0.05) else "kept"
            facts = {"agreement": number, "outcome": outcome, "why_not": text.why_not}
            self.steps.append(Step(at, "settle_agreement", self.index, facts))
        self.closed_at = last
        self.steps = sorted(self.steps + self.apart, key=lambda step: step.at)

    @property
    def is_regie(self) -> bool:
        return self.track == Track.REGIE


def _channel(rng: Random, reporter: str) -> str:
    if reporter == Reporter.EARLY_SIGNAL:
        return Channel.PARTNER
    if reporter in (Reporter.GP, Reporter.SCHOOL, Reporter.HOUSING):
        return rng.choice((Channel.PARTNER, Channel.EMAIL, Channel.PHONE))
    if reporter == Reporter.COLLEAGUE:
        return Channel.HOME_VISIT
    ways = (Channel.PHONE, Channel.WEBSITE, Channel.COUNTER, Channel.EMAIL, Channel.LETTER)
    return rng.choices(ways, (46, 24, 16, 10, 4))[0]
