"""Which provisions fit, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.matching import LEAST_WAITING, Fit, Need, Offer, Place, Use, best_first, fit, fitting

HOUSING = frozenset({"housing"})


def offer(**facts):
    return Offer(**{"key": 1, "name": "Klussendienst", "weight": "general"} | facts)


@pytest.mark.parametrize(
    ("domains", "wanted", "fits"),
    [
        ({"housing"}, {"housing", "finances"}, True),
        ({"daytime"}, {"housing"}, False),
        (set(), {"housing"}, True),
        ({"daytime"}, set(), True),
    ],
)
def test_it_is_for_the_life_domains_of_the_question_or_for_all(domains, wanted, fits):
    found = fit(offer(domains=frozenset(domains)), Need(frozenset(wanted)))
    assert (found is not None) == fits


@pytest.mark.parametrize(
    ("neighbourhoods", "lives_in", "place"),
    [
        (set(), "Oost", Place.EVERYWHERE),
        ({"Oost"}, "oost ", Place.HERE),
        ({"Oost"}, "", Place.UNKNOWN),
        ({"West"}, "Oost", None),
    ],
)
def test_it_is_given_where_the_resident_lives(neighbourhoods, lives_in, place):
    found = fit(offer(neighbourhoods=frozenset(neighbourhoods)), Need(neighbourhood=lives_in))
    assert (found.place if found else None) == place


def test_present_waiting_counts_only_when_enough_people_wait():
    few, many = Use(waiting=LEAST_WAITING - 1, longest_weeks=9), Use(waiting=LEAST_WAITING, longest_weeks=9)
    assert fit(offer(waiting_weeks=2), Need(), few).weeks == 2
    found = fit(offer(waiting_weeks=2), Need(), many)
    assert (found.weeks, found.waits_longer) == (9, True)


def test_full_is_when_every_place_is_taken():
    assert fit(offer(places=3), Need(), Use(running=3)).is_full
    assert not fit(offer(places=3), Need(), Use(running=2)).is_full
    assert not fit(offer(), Need(), Use(running=300)).is_full


def test_room_and_short_waiting_come_first():
    offers = [
        offer(key=1, name="Vol", places=1),
        offer(key=2, name="Lang", waiting_weeks=8),
        offer(key=3, name="Kort"),
        offer(key=4, name="Elders?", neighbourhoods=frozenset({"West"})),
    ]
    found = fitting(offers, Need(HOUSING), [(1, Use(running=1))])
    assert [one.offer.name for one in found] == ["Kort", "Lang", "Elders?", "Vol"]


OFFERS = st.builds(
    Offer, key=st.integers(1, 99), name=st.text(max_size=3), weight=st.just("general"),
    domains=st.frozensets(st.sampled_from(["housing", "finances", "daytime"])),
    neighbourhoods=st.frozensets(st.sampled_from(["Oost", "West"])), waiting_weeks=st.integers(0, 9),
    places=st.none() | st.integers(0, 3),
)  # fmt: skip
NEEDS = st.builds(
    Need, domains=st.frozensets(st.sampled_from(["housing", "finances"])),
    neighbourhood=st.sampled_from(["", "Oost", "Noord"]),
)  # fmt: skip


@given(st.lists(OFFERS, max_size=8), NEEDS)
def test_nothing_is_invented_and_the_order_does_not_hang_on_how_the_catalogue_lies(offers, need):
    found = fitting(offers, need)
    assert all(isinstance(one, Fit) and one.offer in offers for one in found)
    assert all(one.place != Place.ELSEWHERE for one in found)
    key = [(one.is_full, one.weeks, one.offer.name) for one in found]
    again = best_first(reversed(list(found)))
    assert sorted(key) == sorted((one.is_full, one.weeks, one.offer.name) for one in again)
