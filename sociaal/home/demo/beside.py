"""Planned beside the cases: questions that need no case, handovers, deputies, suggestions."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from cases.enums import Channel, HandoverReason
from sociaal.accounts.operations.cast import EAST
from sociaal.home.demo.clock import in_working_hours, later, unique
from sociaal.home.demo.daily_notes import QUICK_QUESTIONS
from sociaal.home.demo.lives import ALONE, Life, Step
from sociaal.home.demo.plan import Plan
from sociaal.home.demo.shapes import HandoverText, HouseholdKind
from sociaal.home.demo.staff import CONSULTANTS, TEAM_OF
from sociaal.home.demo.together import HANDOVERS

ALONE_AT_HOME = frozenset({HouseholdKind.SINGLE, HouseholdKind.OLDER_SINGLE, HouseholdKind.YOUNG})
NOT_FOR_US = (
    "Reclame, geen hulpvraag.",
    "De inwoner woont in een andere gemeente; daar met toestemming doorgegeven.",
    "Dezelfde melding kwam gisteren al binnen.",
)


def questions_without_case(rng: Random, plan: Plan, taken: set[datetime], span: int) -> list[Step]:
    """Answered at once, discarded, joined to a running case."""
    steps: list[Step] = []
    number = len(plan.lives)
    for _each in range(max(3, len(plan.lives) // 9)):
        day = plan.today - timedelta(days=rng.randrange(1, span))
        at = unique(in_working_hours(day, rng), taken)
        what = rng.choices(("answer", "discard", "join"), (75, 13, 12))[0]
        steps += _question(rng, plan, number, at, what)
        number += 1
    return steps


def _question(rng: Random, plan: Plan, number: int, at: datetime, what: str) -> list[Step]:
    quick = rng.choice(QUICK_QUESTIONS)
    team = rng.choice((*CONSULTANTS,))
    facts: dict[str, Any] = {
        "person": None, "words": quick.words, "team": team, "reporter": "resident", "red_flags": [],
        "channel": rng.choice((Channel.PHONE, Channel.EMAIL, Channel.WEBSITE, Channel.COUNTER)),
        "consultant": rng.choice(CONSULTANTS[team])[0],
    }  # fmt: skip
    facts["alone"] = facts["channel"] in ALONE
    then: dict[str, Any] = {
        "text": quick.answer,
        "reason": rng.choice(NOT_FOR_US),
        "consultant": facts["consultant"],
    }
    days = 0 if facts["channel"] == Channel.PHONE else rng.choice((0, 0, 1, 1, 2, 3))
    if what == "join":
        running = [life for life in plan.lives if life.steps[2].at < at < life.closed_at - timedelta(days=9)]
        if not running:
            what = "answer"
        else:
            life = rng.choice(running)
            facts |= {
                "person": life.person.index,
                "words": f"Nog een vraag van dezelfde inwoner: {quick.words}",
            }
            then["case"] = life.index
    if what == "answer" and rng.random() < 0.4:
        facts["person"] = rng.choice(plan.people).index
    return [Step(at, "register", number, facts), Step(later(at, days, rng), what, number, then)]


def colleagues(rng: Random, plan: Plan, span: int) -> list[Step]:
    """Handovers and deputies over the years."""
    return [*_handovers(rng, plan), *_deputies(rng, plan, span)]


def _handovers(rng: Random, plan: Plan) -> list[Step]:
    """Few: who stays, knows the resident. About one in twenty-five cases asks for one."""
    steps: list[Step] = []
    lives = [life for life in plan.lives if life.person.home.kind in ALONE_AT_HOME and len(life.steps) > 9]
    for life in rng.sample(lives, min(len(lives), max(1, len(plan.lives) // 25))):
        at = later(life.steps[6].at, rng.randint(1, 25), rng)
        text = _text(rng, life)
        if text is None or at > life.closed_at - timedelta(days=20):
            continue
        to = _receiver(rng, plan, life, text)
        told = {"reason": text.reason, "why": text.why, "told": text.told, "to": to}
        steps.append(Step(at, "ask_handover", life.person.index, told))
        answer = (
            "refuse_handover"
            if text.refusal
            else "cancel_handover"
            if rng.random() < 0.08
            else "accept_handover"
        )
        steps.append(
            Step(later(at, rng.randint(0, 6), rng), answer, life.person.index, {"refusal": text.refusal})
        )
    return steps


def _text(rng: Random, life: Life) -> HandoverText | None:
    fitting = [text for text in HANDOVERS if life.fits(text.why) and "gezin" not in text.why]
    return rng.choice(fitting) if fitting else None


def _receiver(rng: Random, plan: Plan, life: Life, text: HandoverText) -> str:
    present = plan.contact_of[life.person.home.index]
    team = TEAM_OF[present]
    if text.reason == HandoverReason.RESIDENT_MOVES:
        team = rng.choice([name for name in CONSULTANTS if name != team])
    return rng.choice([who for who, _share in CONSULTANTS[team] if who != present])


def _deputies(rng: Random, plan: Plan, span: int) -> list[Step]:
    """Everybody is away now and then; one in Anna's team is away today."""
    steps, away = [], [who for team in CONSULTANTS for who, _share in CONSULTANTS[team]]
    for who in away:
        mates = [mate for mate, _share in CONSULTANTS[TEAM_OF[who]] if mate != who]
        for period in range(span // 240):  # one absence in each period, so that no two overlap
            first = plan.today - timedelta(days=240 * period + rng.randrange(40, 240))
            steps.append(_deputy(rng, who, rng.choice(mates), first, rng.randint(5, 16)))
    mates = [mate for mate, _share in CONSULTANTS[EAST] if mate not in ("anna", "joost")]
    steps.append(_deputy(rng, "joost", mates[0], plan.today - timedelta(days=2), 9))
    return sorted(steps, key=lambda step: step.at)


def _deputy(rng: Random, who: str, mate: str, first: date, days: int) -> Step:
    at = in_working_hours(first - timedelta(days=12), rng)
    return Step(at, "deputy", 0, {"absent": who, "deputy": mate, "start": first, "days": days})
