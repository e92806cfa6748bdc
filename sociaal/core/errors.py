"""What can go wrong in an operation, in words a person can read.

A view shows the message and keeps what was typed; `sociaal.home.middleware` turns what no view caught into a
page.
"""


class DomainError(Exception):
    """Base of all refusals. `str(error)` is a sentence for the user, in their language."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(str(message))
        self.field = field
        """Name of the form field the message belongs to, or None when it is about the whole."""


class NotPermitted(DomainError):
    """This person may not do this. Answered with 403: the thing itself may be known to them."""

    def __init__(self, message: str, *, field: str | None = None, resident: int | None = None) -> None:
        super().__init__(message, field=field)
        self.resident = resident
        """Key of the resident whose file was refused: the page of the refusal shows the emergency way in."""


class NotFound(DomainError):
    """This person may not know whether it exists. Answered with 404, the same as what does not exist."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message)


class Refused(DomainError):
    """It may not happen now: a guard of the way of working, named in the message."""


class Conflict(DomainError):
    """Somebody else changed the same thing meanwhile. Nothing was overwritten."""
