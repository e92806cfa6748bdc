"""What leaves, or is seen by who may not see the cases, has no small group in it."""

import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.enums import HandoverReason
from regie.metrics import flow
from regie.metrics.disclosure import public
from regie.metrics.estimates import Timed, cohort, stored
from regie.metrics.journey import STEPS
from regie.metrics.models import Measure

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
FEW = st.integers(0, 12)


def ago(days):
    return NOW - timedelta(days=days)


def estimate(reached, otherwise, running):
    spans = [Timed(ago(20), ago(10 - n / 10)) for n in range(reached)]
    spans += [Timed(ago(20), ago(3), event=False)] * otherwise + [Timed(ago(20))] * running
    return stored(cohort(spans, since=ago(30), now=NOW))


ESTIMATES = st.builds(estimate, FEW, FEW, FEW)
WAITS = st.lists(
    st.builds(
        lambda case, party: flow.Wait(("case", case), party, ago(5), None),
        st.integers(0, 20),
        st.sampled_from(["us", "partner", "provider"]),
    ),
    max_size=40,
)


@st.composite
def figures(draw):
    """Figures as the worker stores them."""
    waits = draw(WAITS)
    counts = {step: draw(FEW) for step in STEPS}
    late, week, rest = draw(FEW), draw(FEW), draw(FEW)
    cases = draw(FEW)
    return {
        "measures": {
            str(m): {"cohort": draw(ESTIMATES), "period": draw(ESTIMATES)} for m in list(Measure)[:2]
        },
        "weeks": [[ago(7 * n).date().isoformat(), draw(FEW), draw(FEW)] for n in range(4)],
        "open": sum(counts.values()),
        "in_progress": {s: {"count": n, "over_p50": n // 2, "over_p80": n // 3} for s, n in counts.items()},
        "waits_now": flow.waits_now(waits, NOW),
        "waits_quarter": flow.waits_by_party(waits, since=ago(91), now=NOW),
        "steps": {
            step: {
                "entered": n + 2,
                "left": n,
                "returned": n // 3,
                "median": draw(ESTIMATES)["median"],
                "waits": {},
            }
            for step, n in counts.items()
        },
        "terms": {"late": late, "this_week": week, "running": late + week + rest},
        "longest": [{"kind": "case", "key": 1, "since": NOW.isoformat(), "on": "us"}],
        "handovers": {str(reason): draw(FEW) for reason in list(HandoverReason)[:3]},
        "contact": {"cases": cases, "one": draw(st.integers(0, cases))},
    }


COUNTED = {
    "events", "running", "otherwise", "total", "count", "over_p50", "over_p80", "entered", "left", "returned",
    "late", "this_week", "cases", "one", "open", "at_risk",
}  # fmt: skip


def counts_in(part, name=""):
    """Every count in the figures, wherever it stands."""
    if isinstance(part, dict):
        for key, value in part.items():
            inner = "count" if name == "handovers" else key
            yield from counts_in(value, "handovers" if key == "handovers" else inner)
    elif isinstance(part, list):
        for value in part:
            yield from counts_in(value, "count" if name == "weeks" else name)
    elif isinstance(part, int) and (name in COUNTED or name == "count"):
        yield part


@settings(max_examples=40, deadline=None)
@given(figures())
def test_no_count_of_one_to_four_is_left(data):
    assert any(True for _count in counts_in(data))
    assert not [count for count in counts_in(public(data)) if 0 < count < 5]


@settings(max_examples=30, deadline=None)
@given(figures(), figures())
def test_nor_with_figures_of_a_part_that_the_reader_knows(data, own):
    shown = public(data, own)
    assert not [count for count in counts_in(shown) if 0 < count < 5]
    for step, found in shown["in_progress"].items():
        if found["count"] is not None:
            rest = found["count"] - min(own["in_progress"][step]["count"], found["count"])
            assert rest == 0 or rest >= 5


@settings(max_examples=30, deadline=None)
@given(figures())
def test_who_waits_longest_is_nobodys_business_and_the_shape_stays_the_same(data):
    shown = public(data)
    assert shown["longest"] == []
    assert shown.keys() == data.keys()
    assert shown["steps"].keys() == data["steps"].keys()


@settings(max_examples=30, deadline=None)
@given(figures())
def test_a_curve_never_shows_fewer_than_five_leaving_or_waiting(data):
    for estimates in public(data)["measures"].values():
        for found in estimates.values():
            at_risk = [point[-1] for point in found["curve"]]
            assert all(number >= 5 for number in at_risk)
            assert all(before - after >= 5 for before, after in itertools.pairwise(at_risk))
