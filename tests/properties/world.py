"""A small town: people of two teams and of every role, a few residents, a clock of its own.

Small on purpose: whoever does something often meets what somebody else did.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from cases.models import Case, CaseRole, ContactTerm, Deputyship, Organisation, Professional, Resident
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from tests.factories import (
    CAST,
    NOW,
    OrganisationFactory,
    ProvisionFactory,
    ResidentFactory,
    TeamFactory,
    UserFactory,
    make_member,
)
from tests.properties.choosing import Choices

RESIDENTS = 4
CASEWORKER = Q(is_active=True) & (
    Q(roles__contains=[Role.CONSULTANT])
    | Q(roles__contains=[Role.CASE_DIRECTOR])
    | Q(roles__contains=[Role.CARE_COORDINATOR])
)


@dataclass
class World:
    """The people stand in the database; only the clock is here."""

    now: datetime = NOW

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def pass_time(self, choose: Choices) -> None:
        """Mostly minutes; now and then nothing at all, weeks, or more than a year."""
        kind = choose.random.randrange(100)
        minutes = 0 if kind < 5 else choose.random.randint(1, 400)
        days = 0 if kind < 80 else choose.random.randint(1, 12) if kind < 95 else 0
        if kind >= 95:
            days = choose.random.randint(20, 70) if kind < 99 else 400
        self.now += timedelta(days=days, minutes=minutes)

    def day(self, choose: Choices, earliest: date | None = None) -> date:
        """A day that has been; now and then one to come, or one long ago."""
        since = (self.today - earliest).days if earliest else 10
        usual = self.today - timedelta(days=choose.random.randint(0, max(since, 0)))
        return choose.usually(usual, self.today + timedelta(days=3), self.today - timedelta(days=300))

    def anybody(self, choose: Choices, *likely: User | None) -> User:
        """Mostly one of `likely`, else whoever works here."""
        fitting = [user for user in likely if user is not None]
        if fitting and choose.chance(choose.usual):
            return choose.one(fitting)
        return choose.row(User.objects.select_related("team"), Q(is_active=True))

    def caseworker(self, choose: Choices) -> User:
        """Mostly somebody who can be a contact person."""
        return choose.row(User.objects.select_related("team"), CASEWORKER)

    def administrator(self, choose: Choices) -> User:
        return choose.row(User.objects.select_related("team"), Q(roles__contains=[Role.ADMINISTRATOR]))

    def contact_person(self, resident: Resident) -> User | None:
        term = ContactTerm.objects.filter(resident=resident, during__upper_inf=True)
        found = term.select_related("user__team").first()
        return found.user if found else None

    def worker(self, choose: Choices, case: Case) -> User:
        """Mostly who works on this case: contact person, deputy, or who has a role in it."""
        person = self.contact_person(case.resident)
        others = [row.user for row in CaseRole.objects.filter(case=case, until=None).select_related("user")]
        away = Deputyship.objects.filter(absent=person, during__contains=self.now).select_related("deputy")
        return self.anybody(choose, person, person, person, *others, *(row.deputy for row in away))

    def case(self, choose: Choices, *statuses: str) -> Case | None:
        rows = Case.objects.select_related("resident", "team")
        return choose.row(rows, Q(status__in=statuses) if statuses else ~Q(status="closed"))

    def resident(self, choose: Choices, likely: Q | None = None) -> Resident:
        return choose.row(Resident.objects.all(), likely or Q(merged_into=None))


def make_world(now: datetime = NOW) -> World:
    """Two teams, thirteen people, four residents, help of each weight from the catalogue."""
    oost, west = TeamFactory(name="Wijkteam Oost"), TeamFactory(name="Wijkteam West")
    for name in CAST:
        make_member(name)
    laws = ["wmo", "wgs", "jeugdwet", "participatiewet"]
    UserFactory(name="Ilse", team=oost, roles=[Role.CARE_COORDINATOR])
    UserFactory(name="Joop", team=oost, mandates=laws)
    UserFactory(name="Karim", team=west, mandates=laws)
    UserFactory(name="Lars", team=west, roles=[Role.MANAGER])
    for weight, law in (("social_base", ""), ("general", ""), ("specialist", "wmo")):
        ProvisionFactory(weight=weight, law=law)
    house = OrganisationFactory(kind="partner")
    Professional.objects.create(organisation=house, name="Mo", user=_partner())
    for _number in range(RESIDENTS):
        ResidentFactory(created_at=now, email="inwoner@voorbeeld.example")
    return World(now)


def _partner() -> User:
    return UserFactory(name="Mo", team=None, roles=[Role.PARTNER])


def partners() -> Iterable[Organisation]:
    return Organisation.objects.filter(kind="partner").order_by("pk")
