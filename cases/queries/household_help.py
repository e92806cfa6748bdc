"""Pile-up: all help that runs or is on its way in one household, as far as this reader may see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from cases.enums import ArrangementState, DeliveryForm
from cases.models import Arrangement, Case, HouseholdMember
from cases.permissions import Access, access_to_case, readable_cases
from cases.permissions.people import SeenPerson, seen_people
from cases.policies import PENDING, RUNNING
from sociaal.accounts.models import User


@dataclass(frozen=True)
class HelpInHome:
    """Help of somebody in the household. `number`: of the case it belongs to. `here`: the case at hand."""

    key: int
    resident: int
    who: str
    what: str
    given_by: str
    state: str
    runs: bool
    form: str
    number: str
    here: bool


@dataclass(frozen=True)
class HomeHelp:
    """Everything together, the help of the case at hand first."""

    rows: Sequence[HelpInHome]

    @property
    def residents(self) -> list[int]:
        """Who is shown, for the log."""
        return sorted({row.resident for row in self.rows})

    @property
    def providers(self) -> int:
        """How many who give help come to this household."""
        return len({row.given_by for row in self.rows if row.given_by})


def home_help(case: Case, access: Access, user: User, now: datetime) -> HomeHelp:
    """Of all cases in this household that `user` reads; what they may not see is not there, not as a number
    either. `access`: of this user to this case. A query, one or two for each other case, and one or two when
    help is for another than the main subject.
    """
    homes = HouseholdMember.objects.filter(
        resident=case.resident_id, during__contains=timezone.localdate(now)
    )
    there = HouseholdMember.objects.filter(
        household__in=homes.values("household"), during__contains=timezone.localdate(now)
    )
    cases = readable_cases(user, now).filter(resident__in=there.values("resident")).values("pk")
    rows = Arrangement.objects.filter(state__in=RUNNING | PENDING).select_related(
        "provision", "provider", "case__resident", "case__team", "resident"
    )
    found = rows.filter(case__in=cases) | rows.filter(case=case)
    seen = {case.pk: access}
    shown = []
    for row in found.order_by("pk"):
        if row.case_id not in seen:
            seen[row.case_id] = access_to_case(user, row.case, now)
        if seen[row.case_id].reads and seen[row.case_id].may_see(row.category):
            shown.append(row)
    others = [row.resident for row in shown if row.resident_id != row.case.resident_id]
    people = seen_people(user, others, now, hidden=_("Somebody not shown to you"))
    told = [_told(row, case, people.get(row.resident_id)) for row in shown]
    return HomeHelp(sorted(told, key=lambda one: (not one.here, one.who, one.key)))


def _told(row: Arrangement, case: Case, other: SeenPerson | None) -> HelpInHome:
    """`other`: for whom it is, where that is not the main subject of its case."""
    whom, name = row.case.resident_id, row.case.resident.full_name
    if other is not None:
        whom, name = other.key if other.is_known else whom, other.name
    return HelpInHome(
        key=row.pk, resident=whom, who=name, what=row.provision.name,
        given_by=row.provider.name if row.provider else "", runs=row.runs,
        state=str(ArrangementState(row.state).label),
        form=str(DeliveryForm.PGB.label) if row.form == DeliveryForm.PGB else "",
        number=row.case.number, here=row.case_id == case.pk,
    )  # fmt: skip
