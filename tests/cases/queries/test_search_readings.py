"""What was typed is read in the strictest way first, and only looser while too few are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.queries.search_readings import readings
from cases.queries.search_term import read_term
from sociaal.core.names import light_key, sound_key
from sociaal.core.search_keys import UNKNOWN, About, key, keys


def read(text):
    return list(readings(read_term(text)))


def test_each_word_must_be_met_and_the_last_may_be_unfinished():
    first, *_rest = read("Aaltje Vri")
    aaltje, vri = first.groups
    assert key(About.SOUND, sound_key("aaltje")) in aaltje
    assert key(About.BEGIN, sound_key("aaltje")) not in aaltje
    assert {key(About.SOUND, "fri"), key(About.BEGIN, "fri")} <= vri


def test_a_first_word_may_be_a_first_name_of_which_only_the_initial_is_known():
    first, *_rest = read("Aaltje Vries")
    assert [key(About.ONLY_INITIAL, "a") in group for group in first.groups] == [True, False]


def test_what_people_are_called_is_read_as_their_name():
    assert keys(About.FIRST_NAME, ["johannes"]) <= read("Jan Jansen")[0].groups[0]


def test_with_few_found_a_slip_is_read_and_then_two_and_then_half_a_name():
    as_typed, near, far, *streets, half = read("Aaltje Zonneveld")
    assert as_typed.enough > near.enough
    assert all(one <= two for one, two in zip(as_typed.groups, near.groups, strict=True))
    assert all(one <= two for one, two in zip(near.groups, far.groups, strict=True))
    assert len(streets) == 2
    assert len(half.groups) == 1


def test_beside_a_birth_year_one_question_is_enough_and_an_unknown_birth_date_fits():
    near, *_looser = read("Jansen 1951")
    assert near.groups[-1] == keys(About.BORN_IN, [1951, UNKNOWN])
    assert near.enough == 1


def test_who_is_spelled_so_goes_first():
    assert read("Aaltje Vries")[0].spelled == keys(About.SPELLED, map(light_key, ("aaltje", "vries")))


def test_an_initial_must_fit_until_a_slip_is_read():
    as_typed, near, *_looser = read("J. Jansen")
    assert keys(About.INITIAL, "j") in as_typed.groups
    assert keys(About.INITIAL, "j") not in near.groups


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("088 0000001", keys(About.PHONE, ["0880000001"])),
        ("12-3-1951", keys(About.BORN_ON, ["1951-03-12"])),
        ("9999 XA 4", keys(About.HOUSE, ["4"])),
        ("9999 XA 4", keys(About.POSTCODE, ["9999xa"])),
        ("Lindelaan 4", keys(About.HOUSE, ["4"])),
    ],
)
def test_a_number_is_met_exactly_by_the_first_reading(text, group):
    assert group in read(text)[0].groups


def test_a_street_is_read_first_where_it_ends_as_one():
    assert key(About.STREET, sound_key("lindelaan")) in read("Lindelaan")[0].groups[0]
    assert key(About.STREET, sound_key("jansen")) not in read("Jansen")[0].groups[0]


def test_a_name_may_stand_before_its_street():
    wanted = (key(About.NEAR_STREET, sound_key("lindelaan")), key(About.SOUND, sound_key("jansen")))
    assert any(
        all(one in group for one, group in zip(wanted, reading.groups, strict=False))
        for reading in read("jansen lindelaan 4")
    )


def test_a_number_behind_a_name_may_be_a_birth_year_in_short():
    assert any(keys(About.BORN_IN, [1951, 2051, UNKNOWN]) in one.groups for one in read("jansen 51"))
    assert not any(key(About.BORN_IN, UNKNOWN) in group for one in read("jansen 4") for group in one.groups)


def test_a_name_beside_a_postcode_goes_before_those_who_live_there():
    *by_name, place = read("jansen 9999XA")
    assert by_name
    assert place.groups == (keys(About.POSTCODE, ["9999xa"]),)


def test_a_slip_in_a_tussenvoegsel_is_read_over():
    assert any(len(one.groups) == 2 for one in read("Demi avn Steenkerk") if len(one.spelled) == 3)


@given(st.text(max_size=60))
def test_whatever_is_typed_there_are_few_readings_and_none_asks_for_nothing(text):
    term = read_term(text)
    if not term.is_empty:
        found = list(readings(term))
        assert len(found) < 20
        assert all(reading.groups and all(reading.groups) for reading in found)
