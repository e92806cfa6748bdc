"""May this person do this? Each rule as a question (`can_...`) and as a check that raises."""

from datetime import datetime

from django.utils.translation import gettext as _

from cases.enums import CaseStatus
from cases.models import Case, ContactTerm, Resident, Weighing
from cases.permissions.access import access_to_case, access_to_resident
from cases.permissions.relations import Access, Relation, Sight
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.core.errors import NotFound, NotPermitted


def check_reads_case(user: User, case: Case, now: datetime) -> Access:
    """The access of who reads this case. Raises NotPermitted (403, who can help) or NotFound (404)."""
    access = access_to_case(user, case, now)
    if access.sight == Sight.NOTHING:
        raise NotFound
    if not access.reads:
        raise NotPermitted(who_can_help(case.resident, now), resident=case.resident_id)
    return access


def check_reads_resident(user: User, resident: Resident, now: datetime) -> Access:
    """The access of who reads this resident's file. Raises NotPermitted or NotFound, as for a case."""
    access = access_to_resident(user, resident, now)
    if access.sight == Sight.NOTHING:
        raise NotFound
    if not access.reads:
        raise NotPermitted(who_can_help(resident, now), resident=resident.pk)
    return access


def who_can_help(resident: Resident, now: datetime) -> str:
    """The sentence of a refusal: who is the contact person, and of which team."""
    term = (
        ContactTerm.objects.filter(resident=resident, during__contains=now)
        .select_related("user__team")
        .first()
    )
    if term is None:
        return _(
            "You cannot open this file. There is no contact person at the moment; ask your team's manager."
        )
    return _("You cannot open this file. The contact person is %(name)s (%(team)s). They can help you.") % {
        "name": term.user.name,
        "team": term.user.team or "–",
    }


WORKERS = frozenset({Relation.CONTACT_PERSON, Relation.DEPUTY})
FROM_SUPPORTED = frozenset({CaseStatus.SUPPORTED, CaseStatus.REVIEWING})


def can_work_on(access: Access, case: Case) -> bool:
    """The contact person and their deputy; the care coordinator from `supported` on."""
    if access.relations & WORKERS:
        return True
    return Relation.CARE_COORDINATOR in access.relations and case.status in FROM_SUPPORTED


def check_works_on(user: User, case: Case, now: datetime) -> Access:
    """Raises NotPermitted with who can do it, or NotFound for who may not know of the case."""
    access = check_reads_case(user, case, now)
    if not can_work_on(access, case):
        raise NotPermitted(
            _("Only the contact person or their deputy can do this; the care coordinator once help runs.")
        )
    return access


def can_direct(access: Access) -> bool:
    """Who coordinates the parties: case director, care coordinator, contact person and deputy."""
    return bool(access.relations & (WORKERS | {Relation.CASE_DIRECTOR, Relation.CARE_COORDINATOR}))


def check_directs(user: User, case: Case, now: datetime) -> Access:
    """Raises NotPermitted or NotFound."""
    access = check_reads_case(user, case, now)
    if not can_direct(access):
        raise NotPermitted(
            _("Only the contact person, the case director or the care coordinator can do this.")
        )
    return access


def can_decide(user: User, law: str) -> bool:
    """Whether this user holds the mandate to decide under this law."""
    return user.is_caseworker and law in user.mandates


def check_decides(user: User, case: Case, law: str, now: datetime) -> None:
    """The decision is made by who reads the case and holds the mandate. Raises NotPermitted or NotFound."""
    check_reads_case(user, case, now)
    if not can_decide(user, law):
        raise NotPermitted(_("You have no mandate to decide under this law. Ask a colleague who has it."))


def check_decides_exception(user: User, case: Case, weighing: Weighing, now: datetime) -> None:
    """The manager of the case's team, about an exception that somebody else asks. Raises NotPermitted, or
    NotFound for who may not know of the case.
    """
    if access_to_case(user, case, now).sight == Sight.NOTHING:
        raise NotFound
    check_manages(user, case)
    if user.pk == weighing.made_by_id:
        raise NotPermitted(_("You ask this exception yourself. Somebody else decides on it."))


def check_manages(user: User, case: Case) -> None:
    """The manager of the case's team. Raises NotPermitted."""
    if not (user.has_role(Role.MANAGER) and user.team_id == case.team_id):
        raise NotPermitted(_("Only the manager of this team can do this."))
