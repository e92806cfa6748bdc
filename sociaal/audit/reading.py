"""Note which residents a page shows; the middleware logs them before the answer leaves."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest


@dataclass
class Shown:
    """The residents one answer shows, what it is about, and whether the page was refused."""

    residents: set[int] = field(default_factory=set)
    codes: dict[str, Any] = field(default_factory=dict)
    refused: bool = False


def shows(request: HttpRequest, residents: Iterable[int], **codes: str) -> None:
    """Say that this answer shows these residents (keys). Call it wherever a person is rendered."""
    noted = _noted(request)
    noted.residents.update(residents)
    noted.codes.update(codes)


def refuses(request: HttpRequest, **codes: str) -> None:
    """Say that this person may not have what was asked."""
    noted = _noted(request)
    noted.refused = True
    noted.codes.update(codes)


def noted_in(request: HttpRequest) -> Shown | None:
    return request.__dict__.get("_shown")


def _noted(request: HttpRequest) -> Shown:
    return request.__dict__.setdefault("_shown", Shown())
