"""Teams of the front office."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from sociaal.accounts.models import Team, User
from sociaal.accounts.permissions import check_administers
from sociaal.audit.changes import check_seen
from sociaal.audit.log import wrote
from sociaal.core.editing import Marks
from sociaal.core.errors import Refused


@transaction.atomic
def add_team(
    *, name: str, municipality: str, neighbourhoods: Sequence[str], by: User | None, now: datetime
) -> Team:
    """A new team. Raises Refused when the name is taken."""
    check_administers(by)
    team = Team(name=name, municipality=municipality, neighbourhoods=list(neighbourhoods))
    _save(team)
    wrote("add_team", by=by, now=now, about=team)
    return team


@transaction.atomic
def change_team(
    *,
    team: Team,
    name: str,
    municipality: str,
    neighbourhoods: Sequence[str],
    by: User,
    now: datetime,
    seen: Marks | None = None,
) -> Team:
    """Give a team another name, municipality or neighbourhoods. Raises Refused when the name is taken,
    Conflict when the team changed since `seen`.
    """
    check_administers(by)
    fresh = Team.objects.select_for_update().get(pk=team.pk)
    check_seen(fresh, ("name", "municipality", "neighbourhoods"), seen)
    fresh.name, fresh.municipality, fresh.neighbourhoods = name, municipality, list(neighbourhoods)
    _save(fresh)
    wrote("change_team", by=by, now=now, about=fresh)
    return fresh


def _save(team: Team) -> None:
    try:
        with transaction.atomic():
            team.save()
    except IntegrityError as error:
        raise Refused(_("There is a team with this name already."), field="name") from error
