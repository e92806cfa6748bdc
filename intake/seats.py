"""Who can sit at the table: how a form names somebody whom we know."""

from dataclasses import dataclass

from intake.models.together import KNOWN

PREFIX = "at"


@dataclass(frozen=True)
class Seat:
    """Somebody whom we know: `known` says from where (`intake.models.together.KNOWN`), `key` is their key."""

    known: str
    key: int
    name: str
    role: str

    @property
    def field(self) -> str:
        """Its name in a form."""
        return f"{PREFIX}-{self.known}-{self.key}"


def is_seat(field: str) -> bool:
    """Whether a field of a form is about somebody at the table."""
    return parsed(field) is not None


def parsed(field: str) -> tuple[str, int] | None:
    """From where somebody is known, and their key; None for any other field."""
    prefix, _dash, rest = field.partition("-")
    known, _dash, key = rest.partition("-")
    if prefix != PREFIX or known not in KNOWN or not key.isdecimal():
        return None
    return known, int(key)
