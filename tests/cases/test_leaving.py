"""Sharing out the residents of one who leaves."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.contact_suggestion import Candidate, PastTerm, SuggestionReason
from cases.leaving import LeftBehind, share_out

TODAY = date(2026, 3, 2)
ANNA, BRAM, CARLA, DIRK = 1, 2, 3, 4
TEAM = (ANNA, BRAM, CARLA, DIRK)
R = SuggestionReason


def firsts(left, candidates=None, **options):
    """Resident to the first proposal; Anna leaves."""
    candidates = candidates or [Candidate(user_id) for user_id in TEAM]
    found = share_out(left, candidates, leaver=ANNA, today=TODAY, **options)
    return {resident: ranked[0] if ranked else None for resident, ranked in found.items()}


def loads(left, candidates=None):
    return Counter(one.user_id for one in firsts(left, candidates).values())


def people(number, **known):
    return [LeftBehind(resident, team=TEAM, **known) for resident in range(number)]


def test_eighty_residents_do_not_all_go_to_one_colleague():
    assert loads(people(81)) == {BRAM: 27, CARLA: 27, DIRK: 27}


def test_who_has_more_open_cases_gets_fewer():
    candidates = [Candidate(BRAM, open_cases=20), Candidate(CARLA), Candidate(DIRK)]
    assert loads(people(40), candidates) == {CARLA: 20, DIRK: 20}


def test_cases_count_and_not_only_residents():
    left = [LeftBehind(0, team=TEAM, weight=3), *(LeftBehind(n, team=TEAM) for n in range(1, 8))]
    found = firsts(left, [Candidate(BRAM), Candidate(CARLA)])
    assert Counter(one.user_id for one in found.values()) == {BRAM: 3, CARLA: 5}


def test_the_leaver_is_nobodys_next_person():
    assert firsts([LeftBehind(1, household=[ANNA], past=[PastTerm(ANNA, TODAY)], team=[ANNA])]) == {1: None}


def test_a_known_face_goes_before_an_even_share():
    left = [LeftBehind(n, past=[PastTerm(DIRK, TODAY - timedelta(days=9))], team=TEAM) for n in range(5)]
    assert {(one.user_id, one.reason) for one in firsts(left).values()} == {(DIRK, R.RECENT)}


def test_a_household_stays_together():
    left = [LeftBehind(1, housemates=[2], team=TEAM), LeftBehind(2, housemates=[1], team=TEAM)]
    found = firsts([*left, *people(9)[3:]])
    assert found[1].user_id == found[2].user_id
    assert [found[1].reason, found[2].reason] == [R.TEAM, R.TOGETHER]


def test_who_is_asked_for_a_housemate_is_proposed_for_the_others_and_counts():
    left = [LeftBehind(1, asked=DIRK, housemates=[2]), LeftBehind(2, housemates=[1], team=TEAM)]
    found = firsts(left)
    assert list(found) == [2]
    assert (found[2].user_id, found[2].reason) == (DIRK, R.TOGETHER)


def test_expertise_alone_brings_nobody_more_than_twice_an_even_share():
    candidates = [Candidate(BRAM, expertise=frozenset({"wgs"})), Candidate(CARLA), Candidate(DIRK)]
    found = firsts(people(30, needed={"wgs"}), candidates)
    assert Counter(one.user_id for one in found.values()) == {BRAM: 20, CARLA: 5, DIRK: 5}
    assert {one.reason for one in found.values() if one.user_id == BRAM} == {R.EXPERTISE}


def test_who_refused_is_not_proposed_again_for_that_resident():
    left = [LeftBehind(1, household=[BRAM], refused_by={BRAM}, team=TEAM)]
    assert firsts(left)[1].user_id != BRAM


def test_who_is_absent_is_not_the_first():
    candidates = [Candidate(BRAM, absent=True), Candidate(CARLA, open_cases=50)]
    assert loads(people(4), candidates) == {CARLA: 4}


FACTS = st.builds(
    LeftBehind,
    resident_id=st.integers(0, 30),
    household=st.lists(st.sampled_from(TEAM), max_size=2),
    housemates=st.lists(st.integers(0, 30), max_size=3),
    team=st.lists(st.sampled_from(TEAM), unique=True),
    needed=st.sets(st.sampled_from(["wmo", "wgs"])),
    refused_by=st.sets(st.sampled_from(TEAM), max_size=2),
    asked=st.none() | st.sampled_from(TEAM),
    weight=st.integers(0, 4),
)
COLLEAGUES = st.lists(
    st.builds(
        Candidate,
        user_id=st.sampled_from(TEAM),
        active=st.booleans(),
        absent=st.booleans(),
        expertise=st.frozensets(st.sampled_from(["wmo", "wgs"])),
        open_cases=st.integers(0, 90),
    ),
    unique_by=lambda one: one.user_id,
)


@given(st.lists(FACTS, unique_by=lambda one: one.resident_id, max_size=25), COLLEAGUES)
def test_whoever_is_proposed_first_is_there_stays_and_did_not_refuse(left, candidates):
    found = share_out(left, candidates, leaver=ANNA, today=TODAY)
    there = {one.user_id for one in candidates if one.active and not one.absent} - {ANNA}
    assert found.keys() == {one.resident_id for one in left if one.asked is None}
    for one in left:
        for first in found.get(one.resident_id, ())[:1]:
            assert first.user_id in there - set(one.refused_by)
