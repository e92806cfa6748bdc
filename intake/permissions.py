"""May this person see a report that nobody has taken up? Rules: `design.md` section 5, "Who may see what".

The inbox is the team's: its caseworkers must read a question to take it up, and so must who registered it. A
restricted file stays with the contact person and their deputy. Managers see numbers, no words.
"""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from cases.enums import DataCategory, HelpRequestState, Law
from cases.models import Case, ContactTerm, Deputyship, HelpRequest
from cases.permissions import FULL_READERS, Access, can_direct, check_reads_case, locatable_residents
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_role, check_staff
from sociaal.accounts.roles import Role
from sociaal.core.errors import NotFound, NotPermitted


def readable_requests(user: User, now: datetime) -> QuerySet[HelpRequest]:
    """The reports whose words this user may read before they are part of a case."""
    if not user.is_caseworker:
        return HelpRequest.objects.none()
    replaced = Deputyship.objects.filter(deputy=user, during__contains=now).values("absent")
    own = ContactTerm.objects.filter(Q(user=user) | Q(user__in=replaced), during__contains=now)
    open_to_team = Q(resident__isnull=True) | Q(resident__restricted=False)
    return HelpRequest.objects.filter(
        Q(registered_by=user)
        | Q(resident__in=own.values("resident"))
        | (Q(team=user.team_id) & open_to_team if user.team_id else Q(pk__in=[]))
    )


def check_reads_request(user: User, request: HelpRequest, now: datetime) -> None:
    """Raises NotPermitted (403, which team can help) or NotFound.

    What became part of a case is read as that case is; who registered it may always look back at it.
    """
    if readable_requests(user, now).filter(pk=request.pk).exists():
        taken = request.state in (HelpRequestState.TAKEN_UP, HelpRequestState.JOINED)
        if request.case is not None and taken and request.registered_by_id != user.pk:
            check_reads_case(user, request.case, now)
        return
    if request.case is not None:
        check_reads_case(user, request.case, now)
        return
    if may_know_of(user, request):
        raise NotPermitted(
            _("This question is in the inbox of %(team)s. They can help you.") % {"team": request.team}
        )
    raise NotFound


def may_know_of(user: User, request: HelpRequest) -> bool:
    """Whether a refusal may say that this report exists: to who can locate the resident, and the manager."""
    if user.has_role(Role.MANAGER) and user.team_id == request.team_id:
        return True
    return locatable_residents(user).filter(help_requests=request).exists()


def counts_inbox_of(user: User) -> bool:
    """Whether this user sees the numbers of their team's inbox: who works in it, and its manager."""
    return user.team_id is not None and (user.is_caseworker or user.has_role(Role.MANAGER))


def sees_meldcode(access: Access) -> bool:
    """Who reads the whole file and with it what is about youth and safety; never through the team alone, and
    never a partner.
    """
    return bool(access.relations & FULL_READERS) and access.may_see(DataCategory.YOUTH_SAFETY)


def check_sees_meldcode(user: User, case: Case, now: datetime) -> Access:
    """Raises NotFound for who reads the case but not this, and NotPermitted or NotFound as the case does.

    The answer is the same whether there is a meldcode or not.
    """
    access = check_reads_case(user, case, now)
    if not sees_meldcode(access):
        raise NotFound
    return access


def check_works_on_meldcode(user: User, case: Case, now: datetime) -> Access:
    """Contact person, deputy, case director and care coordinator. Raises NotPermitted or NotFound."""
    access = check_sees_meldcode(user, case, now)
    if not can_direct(access):
        raise NotPermitted(
            _("Only the contact person, the case director or the care coordinator can do this.")
        )
    return access


def check_brings_backlog(user: User) -> None:
    """Raises NotPermitted unless this user is an administrator; NotFound for partners."""
    check_role(user, Role.ADMINISTRATOR)


def brings_signals(user: User) -> bool:
    """Whether this user handles debts: works with residents, and knows the law on debts."""
    return user.is_caseworker and Law.WGS in user.expertise


def check_brings_signals(user: User) -> None:
    """Raises NotPermitted unless this user handles debts; NotFound for partners."""
    check_staff(user)
    if not brings_signals(user):
        raise NotPermitted(_("This page is for who knows the law on debts. Ask your administrator."))
