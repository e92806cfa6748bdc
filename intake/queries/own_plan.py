"""The resident's own plan: whether it is there, and until when it can be handed in."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from cases.models import Case
from cases.permissions import Access
from cases.queries.calendar_days import decreed_days
from cases.terms import TermCode, due_date
from intake.models import OwnPlan


@dataclass(frozen=True)
class OwnPlanState:
    """`until`: last of the seven days (Wmo 2015 art. 2.3.2 lid 2). A plan that comes later counts as well."""

    plan: OwnPlan | None
    until: date
    is_past: bool

    @property
    def in_time(self) -> bool:
        return self.plan is not None and self.plan.received_date <= self.until

    @property
    def unread(self) -> bool:
        return self.plan is not None and self.plan.read_at is None


def own_plan_of(case: Case, access: Access, now: datetime) -> OwnPlanState:
    """The plan as far as this reader may see it. Two queries."""
    plan = OwnPlan.objects.filter(case=case).select_related("by", "read_by").first()
    reported = timezone.localdate(case.reported_at)
    until = due_date(TermCode.WMO_PERSOONLIJK_PLAN, reported, decreed=decreed_days()).date
    seen = plan if plan and access.may_see(plan.category) else None
    return OwnPlanState(seen, until, timezone.localdate(now) > until)
