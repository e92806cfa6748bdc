"""To which team a report goes that nobody of us took down."""

from functools import cache

from django.conf import settings
from django.db.models import Count
from django.utils.translation import gettext as _

from cases.models import Resident
from sociaal.accounts.models import Team
from sociaal.core.errors import Refused


class Routes:
    """Where reports go, remembered from one to the next: for many in a row."""

    def __init__(self) -> None:
        self.neighbourhood_at = cache(neighbourhood_at)
        self.team_at = cache(team_at)


def neighbourhood_at(postcode: str) -> str:
    """The neighbourhood in which most residents with this postcode live; "" when we know nobody there."""
    if not postcode:
        return ""
    there = Resident.objects.filter(postcode=postcode).exclude(neighbourhood="")
    counted = there.order_by().values("neighbourhood").annotate(number=Count("pk"))
    first = counted.order_by("-number", "neighbourhood").first()
    return first["neighbourhood"] if first else ""


def team_at(neighbourhood: str) -> Team:
    """The team of this neighbourhood; else the front office. Raises Refused while there is no team at all."""
    if neighbourhood:
        team = Team.objects.filter(neighbourhoods__contains=[neighbourhood]).order_by("pk").first()
        if team is not None:
            return team
    return front_office()


def front_office() -> Team:
    """The team of the setting FRONT_OFFICE_TEAM; else the municipality's first one. Raises Refused without
    any.
    """
    named = (
        Team.objects.filter(name=settings.FRONT_OFFICE_TEAM).first() if settings.FRONT_OFFICE_TEAM else None
    )
    ours = Team.objects.filter(municipality=settings.MUNICIPALITY).order_by("pk")
    team = named or ours.first() or Team.objects.order_by("pk").first()
    if team is None:
        raise Refused(_("Nobody can receive reports yet. Call the municipality."))
    return team
