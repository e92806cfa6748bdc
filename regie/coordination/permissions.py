"""May this person? What a partner may see of a case, and who says what became of an agreement."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from cases.models import Case
from cases.permissions import Access, can_direct, check_reads_case
from regie.coordination.models import Agreement, Participation
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_role
from sociaal.accounts.roles import CASEWORKERS, Role
from sociaal.core.errors import NotFound, NotPermitted


def current_of(user: User) -> QuerySet[Participation]:
    """Where this user takes part now. A closed case is shared no longer: the ground ends with it."""
    return Participation.objects.filter(
        professional__user=user, until__isnull=True, case__closed_at__isnull=True
    )


def takes_part(user: User, now: datetime) -> Exists:
    """The relation "partner", as a condition on cases: this user's own professional takes part."""
    return Exists(current_of(user).filter(case=OuterRef("pk"), since__lte=now))


def shared_with(user: User, case: Case) -> frozenset[str]:
    """The data categories that may be shared with this user in this case."""
    rows = current_of(user).filter(case=case).values_list("shared_categories", flat=True)
    return frozenset(category for categories in rows for category in categories)


def is_own(user: User, agreement: Agreement) -> bool:
    """Whether this partner's professional is the one who would do it."""
    part = agreement.participation
    professional = part.professional if part else None
    return bool(part and part.until is None and professional and professional.user_id == user.pk)


def can_settle(user: User, access: Access, agreement: Agreement, outcome: str) -> bool:
    """Who directs the case settles any agreement; a partner may say that they kept their own."""
    if can_direct(access):
        return True
    return outcome == Agreement.State.KEPT and is_own(user, agreement)


def check_sees(user: User, agreement: Agreement, now: datetime) -> Access:
    """The access of who reads this agreement. Raises NotPermitted or NotFound."""
    access = check_reads_case(user, agreement.case, now)
    if not access.may_see(agreement.category):
        raise NotFound
    return access


def check_settles(user: User, agreement: Agreement, outcome: str, now: datetime) -> Access:
    """Raises NotPermitted for who reads the agreement and may not do this, NotFound for who may not."""
    access = check_sees(user, agreement, now)
    if not can_settle(user, access, agreement, outcome):
        raise NotPermitted(
            _(
                "Only the contact person, the case director or the care coordinator can do this. "
                "A partner can say that their own agreement was kept."
            )
        )
    return access


def check_comes_for_regie(user: User) -> None:
    """The overview: who works with residents, managers, and partners for what they take part in.

    Raises NotPermitted for other staff, NotFound for who has no role at all.
    """
    if not user.has_role(*CASEWORKERS, Role.MANAGER, Role.PARTNER):
        check_role(user, *CASEWORKERS, Role.MANAGER)
