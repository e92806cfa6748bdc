"""Several changes sent to the database in one go.

A change of a case is half a dozen small writes. Each was built anew and waited for; that took longer than the
writing itself. The statements go as one text (our connections put the values in before sending), and
PostgreSQL does them one after the other, each seeing what the one before it did.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connections, models

Fields = list["models.Field[Any, Any]"]


class Batch:
    """Gather with `insert`, `update` and `run`; nothing happens before `send`. Belongs in a transaction.

    No signals are sent, and values that a model would work out in `save` are the caller's.
    """

    def __init__(self) -> None:
        self._sql: list[str] = []
        self._values: list[Any] = []
        self._new: list[models.Model | None] = []

    def insert(self, row: models.Model) -> None:
        """A new row, which has its key once this is sent."""
        fields, sql = _insertion(type(row))
        self._values += _values(fields, row, adding=True)
        self._sql.append(sql)
        self._new.append(row)

    def update(self, row: models.Model, names: Sequence[str], *, count_up: str = "") -> None:
        """These fields of a row that is there. `count_up`: a whole number that becomes one higher."""
        fields, sql = _change(type(row), tuple(names), count_up)
        self.run(sql, [*_values(fields, row, adding=False), row.pk])
        if count_up:
            setattr(row, count_up, getattr(row, count_up) + 1)

    def run(self, sql: str, values: Sequence[Any]) -> None:
        """A statement whose answer nobody needs."""
        self._sql.append(sql)
        self._values += values
        self._new.append(None)

    def send(self) -> None:
        """Do all that gathered since the last time. Raises what the database raises; then nothing is done."""
        sql, values, new = self._sql, self._values, self._new
        self._sql, self._values, self._new = [], [], []
        if not sql:
            return
        with connections["default"].cursor() as cursor:
            cursor.execute("; ".join(sql), values)
            for row in new:
                if row is not None:
                    row.pk = cursor.fetchone()[0]
                    row._state.adding, row._state.db = False, "default"
                cursor.nextset()


def _values(fields: Fields, row: models.Model, *, adding: bool) -> list[Any]:
    connection = connections["default"]
    return [field.get_db_prep_save(field.pre_save(row, adding), connection) for field in fields]


@cache
def _insertion(model: type[models.Model]) -> tuple[Fields, str]:
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    key = model._meta.pk.column
    return fields, f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({places}) RETURNING "{key}"'


@cache
def _change(model: type[models.Model], names: tuple[str, ...], count_up: str) -> tuple[Fields, str]:
    fields: Fields = [model._meta.get_field(name) for name in names]  # type: ignore[misc]
    changes = [f'"{field.column}" = %s' for field in fields]
    changes += [f'"{count_up}" = "{count_up}" + 1'] if count_up else []
    key = model._meta.pk.column
    return fields, f'UPDATE "{model._meta.db_table}" SET {", ".join(changes)} WHERE "{key}" = %s'
