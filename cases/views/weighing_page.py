"""What the weighing page shows beside the form.

Options per rung, the track by rule, what a colleague saved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.forms import BoundField

from cases.enums import Track
from cases.forms.weighing import WeighingForm, saved_values
from cases.models import Weighing
from cases.queries.fitting import Option, options_for
from cases.weighing import TrackSuggestion, suggest_track

_TO_BOOL = {"yes": True, "no": False, True: True, False: False}


@dataclass(frozen=True)
class Rung:
    """A rung of the ladder on the page."""

    weight: str
    label: str
    fields: Sequence[BoundField]
    options: Sequence[Option]


@dataclass(frozen=True)
class Difference:
    """A field where what is saved now is not what was typed."""

    label: str
    saved: str
    typed: str


def rungs_of(form: WeighingForm, domains: Sequence[str], now: datetime) -> list[Rung]:
    """Lightest first, each with the provisions of the catalogue that fit."""
    options = options_for(domains, form.case.resident, now)
    return [Rung(row["weight"], row["label"], row["fields"], options[row["weight"]]) for row in form.rungs()]


def suggestion_of(given: Mapping[str, Any]) -> tuple[str, list[str]]:
    """The track by rule in words and why, from the answers as they stand in the form."""
    parties = str(given.get("parties_needed") or "")
    suggestion: TrackSuggestion = suggest_track(
        safety_at_stake=_TO_BOOL.get(given.get("safety_at_stake")),
        clear_how=_TO_BOOL.get(given.get("clear_how")),
        stable=_TO_BOOL.get(given.get("stable")),
        parties_needed=int(parties) if parties.isdecimal() else None,
    )
    return str(Track(suggestion.track).label), [str(reason.label) for reason in suggestion.reasons]


def differences(form: WeighingForm, weighing: Weighing | None) -> list[Difference]:
    """Field by field what a colleague saved meanwhile, beside what was typed here."""
    saved = saved_values(weighing)
    found = []
    for name, field in form.fields.items():
        now, typed = str(saved.get(name) or ""), str(form.data.get(name) or "")
        if name not in ("form_key", "seen") and now.strip() != typed.strip():
            found.append(Difference(str(field.label), _shown(field, now), _shown(field, typed)))
    return found


def _shown(field: Any, value: str) -> str:
    """The value as a person reads it."""
    choices = {str(key): str(label) for key, label in getattr(field, "choices", ())} if value else {}
    return choices.get(value, value)
