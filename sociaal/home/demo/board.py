"""The improvement board as planned: suggestions of all teams, how each moved, and who meets the same."""

from datetime import date, datetime, timedelta
from random import Random

from sociaal.home.demo.clock import in_working_hours, later, unique
from sociaal.home.demo.lives import Step
from sociaal.home.demo.shapes import SuggestionText
from sociaal.home.demo.staff import EVERYBODY
from sociaal.home.demo.suggestions import SUGGESTIONS

WAY = ("chosen", "trying", "measured", "adopted")
AGE: dict[str, tuple[int, int]] = {
    "proposed": (2, 50),
    "chosen": (25, 80),
    "trying": (70, 130),
    "measured": (130, 240),
    "adopted": (200, 600),
    "dropped": (150, 500),
}
"""How many days ago a suggestion was made that stands in this phase now."""
LOOK_AGAIN = 60
HALF_A_YEAR = 180
"""A town with a shorter past has fewer suggestions."""


def suggestions(rng: Random, today: date, span: int) -> list[Step]:
    """The steps of all suggestions."""
    steps: list[Step] = []
    taken: set[datetime] = set()
    for number, text in enumerate(SUGGESTIONS[:: 1 if span > HALF_A_YEAR else 4]):
        age = min(rng.randint(*AGE[text.phase]), span - 5)
        made = unique(in_working_hours(today - timedelta(days=age), rng), taken)
        steps += _story(rng, number, text, made, age)
    return steps


def _story(rng: Random, number: int, text: SuggestionText, made: datetime, age: int) -> list[Step]:
    teams = [one for one in EVERYBODY if one.team]
    maker = rng.choice(teams)
    mates = [one.who for one in teams if one.team == maker.team and one is not maker]
    steps = [Step(made, "suggest", number, {"who": maker.who, "text": text})]
    for who in rng.sample(mates, rng.randint(0, min(5, len(mates)))):
        steps.append(Step(later(made, rng.randint(0, 20), rng), "me_too", number, {"who": who}))
    phases = [*WAY[: len(text.moves) - 1], text.phase] if text.moves else []
    at = made
    for place, (phase, words) in enumerate(zip(phases, text.moves, strict=True)):
        at = later(at, rng.uniform(0.4, 1.0) * age / (len(phases) + 1), rng)
        who = rng.choice([*mates, maker.who])
        steps.append(Step(at, "move_suggestion", number, {"who": who, "to": phase, "words": words}))
        if phase == "trying" or (phase == "chosen" and place == 0 and text.tried_by):
            facts = {"who": who, "text": text, "begins": phase == "trying"}
            steps.append(Step(at + timedelta(minutes=3), "plan_change", number, facts))
    return steps
