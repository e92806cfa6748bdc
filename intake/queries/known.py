"""What is known of a resident while the telephone is still in hand: contact person and open cases."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from cases.models import Case, Resident
from cases.permissions import findable_residents, readable_cases
from intake.queries.suggestion import Proposal, proposals
from sociaal.accounts.models import Team, User
from sociaal.core.errors import NotFound


@dataclass(frozen=True)
class Known:
    """Somebody about to be helped. `cases` are the open ones that this user reads; `proposals` best first."""

    resident: Resident | None
    cases: list[Case]
    proposals: list[Proposal]

    @property
    def contact_person(self) -> Proposal | None:
        """The present contact person, when there is one."""
        return self.proposals[0] if self.proposals and self.proposals[0].fixed else None


def find(user: User, pk: int, now: datetime) -> Resident:
    """The resident with this key. Raises NotFound for one whom this user may not find."""
    resident = findable_residents(user, now).filter(pk=pk).first()
    if resident is None:
        raise NotFound
    return resident


def known(
    resident: Resident | None,
    *,
    user: User,
    now: datetime,
    red_flags: Collection[str] = (),
    home: Team | None = None,
) -> Known:
    """What to show this user of a resident, or of nobody yet. `home`: the team whose members are proposed."""
    suggested = proposals(resident, home=home or user.team, red_flags=red_flags, now=now)
    return Known(resident, open_cases(resident, user, now), suggested)


def open_cases(resident: Resident | None, user: User, now: datetime) -> list[Case]:
    """The open cases of this resident that the user reads: what a question can be joined to."""
    if resident is None:
        return []
    rows = readable_cases(user, now).filter(resident=resident, closed_at__isnull=True)
    return list(rows.order_by("-opened_at", "-pk"))
