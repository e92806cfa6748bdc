"""The resident hands in a plan of their own, and we read it: Wmo 2015 art. 2.3.2 lid 2, Jeugdwet 4.1.2."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case
from cases.operations.recording import lock_case
from cases.permissions import check_works_on
from cases.policies import check_reason
from intake.models import OwnPlan
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.errors import Conflict, Refused


@dataclass(frozen=True)
class PlanGiven:
    """What is noted of it. `seen`: the version that the form started from, 0 when there was none."""

    kind: str
    received_date: date
    words: str
    was_read: bool
    seen: int = 0


@transaction.atomic
def keep_own_plan(*, case: Case, given: PlanGiven, by: User, now: datetime) -> OwnPlan:
    """Note that it came, what it says, and whether it was read. Late is not too late: it counts as well.

    By who works on the case. Raises Refused for a day to come or before the report, Conflict when a colleague
    changed it meanwhile.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    check_reason(given.words, "words")
    if not timezone.localdate(case.reported_at) <= given.received_date <= timezone.localdate(now):
        raise Refused(_("A plan comes after the report, and not later than today."), field="received_date")
    plan = OwnPlan.objects.filter(case=case).first() or OwnPlan(case=case, by=by)
    if plan.version != given.seen:
        raise Conflict(_("A colleague changed this plan meanwhile. Your text is kept; look at both."))
    plan.kind, plan.received_date, plan.words = given.kind, given.received_date, given.words.strip()
    plan.read_at = (plan.read_at or now) if given.was_read else None
    plan.read_by = (plan.read_by or by) if given.was_read else None
    plan.version += 1
    plan.save()
    log.wrote("keep_own_plan", by=by, now=now, about=plan, residents=[case.resident_id])
    return plan
