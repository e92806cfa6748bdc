"""The ways to read a search term, the strictest first, each as sets of keys of which one each must be met.

Pure. Search goes on to the next reading only while too few have been found, so what is typed well costs one
query, and what is not is still found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress
from re import compile as pattern

from cases.queries.search_term import SearchTerm
from sociaal.core.names import is_nearly_tussenvoegsel, joined_words, light_key, near_keys, sound_key
from sociaal.core.nicknames import also_called
from sociaal.core.search_keys import NONE, UNKNOWN, About, Keys, compact, keys, street_words

FEW = 5
"""What fits in one look. With fewer who have the first and last name as typed, those whose name nearly fits
are sought too. Of one word alone somebody who fits is enough: who is not among them gets a second word.
"""
_A_STREET = pattern(
    r"(?:straat|laan|weg|plein|kade|pad|singel|gracht|steeg|plantsoen|dreef|hof|dijk|park|markt|erf|ring)$"
)
_SURELY = pattern(r"(?:straat|laan|weg|plein|kade|singel|gracht|steeg|plantsoen|dreef)$")
"""The other ends are ends of many a name too."""


@dataclass(frozen=True)
class Reading:
    """`groups`: of each of these at least one key. `spelled`: who has these keys goes before who has not.

    `enough`: with as many found in this and earlier readings, later ones are not tried. `is_wide`: tens of
    thousands of a million residents may fit.
    """

    groups: tuple[Keys, ...]
    spelled: Keys = NONE
    enough: int = 1
    is_wide: bool = False


def readings(term: SearchTerm) -> Iterator[Reading]:
    """Every way to read `term` but by BSN and case number, which have an index of their own."""
    if term.phone:
        yield Reading((keys(About.PHONE, [term.phone]),))
    elif term.postcode:
        yield from _at_postcode(term)
    elif not term.words:
        yield from [Reading((keys(About.BORN_ON, term.birth_dates),))] if term.birth_dates else []
    elif term.number:
        yield from _with_number(term)
    else:
        yield from _words_only(term)


def _at_postcode(term: SearchTerm) -> Iterator[Reading]:
    """A name beside an address goes before it: without it, those who live there are shown."""
    place = (keys(About.POSTCODE, [term.postcode]), *_house(term))
    if term.words:
        yield from _by_name(term, (*place, *_born(term)))
    yield Reading(place)


def _with_number(term: SearchTerm) -> Iterator[Reading]:
    """A street with a number; a name with a house number; a name with a birth year in short."""
    house = _house(term)
    yield from _by_street(term, house)
    yield from _by_name_and_street(term, house)
    yield from _by_name(term, (*house, *_born(term)))
    if len(term.number) == 2 and term.number.isdigit():
        years = [int(f"{century}{term.number}") for century in (19, 20)]
        yield from _by_name(term, (keys(About.BORN_IN, [*years, UNKNOWN]),))


def _words_only(term: SearchTerm) -> Iterator[Reading]:
    born = _born(term)
    names_a_street = any(_SURELY.search(word) for word in street_words(term.street))
    by_street = chain(_by_street(term, born), _by_name_and_street(term, born))
    by_name = _by_name(term, born)
    yield from chain(by_street, by_name) if names_a_street else chain(by_name, by_street)
    yield from _by_half_a_name(term, born)


def _by_name(term: SearchTerm, fixed: tuple[Keys, ...]) -> Iterator[Reading]:
    """All words as they sound, the last perhaps unfinished; then with a slip in each; then with two."""
    spelled = keys(About.SPELLED, [light_key(word) for word in term.words])
    if not fixed:  # with a birth date or house number there are few anyway: one question is enough
        enough = FEW if len(term.words) > 1 else 1
        as_typed = tuple(_as_typed(term))
        yield Reading(as_typed, spelled, enough, is_wide=len(as_typed) == 1)
    near = [_sounds(word) | _nearly(word) for word in term.words]
    yield Reading((*_or_initials(near, term), *fixed), spelled, is_wide=len(near) == 1 and not fixed)
    surely = [not is_nearly_tussenvoegsel(word) for word in term.words]
    sure = list(compress(near, surely))
    if 0 < len(sure) < len(near):
        yield Reading((*sure, *fixed), spelled)
    if max(map(len, term.words)) > 4:
        far = [keys_near | _distantly(word) for keys_near, word in zip(near, term.words, strict=True)]
        yield Reading((*_or_initials(far, term), *fixed), spelled)


def _as_typed(term: SearchTerm) -> Iterator[Keys]:
    """One word alone must be a name itself, or from three letters on its beginning; not what somebody else of
    that name is called, or Jan would be half the city.
    """
    if len(term.words) == 1:
        (word,) = term.words
        yield keys(About.SOUND, [sound_key(word)]) | (_begins(word) if len(word) > 2 else NONE)
    else:
        last = len(term.words) - 1
        alike = [_sounds(word) | (_begins(word) if n == last else NONE) for n, word in enumerate(term.words)]
        yield from _or_initials(alike, term)
    if term.initials:
        yield keys(About.INITIAL, term.initials[:1])


def _by_half_a_name(term: SearchTerm, fixed: tuple[Keys, ...]) -> Iterator[Reading]:
    """One word may be quite another: people marry, and colleagues mishear."""
    words = [word for word in term.words if len(word) > 2]
    if words and len(term.words) > 1:
        spelled = keys(About.SPELLED, [light_key(word) for word in words])
        yield Reading((NONE.union(*map(_sounds, words)), *fixed), spelled)


def _by_street(term: SearchTerm, fixed: tuple[Keys, ...]) -> Iterator[Reading]:
    street = compact("".join(street_words(term.street)))
    begin = keys(About.STREET_BEGIN, [sound_key(street)])
    yield Reading((keys(About.STREET, [sound_key(street)]) | begin, *fixed))
    yield Reading((keys(About.NEAR_STREET, near_keys(street)) | begin, *fixed))


def _by_name_and_street(term: SearchTerm, fixed: tuple[Keys, ...]) -> Iterator[Reading]:
    """ "jansen lindelaan": one word is a street's, the others are a name's."""
    for place, word in enumerate(term.words):
        others = (*term.words[:place], *term.words[place + 1 :])
        street = "".join(street_words(word))
        if others and _A_STREET.search(street):
            names = (_sounds(other) | _nearly(other) for other in others)
            yield Reading((keys(About.NEAR_STREET, near_keys(street)), *names, *fixed))


def _born(term: SearchTerm) -> tuple[Keys, ...]:
    """Beside a name also those fit whose birth date is not known."""
    if term.birth_dates:
        return (keys(About.BORN_ON, term.birth_dates) | keys(About.BORN_IN, [UNKNOWN]),)
    return (keys(About.BORN_IN, [*term.birth_years, UNKNOWN]),) if term.birth_years else ()


def _house(term: SearchTerm) -> tuple[Keys, ...]:
    return (keys(About.HOUSE, [term.number]),) if term.number else ()


def _or_initials(groups: Sequence[Keys], term: SearchTerm) -> Sequence[Keys]:
    """Of two words or more the first may be a first name of whom only the initials are known."""
    if len(groups) < 2:
        return groups
    return (groups[0] | keys(About.ONLY_INITIAL, term.words[0][0]), *groups[1:])


def _sounds(word: str) -> Keys:
    return keys(About.SOUND, [sound_key(word)]) | keys(About.FIRST_NAME, also_called(word))


def _begins(word: str) -> Keys:
    return keys(About.BEGIN, [sound_key(word)])


def _nearly(word: str) -> Keys:
    parts = chain([word], joined_words(word))
    return keys(About.NEAR, {key for part in parts for key in near_keys(part)}) | _begins(word)


def _distantly(word: str) -> Keys:
    if len(word) < 5:
        return NONE
    shorter = [word[:place] + word[place + 1 :] for place in range(len(word))]
    return keys(About.NEAR, {key for part in shorter for key in near_keys(part)})
