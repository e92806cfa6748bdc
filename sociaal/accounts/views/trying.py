"""Calling an operation from a form: what is refused becomes a message at the field."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.forms import Form

from sociaal.core.errors import Conflict, NotFound, Refused

Result = TypeVar("Result")
Row = TypeVar("Row", bound=Model)


def tried(form: Form, operation: Callable[..., Result], **arguments: Any) -> Result | None:
    """What the operation returns, or None when it refused; then the form says why."""
    try:
        return operation(**arguments)
    except (Refused, Conflict) as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
        return None


def found(rows: QuerySet[Row], pk: int) -> Row:
    """The row with this key. Raises NotFound when there is none."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row
