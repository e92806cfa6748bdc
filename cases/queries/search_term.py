"""What somebody typed in the search box, taken apart: what is a number, a date, an address, a name. Pure."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from stdnum.nl import bsn as elfproef

from sociaal.core.names import TUSSENVOEGSELS, name_words, plain
from sociaal.core.search_keys import compact, house, phone_digits

Parts = dict[str, Any]
_SEPARATED = r"(?:[ ().\-/]{0,2}\d)"
_PHONE = re.compile(
    rf"(?<![\w+.-])(?:(?:\+|00){_SEPARATED}{{9,14}}|31{_SEPARATED}{{9}}|\(?0{_SEPARATED}{{9}})(?!\d)"
)
_CASE_NUMBER = re.compile(r"\b(20\d\d)-(\d{1,6})\b(?!-)")
_DATE = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ]['’]?(\d{4}|\d{2})\b")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DATE_IN_WORDS = re.compile(r"\b(\d{1,2}) ([a-z]+)\.? ['’]?(\d{4}|\d{2})\b", re.IGNORECASE)
_POSTCODE = re.compile(
    r"\b([1-9]\d{3})( ?)([a-z]{2})(?![a-z])[ ,]*(\d{1,5}(?: ?[-/] ?\d{1,4}\b| ?[a-z]{1,2}\b)?)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\w-])\d(?:[ .-]?\d){5,8}(?![\w-])")
_YEAR = re.compile(r"(?<![\w/.-])(?:['’](\d\d)|((?:19|20)\d\d))\b")
_LAST_NUMBER = re.compile(r"[ ,](\d{1,5}(?: ?[-/] ?\d{1,4}| ?[a-z]| (?:bis|hs|[iv]{1,3}))?)$", re.IGNORECASE)
_MONTHS = ("jan", "feb", "maa mrt mar", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec")


@dataclass(frozen=True)
class SearchTerm:
    """The parts. `words` are plain and without tussenvoegsels; those that were typed stand in `particles`.

    A short year is read in both centuries. `number` stands behind the words: a house number, or a birth year
    in short. `street` is what was typed as words, plain.
    """

    words: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    street: str = ""
    bsn: str = ""
    phone: str = ""
    case_number: str = ""
    birth_dates: tuple[date, ...] = ()
    birth_years: tuple[int, ...] = ()
    postcode: str = ""
    number: str = ""
    wrong_bsn: bool = False
    """Nine digits that are no BSN: one is wrong, or two are swapped."""

    @property
    def is_empty(self) -> bool:
        """Nothing to look for: nothing typed, a name of one letter, or a year or number by itself."""
        known = self.bsn or self.phone or self.case_number or self.birth_dates or self.postcode
        return not known and not any(len(word) > 1 for word in self.words)


def read_term(text: str) -> SearchTerm:
    """The parts of what was typed, wherever they stand in it."""
    left, parts = " ".join(text.split())[:200], Parts()
    for pattern, read in _PARTS:
        for match in pattern.finditer(left):
            if part := read(match):
                parts = part | parts
                left = f"{left[: match.start()]} {left[match.end() :]}".strip()
                break
    words = [word for word in name_words(left) if not word.isdigit()]
    return SearchTerm(
        words=tuple(word for word in words if len(word) > 1),
        initials=tuple(word for word in words if len(word) == 1),
        particles=tuple(word for word in plain(left).split() if word in TUSSENVOEGSELS),
        street=plain(left),
        **parts,
    )


def _case_number(match: re.Match[str]) -> Parts:
    return {"case_number": f"{match[1]}-{int(match[2]):06d}"}


def _phone(match: re.Match[str]) -> Parts:
    return {"phone": phone_digits(match[0])}


def _date(match: re.Match[str]) -> Parts:
    return _born_on(match[1], match[2], match[3])


def _iso_date(match: re.Match[str]) -> Parts:
    return _born_on(match[3], match[2], match[1])


def _date_in_words(match: re.Match[str]) -> Parts:
    start = plain(match[2])[:3]
    month = next((number for number, names in enumerate(_MONTHS, 1) if start in names.split()), 0)
    return _born_on(match[1], str(month), match[3])


def _postcode(match: re.Match[str]) -> Parts:
    """Not the year and tussenvoegsel of "jansen 1951 de"."""
    code, space, letters, number = match.groups()
    is_year = code[:2] in ("19", "20") and match.start() > 0 and letters.islower() and not number
    if space and (is_year or (plain(letters) in TUSSENVOEGSELS and not number and not letters.isupper())):
        return {}
    return {"postcode": compact(code + letters)} | ({"number": house(number)} if number else {})


def _digits(match: re.Match[str]) -> Parts:
    """Six to nine digits: a BSN, a birth date without dashes, or a phone number without its 0."""
    digits = re.sub(r"\D", "", match[0])
    found: Parts = {}
    if len(digits) in (8, 9) and elfproef.is_valid(digits.zfill(9)):
        found["bsn"] = digits.zfill(9)
    elif len(digits) == 9:
        found["wrong_bsn"] = True
        if digits[0] not in "09":  # no area of that number
            found["phone"] = f"0{digits}"
    if len(digits) in (6, 8) and digits == match[0]:
        found |= _born_on(digits[:2], digits[2:4], digits[4:]) or (
            _born_on(digits[6:], digits[4:6], digits[:4]) if len(digits) == 8 else {}
        )
    return found


def _year(match: re.Match[str]) -> Parts:
    return {"birth_years": tuple(int(year) for year in _centuries(match[1] or match[2]))}


def _last_number(match: re.Match[str]) -> Parts:
    return {"number": house(match[1])}


def _born_on(day: str, month: str, year: str) -> Parts:
    days = []
    for written in _centuries(year):
        with suppress(ValueError):
            days.append(date(int(written), int(month), int(day)))
    return {"birth_dates": tuple(days)} if days else {}


def _centuries(year: str) -> tuple[str, ...]:
    return (year,) if len(year) == 4 else (f"19{year}", f"20{year}")


_PARTS = (
    (_CASE_NUMBER, _case_number),
    (_PHONE, _phone),
    (_ISO_DATE, _iso_date),
    (_DATE, _date),
    (_DATE_IN_WORDS, _date_in_words),
    (_POSTCODE, _postcode),
    (_DIGITS, _digits),
    (_YEAR, _year),
    (_LAST_NUMBER, _last_number),
)
"""In this order: what is longer first, so that no part of it is taken for something else."""
