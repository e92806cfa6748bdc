"""Tables that only grow: the base of both logs."""

from typing import Any, NoReturn

from django.db import migrations, models

from sociaal.core.batch import Batch


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
        batch = Batch()
        batch.insert(self)
        batch.send()

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is never deleted")


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
