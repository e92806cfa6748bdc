"""Who somebody is, read out of what was typed in a search box, so that nothing is typed twice. Pure."""

from collections.abc import Mapping
from typing import Any

from cases.queries.search_term import SearchTerm, read_term
from intake.told import split_name
from sociaal.core.names import TITLES, TUSSENVOEGSELS, plain

PARTICLES = TUSSENVOEGSELS | {"el", "al", "ait"}
"""What begins a last name that is written in several words."""


def person_in(text: str) -> Mapping[str, Any]:
    """The fields of a new resident that stand in `text`, as a resident has them; empty ones left out.

    "mw. aaltje van der berg 12-3-1951" is Aaltje, van der, Berg, born that day; "Berg, Aaltje van der" is
    the same person. An address or a number by itself says nobody's name. A BSN is not taken: it is checked
    where it is typed as one.
    """
    term = read_term(text)
    found: dict[str, Any] = {**_name(text, term)}
    if len(term.birth_dates) == 1:
        found["birth_date"] = term.birth_dates[0]
    found["phone"] = term.phone
    return {name: value for name, value in found.items() if value}


def _name(text: str, term: SearchTerm) -> dict[str, str]:
    if term.postcode or (term.number and not term.birth_dates):
        return {}
    last, comma, first = text.partition(",")
    words = _words(f"{first} {last}" if comma else text)
    if not words:
        return {}
    head, rest = _first_names(words)
    prefix, last_name = split_name(" ".join(rest))
    if not prefix and plain(rest[0]) in PARTICLES and len(rest) > 1:
        prefix, last_name = rest[0], " ".join(rest[1:])
    return {
        "first_names": " ".join(_capital(word) for word in head)[:120],
        "prefix": prefix.lower()[:20],
        "last_name": " ".join(_capital(word) for word in last_name.split())[:120],
    }


def _words(text: str) -> list[str]:
    """The words of a name: no numbers, no titles."""
    words = [word.strip('.;:()"') for word in text.split()]
    return [
        word for word in words if word.strip("-'’") and not _is_number(word) and plain(word) not in TITLES
    ]


def _is_number(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def _first_names(words: list[str]) -> tuple[list[str], list[str]]:
    """What stands before the last name begins: at a tussenvoegsel, or at "Jansen-de" of Jansen-de Wit."""
    for place, word in enumerate(words[:-1]):
        if plain(word.rsplit("-", 1)[-1]) in PARTICLES:
            return words[:place], words[place:]
    return words[:-1], words[-1:]


def _capital(word: str) -> str:
    """With a capital, unless somebody typed capitals themselves; "ij" is one letter."""
    if word != word.lower():
        return word
    first, *rest = word.split("-")
    return "-".join(
        [_first_letter(first), *(part if part in PARTICLES else _first_letter(part) for part in rest)]
    )


def _first_letter(part: str) -> str:
    return "IJ" + part[2:] if part.startswith("ij") else part[:1].upper() + part[1:]
