"""Note which residents a page shows; the middleware logs them before the answer leaves."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import HttpRequest


@dataclass
class Shown:
    """The residents one answer shows, and what it is about."""

    residents: set[int] = field(default_factory=set)
    codes: dict[str, str] = field(default_factory=dict)


def shows(request: HttpRequest, residents: Iterable[int], **codes: str) -> None:
    """Say that the answer to this request shows these residents (keys). Call it wherever a person is rendered."""
    noted: Shown = request.__dict__.setdefault("_shown", Shown())
    noted.residents.update(residents)
    noted.codes.update(codes)


def noted_in(request: HttpRequest) -> Shown | None:
    return request.__dict__.get("_shown")
