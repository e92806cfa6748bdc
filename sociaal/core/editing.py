"""Two people change the same thing: the second sees what changed and keeps what they typed.

A form that changes something carries a mark of each value it started from. The operation compares these,
under its lock, with what stands there now (`sociaal.audit.changes.check_seen`). When somebody was first, it
saves nothing: the form comes back with both versions, what was not touched taken over, and saves next time.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sociaal.core.errors import Conflict, DomainError

Values = Mapping[str, Any]
Marks = Mapping[str, str]


class ChangedMeanwhileError(Conflict):
    """Somebody else changed the same thing. `standing`: how it is now; `who` and `at`, where known."""

    def __init__(self, standing: Values, who: str = "", at: dt.datetime | None = None) -> None:
        super().__init__(_("Somebody else changed this while you were busy. Nothing is lost: look at both."))
        self.standing, self.who, self.at = dict(standing), who, at


def mark_of(value: Any) -> str:
    """A short mark: the same for the same value, whether it comes from the database or out of a form."""
    return blake2b(_plain(value).encode(), digest_size=9).hexdigest()


def marks_of(values: Values) -> Marks:
    return {name: mark_of(value) for name, value in values.items()}


def _plain(value: Any) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, list | tuple | set | frozenset):
        return "\n".join(sorted(map(str, value)))
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return "\n".join(str(value).split("\r\n")).strip()


@dataclass(frozen=True)
class Difference:
    """One field that somebody else changed. `mine` is None when this person did not touch it."""

    label: str
    theirs: str
    mine: str | None


class EditingForm(forms.Form):
    """Mixed into a form that changes something that is there. `initial` is what it started from."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    conflict: Conflict | None = None
    differences: tuple[Difference, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = {name: value for name, value in self.initial.items() if name in self.fields}
        self.initial.setdefault("seen", json.dumps(marks_of(shown)))

    def given(self) -> dict[str, Any]:
        """What was filled in, without the marks. Only of a valid form."""
        above: Any = super()
        whole = above.given() if hasattr(above, "given") else self.cleaned_data
        return {name: value for name, value in whole.items() if name != "seen"}

    @property
    def marks(self) -> Marks | None:
        """What this form started from; of what cannot be read nothing was seen. None when it does not say."""
        if "seen" not in self.data:
            return None
        try:
            read = json.loads(self.cleaned_data.get("seen") or "{}")
        except ValueError:
            return {}
        return read if isinstance(read, dict) else {}

    def refuse(self, error: DomainError) -> None:
        """Show a refusal; of a change by somebody else both versions."""
        above: Any = super()
        if isinstance(error, ChangedMeanwhileError):
            self._meet(error)
        elif hasattr(above, "refuse"):
            above.refuse(error)
        else:
            self.add_error(error.field if error.field in self.fields else None, str(error))

    def _meet(self, error: ChangedMeanwhileError) -> None:
        """Say what differs, take over what was not touched, and start from how it stands now."""
        marks, found = self.marks or {}, []
        sent: Any = self.data
        self.data = data = sent.copy()
        for name, value in error.standing.items():
            if name not in self.fields or mark_of(value) == marks.get(name):
                continue
            mine = self.cleaned_data.get(name)
            untouched = mark_of(mine) in (marks.get(name), mark_of(value))
            typed = None if untouched else self._words(name, mine)
            found.append(Difference(str(self[name].label), self._words(name, value), typed))
            if untouched:
                self._fill(name, value)
        data["seen"] = json.dumps(marks_of(error.standing))
        self.conflict, self.differences = error, tuple(found)

    def _fill(self, name: str, value: Any) -> None:
        """As if this value had been filled in."""
        data: Any = self.data
        shown = self.fields[name].prepare_value(value)
        if isinstance(shown, list | tuple):
            data.setlist(name, [str(one) for one in shown])
        elif shown is None or shown is False:
            data.pop(name, None)
        else:
            data[name] = "on" if shown is True else str(shown)

    def _words(self, name: str, value: Any) -> str:
        """A value as one reads it."""
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if isinstance(value, dt.date):
            return date_format(value, "j F Y")
        field: Any = self.fields[name]
        choices = {} if isinstance(field, forms.ModelChoiceField) else dict(getattr(field, "choices", ()))
        many = value if isinstance(value, list | tuple) else [value]
        return ", ".join(str(choices.get(one, one)) for one in many if one not in (None, ""))
