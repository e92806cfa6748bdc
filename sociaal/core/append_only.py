"""Tables that only grow: the base of both logs."""

from functools import cache
from typing import Any, NoReturn

from django.db import connections, migrations, models


class AppendOnly(models.Model):
    """A row that is written once. The database refuses every change, also to the owner."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row. In SQL that is put together once: a row comes with nearly everything that is done, and
        building the statement anew costs more than writing it. No signals are sent.
        """
        if self.pk is not None:
            raise TypeError(f"{type(self).__name__} is written once and never changed")
        connection = connections["default"]
        fields, sql = _insert(type(self))
        values = [field.get_db_prep_save(field.pre_save(self, True), connection) for field in fields]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            self.pk = cursor.fetchone()[0]
        self._state.adding, self._state.db = False, "default"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is never deleted")


@cache
def _insert(model: type[models.Model]) -> tuple[list["models.Field[Any, Any]"], str]:
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    key = model._meta.pk.column
    return fields, (f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({places}) RETURNING "{key}"')


def refuse_changes(table: str) -> migrations.RunSQL:
    """Migration step: a trigger that refuses UPDATE and DELETE on `table`, whoever asks."""
    return migrations.RunSQL(
        f"""
        CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only();
        """,
        f"DROP TRIGGER {table}_append_only ON {table}; DROP FUNCTION {table}_is_append_only();",
    )
