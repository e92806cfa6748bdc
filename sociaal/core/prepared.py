"""A query that is put together once and asked many times.

Django builds the SQL of a queryset anew each time; for a page of fifteen lists that costs more than the
database does. A `Prepared` query is written as an ordinary queryset over stand-ins for what varies, compiled
at its first use, and then asked with real values: `GOALS = Prepared(lambda given: Goal.objects.filter(
plan__case=given.number("case")).values_list("pk", "words"))`, and `GOALS(case=12)`.
"""

from collections import namedtuple
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connections
from django.db.models import Field, ForeignObject, Lookup, QuerySet
from django.db.models.query import get_related_populators


@ForeignObject.register_lookup
@Field.register_lookup
class AnyOf(Lookup):
    """`pk__any_of=keys`: as `__in`, with all keys in one parameter: the SQL is the same for any number.

    Or with an `ArraySubquery`: its keys are found first, and then looked up together.
    """

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        left, params = self.process_lhs(compiler, connection)
        if not self.rhs_is_direct_value():
            right, more = self.process_rhs(compiler, connection)
            return f"{left} = ANY({right})", [*params, *more]
        return f"{left} = ANY(%s)", [*params, self.rhs]


@ArrayField.register_lookup
class Meets(Lookup):
    """`search_keys__meets=keys`: the array holds at least one of these whole numbers; in one parameter."""

    lookup_name = "meets"
    prepare_rhs = False
    operator = "&&"

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        left, params = self.process_lhs(compiler, connection)
        return f"{left} {self.operator} %s::integer[]", [*params, self.rhs]


class MeetsAll(Meets):
    """As `Meets`, for an array that holds all of these numbers. An expression only, no lookup."""

    operator = "@>"


class Given:
    """Stand-ins for values that come later. Each is a value that no real query has."""

    def __init__(self) -> None:
        self.names: dict[Hashable, str] = {}

    def _stands_for(self, name: str, value: Any) -> Any:
        self.names[value] = name
        return value

    def number(self, name: str) -> int:
        """A key or another whole number."""
        return self._stands_for(name, -2_000_000_000 - len(self.names))

    def day(self, name: str) -> date:
        """A date."""
        return self._stands_for(name, date(1, 2, 1) + timedelta(days=len(self.names)))

    def moment(self, name: str) -> datetime:
        """A date with a time."""
        return self._stands_for(name, datetime(1, 2, 1, tzinfo=UTC) + timedelta(days=len(self.names)))

    def text(self, name: str) -> str:
        """Words."""
        return self._stands_for(name, f"\u0001{name}")

    def keys(self, name: str) -> tuple[str]:
        """Any number of keys, for the lookups `any_of` and `meets`."""
        return self._stands_for(name, (name,))


@dataclass(frozen=True)
class Statement:
    """SQL with a place for each of `params`, values or what they are called; `types`: of its columns in the
    database; `results`: rows as the database gives them to what the caller gets.
    """

    sql: str
    params: Sequence[Any]
    types: Sequence[str]
    results: Callable[[Any], list[Any]]

    @cached_property
    def names(self) -> set[str]:
        """What has to be given."""
        return {one.name for one in self.params if isinstance(one, _Later)}


def ask(statement: Statement, values: Mapping[str, Any]) -> Any:
    """The rows, with these values by name. Raises TypeError for a name that is missing."""
    if not values.keys() >= statement.names:
        raise TypeError(f"this query asks for {', '.join(sorted(statement.names))}")
    given = [_plain(values[one.name] if isinstance(one, _Later) else one) for one in statement.params]
    with connections["default"].cursor() as cursor:
        cursor.execute(statement.sql, given)
        return cursor.fetchall()


class Prepared:
    """Call it with the values by name. A queryset that ends in `values_list` gives named tuples; one of a
    model gives its objects, with what `select_related` asks for.

    Raises TypeError for a name that is missing; one that the query does not need is passed over.
    """

    def __init__(self, build: Callable[[Given], QuerySet[Any, Any]]) -> None:
        self.build = build

    def __call__(self, **values: Any) -> list[Any]:
        rows = ask(self.statement, values)
        return self.statement.results(rows) if rows else []

    @cached_property
    def statement(self) -> Statement:
        """What is sent; put together at the first use."""
        given = Given()
        query = self.build(given).query
        compiler = query.get_compiler(using="default")
        sql, raw = compiler.as_sql()
        columns = [column for column, _sql, _alias in compiler.select]
        converters = compiler.get_converters(columns)
        make = _objects(compiler) if query.default_cols else _named(query.selected or ())

        def results(rows: Any) -> list[Any]:
            return make(compiler.apply_converters(rows, converters) if converters else rows)

        types = [column.output_field.db_type(compiler.connection) for column in columns]
        return Statement(sql, [_later(one, given.names) for one in raw], types, results)


def _named(names: Iterable[str]) -> Callable[[Any], list[Any]]:
    row: Any = namedtuple("Row", tuple(names))  # type: ignore[misc]
    return lambda rows: [row(*values) for values in rows]


def _objects(compiler: Any) -> Callable[[Any], list[Any]]:
    """Objects from rows, as Django's own iteration over a queryset makes them."""
    about, select = compiler.klass_info, compiler.select
    part = slice(about["select_fields"][0], about["select_fields"][-1] + 1)
    names = [column.target.attname for column, _sql, _alias in select[part]]
    related = get_related_populators(about, select, "default")  # type: ignore[call-arg]  # stubs of Django 6

    def one(row: Any) -> Any:
        made = about["model"].from_db("default", names, row[part])
        for populate in related:
            populate.populate(row, made)
        return made

    return lambda rows: [one(row) for row in rows]


class _Later:
    """A parameter whose value comes with the call."""

    def __init__(self, name: str) -> None:
        self.name = name


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple | set | frozenset) else value


def _later(value: Any, names: dict[Hashable, str]) -> Any:
    try:
        return _Later(names[value]) if value in names else value
    except TypeError:  # a value that cannot be a key is no stand-in
        return value
