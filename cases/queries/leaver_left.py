"""What the administrator hears of who leaves: how many residents still have this person, and who can hand
them over. No name, no number of a case.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.enums import CaseStatus
from cases.models import Case, ContactTerm
from sociaal.accounts.models import Team, User
from sociaal.accounts.roles import Role


def still_contact_person(user: User) -> list[str]:
    """Sentences; none when this user is nobody's contact person. At most four queries."""
    terms = ContactTerm.objects.filter(user=user, during__upper_inf=True).order_by()
    keys = list(terms.values_list("resident", flat=True))
    if not keys:
        return []
    said = ngettext(
        "%(name)s is still the contact person of %(number)d resident.",
        "%(name)s is still the contact person of %(number)d residents.",
        len(keys),
    )
    return [said % {"name": user.name, "number": len(keys)}, *_who_can(user, _by_team(user, keys))]


def _by_team(user: User, keys: Sequence[int]) -> Mapping[int | None, int]:
    """Key of a team to how many residents its manager can hand over, as `managed_residents` says it."""
    rows = Case.objects.filter(resident__in=keys).exclude(status=CaseStatus.CLOSED).order_by()
    running = set(rows.values_list("resident", "team"))
    without_case = len(set(keys) - {resident for resident, _team in running})
    numbers = Counter[int | None](team for _resident, team in running)
    return numbers + Counter({user.team_id: without_case})


def _who_can(user: User, numbers: Mapping[int | None, int]) -> list[str]:
    managers: dict[int, list[str]] = {}
    known = User.objects.filter(is_active=True, roles__contains=[Role.MANAGER], team__in=numbers)
    for manager in known.exclude(pk=user.pk):
        managers.setdefault(manager.team_id or 0, []).append(manager.name)
    teams = dict(Team.objects.filter(pk__in=[key for key in numbers if key]).values_list("pk", "name"))
    return [_one_team(user, teams.get(key or 0), managers.get(key or 0, []), n) for key, n in numbers.items()]


def _one_team(user: User, team: str | None, managers: Sequence[str], number: int) -> str:
    words = {"team": team, "who": ", ".join(managers), "name": user.name, "number": number}
    if team is None:
        return _("%(name)s is in no team: choose one, then its manager can hand over %(number)d.") % words
    if not managers:
        return _("%(team)s has no manager: name one, who can hand over %(number)d.") % words
    return _("%(who)s (%(team)s) can hand over %(number)d: Team, %(name)s, “Hand over residents”.") % words
