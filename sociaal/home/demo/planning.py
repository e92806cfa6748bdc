"""Plan the whole town: pure, and the same for the same seed, size and last day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from cases.enums import Law, RedFlag
from sociaal.accounts.operations.cast import DEBTS
from sociaal.home.demo import beside, board, present
from sociaal.home.demo.annas import give_anna_work
from sociaal.home.demo.clock import in_working_hours, unique
from sociaal.home.demo.help_given import find_help
from sociaal.home.demo.lives import Life
from sociaal.home.demo.people import Person, settle
from sociaal.home.demo.plan import Plan
from sociaal.home.demo.questions import QUESTIONS
from sociaal.home.demo.shapes import MONTH_WEIGHTS, HelpQuestion
from sociaal.home.demo.staff import CONSULTANTS

FLOW = (13, 12, 11, 9, 8, 7, 5, 5, 9, 11, 13, 10)
"""How many questions come in per month, January first: more in autumn and winter."""
TWO_YEARS = 730
DEBT_LAWS = frozenset({Law.WGS, Law.PARTICIPATIEWET})


def make_plan(*, seed: int, today: date, cases: int = 1000, residents: int = 600) -> Plan:
    """Plan a town. A small town has a shorter past, so that it has work in every step too."""
    rng = Random(seed)
    plan = Plan(seed, today, settle(rng, residents=residents, today=today))
    span = max(150, min(TWO_YEARS, TWO_YEARS * cases // 700))
    taken: set[datetime] = set()
    for received in _arrivals(rng, cases, today, span, taken):
        _add_life(rng, plan, received)
    give_anna_work(plan)
    others = beside.questions_without_case(rng, plan, taken, span) + beside.colleagues(rng, plan, span)
    others += board.suggestions(rng, today, span)
    now = present.what_is_there_today(rng, plan)
    everything = [step for life in plan.lives for step in life.steps] + others + now
    plan.steps = sorted((step for step in everything if step.at < plan.end), key=lambda step: step.at)
    return plan


def _arrivals(rng: Random, number: int, today: date, span: int, taken: set[datetime]) -> list[datetime]:
    days = [today - timedelta(days=n) for n in range(1, span + 1)]
    chosen = rng.choices(days, [FLOW[day.month - 1] for day in days], k=number)
    return sorted(unique(in_working_hours(day, rng), taken) for day in chosen)


def _add_life(rng: Random, plan: Plan, received: datetime) -> None:
    for _attempt in range(60):
        question = _question(rng, received)
        fitting = [
            person for person in _fitting(plan, question, received) if _has_room(rng, plan, person, received)
        ]
        if not fitting:
            continue
        person = rng.choice(fitting)
        if any(life.question is question for life in plan.lives_of.get(person.home.index, ())):
            continue
        life = Life(rng, len(plan.lives), person, question, received)
        life.live(find_help)
        _name_contact(rng, plan, life)
        plan.lives.append(life)
        plan.lives_of.setdefault(person.home.index, []).append(life)
        return


def _question(rng: Random, received: datetime) -> HelpQuestion:
    weights = [MONTH_WEIGHTS[question.season][received.month - 1] for question in QUESTIONS]
    return rng.choices(QUESTIONS, weights)[0]


def _fitting(plan: Plan, question: HelpQuestion, received: datetime) -> Iterator[Person]:
    """About whom this question could be: a child where a child is helped, else an adult."""
    day = received.date()
    for home in plan.homes:
        if home.kind != question.household:
            continue
        adults = [
            one for one in home.people if not one.is_child and _is(one, question.ages, question.gender, day)
        ]
        if not question.child_ages:
            yield from adults
            continue
        ages, gender = question.child_ages, question.child_gender
        children = [one for one in home.people if one.is_child and _is(one, ages, gender, day)]
        yield from (adults if children else []) if question.of_parent else children


def _is(person: Person, ages: tuple[int, int], gender: str | None, day: date) -> bool:
    """Whether somebody is of this age on this day, and of this gender where that matters."""
    return ages[0] <= person.age_on(day) <= ages[1] and gender in (None, person.gender)


def _has_room(rng: Random, plan: Plan, person: Person, received: datetime) -> bool:
    """Somebody with a question on its way seldom comes with a second, and never with a third."""
    running = sum(
        life.person is person and life.closed_at > received
        for life in plan.lives_of.get(person.home.index, ())
    )
    return running == 0 or (running == 1 and rng.random() < 0.15)


def _least_asked(plan: Plan, team: str) -> str:
    """Whoever of this team had fewest households until now, for the hours they work."""
    homes = Counter(plan.contact_of.values())
    return min(CONSULTANTS[team], key=lambda one: homes[one[0]] / one[1])[0]


def _name_contact(rng: Random, plan: Plan, life: Life) -> None:
    """The household's planned contact person, and which earlier case this one follows."""
    home = life.person.home
    if home.index not in plan.contact_of:
        debts = life.question.laws[0] in DEBT_LAWS and RedFlag.UNSAFE not in life.question.red_flags
        team = DEBTS if debts and rng.random() < 0.75 else home.team
        plan.contact_of[home.index] = _least_asked(plan, team)
    before = plan.lives_of.get(home.index, ())
    earlier = [one for one in before if one.person is life.person and one.closed_at < life.steps[1].at]
    follows = max(earlier, key=lambda one: one.closed_at).index if earlier else None
    known = {"person": life.person.index, "consultant": plan.contact_of[home.index], "follows": follows}
    life.steps[0].facts.update(known)
    life.steps[1].facts.update(known)
