"""Planned for the day on which the town is looked at: inbox, appointments, tasks, open requests, papers."""

from datetime import timedelta
from random import Random

from cases.enums import CaseStatus, Channel
from sociaal.home.demo.clock import in_working_hours, later, moment
from sociaal.home.demo.daily_notes import QUICK_QUESTIONS
from sociaal.home.demo.lives import Life, Step
from sociaal.home.demo.outside import from_outside
from sociaal.home.demo.papers import on_paper
from sociaal.home.demo.plan import Plan
from sociaal.home.demo.questions import QUESTIONS
from sociaal.home.demo.staff import CONSULTANTS, TEAM_OF
from sociaal.home.demo.together import HANDOVERS

HANNAS = "Voorbeeld Wonen"
"""For whom Hanna works."""
TASKS = (
    "De huisarts bellen over de verwijzing, met toestemming",
    "Formulier voor de bijzondere bijstand samen invullen",
    "Nagaan of de leuning geplaatst is",
    "De buurvrouw vragen of het op woensdag nog lukt",
    "Bellen hoe de eerste week was",
    "Verslag van het gesprek nasturen",
)


def what_is_there_today(rng: Random, plan: Plan) -> list[Step]:
    """All of it; the last working days before today."""
    return [
        *_inbox(rng, plan), *_agenda(rng, plan), *_tasks(rng, plan), *_hannas(rng, plan),
        *_handovers(rng, plan), *_emergencies(rng, plan), *from_outside(rng, plan),
        *on_paper(rng, plan), *_died(plan),
    ]  # fmt: skip


def _inbox(rng: Random, plan: Plan) -> list[Step]:
    """Questions nobody took up yet; of a few nobody knows yet whose they are."""
    steps = []
    for place in range(max(5, len(plan.lives) // 70)):
        day = plan.today - timedelta(days=rng.choice((1, 1, 2, 2, 3, 5)))
        at = moment(day, rng.randrange(7 * 60, 21 * 60)) + timedelta(seconds=place + 1)
        caught = place % 4 == 0
        question = rng.choice(QUESTIONS[:40])
        home = rng.choice([home for home in plan.homes if home.kind == question.household] or plan.homes)
        team = (*CONSULTANTS,)[place % len(CONSULTANTS)] if caught else home.team
        words = rng.choice(QUICK_QUESTIONS).words if caught else question.words
        facts = {
            "person": None if caught else home.people[0].index, "words": words, "team": team, "alone": True,
            "reporter": "other" if caught else question.reporter, "channel": Channel.WEBSITE,
            "red_flags": [] if caught else [str(flag) for flag in question.red_flags],
            "consultant": CONSULTANTS[team][0][0],
        }  # fmt: skip
        steps.append(Step(at, "register", 100_000 + place, facts))
    return steps


def _agenda(rng: Random, plan: Plan) -> list[Step]:
    """Today's appointments of who can be tried."""
    steps = []
    for who in ("anna", "bram", "dirk"):
        lives = [*plan.open_lives(who)]
        talking = [life for life in lives if plan.status_of(life) == CaseStatus.CONVERSATION]
        for life, minute in zip(talking, (10 * 60, 15 * 60), strict=False):
            _move_conversation(life, plan, minute)
        rest = [life for life in lives if life not in talking]
        titles = ("Overleg met het gezin en de school", "Samen langs bij de aanbieder")
        for life, minute, title in zip(
            rng.sample(rest, min(2, len(rest))), (11 * 60 + 30, 14 * 60), titles, strict=False
        ):
            facts = {"at": moment(plan.today, minute), "title": title, "place": "Buurthuis De Kruising"}
            steps.append(Step(plan.lately(rng, life), "appointment", life.index, facts))
    return steps


def _move_conversation(life: Life, plan: Plan, minute: int) -> None:
    """The conversation that is still to come is today."""
    for step in reversed(life.steps):
        if step.at < plan.end and step.act in ("plan_conversation", "replan_conversation"):
            step.facts["at"] = moment(plan.today, minute)
            return


def _tasks(rng: Random, plan: Plan) -> list[Step]:
    steps = []
    for who in ("anna", "bram", "dirk", "quinten"):
        lives = [*plan.open_lives(who)]
        for number, life in enumerate(rng.sample(lives, min(4, len(lives)))):
            facts = {"title": rng.choice(TASKS), "due": plan.today + timedelta(days=(-2, 1, 3, 8)[number])}
            steps.append(Step(plan.lately(rng, life), "task", life.index, facts))
    return steps


def _hannas(rng: Random, plan: Plan) -> list[Step]:
    """Hanna sits at the table in a handful of Anna's cases."""
    steps = []
    beyond = (CaseStatus.ARRANGING, CaseStatus.SUPPORTED, CaseStatus.DECIDING, CaseStatus.WEIGHING)
    lives = [
        life
        for life in plan.open_lives("anna")
        if plan.status_of(life) in beyond and not any(step.act == "add_party" for step in life.steps)
    ]
    for number, life in enumerate(lives[:5]):
        at = plan.lately(rng, life)
        steps.append(Step(at, "add_party", life.index, {"organisation": HANNAS}))
        what = ("Het contract van de vorige huurder nakijken", "Een afspraak bij de woning maken")[number % 2]
        facts = {
            "what": what,
            "for_days": 10,
            "category": "general",
            "organisation": HANNAS,
            "we_wait": number == 0,
        }
        steps.append(Step(at + timedelta(minutes=4), "make_agreement", life.index, facts))
    return steps


def _handovers(rng: Random, plan: Plan) -> list[Step]:
    """Requests that still wait for an answer: one for Anna, one for Dirk, one for Quinten."""
    steps = []
    text = next(text for text in HANDOVERS if text.reason == "expertise" and not text.refusal)
    for to in ("anna", "dirk", "quinten"):
        mates = [who for who, _share in CONSULTANTS[TEAM_OF[to]] if who != to]
        lives = [life for who in mates for life in plan.open_lives(who)]
        if lives:
            life = rng.choice(lives)
            told = {"reason": text.reason, "to": to, "why": "Er spelen nu vragen waar jij meer van weet.",
                    "told": "Mijn collega kent die regels. U vertelt uw verhaal niet opnieuw."}  # fmt: skip
            steps.append(Step(plan.lately(rng, life), "ask_handover", life.person.index, told))
    return steps


def _emergencies(rng: Random, plan: Plan) -> list[Step]:
    """Two files opened outside the rules; the privacy officer has looked at the first."""
    steps = []
    reason = "Politie aan de lijn: mevrouw is gevallen, de collega is niet bereikbaar."
    lives = [*plan.open_lives("anna")]
    for days, who in ((24, "dirk"), (3, "nadia")):
        at = in_working_hours(plan.today - timedelta(days=days), rng)
        if lives and at < plan.end:
            steps.append(
                Step(at, "break_glass", rng.choice(lives).person.index, {"who": who, "reason": reason})
            )
        if days == 24 and lives:
            steps.append(Step(later(at, 2, rng), "review_break_glass", 0))
    return steps


def _died(plan: Plan) -> list[Step]:
    """Of those whom Anna helps, the oldest died two days ago; she noted it, and must see to the rest."""
    lives = [life for life in plan.open_lives("anna") if plan.status_of(life) == CaseStatus.SUPPORTED]
    if not lives:
        return []
    person = min((life.person for life in lives), key=lambda one: (one.birth_date, one.index))
    facts = {"died_on": plan.today - timedelta(days=2)}
    return [Step(plan.end - timedelta(minutes=1), "died", person.index, facts)]
