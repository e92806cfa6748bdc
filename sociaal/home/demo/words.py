"""From the texts of a help question to what is written down in a case."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from cases.enums import Weight
from cases.models import Provision
from cases.operations.weighing import WeighingInput
from intake.merging import digest
from intake.models import Conversation
from intake.operations.notes import keep_said
from sociaal.accounts.models import User
from sociaal.home.demo.lives import Life


def note_said(conversation: Conversation, life: Life, *, by: User, now: datetime) -> None:
    """What was said: wish, what lies behind it, own strength, network, and a note per life domain."""
    question = life.question
    words = {"wish": question.wish, "behind": question.behind, "support_offered": True}
    for text in question.domains:
        given: dict[str, Any] = {"notes": text.notes, "level": int(text.level)}
        if words:
            given |= words | {"can_do": question.own_strength, "network_can": question.network}
        seen = {"support_offered": digest(conversation.support_offered)}
        keep_said(conversation=conversation, domain=text.domain, given=given, seen=seen, by=by, now=now)
        words = {}


def first_weighing(life: Life, reader: User, day: date, *, again: bool = False) -> WeighingInput:
    """The weighing of the question; `again`: after the second reader asked on."""
    question = life.question
    specialist = question.weight == Weight.SPECIALIST
    asked_on = " Na de vraag van de tweede lezer opnieuw besproken." if again else ""
    return WeighingInput(
        behind_question=question.behind + asked_on,
        safety_at_stake=question.safety, clear_how=question.clear, stable=question.stable,
        parties_needed=question.parties, weight=question.weight, rungs=_rungs(life),
        second_reader=reader if specialist else None,
        lighter_again_date=day + timedelta(days=150) if specialist else None,
    )  # fmt: skip


def lighter_weighing(life: Life, provision: Provision, day: date) -> WeighingInput:
    """At a review: something lighter will do now."""
    rungs = _rungs(life)
    rungs[provision.weight] = {
        "considered": f"{provision.name}: genoeg, nu het beter gaat.",
        "tried": "Proef van een maand.", "why_not": "",
    }  # fmt: skip
    return WeighingInput(
        behind_question=life.question.behind, safety_at_stake=False, clear_how=True, stable=True,
        parties_needed=1, weight=provision.weight, rungs=rungs,
    )  # fmt: skip


def _rungs(life: Life) -> dict[str, Mapping[str, str]]:
    return {
        str(rung.weight): {"considered": rung.considered, "tried": rung.tried, "why_not": rung.why_not}
        for rung in life.question.rungs
    }


def levels_of(life: Life, better: int) -> dict[str, int]:
    """How the resident manages after a while: better where it was worst, and not everywhere."""
    found = {}
    for number, text in enumerate(life.question.domains):
        gain = (life.index + number + better) % 3
        found[str(text.domain)] = min(5, int(text.level) + min(gain, better))
    return found
