"""What a person can be found by, as one set of numbers: each fact, spelling and sound is one `key`.

A question is then: of each of these sets of keys at least one. One index answers it, however the name, the
birth year and the address are mixed. Keys are 32-bit: that takes a third of the room of the words, and two
words that share a number by accident (one in thousands) are told apart when what is found is ranked.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from re import sub
from zlib import crc32

from sociaal.core.names import joined_words, light_key, name_words, near_keys, plain, sound_key

Keys = frozenset[int]
NONE: Keys = frozenset()


class About(StrEnum):
    """What a key says of somebody. The values stand in the database, in the keys."""

    SPELLED = "n"
    SOUND = "s"
    NEAR = "d"
    BEGIN = "p"
    FIRST_NAME = "f"
    INITIAL = "i"
    ONLY_INITIAL = "j"
    BORN_IN = "y"
    BORN_ON = "b"
    PHONE = "t"
    POSTCODE = "c"
    HOUSE = "h"
    STREET = "a"
    NEAR_STREET = "e"
    STREET_BEGIN = "q"


UNKNOWN = "?"
"""The birth year of somebody whose birth date is not known."""


def key(about: About, value: object) -> int:
    """The number of one fact, as the database's `integer` holds it."""
    return crc32(f"{about.value}:{value}".encode()) - 2**31


def keys(about: About, values: Iterable[object]) -> Keys:
    return frozenset(key(about, value) for value in values)


def of_word(word: str, *, begins: bool = True) -> Keys:
    """By what one plain word of a name is found: as spelled, as it sounds, with a slip, by how it begins."""
    begin = {sound_key(word[:length]) for length in range(2, len(word))} if begins else ()
    return (
        keys(About.SPELLED, [light_key(word)])
        | keys(About.SOUND, [sound_key(word)])
        | keys(About.NEAR, near_keys(word))
        | keys(About.BEGIN, begin)
    )


def of_last_name(prefix: str, last_name: str) -> Keys:
    """By what a last name is found: each of its words, and all of them written as one."""
    words = [word for word in name_words(f"{prefix} {last_name}") if len(word) > 1]
    letters = [word for word in plain(last_name).split() if len(word) == 1]
    joined = joined_words(f"{prefix} {last_name}")
    return NONE.union(
        *(of_word(word) for word in words),
        *(of_word(word, begins=False) for word in joined),
        keys(About.INITIAL, letters),
    )


def of_first_names(first_names: str, initials: str) -> Keys:
    """By what first names are found: every name, what the bearer may be called, and the initials."""
    names = plain(first_names).split()
    letters = [name[0] for name in names] or [*plain(initials).replace(" ", "")]
    found = NONE.union(*(of_word(name, begins=not place) for place, name in enumerate(names)))
    alone = () if names else letters[:1]
    return (
        found | keys(About.FIRST_NAME, names) | keys(About.INITIAL, letters) | keys(About.ONLY_INITIAL, alone)
    )


def of_other_names(names: Iterable[str]) -> Keys:
    """By what full names of old are found: each of their words."""
    return NONE.union(*(of_word(word) for name in names for word in name_words(name) if len(word) > 1))


def of_birth(day: date | None) -> Keys:
    if day is None:
        return keys(About.BORN_IN, [UNKNOWN])
    return keys(About.BORN_IN, [day.year]) | keys(About.BORN_ON, [day.isoformat()])


def of_phone(phone: str) -> Keys:
    return keys(About.PHONE, [phone_digits(phone)])


def of_address(street: str, house_number: str, postcode: str) -> Keys:
    """By what an address is found: the street, the number with and without its letter, and the postcode."""
    number = house(house_number)
    return (
        (of_street(street) if street else NONE)
        | keys(About.HOUSE, {number, sub(r"\D.*", "", number)} - {""})
        | keys(About.POSTCODE, [compact(postcode)] if postcode else [])
    )


def of_street(street: str) -> Keys:
    """By what a street is found: as one word and by its longer words, with a slip, and by how it begins."""
    whole = street_word(street)
    words = {whole} | {word for word in street_words(street) if len(word) > 4}
    return (
        keys(About.STREET, {sound_key(word) for word in words})
        | keys(About.NEAR_STREET, {near for word in words for near in near_keys(word)})
        | keys(About.STREET_BEGIN, {sound_key(whole[:length]) for length in range(3, len(whole))})
    )


def street_words(street: str) -> Sequence[str]:
    """The plain words of a street, with its last part written in full."""
    return [sub(r"str$", "straat", sub(r"ln$", "laan", word)) for word in plain(street).split()]


def street_word(street: str) -> str:
    """A street as one word: people put the space where they like."""
    return "".join(street_words(street))


def phone_digits(text: str) -> str:
    """A phone number as digits, from 0: +31 6 and 0031 6 become 06."""
    digits = sub(r"\D", "", sub(r"\(0\)", "", text))
    for abroad in ("0031", "31"):
        if digits.startswith(abroad) and len(digits) == len(abroad) + 9:
            return f"0{digits.removeprefix(abroad)}"
    return digits


def house(number: str) -> str:
    """A house number with its letter or addition: `4 a` is 4a, and 4-2 is not 42."""
    return compact(sub(r"(?<=\d)[^0-9a-zA-Z]+(?=\d)", "n", number))


def compact(text: str) -> str:
    """Plain, without spaces."""
    return plain(text).replace(" ", "")
