"""A sheet of terms to compute: one a line, with the periods in which each stood still.

Columns `law,term,start,events`. `start` is the day that starts the term (to object: the day of
notification; of a decision on an objection: the last day to object, or a later day on which it came).
`events` holds the periods of suspension as `from..until` pairs with a semicolon or space between them.
`from` is the first day on which the term stands still; `until` the day on which it runs again,
the day of completion itself (Awb 4:15 lid 1: "tot de dag waarop"). Every mistake is said with its line;
nothing is guessed.
"""

import csv
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.terms.calendar import DAY
from cases.terms.compute import DueDate, Period, due_date
from cases.terms.law import NoVersionInForceError, TermCode
from sociaal.core.errors import Refused

COLUMNS = ("law", "term", "start", "events")
_OBJECTION = ("AWB_BEZWAAR", "AWB_BEROEP")
LAWS = {
    "wmo": frozenset({"WMO", *_OBJECTION}),
    "jeugdwet": frozenset({"AWB"}),
    "participatiewet": frozenset({"PW", "AWB"}),
    "wgs": frozenset({"WGS", *_OBJECTION}),
    "awb": frozenset({"AWB"}),
}
"""With what the codes of the terms under each law begin; a year after its name is passed over (Wmo 2015)."""
_PAIR = re.compile(r"^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$")


@dataclass(frozen=True)
class SheetLine:
    """A line as it was read, with the day that comes out."""

    line: int
    law: str
    due: DueDate


def compute_sheet(lines: Iterable[str], decreed: Collection[date]) -> Iterator[SheetLine]:
    """The terms of a sheet, in its order, with these days on a par with a Sunday. Raises Refused, with the
    line, at the first that cannot be read.
    """
    rows = csv.DictReader(lines)
    if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
        raise Refused(_("Line 1: there is no column %(names)s.") % {"names": ", ".join(missing)})
    for row in rows:
        try:
            yield _computed(rows.line_num, {name: (row[name] or "").strip() for name in COLUMNS}, decreed)
        except ValueError as error:
            raise Refused(_("Line %(line)d: %(why)s") % {"line": rows.line_num, "why": error}) from None


def _computed(line: int, row: dict[str, str], decreed: Collection[date]) -> SheetLine:
    term, start = _term(row["law"], row["term"]), _day(row["start"])
    still = [_period(pair) for pair in re.split(r"[;\s]+", row["events"]) if pair]
    try:
        return SheetLine(
            line, row["law"], due_date(term, start, [one for one in still if one], decreed=decreed)
        )
    except NoVersionInForceError:
        raise ValueError(
            _("the law did not have the term %(term)s on %(day)s.") % {"term": term, "day": start}
        ) from None


def _term(law: str, code: str) -> TermCode:
    known = LAWS.get(law.casefold().removesuffix(" 2015"))
    if known is None:
        raise ValueError(_("“%(law)s” is no law we know.") % {"law": law})
    if code not in TermCode or not code.startswith(tuple(known)):
        raise ValueError(_("the law %(law)s has no term “%(term)s”.") % {"law": law, "term": code})
    return TermCode(code)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(_("“%(text)s” is no date (2026-11-21).") % {"text": text}) from None


def _period(pair: str) -> Period | None:
    """None for a suspension that ended before it began to count: completed on the day after the request."""
    found = _PAIR.match(pair)
    if found is None:
        raise ValueError(_("“%(text)s” is no period (2026-11-02..2026-11-16).") % {"text": pair})
    first, again = _day(found[1]), _day(found[2])
    if again < first:
        raise ValueError(_("the period “%(text)s” ends before it begins.") % {"text": pair})
    return Period(first, again - DAY) if again > first else None
