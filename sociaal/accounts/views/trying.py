"""Calling an operation from a form: what is refused becomes a message at the field."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from sociaal.core.editing import EditingForm
from sociaal.core.errors import Conflict, NotFound, Refused

Result = TypeVar("Result")
Row = TypeVar("Row", bound=Model)


def tried(form: EditingForm, operation: Callable[..., Result], **arguments: Any) -> Result | None:
    """What the operation returns, or None when it refused; then the form says why."""
    try:
        return operation(**arguments)
    except (Refused, Conflict) as error:
        form.refuse(error)
        return None


def status_of(form: EditingForm) -> int:
    """Of the page that shows this form: 409 when somebody else was first."""
    return HTTPStatus.CONFLICT if form.conflict else HTTPStatus.OK


def found(rows: QuerySet[Row], pk: int) -> Row:
    """The row with this key. Raises NotFound when there is none."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row
