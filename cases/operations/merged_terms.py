"""The contact person of two residents that turn out to be one.

What was is history and stays where it is; only the periods that run are settled. Beside handover this is the
one other way in which a contact person changes, and it takes the two people of whom both are contact person.
"""

from datetime import datetime
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import NO_GRANT_REASONS, EventKind, TermBegan, TermEnded
from cases.merging import MERGED
from cases.models import ContactTerm, ReadingGrant, Resident, ResidentMerge
from cases.operations.contact_person import SHORTEST
from cases.operations.recording import record
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


def merge_terms(kept: Resident, merged: Resident, *, stays: str, by: User, now: datetime) -> dict[str, Any]:
    """One running term remains, on `kept`: of the contact person that `stays` names where both have one.

    Gives the keys of what happened, for `restore_terms`. Needs the row locks of both residents.
    """
    ours, theirs = _running(kept), _running(merged)
    if theirs is None:
        return {}
    done: dict[str, Any] = {"closed": {str(theirs.pk): _end(theirs, by=by, now=now)}}
    leaves = theirs if ours else None
    if ours is not None and ours.user_id != theirs.user_id and stays == MERGED:
        done["closed"][str(ours.pk)] = _end(ours, by=by, now=now)
        leaves, ours = ours, None
    if ours is None:
        ours = _begin(kept, theirs.user, theirs.during.lower, by=by, now=now)
        done["opened"] = ours.pk
    if leaves is not None and leaves.user_id != ours.user_id:
        done |= _read_along(kept, merged, leaves.user, now)
    return done


def restore_terms(merge: ResidentMerge) -> None:
    """Put the running terms back as they were. Needs the row locks of both residents.

    Whether they still are as the merge left them, `queries.merges` has said. Raises Refused when somebody
    works here no longer.
    """
    done = merge.terms
    closed = ContactTerm.objects.filter(pk__in=[int(key) for key in done.get("closed", {})])
    rows = list(closed.select_related("user").order_by("pk"))
    for row in rows:
        if not row.user.is_active:
            raise Refused(
                _("%(name)s does not work here any more and cannot be contact person again.")
                % {"name": row.user.name}
            )
    ContactTerm.objects.filter(pk=done.get("opened")).delete()
    ReadingGrant.objects.filter(pk=done.get("grant")).delete()
    for row in rows:
        row.during, row.end_reason = DateTimeTZRange(row.during.lower, None), ""
        row.save(update_fields=["during", "end_reason"])


def _running(resident: Resident) -> ContactTerm | None:
    rows = ContactTerm.objects.filter(resident=resident, during__upper_inf=True)
    return rows.select_related("user").first()


def _end(term: ContactTerm, *, by: User, now: datetime) -> str:
    at = max(now, term.during.lower + SHORTEST)
    term.during, term.end_reason = DateTimeTZRange(term.during.lower, at), TermEnded.MERGED
    term.save(update_fields=["during", "end_reason"])
    record(
        EventKind.TERM_CLOSED, resident=term.resident, by=by, now=now,
        term=term.pk, reason=str(TermEnded.MERGED),
    )  # fmt: skip
    return at.isoformat()


def _begin(kept: Resident, user: User, since: datetime, *, by: User, now: datetime) -> ContactTerm:
    """From when this user was contact person of the other record, or since the kept one had nobody."""
    ends = [row.during.upper for row in ContactTerm.objects.filter(resident=kept).order_by("pk")]
    start = max([since, *ends])
    term = ContactTerm.objects.create(
        resident=kept, user=user, during=DateTimeTZRange(start, None), began=TermBegan.MERGED
    )
    record(
        EventKind.TERM_OPENED, resident=kept, by=by, now=now,
        term=term.pk, user=user.pk, began=str(TermBegan.MERGED),
    )  # fmt: skip
    return term


def _read_along(kept: Resident, merged: Resident, user: User, now: datetime) -> dict[str, int]:
    """The one who is contact person no more may read along for a while, as after a handover."""
    barred = ContactTerm.objects.filter(
        resident__in=(kept, merged), user=user, end_reason__in=NO_GRANT_REASONS
    )
    if barred.exists():
        return {}
    grant = ReadingGrant.objects.create(resident=kept, user=user, until=now + policies.READING_GRANT_FOR)
    return {"grant": grant.pk}
