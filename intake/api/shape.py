"""The body of a report as the description has it: made from the form, so that there is one check."""

import json
from typing import Any, Literal

from django import forms
from django.http import HttpRequest
from django.utils import translation
from ninja import Schema
from ninja.errors import HttpError
from ninja.parser import Parser
from pydantic import ConfigDict, Field, create_model

from intake.forms.report import FROM_OUTSIDE, IN_PLAIN_WORDS, ReportForm


class ReadableJson(Parser):
    """JSON that can be stored: what is broken, nested without end or no text at all is a 400."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            data = json.loads(request.body)
            json.dumps(data, ensure_ascii=False).encode()  # half a surrogate pair is no text
        except (ValueError, RecursionError) as error:
            raise HttpError(400, "This is not JSON in UTF-8.") from error
        return data


def _field(field: forms.Field) -> Any:
    """Type and description of one field."""
    about = str(field.label)
    if isinstance(field, forms.MultipleChoiceField):
        flags = tuple(str(code) for code, _label in IN_PLAIN_WORDS)
        return list[Literal[flags]], Field([], description=about, max_length=len(flags))  # type: ignore[valid-type]
    if isinstance(field, forms.ChoiceField):
        codes = tuple(code for code, _label in FROM_OUTSIDE)
        return Literal[codes], Field(..., description=about)
    if isinstance(field, forms.BooleanField):
        return bool, Field(False, description=about, strict=True)
    if isinstance(field, forms.DateField):
        hint: Any = {"format": "date"}
        return str | None, Field(None, description=about, max_length=10, json_schema_extra=hint)
    longest = getattr(field, "max_length", None) or 254
    if field.required:
        return str, Field(..., description=about, min_length=1, max_length=longest)
    return str, Field("", description=about, max_length=longest)


class _Closed(Schema):
    """A field that is not described is a mistake, most often a misspelt one."""

    model_config = ConfigDict(extra="forbid")


with translation.override("en"):  # who reads a description of an interface is a developer
    _fields: Any = {name: _field(field) for name, field in ReportForm.base_fields.items()}
    ReportIn: Any = create_model(
        "ReportIn",
        __base__=_Closed,
        __doc__="A report. Only `words`, `reporter` and one way to reach somebody are needed.",
        **_fields,
    )


class ReportOut(Schema):
    """A report that was received."""

    reference: str = Field(description="What the resident may be told; nobody can guess it.")
    state: Literal["received", "in_progress", "closed"]
    received_at: str = Field(description="ISO 8601, with the offset of Amsterdam.")
