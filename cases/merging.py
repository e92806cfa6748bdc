"""Two residents that are one: what comes of their fields, and what stands in the way. Plain data in and out.

Rules: `docs/decisions/0012-merging.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sociaal.core.errors import Refused

KEPT, MERGED = "kept", "merged"

CHOICES: Mapping[str, tuple[str, ...]] = {
    "first_names": ("first_names",),
    "initials": ("initials",),
    "last_name": ("prefix", "last_name"),
    "birth_name": ("birth_name",),
    "birth_date": ("birth_date",),
    "died_on": ("died_on",),
    "address": ("street", "house_number", "postcode", "neighbourhood"),
    "phone": ("phone",),
    "email": ("email",),
    "language": ("language",),
    "reach_by": ("reach_by",),
}
"""What is chosen as one: half of an address and half of another is nobody's."""

LABELS = {
    "first_names": gettext_lazy("First names"),
    "initials": gettext_lazy("Initials"),
    "last_name": gettext_lazy("Last name"),
    "birth_name": gettext_lazy("Maiden name"),
    "birth_date": gettext_lazy("Date of birth"),
    "died_on": gettext_lazy("Date of death"),
    "address": gettext_lazy("Address"),
    "phone": gettext_lazy("Phone"),
    "email": gettext_lazy("E-mail"),
    "language": gettext_lazy("Language"),
    "reach_by": gettext_lazy("How to reach"),
}
SECRETS = ("confidential_address", "restricted")
"""Set on either: set on what remains. Merging never opens what was closed."""
FIELDS = (*(name for names in CHOICES.values() for name in names), "bsn", *SECRETS)

Values = Mapping[str, Any]


@dataclass(frozen=True)
class MergeChoices:
    """Per thing to choose, whose is kept: of the kept record or of the merged one. What is not chosen: of the
    kept record, or of the merged one where the kept one has nothing.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    contact_person: str = KEPT
    household: str = KEPT


@dataclass(frozen=True)
class MergeFacts:
    """What the rule must know of both."""

    same_record: bool = False
    merged_already: bool = False
    bsns: tuple[str | None, str | None] = (None, None)
    handover_asked: bool = False


def obstacles(facts: MergeFacts) -> list[str]:
    """Why these two cannot be merged, in sentences; empty when they can."""
    first, second = facts.bsns
    checks = (
        (facts.same_record, _("This is one record; choose another one to merge it with.")),
        (facts.merged_already, _("One of these files was merged already. Look for the person again.")),
        (
            bool(first and second and first != second),
            _("Both have a BSN, and these differ: by the register they are two people. Is one of them "
              "wrong? Correct that first."),
        ),
        (
            facts.handover_asked,
            _("A colleague has been asked to become contact person and has not answered. Settle that first."),
        ),
    )  # fmt: skip
    return [words for stands_in_the_way, words in checks if stands_in_the_way]


def check_can_merge(facts: MergeFacts) -> None:
    """Raises Refused with the first obstacle."""
    found = obstacles(facts)
    if found:
        raise Refused(found[0])


def merged_values(kept: Values, merged: Values, chosen: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the one record that remains."""
    result: dict[str, Any] = {"bsn": kept["bsn"] or merged["bsn"]}
    result |= {name: bool(kept[name] or merged[name]) for name in SECRETS}
    for choice, names in CHOICES.items():
        side = chosen.get(choice) or (KEPT if any(kept[name] for name in names) else MERGED)
        source = merged if side == MERGED else kept
        result |= {name: source[name] for name in names}
    return result


def values_of(record: Any) -> dict[str, Any]:
    """The fields that merging is about, of one record."""
    return {name: getattr(record, name) for name in FIELDS}
