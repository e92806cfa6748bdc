"""Who could be the contact person, and why: the facts for the rule of `cases.contact_suggestion`."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.contact_suggestion import RECENT, PastTerm, Suggestion, SuggestionReason, suggest
from cases.enums import HouseholdRole, Law, RedFlag
from cases.models import ContactTerm, HouseholdMember, Resident
from cases.queries.candidates import candidates, in_words, takes_in
from cases.queries.presence import Absence, absences
from sociaal.accounts.models import Team, User
from sociaal.accounts.roles import CASEWORKERS

NEEDED = {
    RedFlag.UNSAFE: (Law.JEUGDWET,),
    RedFlag.EVICTION: (Law.WGS,),
    RedFlag.UTILITIES: (Law.WGS,),
    RedFlag.INSURANCE: (Law.WGS,),
    RedFlag.NO_FOOD: (Law.PARTICIPATIEWET,),
}
"""Which expertise a red flag asks for."""

SHOWN = 6
"""So many proposals are enough to choose from on the telephone."""


@dataclass(frozen=True)
class Proposal:
    """A colleague who could be it, and why. `fixed`: it is them already, only a handover changes that."""

    user: User
    reason: str
    absence: Absence | None = None
    fixed: bool = False
    of_household: bool = False

    @property
    def available(self) -> bool:
        return self.absence is None

    @property
    def answers(self) -> User:
        """Whom one reaches today: the colleague, or who replaces them."""
        return self.absence.deputy if self.absence else self.user


def proposals(
    resident: Resident | None, *, home: Team | None, red_flags: Collection[str], now: datetime
) -> list[Proposal]:
    """Who comes into question for this resident (or for a call without one), best first.

    `home` is the team of who asks, for a resident whose neighbourhood no team has. A resident with a contact
    person has one proposal: that person.
    """
    terms = _terms(resident, now)
    present = [term.user for term in terms if term.resident_id == _pk(resident) and term.during.upper is None]
    if present:
        user = present[0]
        absence = absences([user.pk], now).get(user.pk)
        return [Proposal(user, _("Is the contact person already."), absence, fixed=True)]
    past = [
        PastTerm(term.user_id, timezone.localdate(term.during.upper))
        for term in terms
        if term.resident_id == _pk(resident)
    ]
    household = _household_order(resident, terms, now)
    team = team_for(resident, home)
    people = _people(team, {*household, *(term.user_id for term in past)})
    needed = {str(law) for flag in red_flags for law in NEEDED[RedFlag(flag)]}
    away = absences(people, now)
    ranked = suggest(
        candidates(people.values(), away), today=timezone.localdate(now), household=household, past=past,
        team=[user.pk for user in people.values() if user.team_id == _pk(team) and takes_in(user)],
        needed=needed,
    )  # fmt: skip
    return [_in_words(one, people[one.user_id], away.get(one.user_id)) for one in ranked[:SHOWN]]


def team_for(resident: Resident | None, home: Team | None) -> Team | None:
    """The team of the resident's neighbourhood; else `home`."""
    if resident is None or not resident.neighbourhood:
        return home
    return Team.objects.filter(neighbourhoods__contains=[resident.neighbourhood]).first() or home


def _pk(row: Resident | Team | None) -> int | None:
    return row.pk if row else None


def _terms(resident: Resident | None, now: datetime) -> list[ContactTerm]:
    """Terms of the past year and now, of the resident and of who shares their home."""
    if resident is None:
        return []
    today = timezone.localdate(now)
    homes = HouseholdMember.objects.filter(resident=resident, during__contains=today).values("household")
    housemates = HouseholdMember.objects.filter(household__in=homes, during__contains=today)
    recent = ContactTerm.objects.filter(Q(during__upper_inf=True) | Q(during__endswith__gte=now - RECENT))
    both = recent.filter(Q(resident=resident) | Q(resident__in=housemates.values("resident")))
    return list(both.select_related("user__team").order_by("pk"))


def _household_order(resident: Resident | None, terms: list[ContactTerm], now: datetime) -> list[int]:
    """Contact persons of housemates, those of a partner or parent first."""
    others = {
        term.resident_id: term.user_id
        for term in terms
        if term.during.upper is None and term.resident_id != _pk(resident)
    }
    if not others:
        return []
    today = timezone.localdate(now)
    members = HouseholdMember.objects.filter(resident__in=others, during__contains=today).order_by("pk")
    first = (HouseholdRole.PARTNER, HouseholdRole.PARENT)
    ordered = sorted(members, key=lambda member: member.role not in first)
    return list(dict.fromkeys(others[member.resident_id] for member in ordered))


def _people(team: Team | None, others: set[int]) -> dict[int, User]:
    rows = User.objects.filter(Q(team=_pk(team), team__isnull=False) | Q(pk__in=others))
    rows = rows.filter(is_active=True, roles__overlap=[str(role) for role in CASEWORKERS])
    return {user.pk: user for user in rows.select_related("team").order_by("pk")}


def _in_words(suggestion: Suggestion, user: User, away: Absence | None) -> Proposal:
    of_household = suggestion.reason == SuggestionReason.HOUSEHOLD
    return Proposal(user, in_words(suggestion), away, of_household=of_household)
