"""What somebody typed in the search box, read in each way it can be read. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from stdnum.nl import bsn as elfproef

from sociaal.core.names import plain, search_key

_DATE = re.compile(r"\b(?:(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2}))\b")
_DATE_IN_WORDS = re.compile(r"\b(\d{1,2}) ([a-z]+) (\d{4})\b", re.IGNORECASE)
_CASE_NUMBER = re.compile(r"\b(20\d\d)-(\d{1,6})\b(?!-)")
_POSTCODE = re.compile(r"^(\d{4}) ?([a-z]{2})\b[ ,]*(\d+[ -]?[a-z0-9]*)?$", re.IGNORECASE)
_STREET = re.compile(r"^([^\d]{3,}?) +(\d+[ -]?[a-z]{0,2})$", re.IGNORECASE)
_MONTHS = (
    ("jan",),
    ("feb",),
    ("maa", "mrt", "mar"),
    ("apr",),
    ("mei", "may"),
    ("jun",),
    ("jul",),
    ("aug",),
    ("sep",),
    ("okt", "oct"),
    ("nov",),
    ("dec",),
)


@dataclass(frozen=True)
class SearchTerm:
    """The readings.

    `name` is a search key (see `sociaal.core.names`), the others stand as they are stored.
    """

    name: str = ""
    bsn: str = ""
    birth_date: date | None = None
    case_number: str = ""
    phones: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    street: str = ""
    house_number: str = ""

    @property
    def is_exact(self) -> bool:
        """Whether there is a number, date or address in it, to be met exactly."""
        parts = (self.bsn, self.birth_date, self.case_number, self.phones, self.postcodes, self.street)
        return any(parts)

    @property
    def is_empty(self) -> bool:
        """Nothing to look for: nothing typed, or a name of one letter."""
        return not self.is_exact and len(self.name) < 2


def read_term(text: str) -> SearchTerm:
    """The readings of what was typed. A name beside a birth date must fit as well as the date."""
    text = " ".join(text.split())[:200]
    if number := _CASE_NUMBER.search(text):
        return SearchTerm(case_number=f"{number[1]}-{int(number[2]):06d}")
    if found := _birth_date(text):
        day, rest = found
        return SearchTerm(birth_date=day, name=search_key(rest))
    if place := _POSTCODE.match(text):
        code, letters = place[1], place[2].upper()
        return SearchTerm(
            postcodes=(f"{code} {letters}", f"{code}{letters}"), house_number=_house(place[3] or "")
        )
    if not re.search(r"[a-zA-Z]", plain(text)):
        return _number(text)
    if place := _STREET.match(text):
        return SearchTerm(street=place[1].strip(" ,"), house_number=_house(place[2]))
    return SearchTerm(name=search_key(text))


def phone_digits(text: str) -> str:
    """A phone number as digits, from 0: +31 6 and 0031 6 become 06."""
    digits = re.sub(r"\D", "", text)
    for abroad in ("0031", "31"):
        if digits.startswith(abroad) and len(digits) == len(abroad) + 9:
            return f"0{digits.removeprefix(abroad)}"
    return digits


def _number(text: str) -> SearchTerm:
    digits = phone_digits(text)
    bsn = digits.zfill(9) if len(digits) in (8, 9) and elfproef.is_valid(digits.zfill(9)) else ""
    return SearchTerm(bsn=bsn, phones=_phones(digits) if len(digits) >= 10 else ())


def _phones(digits: str) -> tuple[str, ...]:
    """The ways in which people write one number: without a mark, or with one after the area."""
    areas = (digits[:cut] + mark + digits[cut:] for cut in (2, 3, 4) for mark in ("-", " "))
    return (digits, *areas)


def _birth_date(text: str) -> tuple[date, str] | None:
    for pattern, read in ((_DATE, _in_numbers), (_DATE_IN_WORDS, _in_words)):
        if (match := pattern.search(text)) and (day := read(match)):
            return day, text[: match.start()] + text[match.end() :]
    return None


def _in_numbers(match: re.Match[str]) -> date | None:
    day, month, year, *iso = match.groups()
    return _date(iso[0], iso[1], iso[2]) if iso[0] else _date(year, month, day)


def _in_words(match: re.Match[str]) -> date | None:
    start = match[2].lower()[:3]
    month = next((number for number, names in enumerate(_MONTHS, 1) if start in names), 0)
    return _date(match[3], str(month), match[1])


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _house(text: str) -> str:
    return text.replace(" ", "").strip()
