"""What an account may hold: pure rules, without the question who asks."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from sociaal.accounts.roles import Role
from sociaal.core.errors import Refused


@dataclass(frozen=True)
class Profile:
    """What an administrator says about a user. `team`: a Team, or None for who belongs to no team."""

    name: str
    email: str
    roles: tuple[str, ...]
    phone: str = ""
    team: Any = None
    expertise: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()


def check_profile(profile: Profile) -> None:
    """Raises Refused for a combination that gives someone more than they come for."""
    if not profile.roles:
        raise Refused(_("Choose at least one role."), field="roles")
    if Role.PARTNER in profile.roles:
        _check_partner(profile)


def _check_partner(profile: Profile) -> None:
    """A partner professional sees only what they take part in: a team or a second role would open more."""
    if set(profile.roles) != {Role.PARTNER}:
        raise Refused(_("A partner professional can have no other role."), field="roles")
    if profile.team is not None:
        raise Refused(_("A partner professional belongs to no team of the municipality."), field="team")
    if profile.mandates:
        raise Refused(_("A partner professional does not decide for the municipality."), field="mandates")


def check_someone_administers(roles: Collection[str], *, active: bool, others: int) -> None:
    """Raises Refused when nobody would be left to administer. `others`: active administrators beside them."""
    if others == 0 and not (active and Role.ADMINISTRATOR in roles):
        message = _("This is the only administrator. Make someone else administrator first.")
        raise Refused(message, field="roles")
