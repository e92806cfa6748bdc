"""Form widgets that a browser's own control or the design system ask for."""

import datetime as dt
from typing import Any

from django import forms


class DateInput(forms.DateInput):
    """The browser's own date field; sends ISO dates, and shows them in the reader's way."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """The browser's own time field, to the minute."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class DateTimeInput(forms.DateTimeInput):
    """The browser's own date and time field, to the minute, in local time."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%dT%H:%M")

    def format_value(self, value: Any) -> str | None:
        """A stored moment as `2026-11-21T14:03`; what was typed stays as typed."""
        return value.strftime("%Y-%m-%dT%H:%M") if isinstance(value, dt.datetime) else value


class LevelPicker(forms.RadioSelect):
    """Five large buttons with a word and a shape, for the levels 1 to 5 of a life domain."""

    template_name = "components/level_picker.html"


class ShortText(forms.Textarea):
    """A text field that begins small and grows while one types."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"rows": 3, **(attrs or {})})
