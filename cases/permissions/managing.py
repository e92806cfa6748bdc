"""Whom a team's manager may hand over: by number, without reading the file (`design.md` section 5).

The team in which a case runs decides; where no case runs, the team of the contact person. So of every contact
person each resident can be handed over by exactly the managers of these teams.
"""

from django.db.models import Exists, OuterRef, QuerySet

from cases.enums import CaseStatus
from cases.models import Case, ContactTerm, Resident
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role


def managed_residents(user: User) -> QuerySet[Resident]:
    """The residents for whom this manager may ask a handover; of who is no manager of a team: nobody."""
    if not user.has_role(Role.MANAGER) or user.team_id is None:
        return Resident.objects.none()
    return residents_of_team(user.team_id)


def residents_of_team(team: int) -> QuerySet[Resident]:
    """The residents whom the managers of this team may hand over."""
    running = Case.objects.filter(resident=OuterRef("pk")).exclude(status=CaseStatus.CLOSED)
    terms = ContactTerm.objects.filter(resident=OuterRef("pk"), during__upper_inf=True, user__team=team)
    return Resident.objects.filter(Exists(running.filter(team=team)) | (~Exists(running) & Exists(terms)))


def manages_resident(user: User, resident: Resident) -> bool:
    """Whether this one is among `managed_residents`. Asks the database only for who is a manager."""
    return managed_residents(user).filter(pk=resident.pk).exists()
