"""Who may apply in a case: its main subject, who is part of the case, and who lives with its main subject.

A decision and its letter are addressed to who applied, so that it must be somebody whom the case concerns.
"""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from cases.models import Case, CaseParty, Procedure, Resident
from cases.permissions.people import may_know, seen_people
from cases.queries.households import living_with
from sociaal.accounts.models import User


def applicants(case: Case, user: User, now: datetime) -> Sequence[Resident]:
    """Whom this user can name as the applicant, the main subject first. Of others only whom they may know of.
    Some four queries.
    """
    parties = CaseParty.objects.filter(case=case, during__contains=timezone.localdate(now))
    others = {row.resident_id: row.resident for row in parties.select_related("resident").order_by("pk")}
    others |= {one.pk: one for one in living_with(case.resident, now)}
    others.pop(case.resident_id, None)
    seen = seen_people(user, others.values(), now)
    return [case.resident, *(one for one in others.values() if seen[one.pk].is_known)]


def named_applicant(row: Procedure, user: User, now: datetime) -> str:
    """The name of who applied, as this user may know it; "" when it is not shown to them."""
    whom = row.applicant
    return whom.full_name if whom.pk == row.case.resident_id or may_know(user, whom, now) else ""
