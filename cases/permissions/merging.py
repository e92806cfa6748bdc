"""Who may merge two residents that are one. Rule: `docs/decisions/0012-merging.md`."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from cases.models import Case, ContactTerm, Resident, ResidentMerge
from cases.permissions.access import access_to_resident
from cases.permissions.checks import WORKERS, who_can_help
from cases.permissions.relations import Access, Relation, Sight
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound, NotPermitted

OWN_WORK = WORKERS | {Relation.CASE_DIRECTOR, Relation.CARE_COORDINATOR, Relation.OWN_TEAM}
"""Who works with this resident. A reading grant or break-glass access is for looking, not for changing who is
who.
"""


@dataclass(frozen=True)
class MergeAccess:
    """Which of both files this user reads; what is in the other is not shown before they are one."""

    reads_kept: bool
    reads_merged: bool


def check_merges(user: User, kept: Resident, merged: Resident, now: datetime) -> MergeAccess:
    """Whoever works with both; a record that is nobody's yet (no case, no contact person ever) may go with
    it. With two different contact persons it is done by one of them or their deputy.

    Raises NotPermitted (403, who can help) or NotFound.
    """
    first, second = (_check_one(user, resident, now) for resident in (kept, merged))
    if first is not None and second is not None:
        people = running_contact_persons(kept, merged)
        if len(people) > 1 and not (first.relations | second.relations) & WORKERS:
            raise NotPermitted(
                _("They have different contact persons. One of them, or their deputy, can merge the files.")
            )
    return MergeAccess(first is not None, second is not None)


def check_works_with(user: User, resident: Resident, now: datetime) -> Access | None:
    """The access of who works with this resident; None for who may take up a record that is nobody's.

    Raises NotPermitted or NotFound for others.
    """
    return _check_one(user, resident, now)


def check_undoes(user: User, merge: ResidentMerge, now: datetime) -> None:
    """Who works with the kept one; and who was contact person of either before. Raises NotPermitted or
    NotFound.
    """
    if user.is_caseworker and user.pk in settled_contact_persons(merge):
        return
    _check_one(user, merge.kept, now)


def settled_contact_persons(merge: ResidentMerge) -> set[int]:
    """Whose period as contact person the merge ended."""
    ended = ContactTerm.objects.filter(pk__in=merge.terms.get("closed", {}))
    return set(ended.order_by("pk").values_list("user_id", flat=True))


def running_contact_persons(*residents: Resident) -> set[int]:
    """The users who are contact person of one of these now."""
    running = ContactTerm.objects.filter(resident__in=residents, during__upper_inf=True)
    return set(running.order_by("pk").values_list("user_id", flat=True))


def _check_one(user: User, resident: Resident, now: datetime) -> Access | None:
    resident = resident.merged_into or resident  # of a merged record the file it went into
    access = access_to_resident(user, resident, now)
    if access.sight == Sight.NOTHING:
        raise NotFound
    if user.is_caseworker and access.reads and access.relations & OWN_WORK:
        return access
    if user.is_caseworker and not access.reads and _is_nobodys(resident):
        return None
    raise NotPermitted(who_can_help(resident, now), resident=resident.pk)


def _is_nobodys(resident: Resident) -> bool:
    """No case and no contact person, now or before: nobody else can be asked to merge it."""
    return not (
        Case.objects.filter(resident=resident).exists()
        or ContactTerm.objects.filter(resident=resident).exists()
    )
