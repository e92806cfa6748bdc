"""Lists that sort, filter and page by their address: `?step=weighing&sort=-since&page=2`.

A query gives the queryset (already limited to what this user may see), a page declares its columns and
filters, and `list_page` gives a `Listing` that the templates `table_head`, `filters`, `chips` and `paging`
draw. What the address asks that does not exist is ignored, so that an old bookmark still opens.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, OrderBy, QuerySet
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

PAGE_SIZE = 25
COUNT_LIMIT = 1000
"""Up to here the number of rows is counted; beyond, the summary says "more than". Counting a million rows
takes longer than showing 25 of them."""

Text = str | Promise


@dataclass(frozen=True)
class Column:
    """A column of a list. `order_by`: the field to sort on, or nothing when the column does not sort."""

    key: str
    label: Text
    order_by: str = ""
    number: bool = False


@dataclass(frozen=True)
class Filter:
    """A choice that narrows a list. `apply` gets the queryset and a value out of `choices`.

    The last filter of a list may answer with `RowsInHand`, for what the database cannot pick out.
    """

    key: str
    label: Text
    choices: Sequence[tuple[str, Text]]
    apply: Callable[[QuerySet[Any], str], "QuerySet[Any] | RowsInHand"]


@dataclass(frozen=True)
class Header:
    """A column as the table head shows it. `direction`: ascending, descending, none; "" when it does not
    sort.
    """

    label: Text
    url: str
    direction: str
    number: bool


@dataclass(frozen=True)
class Select:
    """A filter as its form shows it, with the value that is on, or ""."""

    key: str
    label: Text
    choices: Sequence[tuple[str, Text]]
    value: str


@dataclass(frozen=True)
class Chip:
    """A filter that is on, with the address of the same list without it."""

    label: Text
    value: Text
    url: str


@dataclass(frozen=True)
class Listing:
    """One page of a list and everything a template shows around it. Addresses are query strings."""

    rows: Sequence[Any]
    columns: Sequence[Header]
    filters: Sequence[Select]
    chips: Sequence[Chip]
    kept: Sequence[tuple[str, str]]
    summary: str
    page: int
    previous_url: str
    next_url: str
    clear_url: str
    csv_url: str
    xlsx_url: str


@dataclass(frozen=True)
class Asked:
    """What an address asks for, checked against what a list offers."""

    get: QueryDict
    columns: Sequence[Column]
    filters: Sequence[Filter]
    default: str

    @property
    def sort(self) -> str:
        """The column to sort on, "-" before it for descending; the default when the address names none."""
        asked = self.get.get("sort", "")
        known = {column.key for column in self.columns if column.order_by}
        return asked if asked.removeprefix("-") in known else self.default

    @property
    def page(self) -> int:
        """The page asked for; 1 for anything that is not a page."""
        asked = self.get.get("page", "1")
        return max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1

    def value(self, one: Filter) -> str:
        """The value of a filter that is on, or "" when it is off or asks what is not offered."""
        asked = self.get.get(one.key, "")
        return asked if asked in {value for value, _label in one.choices} else ""

    def url(self, **changes: str | None) -> str:
        """The query string with these changes; None removes. Back to page 1 unless a page is named."""
        query = self.get.copy()
        for key, value in {"page": None, **changes}.items():
            query.pop(key, None)
            if value is not None:
                query[key] = value
        return f"?{query.urlencode()}"


class RowsInHand:
    """Rows that are there already, for `list_page` to order (by attribute, also `case__number`) and cut as it
    does a queryset.
    """

    def __init__(self, rows: Sequence[Any]) -> None:
        self.rows = list(rows)

    def order_by(self, *ordering: OrderBy) -> "RowsInHand":
        """The last one first, as each sort keeps the order of equals; empty values always last."""
        rows = self.rows
        for one in reversed(ordering):
            name = one.expression.name  # type: ignore[union-attr]  # sorting rows is by a column's name
            there = [row for row in rows if _value(row, name) is not None]
            there.sort(key=lambda row: _value(row, name), reverse=one.descending)
            rows = there + [row for row in rows if _value(row, name) is None]
        return RowsInHand(rows)

    def __getitem__(self, part: slice) -> "RowsInHand":
        return RowsInHand(self.rows[part])

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def count(self) -> int:
        return len(self.rows)


def _value(row: Any, path: str) -> Any:
    """What stands at a path as the database calls it; None where a part of it is missing."""
    for name in path.split("__"):
        row = getattr(row, name, None)
    return row


def list_page(
    rows: QuerySet[Any] | RowsInHand,
    get: QueryDict,
    *,
    columns: Sequence[Column],
    filters: Sequence[Filter] = (),
    default: str,
    page_size: int = PAGE_SIZE,
) -> Listing:
    """One page of `rows` as the address asks. `default`: key of the column to sort on, "-" before it
    descending.

    Two queries at most: the rows (one more than shown, to know whether there is a next page) and a bounded
    count.
    """
    asked = Asked(get, columns, filters, default)
    matching = narrow_and_order(rows, asked)
    start = (asked.page - 1) * page_size
    found = list(matching[start : start + page_size + 1])
    shown, more = found[:page_size], len(found) > page_size
    return Listing(
        rows=shown,
        columns=[_header(column, asked) for column in columns],
        filters=[Select(one.key, one.label, one.choices, asked.value(one)) for one in filters],
        chips=_chips(asked),
        kept=_kept(asked),
        summary=_summary(matching, start, len(shown), more=more),
        page=asked.page,
        previous_url=asked.url(page=str(asked.page - 1)) if asked.page > 1 else "",
        next_url=asked.url(page=str(asked.page + 1)) if more else "",
        clear_url=asked.url(**{one.key: None for one in filters}),
        csv_url=asked.url(format="csv"),
        xlsx_url=asked.url(format="xlsx"),
    )


def narrow_and_order(rows: Any, asked: Asked) -> Any:
    """All rows that match, in the order asked; what an export streams."""
    for one in asked.filters:
        if value := asked.value(one):
            rows = one.apply(rows, value)
    return rows.order_by(*_ordering(asked))


def _ordering(asked: Asked) -> Iterable[OrderBy]:
    """The column, empty values last, and the primary key, so that no row stands on two pages."""
    key, descending = asked.sort.removeprefix("-"), asked.sort.startswith("-")
    field = next(column.order_by for column in asked.columns if column.key == key)
    yield OrderBy(F(field), descending=descending, nulls_last=True)
    if field != "pk":
        yield OrderBy(F("pk"))


def _header(column: Column, asked: Asked) -> Header:
    if not column.order_by:
        return Header(column.label, "", "", column.number)
    directions = {column.key: "ascending", f"-{column.key}": "descending"}
    other = f"-{column.key}" if asked.sort == column.key else column.key
    return Header(column.label, asked.url(sort=other), directions.get(asked.sort, "none"), column.number)


def _chips(asked: Asked) -> list[Chip]:
    return [
        Chip(one.label, dict(one.choices)[value], asked.url(**{one.key: None}))
        for one in asked.filters
        if (value := asked.value(one))
    ]


def _kept(asked: Asked) -> list[tuple[str, str]]:
    """What the address holds beside page and filters, for the filter form to send along."""
    own = {"page", *(one.key for one in asked.filters)}
    return [(key, value) for key, values in asked.get.lists() if key not in own for value in values]


def _summary(matching: Any, start: int, shown: int, *, more: bool) -> str:
    """Which rows these are, of how many: counted without the database when this is the last page."""
    if not shown:
        return _("Nothing found")
    total = matching.order_by()[: COUNT_LIMIT + 1].count() if more else start + shown
    numbers = {"first": number_format(start + 1), "last": number_format(start + shown)}
    if more and total > COUNT_LIMIT:
        bound = number_format(max(COUNT_LIMIT, start + shown), force_grouping=True)
        return _("%(first)s to %(last)s of more than %(total)s") % {**numbers, "total": bound}
    return _("%(first)s to %(last)s of %(total)s") % {**numbers, "total": number_format(total)}
