"""By what somebody is found, as keys."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociaal.core import search_keys
from sociaal.core.names import sound_key
from sociaal.core.search_keys import About, key, keys


@given(st.sampled_from(About), st.text(max_size=40))
def test_a_key_fits_the_databases_integer_and_is_always_the_same(about, value):
    assert -(2**31) <= key(about, value) < 2**31
    assert key(about, value) == key(about, value)


def test_keys_of_two_kinds_differ():
    assert len({key(about, "berg") for about in About}) == len(About)


def test_a_kind_stands_in_the_database_so_its_letter_stays():
    letters = {one.name: one.value for one in About}
    assert letters == {
        "SPELLED": "n", "SOUND": "s", "NEAR": "d", "BEGIN": "p", "FIRST_NAME": "f", "INITIAL": "i",
        "ONLY_INITIAL": "j", "BORN_IN": "y", "BORN_ON": "b", "PHONE": "t", "POSTCODE": "c", "HOUSE": "h",
        "STREET": "a", "NEAR_STREET": "e", "STREET_BEGIN": "q",
    }  # fmt: skip


@pytest.mark.parametrize("word", ["berg", "vandenberg", "wit", "jansen"])
def test_a_double_barrelled_name_is_found_by_either_half_and_as_one_word(word):
    found = search_keys.of_last_name("van den", "Berg") | search_keys.of_last_name("", "Jansen-de Wit")
    assert key(About.SOUND, sound_key(word)) in found


def test_a_last_name_is_found_by_how_it_begins():
    assert keys(About.BEGIN, ["fr", "fri"]) <= search_keys.of_last_name("de", "Vries")


def test_of_first_names_each_is_found_and_the_initials():
    found = search_keys.of_first_names("Johanna Maria", "")
    assert keys(About.FIRST_NAME, ["johanna", "maria"]) | keys(About.INITIAL, "jm") <= found
    assert not found & keys(About.ONLY_INITIAL, "jm")


def test_of_initials_alone_the_first_stands_for_a_name():
    found = search_keys.of_first_names("", "J.P.")
    assert found == keys(About.INITIAL, "jp") | keys(About.ONLY_INITIAL, "j")


def test_who_has_no_birth_date_is_known_by_that():
    assert search_keys.of_birth(None) == keys(About.BORN_IN, ["?"])
    assert search_keys.of_birth(date(1951, 3, 12)) == keys(About.BORN_IN, [1951]) | keys(
        About.BORN_ON, ["1951-03-12"]
    )


@pytest.mark.parametrize(
    ("street", "number", "postcode", "expected"),
    [
        ("Lindelaan", "4", "9999 XA", keys(About.HOUSE, ["4"]) | keys(About.POSTCODE, ["9999xa"])),
        ("Lindelaan", "4 A", "", keys(About.HOUSE, ["4", "4a"])),
        ("Lindelaan", "4-2", "", keys(About.HOUSE, ["4", "4n2"])),
        ("Burg. van Leeuwenstr.", "", "", keys(About.STREET, [sound_key("leeuwenstraat")])),
        ("Oude Weg", "", "", keys(About.STREET, [sound_key("oudeweg")])),
    ],
)
def test_an_address_is_found_by_its_parts(street, number, postcode, expected):
    assert expected <= search_keys.of_address(street, number, postcode)


def test_nothing_known_of_an_address_is_nothing_to_find_by():
    assert search_keys.of_address("", "", "") == frozenset()


@pytest.mark.parametrize("text", ["+31 88 0000001", "0031880000001", "088-0000001", "+31 (0)88 000 00 01"])
def test_a_phone_number_is_one_number_however_it_is_written(text):
    assert search_keys.phone_digits(text) == "0880000001"
    assert search_keys.of_phone(text) == keys(About.PHONE, ["0880000001"])
