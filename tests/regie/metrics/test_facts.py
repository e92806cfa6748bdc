"""From events to facts: what each duration starts and ends with, and what corrections do."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import EventKind as Kind
from regie.metrics.facts import Happening, standing
from regie.metrics.journey import facts_of_case, facts_of_request
from regie.metrics.models import Measure

START = datetime(2026, 1, 5, 9, tzinfo=UTC)


def day(number: float) -> datetime:
    return START + timedelta(days=number)


def log(*rows):
    """Events in order of recording: (kind, day[, codes]); a report belongs to the help request."""
    return [
        Happening(number, str(kind), day(at), codes[0] if codes else {}, of_case=kind != Kind.REPORTED)
        for number, (kind, at, *codes) in enumerate(rows, start=1)
    ]


def step(to: str, at: float, name: str = ""):
    return (Kind.STATUS_CHANGED, at, {"step": name, "from": "", "to": to})


BEGIN = ((Kind.REPORTED, 0), (Kind.TAKEN_UP, 2))
CONVERSED = (
    *BEGIN,
    (Kind.FIRST_CONTACT, 3),
    step("conversation", 4),
    (Kind.CONVERSATION_HELD, 6),
    step("weighing", 7),
)
AGREED = (*CONVERSED, step("arranging", 9), (Kind.SOLUTION_AGREED, 9))
HELPED = (*AGREED, step("supported", 15), (Kind.SUPPORT_STARTED, 15))
CLOSED = (*HELPED, step("closed", 40, "close"), (Kind.CLOSED, 40))


def spans(*rows):
    """Per measure: (days, how it ended); a list where there are several."""
    found = {}
    for span in facts_of_case(log(*rows)).spans:
        days = None if span.ended_at is None else (span.ended_at - span.started_at) / timedelta(days=1)
        found.setdefault(str(span.measure), []).append((days, span.end))
    return {measure: rows[0] if len(rows) == 1 else rows for measure, rows in found.items()}


RUNS = (None, "")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            BEGIN,
            {"wait_first_contact": RUNS, "wait_conversation": RUNS, "lead_help": RUNS, "lead_total": RUNS},
        ),
        (
            CONVERSED,
            {
                "wait_first_contact": (3, "event"),
                "wait_conversation": (6, "event"),
                "lead_help": RUNS,
                "lead_total": RUNS,
            },
        ),
        (
            HELPED,
            {
                "wait_first_contact": (3, "event"),
                "wait_conversation": (6, "event"),
                "lead_help": (15, "event"),
                "lead_total": RUNS,
                "wait_support": (6, "event"),
            },
        ),
        (
            CLOSED,
            {
                "wait_first_contact": (3, "event"),
                "wait_conversation": (6, "event"),
                "lead_help": (15, "event"),
                "lead_total": (40, "event"),
                "wait_support": (6, "event"),
            },
        ),
        (
            (*AGREED, step("closed", 12, "withdraw"), (Kind.CLOSED, 12)),
            {
                "wait_first_contact": (3, "event"),
                "wait_conversation": (6, "event"),
                "lead_help": (12, "other"),
                "lead_total": (12, "event"),
                "wait_support": (3, "other"),
            },
        ),
        (
            (*BEGIN, (Kind.ANSWERED, 3), step("closed", 3, "answer_directly"), (Kind.CLOSED, 3)),
            {
                "wait_first_contact": (3, "other"),
                "wait_conversation": (3, "other"),
                "lead_help": (3, "event"),
                "lead_total": (3, "event"),
            },
        ),
    ],
)
def test_each_duration_runs_from_its_start_to_its_milestone_or_the_end_of_the_case(rows, expected):
    assert spans(*rows) == expected


APPLIED = (*CONVERSED, (Kind.APPLIED, 8, {"procedure": 5}))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ((), RUNS),
        (((Kind.APPLIED, 9, {"procedure": 5, "suspension": 1}),), RUNS),
        (((Kind.DECIDED, 18, {"procedure": 5}),), RUNS),
        (((Kind.DECISION_SENT, 20, {"procedure": 5, "outcome": "refused"}),), (12, "event")),
        (((Kind.PROCEDURE_ENDED, 10, {"procedure": 5, "withdrawn": True}),), (2, "other")),
        (((Kind.PROCEDURE_ENDED, 10, {"procedure": 5, "objection": True}),), RUNS),
        (((Kind.OBJECTION, 10, {"procedure": 5, "objection": "sent", "outcome": "founded"}),), RUNS),
        (((Kind.DELAY_TOLD, 10, {"procedure": 5, "about": "late"}),), RUNS),
        (((Kind.CLOSED, 19),), (11, "other")),
        # a refusal closes the case; its letter leaves the day after, and is the milestone
        (
            ((Kind.CLOSED, 19), (Kind.DECISION_SENT, 20, {"procedure": 5, "outcome": "refused"})),
            (12, "event"),
        ),
    ],
)
def test_the_lead_time_of_a_decision_runs_from_application_to_sending(after, expected):
    assert spans(*APPLIED, *after)["lead_decision"] == expected


def test_two_applications_are_two_decisions():
    two = spans(*APPLIED, (Kind.APPLIED, 9, {"procedure": 6}), (Kind.DECISION_SENT, 10, {"procedure": 6}))
    assert two["lead_decision"] == [RUNS, (1, "event")]


def test_help_is_waited_for_from_the_decision_when_that_comes_before_the_agreement():
    deciding = (*APPLIED, step("deciding", 8))
    sent = (Kind.DECISION_SENT, 20, {"procedure": 5, "outcome": "granted"})
    rest = (
        step("arranging", 21),
        (Kind.SOLUTION_AGREED, 21),
        step("supported", 30),
        (Kind.SUPPORT_STARTED, 30),
    )
    assert spans(*deciding, sent, *rest)["wait_support"] == (10, "event")


@pytest.mark.parametrize("outcome", ["granted", "refused"])
def test_a_letter_sent_after_help_began_starts_no_new_waiting(outcome):
    sent = (Kind.DECISION_SENT, 20, {"procedure": 5, "outcome": outcome})
    assert spans(*HELPED, sent)["wait_support"] == (6, "event")


def test_another_solution_after_a_review_is_another_wait():
    changed = (step("reviewing", 50), step("arranging", 60), (Kind.SOLUTION_AGREED, 60))
    assert spans(*HELPED, *changed)["wait_support"] == [(6, "event"), RUNS]


def test_help_that_began_before_its_agreement_was_written_down_keeps_its_negative_wait():
    early = (*CONVERSED, step("arranging", 9), (Kind.SOLUTION_AGREED, 9), (Kind.SUPPORT_STARTED, 8.5))
    assert spans(*early)["wait_support"] == (-0.5, "event")


def test_the_clock_starts_at_the_first_of_several_reports():
    joined = log(*BEGIN, (Kind.JOINED, 5), (Kind.REPORTED, -3))
    assert {span.started_at for span in facts_of_case(joined).spans} == {day(-3)}


def test_a_contact_after_the_end_of_the_case_is_no_milestone():
    late = (*BEGIN, (Kind.CLOSED, 4), (Kind.FIRST_CONTACT, 5))
    assert spans(*late)["wait_first_contact"] == (4, "other")


def undone(rows, at):
    """The closing that ends `rows` is undone."""
    events = log(*rows, step("supported", at, "undo_close"))
    closing = max(event.id for event in events if event.kind == Kind.CLOSED)
    return [*events, Happening(len(events) + 1, str(Kind.CLOSING_UNDONE), day(at), {}, corrects=closing)]


def test_an_undone_closing_lets_the_spells_run_again_and_keeps_them_in_their_step():
    facts = facts_of_case(undone(CLOSED, 45))
    total = next(span for span in facts.spans if span.measure == Measure.LEAD_TOTAL)
    assert (total.ended_at, total.end) == (None, "")
    assert (facts.stays[-1].step, facts.stays[-1].started_at, facts.stays[-1].ended_at) == (
        "supported",
        day(15),
        None,
    )


def test_an_undone_direct_answer_is_no_answer():
    answered = (*BEGIN, (Kind.ANSWERED, 3), step("closed", 3, "answer_directly"), (Kind.CLOSED, 3))
    helped = next(
        span for span in facts_of_case(undone(answered, 5)).spans if span.measure == Measure.LEAD_HELP
    )
    assert helped.end == ""


def test_a_case_that_closes_again_ends_then():
    events = undone(CLOSED, 45)
    again = [Happening(len(events) + 1, str(Kind.CLOSED), day(50))]
    total = next(
        span for span in facts_of_case([*events, *again]).spans if span.measure == Measure.LEAD_TOTAL
    )
    assert total.ended_at == day(50)


def test_a_correction_replaces_what_it_corrects():
    events = log(*CONVERSED)
    held = next(event for event in events if event.kind == Kind.CONVERSATION_HELD)
    better = Happening(99, str(Kind.CONVERSATION_HELD), day(5), {}, corrects=held.id)
    best = Happening(100, str(Kind.CONVERSATION_HELD), day(4.5), {}, corrects=99)
    for extra, expected in (([better], 5), ([better, best], 4.5)):
        facts = facts_of_case([*events, *extra])
        found = next(span for span in facts.spans if span.measure == Measure.WAIT_CONVERSATION)
        assert found.ended_at == day(expected)


@pytest.mark.parametrize(
    ("kind", "helped"), [(None, RUNS), (Kind.ANSWERED, (1, "event")), (Kind.DISCARDED, (1, "other"))]
)
def test_a_help_request_without_a_case_counts_too(kind, helped):
    rows = [Happening(1, str(Kind.REPORTED), day(0), of_case=False)]
    if kind:
        rows.append(Happening(2, str(kind), day(1), of_case=False))
    found = {span.measure: span for span in facts_of_request(rows).spans}
    assert set(found) == {"wait_first_contact", "wait_conversation", "lead_help", "lead_total"}
    assert found[Measure.LEAD_HELP].end == helped[1]
    assert found[Measure.LEAD_TOTAL].end == ("event" if kind else "")


def test_a_report_that_was_put_back_still_waits():
    rows = [
        Happening(1, str(Kind.REPORTED), day(0), of_case=False),
        Happening(2, str(Kind.DISCARDED), day(1), of_case=False),
        Happening(3, str(Kind.PUT_BACK), day(2), corrects=2, of_case=False),
    ]
    assert {span.end for span in facts_of_request(rows).spans} == {""}


def test_waits_open_and_close_by_their_key():
    wait = {"wait": 7, "on": "provider", "subject": "arrangement"}
    rows = log(
        *BEGIN,
        (Kind.WAIT_OPENED, 3, wait),
        (Kind.WAIT_OPENED, 4, {**wait, "wait": 8}),
        (Kind.WAIT_CLOSED, 9, wait),
    )
    first, second = facts_of_case(rows).waits
    assert (first.wait, first.on, first.started_at, first.ended_at) == (7, "provider", day(3), day(9))
    assert (second.wait, second.ended_at) == (8, None)


def test_steps_follow_each_other_from_the_report_on():
    stays = [(stay.step, stay.left_to) for stay in facts_of_case(log(*CLOSED)).stays]
    assert stays == [
        ("report", "registered"), ("registered", "conversation"), ("conversation", "weighing"),
        ("weighing", "arranging"), ("arranging", "supported"), ("supported", "closed"),
    ]  # fmt: skip


def test_only_a_handover_that_was_accepted_is_one():
    asked = {"handover": 3, "reason": "leaves"}
    rows = log(
        *BEGIN,
        (Kind.HANDOVER_ANSWERED, 5, asked | {"accepted": False}),
        (Kind.HANDOVER_ANSWERED, 6, asked | {"accepted": True}),
    )
    (one,) = facts_of_case(rows).handovers
    assert (one.handover, one.reason, one.at) == (3, "leaves", day(6))


def test_without_a_report_there_is_nothing_to_count():
    facts = facts_of_case(log((Kind.CONTACT, 1)))
    assert not facts.spans
    assert not facts.stays


WAYS = st.lists(
    st.sampled_from(
        [
            *CLOSED,
            (Kind.DECISION_SENT, 10, {"procedure": 5, "outcome": "granted"}),
            (Kind.APPLIED, 8, {"procedure": 5}),
        ]
    ),
    max_size=14,
)


@given(WAYS, st.randoms())
def test_facts_do_not_depend_on_the_order_in_which_events_are_read(rows, random):
    events = log(*rows)
    shuffled = list(events)
    random.shuffle(shuffled)
    assert facts_of_case(shuffled) == facts_of_case(events)


@given(WAYS)
def test_a_span_has_an_end_exactly_when_it_says_how_and_the_six_measures_never_double(rows):
    found = facts_of_case(log(*rows)).spans
    assert all((span.ended_at is None) == (span.end == "") for span in found)
    assert len({(span.measure, span.about) for span in found}) == len(found)
    assert {span.measure for span in found} <= set(Measure)


@given(WAYS)
def test_only_events_that_were_not_corrected_stand(rows):
    events = log(*rows)
    if events:
        correction = Happening(len(events) + 1, events[0].kind, day(1), events[0].codes, corrects=1)
        kept = standing([*events, correction])
        assert 1 not in {event.id for event in kept}
        assert len(kept) == len(events) or events[0].kind == Kind.CLOSED
