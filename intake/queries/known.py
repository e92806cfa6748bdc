"""What is known of a resident while the telephone is still in hand: contact person and open cases."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from cases import living
from cases.models import Case, HouseholdMember, Resident
from cases.permissions import access_to_resident, findable_residents, readable_cases
from cases.permissions.people import SeenPerson, seen_people
from cases.queries.households import living_with
from intake.queries.suggestion import Proposal, proposals
from sociaal.accounts.models import Team, User
from sociaal.core.errors import NotFound
from sociaal.core.templatetags.ui import died


@dataclass(frozen=True)
class Known:
    """Somebody about to be helped. `cases` are the open ones that this user reads, `cases_at_home` those of
    whom they live with; `proposals` best first. `reads`: whether this user reads the file. `died`: that they
    have died, in words; then `family` are those they lived with, of whom this user may know.
    """

    resident: Resident | None
    cases: list[Case]
    proposals: list[Proposal]
    cases_at_home: list[Case] = field(default_factory=list)
    reads: bool = False
    died: str = ""
    family: list[SeenPerson] = field(default_factory=list)

    @property
    def contact_person(self) -> Proposal | None:
        """The present contact person, when there is one."""
        return self.proposals[0] if self.proposals and self.proposals[0].fixed else None

    @property
    def first(self) -> Proposal | None:
        """Who becomes or stays the contact person when nobody chooses otherwise."""
        return self.proposals[0] if self.proposals else None

    @property
    def contact_name(self) -> str:
        """The name of the present contact person, or ""."""
        return self.contact_person.user.name if self.contact_person else ""

    @property
    def of_household(self) -> Proposal | None:
        """The contact person of whom they live with, for somebody who has none of their own."""
        return next((one for one in self.proposals if one.of_household), None)

    @property
    def joinable(self) -> list[Case]:
        """All that the question can be added to: their own cases first."""
        return [*self.cases, *self.cases_at_home]

    @property
    def residents(self) -> list[int]:
        """Keys of whom a page with this shows."""
        own = [self.resident.pk] if self.resident else []
        return [*own, *(case.resident_id for case in self.cases_at_home), *(one.key for one in self.family)]


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
    if resident is None:
        return Known(None, [], suggested)
    reads = access_to_resident(user, resident, now).reads
    own, at_home = open_cases(resident, user, now), cases_at_home(resident, user, now)
    if resident.died_on is None:
        return Known(resident, own, suggested, at_home, reads)
    words = died(resident.died_on) if reads else _("died")
    return Known(resident, own, suggested, at_home, reads, words, _family(resident, user, now))


def _family(resident: Resident, user: User, now: datetime) -> list[SeenPerson]:
    people = seen_people(user, living_with(resident, now), now)
    return [one for one in people.values() if one.is_known and not one.died]


def open_cases(resident: Resident | None, user: User, now: datetime) -> list[Case]:
    """The open cases of this resident that the user reads."""
    if resident is None:
        return []
    rows = readable_cases(user, now).filter(resident=resident, closed_at__isnull=True)
    return list(rows.order_by("-opened_at", "-pk"))


def cases_at_home(resident: Resident, user: User, now: datetime) -> list[Case]:
    """The open cases that the user reads of whom this resident lives with, or lived with when they died."""
    today = timezone.localdate(now)
    lived = living.last_day(resident.died_on, today)
    homes = HouseholdMember.objects.filter(resident=resident, during__contains=lived).values("household")
    members = HouseholdMember.objects.filter(household__in=homes, during__contains=today)
    others = members.exclude(resident=resident).values("resident")
    rows = readable_cases(user, now).filter(resident__in=others, closed_at__isnull=True)
    return list(rows.select_related("resident").order_by("-opened_at", "-pk"))


def joinable(resident: Resident | None, pk: int, user: User, now: datetime) -> Case:
    """The open case with this key that a question of this resident can be added to. Raises NotFound."""
    if resident is None:
        raise NotFound
    for case in (*open_cases(resident, user, now), *cases_at_home(resident, user, now)):
        if case.pk == pk:
            return case
    raise NotFound
