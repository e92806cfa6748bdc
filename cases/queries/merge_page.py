"""Two records side by side: what is the same, what must be chosen, what stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from cases.merging import CHOICES, LABELS, SECRETS, obstacles, values_of
from cases.models import ContactTerm, HouseholdMember, Resident, ResidentMerge
from cases.permissions.merging import MergeAccess
from cases.queries.following import main_homes_overlapping, references
from cases.queries.merges import facts_of, what_depends
from sociaal.accounts.models import User
from sociaal.core.registry import all_stay, registry
from sociaal.core.templatetags.ui import long_date

Pair = tuple[str, str]
LOCATED = ("first_names", "initials", "last_name", "birth_date")
"""What who may only locate somebody knows of them; of the rest of such a record nothing is shown."""


@dataclass(frozen=True)
class Difference:
    """Something to choose: what it is called, and what it is in the kept and in the other record."""

    name: str
    label: str
    kept: str
    merged: str


@dataclass(frozen=True)
class MergePage:
    """`facts`: label with what stands in either record. `counts`: what hangs on either."""

    kept: Resident
    merged: Resident
    facts: Sequence[tuple[str, str, str]]
    counts: Sequence[tuple[str, int, int]]
    differences: Sequence[Difference]
    people: Pair | None
    homes: Pair | None
    obstacles: Sequence[str]
    warnings: Sequence[str]
    adds_unseen: bool


def merge_page(kept: Resident, merged: Resident, access: MergeAccess, now: datetime) -> MergePage:
    """What who may merge these two must see before they do."""
    reads_both = access.reads_kept and access.reads_merged
    shown = tuple(CHOICES) if reads_both else LOCATED
    pairs = [(name, *(_words(record, name) for record in (kept, merged))) for name in shown]
    people, homes = _contact_persons(kept, merged), _homes(kept, merged)
    return MergePage(
        kept=kept,
        merged=merged,
        facts=[
            *((str(LABELS[name]), first, second) for name, first, second in pairs if first or second),
            *([(_("BSN"), _bsn(kept), _bsn(merged))] if reads_both else []),
            (_("Contact person"), people[0], people[1]),
            (_("Known since"), long_date(kept.created_at), long_date(merged.created_at)),
        ],
        counts=_counts(kept, merged),
        differences=[
            Difference(name, str(LABELS[name]), first, second)
            for name, first, second in pairs
            if first and second and first != second
        ],
        people=people if all(people) and people[0] != people[1] else None,
        homes=homes,
        obstacles=obstacles(facts_of(kept, merged)),
        warnings=list(_warnings(kept, merged)),
        adds_unseen=not reads_both,
    )


@dataclass(frozen=True)
class UndoPage:
    """What a merge did, and whether it can be undone. `depends`: why not."""

    merge: ResidentMerge
    by: User
    kept_name: str
    merged_name: str
    rows: Sequence[tuple[str, int]]
    depends: Sequence[str]


def undo_page(merge: ResidentMerge) -> UndoPage:
    """What goes back when this merge is undone."""
    moved = {name: len(keys.get("moved", [])) for name, keys in merge.moved.items()}
    rows = [(str(one.follows.label), moved[one.name]) for one in references() if moved.get(one.name)]
    names = [" ".join(record.known_as[:1]) for record in (merge.kept, merge.merged)]
    return UndoPage(merge, merge.by, names[0], names[1], rows, what_depends(merge))


def _words(record: Resident, name: str) -> str:
    values: Mapping[str, Any] = values_of(record)
    if name == "address":
        place = " ".join(part for part in (record.address, record.postcode) if part)
        return ", ".join(part for part in (place, record.neighbourhood) if part)
    parts = [values[one] for one in CHOICES[name]]
    return " ".join(long_date(part) if isinstance(part, date) else str(part) for part in parts if part)


def _bsn(record: Resident) -> str:
    """Enough to compare, not to copy."""
    return f"••••••{record.bsn[-3:]}" if record.bsn else ""


def _contact_persons(kept: Resident, merged: Resident) -> Pair:
    terms = ContactTerm.objects.filter(resident__in=(kept, merged), during__upper_inf=True)
    names = dict(terms.order_by("pk").values_list("resident_id", "user__name"))
    return names.get(kept.pk, ""), names.get(merged.pk, "")


def _homes(kept: Resident, merged: Resident) -> Pair | None:
    """The households to choose between, when both have a main home at the same time."""
    first, second = (
        _home_names(main_homes_overlapping(one.pk, other.pk))
        for one, other in ((kept, merged), (merged, kept))
    )
    return (first, second) if first and second else None


def _home_names(rows: Any) -> str:
    members: Sequence[HouseholdMember] = rows.select_related("household").order_by("pk")
    return ", ".join(dict.fromkeys(row.household.name for row in members))


def _counts(kept: Resident, merged: Resident) -> list[tuple[str, int, int]]:
    """What hangs on either, as far as it goes along; cases and questions first, as the registry has them."""
    order = list(registry.merging)
    found = []
    for reference in sorted(references(), key=lambda one: order.index(one.name) if one.name in order else 99):
        if reference.follows.stays is all_stay:
            continue
        numbers = [reference.rows(one.pk).count() for one in (kept, merged)]
        if any(numbers):
            found.append((str(reference.follows.label), numbers[0], numbers[1]))
    return found


def _warnings(kept: Resident, merged: Resident) -> Any:
    if kept.birth_date and merged.birth_date and kept.birth_date != merged.birth_date:
        yield _("The dates of birth differ. Are you sure that this is one person?")
    if any(getattr(kept, name) != getattr(merged, name) for name in SECRETS):
        yield _(
            "One of the two is closed (confidential address or restricted file). What remains is closed too."
        )
