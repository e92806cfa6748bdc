"""What is wrong, as RFC 9457 has it: `application/problem+json`, naming each field that is."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.forms import Form
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

TYPE = "application/problem+json"


class FieldProblem(Schema):
    """One thing that is wrong, and where."""

    pointer: str = Field(description="JSON pointer into the body (#/postcode), or the name of a header.")
    detail: str = Field(description="What is wrong, in words a person can read.")


class Problem(Schema):
    """RFC 9457."""

    type: str = Field(description="about:blank, or a name of this interface: urn:sociaal:problem:…")
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []


def problem(
    status: int,
    detail: str,
    *,
    kind: str = "",
    errors: Iterable[tuple[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> JsonResponse:
    """The answer for something that is wrong. `errors`: pointer and message of each."""
    body: dict[str, Any] = {
        "type": f"urn:sociaal:problem:{kind}" if kind else "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": str(detail),
        "errors": [{"pointer": pointer, "detail": str(message)} for pointer, message in errors],
    }
    return JsonResponse(body, status=status, content_type=TYPE, headers=dict(headers or {}))


def of_form(form: Form) -> JsonResponse:
    """What the form found, each at its field."""
    errors = [
        ("#" if name == "__all__" else f"#/{name}", str(message))
        for name, messages in form.errors.items()
        for message in messages
    ]
    return problem(422, _("Some fields are not right."), kind="fields", errors=errors)


def of_shape(errors: Iterable[Mapping[str, Any]]) -> JsonResponse:
    """What does not fit the description: another type, an unknown field, a missing header."""
    found = [(_pointer(error["loc"]), error["msg"]) for error in errors]
    missing_header = any(pointer[:1] != "#" for pointer, _message in found)
    status = 400 if missing_header else 422
    return problem(status, _("The request is not as described."), kind="shape", errors=found)


def _pointer(place: tuple[Any, ...]) -> str:
    """`("body", "payload", "red_flags", 0)` is "#/red_flags/0"; of a header its name."""
    if place and place[0] == "header":
        return str(place[-1]).replace("_", "-")
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in place[2:])
    return "/".join(("#", *steps))


def unknown(request: HttpRequest, path: str = "") -> JsonResponse:
    """What is not there."""
    return problem(404, _("There is nothing at this address."))
