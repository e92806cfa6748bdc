"""Two residents turn out to be one: everything follows to the record that is kept. And back again.

Nothing is deleted or rewritten: rows that point at the merged record point at the kept one from now on, what
would be there twice and what is a log stays, and which is which is written down. Rules and reasons:
`docs/decisions/0012-merging.md`.
"""

import json
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import CaseStatus, EventKind
from cases.living import check_birth
from cases.merging import FIELDS, MERGED, MergeChoices, check_can_merge, merged_values, values_of
from cases.models import Case, HouseholdMember, MergedValues, Resident, ResidentMerge
from cases.operations.death import stop_letters
from cases.operations.merge_locks import lock_both
from cases.operations.merged_terms import merge_terms, restore_terms
from cases.operations.recording import record
from cases.operations.residents import with_its_own_bsn
from cases.permissions.merging import check_merges, check_undoes
from cases.queries.following import Reference, main_homes_overlapping, references
from cases.queries.merges import facts_of, what_depends
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.errors import Refused

HOMES = "cases.householdmember.resident"
DAYS = ("birth_date", "died_on")


@transaction.atomic
def merge_residents(
    *, keep: Resident, other: Resident, choices: MergeChoices, by: User, now: datetime
) -> ResidentMerge:
    """`other` becomes part of `keep`; its address leads there from now on.

    Raises NotPermitted or NotFound (who may: `permissions.merging`), Refused for two that cannot be one, and
    Conflict when somebody is busy in either file right now.
    """
    keep, other = lock_both(keep, other)
    check_merges(by, keep, other, now)
    check_can_merge(facts_of(keep, other))
    merge = ResidentMerge.objects.create(kept=keep, merged=other, by=by, at=now)
    merge.moved = _move_all(keep.pk, other.pk, choices)
    merge.terms = merge_terms(keep, other, stays=choices.contact_person, by=by, now=now)
    _take_values(merge, keep, other, choices)
    Resident.objects.filter(pk=other.pk).update(merged_into=keep)
    merge.save()
    if keep.died_on is not None:
        stop_letters(keep, by=by, now=now)
    _tell(EventKind.RESIDENT_MERGED, merge, by=by, now=now)
    return merge


@transaction.atomic
def undo_merge(*, merge: ResidentMerge, reason: str, by: User, now: datetime) -> ResidentMerge:
    """They are two people after all: every row goes back to where it was.

    Raises NotPermitted or NotFound, Refused without a reason, or naming what was recorded since that depends
    on the merge.
    """
    kept, merged = lock_both(merge.kept, merge.merged)
    merge = ResidentMerge.objects.select_for_update().get(pk=merge.pk)
    merge.kept, merge.merged = kept, merged
    check_undoes(by, merge, now)
    policies.check_reason(reason)
    if depends := what_depends(merge):
        raise _later(*depends)
    _move_back(merge)
    Resident.objects.filter(pk=merged.pk).update(merged_into=None)
    restore_terms(merge)
    with with_its_own_bsn(_later(_("Somebody else with the same BSN"))):
        _give_values_back(merge, reason)
    merge.undone_by, merge.undone_at = by, now
    merge.save()
    for one in Resident.objects.filter(pk__in=(kept.pk, merged.pk), died_on__isnull=False).order_by("pk"):
        stop_letters(one, by=by, now=now)  # letters to who was one with them went back to who has died
    _tell(EventKind.MERGE_UNDONE, merge, by=by, now=now)
    return merge


def _later(*what: str) -> Refused:
    named = {"what": ", ".join(what)}
    return Refused(_("This cannot be undone any more. Since then was recorded: %(what)s.") % named)


def _move_all(kept: int, merged: int, choices: MergeChoices) -> dict[str, dict[str, list[int]]]:
    """Let all rows follow; gives per column which went along, which were there, which gave way."""
    moved = {}
    for reference in references():
        if reference.is_log:
            continue
        own, coming = reference.keys(kept), set(reference.keys(merged))
        away: list[int] = []
        if reference.name == HOMES:
            away, behind = _homes(kept, merged, choices.household)
            coming -= behind
        _point(reference, away, merged)
        coming -= set(reference.staying(merged, kept))
        _point(reference, sorted(coming), kept)
        moved[reference.name] = {"own": own, "moved": sorted(coming), "away": away}
    return {name: keys for name, keys in moved.items() if any(keys.values())}


def _homes(kept: int, merged: int, chosen: str) -> tuple[list[int], set[int]]:
    """Of main homes at the same time the chosen one is kept; the other stays on the merged record."""
    ours, theirs = main_homes_overlapping(kept, merged), main_homes_overlapping(merged, kept)
    if chosen == MERGED:
        # where the chosen main home was known here as another home, that row gives way to it
        known = HouseholdMember.objects.filter(resident=kept, household__in=theirs.values("household"))
        return sorted({*ours.values_list("pk", flat=True), *known.values_list("pk", flat=True)}), set()
    return [], set(theirs.values_list("pk", flat=True))


def _point(reference: Reference, keys: list[int], resident: int) -> None:
    if keys:
        rows = reference.model._default_manager.filter(pk__in=keys)
        rows.update(**{f"{reference.field}_id": resident})


def _move_back(merge: ResidentMerge) -> None:
    for reference in references():
        keys = merge.moved.get(reference.name, {})
        mine = reference.rows(merge.kept_id).filter(pk__in=keys.get("moved", []))
        _point(reference, list(mine.values_list("pk", flat=True)), merge.merged_id)
        _point(reference, keys.get("away", []), merge.kept_id)


def _take_values(merge: ResidentMerge, keep: Resident, other: Resident, choices: MergeChoices) -> None:
    before = values_of(keep)
    after = merged_values(before, values_of(other), choices.fields)
    changed = {name: [before[name], after[name]] for name in FIELDS if before[name] != after[name]}
    names, known = [*keep.known_as, *other.known_as], keep.other_names
    if "bsn" in changed:  # it is unique: first given up, then taken over
        other.bsn = None
        other.save()
    for name in changed:
        setattr(keep, name, after[name])
    check_birth(keep.birth_date, keep.died_on)
    keep.other_names = _others(keep, names)
    if keep.other_names != known:
        changed["other_names"] = [known, keep.other_names]
    keep.save()
    MergedValues.objects.create(merge=merge, before=json.dumps(changed, cls=DjangoJSONEncoder))


def _others(resident: Resident, names: list[str]) -> list[str]:
    """Of the names of both records those under which this one is not found by itself."""
    resident.other_names = []
    return [name for name in dict.fromkeys(names) if name not in resident.known_as]


def _give_values_back(merge: ResidentMerge, reason: str) -> None:
    """What was changed again after the merge stays as it is now."""
    content = MergedValues.objects.select_for_update().filter(merge=merge).first()
    if content is None:  # erased: then there is nothing to give back
        return
    content.undo_reason = reason.strip()
    content.save(update_fields=["undo_reason"])
    kept, merged = (Resident.objects.get(pk=key) for key in (merge.kept_id, merge.merged_id))
    changed: dict[str, list[Any]] = json.loads(content.before)
    for name, (before, after) in changed.items():
        if _plain(getattr(kept, name)) == after:
            setattr(kept, name, parse_date(before) if name in DAYS and before else before)
    kept.save()
    if "bsn" in changed and kept.bsn != changed["bsn"][1]:
        merged.bsn = changed["bsn"][1]
        merged.save()


def _plain(value: Any) -> Any:
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def _tell(kind: EventKind, merge: ResidentMerge, *, by: User, now: datetime) -> None:
    """On the resident, and on each case of both that is open: its pages show another person's things now."""
    codes: dict[str, Any] = {"merge": merge.pk, "merged": merge.merged_id}
    log.wrote(str(kind), by=by, now=now, about=merge, residents=[merge.kept_id, merge.merged_id])
    record(kind, resident=Resident.objects.get(pk=merge.kept_id), by=by, now=now, **codes)
    cases = Case.objects.filter(resident__in=(merge.kept_id, merge.merged_id))
    for case in cases.exclude(status=CaseStatus.CLOSED).select_related("resident").order_by("pk"):
        record(kind, case=case, by=by, now=now, **codes)
