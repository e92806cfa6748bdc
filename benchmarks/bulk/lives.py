"""How cases go: carried over from an earlier system, answered at once, withdrawn, helped; or still open."""

from collections.abc import Callable
from random import Random

from benchmarks.bulk.story import DAY, Decision, Help, Story
from cases.enums import CaseStatus, WaitParty, WaitSubject

S, ON, ABOUT = CaseStatus, WaitParty, WaitSubject
DOMAINS = (
    "finances",
    "housing",
    "daytime",
    "social_network",
    "mental_health",
    "physical_health",
    "parenting",
)
OPEN = {S.REGISTERED: 6, S.CONVERSATION: 10, S.WEIGHING: 9, S.DECIDING: 10, S.ARRANGING: 20, S.SUPPORTED: 39,
        S.REVIEWING: 6}  # fmt: skip
"""Of a hundred open cases so many stand in each status."""
CLOSED = {"carried_over": 74, "answered": 18, "withdrawn": 3, "helped": 5}
"""Of a hundred closed cases so many went each way. Of what an earlier system held the outline came over."""


def open_life(rng: Random) -> Story:
    """A case that is going on."""
    return going_on(rng, rng.choices([*OPEN], [*OPEN.values()])[0])


def closed_life(rng: Random) -> Story:
    """A case that is over."""
    return WAYS[rng.choices([*CLOSED], [*CLOSED.values()])[0]](rng)


def long_life(rng: Random, until: int) -> Story:
    """Help for years: somebody calls or visits every nine days, each year a review and other help."""
    story = going_on(rng, S.SUPPORTED)
    while story.now < until - 15 * DAY:
        story.later(9.2)
        story.contact(rng.choice(("phone", "visit", "note")))
        if len(story.contacts) % 40 == 0:
            _review_and_go_on(story)
            _change_help(story)
    return story


def carried_over(rng: Random) -> Story:
    """Taken up and closed; what happened between was not kept."""
    story = Story(rng)
    story.opened = story.later(2)
    story.tell("taken_up")
    story.track, story.weight = "regular", rng.choice(("social_base", "general", "specialist"))
    story.later(rng.choice((5, 40, 150, 260)))
    story.end("withdraw", rng.choice(("goals_reached", "goals_reached", "lighter", "moved", "withdrawn")))
    return story


def answered(rng: Random) -> Story:
    """A question that an answer was enough for."""
    story = _begun(rng)
    story.later(0.5)
    story.end("answer_directly", "answered")
    return story


def withdrawn(rng: Random) -> Story:
    """The resident found another way, or moved."""
    story = going_on(rng, S.CONVERSATION)
    story.later(4)
    story.end("withdraw", rng.choice(("withdrawn", "moved", "broken_off")))
    return story


def helped(rng: Random) -> Story:
    """All the way: help came, and was no longer needed."""
    story = going_on(rng, S.SUPPORTED)
    story.later(120)
    _end_help(story)
    _levels(story, "closing", better=1)
    story.end("close", rng.choice(("goals_reached", "lighter")))
    return story


WAYS: dict[str, Callable[[Random], Story]] = {
    "carried_over": carried_over, "answered": answered, "withdrawn": withdrawn, "helped": helped,
}  # fmt: skip


def going_on(rng: Random, until: CaseStatus) -> Story:
    """The usual way as far as this status."""
    story = _begun(rng)
    for reached, go in ROAD.items():
        if story.status == until:
            break
        if reached == S.DECIDING and until != S.DECIDING and rng.random() < 0.5:
            continue  # no application was needed
        go(story)
    return story


def _begun(rng: Random) -> Story:
    story = Story(rng)
    story.wait(ON.US, ABOUT.REPORT)
    story.opened = story.later(2)
    story.tell("taken_up")
    story.wait(ON.US, ABOUT.CONVERSATION)
    story.status_since = story.now
    story.later(1.5)
    story.contact("phone", "first_contact")
    return story


def _converse(story: Story) -> None:
    story.later(5)
    story.conversations.append(story.now)
    story.tell("conversation_planned", '{"conversation": %d}', "conversation")
    story.step("start_conversation", S.CONVERSATION)


def _weigh(story: Story) -> None:
    story.later(7)
    story.tell("conversation_held", '{"conversation": %d}', "conversation")
    story.step("finish_conversation", S.WEIGHING)
    story.wait(ON.US, ABOUT.WEIGHING)
    _levels(story, "intake")
    story.goals.append(story.levels[0][1])
    story.tell("plan_changed", f'{{"goal": %d, "domain": "{story.goals[0]}"}}', "goal")


def _choose(story: Story) -> None:
    story.later(8)
    story.track = story.rng.choice(("fast", "regular", "regular", "regie"))
    story.weight = story.rng.choice(("social_base", "general", "general", "specialist"))
    story.weighed = story.now
    codes = f'{{"track": "{story.track}", "weight": "{story.weight}", "weighing": %d}}'
    story.tell("weighed", codes, "weighing")


def _apply(story: Story) -> None:
    _choose(story)
    story.decisions.append(Decision("applied", story.now))
    story.tell("procedure_opened", '{"law": "wmo", "procedure": %d}', "procedure")
    story.tell("applied", '{"law": "wmo", "procedure": %d}', "procedure")
    story.step("await_decision", S.DECIDING)
    story.wait(ON.US, ABOUT.PROCEDURE)


def _arrange(story: Story) -> None:
    if story.status == S.DECIDING:
        story.later(20)
        story.decisions[0].state, story.decisions[0].decided = "decided", story.now
        for kind in ("decided", "decision_sent"):
            codes = '{"law": "wmo", "outcome": "granted", "procedure": %d}'
            story.tell(kind, codes, "procedure")
        story.step("settle_decisions", S.ARRANGING)
    else:
        _choose(story)
        story.step("choose_solution", S.ARRANGING)
    story.tell("solution_agreed", f'{{"track": "{story.track}", "weight": "{story.weight}"}}')
    _ask_for_help(story)


def _ask_for_help(story: Story) -> None:
    """Proposed and asked for: the provider is waited for."""
    story.helps.append(Help(story.rng.randrange(1000), "requested", requested=story.now))
    _tell_help(story, "proposed")
    _tell_help(story, "requested")
    story.wait(ON.PROVIDER, ABOUT.ARRANGEMENT, arrangement=len(story.helps) - 1)


def _start_help(story: Story) -> None:
    story.later(30)
    story.helps[-1].state, story.helps[-1].started = "started", story.now
    _tell_help(story, "accepted")
    _tell_help(story, "started")


def _support(story: Story) -> None:
    _start_help(story)
    story.step("start_support", S.SUPPORTED)
    story.wait_no_more()
    story.tell("support_started", '{"arrangement": %d}', "help")
    story.later(10)
    story.contact("visit")


def _end_help(story: Story) -> None:
    story.helps[-1].state, story.helps[-1].ended = "ended", story.now
    _tell_help(story, "ended")


def _change_help(story: Story) -> None:
    """Other help in the place of what ran."""
    _end_help(story)
    _ask_for_help(story)
    _start_help(story)
    story.wait_no_more()


def _review(story: Story) -> None:
    story.later(60)
    story.step("start_review", S.REVIEWING)
    story.wait(ON.US, ABOUT.REVIEW)


def _review_and_go_on(story: Story) -> None:
    _review(story)
    story.later(10)
    story.step("continue_support", S.SUPPORTED)
    story.wait_no_more()
    story.tell("reviewed", '{"goals": 1}')


ROAD: dict[CaseStatus, Callable[[Story], None]] = {
    S.CONVERSATION: _converse, S.WEIGHING: _weigh, S.DECIDING: _apply, S.ARRANGING: _arrange,
    S.SUPPORTED: _support, S.REVIEWING: _review,
}  # fmt: skip
"""What leads to each status."""


def _levels(story: Story, moment: str, better: int = 0) -> None:
    known = [domain for _at, domain, _moment, _level in story.levels] or story.rng.sample(DOMAINS, 2)
    for domain in dict.fromkeys(known):
        story.levels.append((story.now, domain, moment, story.rng.randint(2, 4) + better))
    said = ", ".join(f'"{domain}": {level}' for _at, domain, when, level in story.levels if when == moment)
    story.tell("levels_recorded", f'{{"levels": {{{said}}}, "moment": "{moment}"}}')


def _tell_help(story: Story, state: str) -> None:
    codes = f'{{"state": "{state}", "weight": "{story.weight}", "arrangement": %d}}'
    story.tell("arrangement_changed", codes, "help", len(story.helps) - 1)
