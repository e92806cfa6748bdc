"""Who may apply in a case, and get help: its main subject, who is part of the case, who lives with its main
subject.

A decision and its letter are addressed to who applied, so that it must be somebody whom the case concerns.
"""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from cases.models import Arrangement, Case, CaseParty, Procedure, Resident
from cases.permissions.people import may_know, seen_people
from cases.queries.households import living_with
from sociaal.accounts.models import User


def applicants(case: Case, user: User, now: datetime) -> Sequence[Resident]:
    """Whom this user can name as who applies or gets help, the main subject first. Of others only whom they
    may know of. Some four queries.
    """
    parties = CaseParty.objects.filter(case=case, during__contains=timezone.localdate(now))
    others = {row.resident_id: row.resident for row in parties.select_related("resident").order_by("pk")}
    others |= {one.pk: one for one in living_with(case.resident, now)}
    others.pop(case.resident_id, None)
    seen = seen_people(user, others.values(), now)
    return [case.resident, *(one for one in others.values() if seen[one.pk].is_known)]


def named_applicant(row: Procedure, user: User, now: datetime) -> str:
    """The name of who applied, as this user may know it; "" when it is not shown to them."""
    return _named(row.case, row.applicant, user, now)


def named_receiver(row: Arrangement, user: User, now: datetime) -> str:
    """The name of whom this help is for, as this user may know it; "" when it is not shown to them."""
    return _named(row.case, row.resident, user, now)


def _named(case: Case, whom: Resident, user: User, now: datetime) -> str:
    return whom.full_name if whom.pk == case.resident_id or may_know(user, whom, now) else ""
