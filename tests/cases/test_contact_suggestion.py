from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.contact_suggestion import RECENT, Candidate, PastTerm, SuggestionReason, suggest

TODAY = date(2026, 3, 2)
ANNA, BRAM, CARLA, DIRK = 1, 2, 3, 4
EVERYONE = [Candidate(user_id) for user_id in (ANNA, BRAM, CARLA, DIRK)]
R = SuggestionReason


def order(candidates=EVERYONE, **known):
    return [(found.user_id, found.reason) for found in suggest(candidates, today=TODAY, **known)]


def test_the_order_is_present_household_recent_team():
    past = [PastTerm(CARLA, TODAY - timedelta(days=30))]
    found = order(present=ANNA, household=[BRAM], past=past, team=[DIRK])
    assert found == [(ANNA, R.PRESENT), (BRAM, R.HOUSEHOLD), (CARLA, R.RECENT), (DIRK, R.TEAM)]


def test_colleagues_of_the_present_team_come_after_the_neighbourhoods_in_the_same_way():
    candidates = [
        Candidate(ANNA, open_cases=1),
        Candidate(BRAM, expertise=frozenset({"wgs"})),
        Candidate(CARLA),
    ]
    found = order(candidates, team=[CARLA], colleagues=[ANNA, BRAM, CARLA], needed=["wgs"])
    assert found == [(CARLA, R.TEAM), (BRAM, R.COLLEAGUE_EXPERTISE), (ANNA, R.COLLEAGUE)]


def test_who_is_asked_for_a_housemate_comes_after_the_contact_person_of_one():
    found = order(household=[BRAM], together=[DIRK, BRAM], team=[CARLA])
    assert found == [(BRAM, R.HOUSEHOLD), (DIRK, R.TOGETHER), (CARLA, R.TEAM)]


def test_who_fits_twice_is_named_once_with_the_strongest_reason():
    assert order(present=ANNA, household=[ANNA], team=[ANNA]) == [(ANNA, R.PRESENT)]


@pytest.mark.parametrize(("days", "expected"), [(RECENT.days, [(CARLA, R.RECENT)]), (RECENT.days + 1, [])])
def test_a_former_contact_person_counts_for_twelve_months(days, expected):
    assert order(past=[PastTerm(CARLA, TODAY - timedelta(days=days))]) == expected


def test_the_most_recent_former_contact_person_comes_first():
    past = [PastTerm(BRAM, TODAY - timedelta(days=200)), PastTerm(CARLA, TODAY - timedelta(days=20))]
    assert order(past=past) == [(CARLA, R.RECENT), (BRAM, R.RECENT)]


def test_in_the_team_expertise_comes_before_fewer_open_cases():
    candidates = [
        Candidate(ANNA, open_cases=2),
        Candidate(BRAM, open_cases=9, expertise=frozenset({"finances"})),
        Candidate(CARLA, open_cases=1),
        Candidate(DIRK, open_cases=1),
    ]
    found = order(candidates, team=[DIRK, CARLA, BRAM, ANNA], needed=["finances", "housing"])
    assert found == [(BRAM, R.EXPERTISE), (CARLA, R.TEAM), (DIRK, R.TEAM), (ANNA, R.TEAM)]


def test_an_absent_contact_person_is_shown_after_who_is_there():
    candidates = [Candidate(ANNA, absent=True), Candidate(BRAM)]
    found = suggest(candidates, today=TODAY, present=ANNA, team=[BRAM])
    assert [(s.user_id, s.available) for s in found] == [(BRAM, True), (ANNA, False)]


def test_with_nobody_available_nobody_is_suggested():
    assert suggest([Candidate(ANNA, absent=True)], today=TODAY, present=ANNA) == []


def test_who_left_is_never_suggested():
    assert order([Candidate(ANNA, active=False), Candidate(BRAM)], present=ANNA, team=[BRAM]) == [
        (BRAM, R.TEAM)
    ]


def test_the_message_says_why():
    found = suggest(EVERYONE, today=TODAY, past=[PastTerm(CARLA, date(2026, 1, 5))])
    assert "2026-01-05" in found[0].message


people = st.lists(
    st.builds(
        Candidate,
        user_id=st.integers(1, 8),
        active=st.booleans(),
        absent=st.booleans(),
        expertise=st.frozensets(st.sampled_from(["finances", "housing", "wmo"])),
        open_cases=st.integers(0, 30),
    ),
    unique_by=lambda person: person.user_id,
)
ids = st.lists(st.integers(1, 8), max_size=4)
terms = st.lists(st.builds(PastTerm, st.integers(1, 8), st.dates(date(2024, 1, 1), TODAY)), max_size=4)


@given(people, st.none() | st.integers(1, 8), ids, terms, ids, st.randoms(use_true_random=False))
def test_whatever_comes_in_the_suggestion_keeps_its_promises(
    candidates, present, household, past, team, random
):
    known = {"present": present, "household": household, "past": past, "team": team, "needed": ["finances"]}
    found = suggest(candidates, today=TODAY, **known)
    by_id = {person.user_id: person for person in candidates}
    assert len({s.user_id for s in found}) == len(found)
    assert all(by_id[s.user_id].active for s in found)
    assert not found or not by_id[found[0].user_id].absent
    shuffled = {**known, "team": random.sample(team, len(team)), "past": random.sample(past, len(past))}
    assert suggest(random.sample(candidates, len(candidates)), today=TODAY, **shuffled) == found
    if present in by_id and by_id[present].active and not by_id[present].absent:
        assert found[0].reason == R.PRESENT
