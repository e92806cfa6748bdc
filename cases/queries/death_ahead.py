"""What stops by itself when a death is noted: for who is about to note it."""

from dataclasses import dataclass
from datetime import datetime

from cases.enums import AFTER_A_DEATH, HandoverState, LetterState
from cases.models import Appointment, Case, Handover, HouseholdMember, Resident
from cases.models.letter import is_to
from cases.permissions import readable_cases
from cases.permissions.letters import letters_to_handle
from cases.queries.next_dates import planned_in
from sociaal.accounts.models import User

NOT_OUT_YET = (LetterState.QUEUED, LetterState.TO_PRINT)


@dataclass(frozen=True)
class DeathAhead:
    """How many there are of each, of what this user may know of."""

    planned: int
    letters: int
    handover: bool
    households: int

    @property
    def is_empty(self) -> bool:
        return not (self.planned or self.letters or self.handover or self.households)


def death_ahead(resident: Resident, user: User, now: datetime) -> DeathAhead:
    """Five queries, and those of the apps above this one."""
    cases = Case.objects.filter(resident=resident, pk__in=readable_cases(user, now).values("pk"))
    keys = list(cases.filter(closed_at__isnull=True).order_by("pk").values_list("pk", flat=True))
    meetings = Appointment.objects.filter(case__in=keys, at__gte=now).exclude(held=False).count()
    letters = letters_to_handle(user, now).filter(is_to(resident), state__in=NOT_OUT_YET)
    asked = Handover.objects.filter(resident=resident, state=HandoverState.ASKED)
    homes = HouseholdMember.objects.filter(resident=resident, during__upper_inf=True)
    return DeathAhead(
        planned=meetings + len(planned_in(keys, now)),
        letters=letters.count(),
        handover=asked.exclude(reason__in=AFTER_A_DEATH).exists(),
        households=homes.count(),
    )
