"""What was merged into a resident, and what has come to depend on it since."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cases.enums import CaseStatus, EventKind, HandoverState
from cases.merging import MergeFacts
from cases.models import Case, ContactTerm, Event, Handover, Resident, ResidentMerge
from cases.queries.following import references

CASES = "cases.case.resident"
DECIDED = (EventKind.DECIDED, EventKind.DECISION_SENT)


def facts_of(keep: Resident, other: Resident) -> MergeFacts:
    """What the rule must know of both. One query."""
    asked = Handover.objects.filter(resident__in=(keep, other), state=HandoverState.ASKED)
    return MergeFacts(
        same_record=keep.pk == other.pk,
        merged_already=bool(keep.merged_into_id or other.merged_into_id),
        bsns=(keep.bsn, other.bsn),
        handover_asked=asked.exists(),
    )


def merges_into(resident: Resident) -> QuerySet[ResidentMerge]:
    """What was merged into this resident and not undone, newest first."""
    rows = ResidentMerge.objects.filter(kept=resident, undone_at__isnull=True)
    return rows.select_related("by", "merged").order_by("-at", "-pk")


def what_depends(merge: ResidentMerge) -> list[str]:
    """What was recorded since on the record that was kept, in words with a count; empty: it can be undone.

    Nobody can say any more to which of the two people that belongs.
    """
    if merge.undone_at is not None:
        return [_("that it was undone already")]
    return [*_later_rows(merge), *_decisions(merge), *_contact_person(merge)]


def _later_rows(merge: ResidentMerge) -> Iterator[str]:
    known = {
        "cases.resident.merged_into": [merge.merged_id],
        "cases.contactterm.resident": [merge.terms.get("opened")],
        "cases.readinggrant.resident": [merge.terms.get("grant")],
    }
    for reference in references():
        if not reference.follows.binds:
            continue
        keys = merge.moved.get(reference.name, {})
        before = {*keys.get("own", []), *keys.get("moved", []), *known.get(reference.name, [])}
        later = set(reference.keys(merge.kept_id)) - before
        if later:
            yield f"{reference.follows.label}: {len(later)}"


def _decisions(merge: ResidentMerge) -> Iterator[str]:
    keys = merge.moved.get(CASES, {})
    cases = [*keys.get("own", []), *keys.get("moved", [])]
    made = Event.objects.filter(case__in=cases, kind__in=DECIDED, recorded_at__gt=merge.at).count()
    if made:
        yield f"{_('Decisions')}: {made}"


def _contact_person(merge: ResidentMerge) -> Iterator[str]:
    if _terms_changed(merge) or any(_would_have_nobody(merge, side) for side in ("own", "moved")):
        yield _("another contact person")


def _terms_changed(merge: ResidentMerge) -> bool:
    opened, closed = merge.terms.get("opened"), merge.terms.get("closed", {})
    if opened and not ContactTerm.objects.filter(pk=opened, during__upper_inf=True).exists():
        return True
    rows = ContactTerm.objects.filter(pk__in=[int(key) for key in closed]).order_by("pk")
    return {str(row.pk): _end(row) for row in rows} != closed


def _end(term: Any) -> str:
    return term.during.upper.isoformat() if term.during.upper else ""


def _would_have_nobody(merge: ResidentMerge, side: str) -> bool:
    """Whether a case that was closed at the merge is open now, and its resident would have no contact
    person.
    """
    cases = Case.objects.filter(pk__in=merge.moved.get(CASES, {}).get(side, []))
    if not cases.exclude(status=CaseStatus.CLOSED).exists():
        return False
    resident = merge.kept_id if side == "own" else merge.merged_id
    back = [int(key) for key in merge.terms.get("closed", {})]
    terms = ContactTerm.objects.filter(resident=resident)
    running = terms.filter(during__upper_inf=True).exclude(pk=merge.terms.get("opened"))
    return not (running.exists() or terms.filter(pk__in=back).exists())
