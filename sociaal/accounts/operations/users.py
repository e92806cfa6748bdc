"""Accounts of staff and partner professionals, from the first day to the last."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from sociaal.accounts.models import User
from sociaal.accounts.operations.calendar_links import withdraw_calendar_link
from sociaal.accounts.operations.start_password import give_start_password
from sociaal.accounts.permissions import check_administers
from sociaal.accounts.policies import Profile, check_profile, check_someone_administers
from sociaal.accounts.queries.staff import before_closing
from sociaal.accounts.roles import CASEWORKERS, Role
from sociaal.audit.changes import check_seen
from sociaal.audit.log import wrote
from sociaal.core.editing import Marks
from sociaal.core.errors import Refused

STILL_CONTACT_PERSON = "contact_person_is_active"
"""Name of the database's rule that no resident's contact person is deactivated."""


@transaction.atomic
def add_user(*, profile: Profile, by: User | None, now: datetime) -> tuple[User, str]:
    """A new account and its start password, which nobody can look up later. `by` is None for the system.

    Raises Refused when the e-mail address is taken or the profile holds what does not go together.
    """
    check_administers(by)
    check_profile(profile)
    user = User(is_active=True)
    user.set_unusable_password()
    _take_over(user, profile)
    wrote("add_user", by=by, now=now, about=user, roles=list(profile.roles))
    return user, give_start_password(user=user, by=by, now=now)


@transaction.atomic
def change_user(*, user: User, profile: Profile, by: User, now: datetime, seen: Marks | None = None) -> User:
    """Give an account another name, address, roles, team or mandates.

    Raises Refused as `add_user` does, when nobody would be left to administer, and when somebody's contact
    person would work with residents no longer; Conflict when the account changed since `seen`.
    """
    check_administers(by)
    check_profile(profile)
    fresh = _locked(user)
    check_seen(fresh, Profile.__dataclass_fields__, seen)
    before = list(fresh.roles)
    _check_last_administrator(fresh, profile.roles, active=fresh.is_active)
    _check_leaves_nobody(fresh, profile.roles)
    _take_over(fresh, profile)
    if not fresh.is_caseworker:
        withdraw_calendar_link(of=fresh, by=by, now=now)
    wrote("change_user", by=by, now=now, about=fresh, roles_before=before, roles=list(fresh.roles))
    return fresh


@transaction.atomic
def deactivate_user(*, user: User, by: User, now: datetime) -> User:
    """Close an account; its sessions end at their next request.

    Raises Refused while the user is somebody's contact person (it says who can hand these residents over), or
    is the only administrator.
    """
    check_administers(by)
    fresh = _locked(user)
    if in_the_way := before_closing(fresh):
        raise Refused(" ".join(in_the_way))
    _check_last_administrator(fresh, fresh.roles, active=False)
    fresh.is_active = False
    withdraw_calendar_link(of=fresh, by=by, now=now)
    _save_without_leaving_anybody(fresh)
    wrote("deactivate_user", by=by, now=now, about=fresh)
    return fresh


@transaction.atomic
def reactivate_user(*, user: User, by: User, now: datetime) -> tuple[User, str]:
    """Open a closed account again, with a new start password: the old one may be known to others by now."""
    check_administers(by)
    fresh = _locked(user)
    fresh.is_active = True
    fresh.save(update_fields=["is_active"])
    wrote("reactivate_user", by=by, now=now, about=fresh)
    return fresh, give_start_password(user=fresh, by=by, now=now)


@transaction.atomic
def reset_two_step(*, user: User, by: User, now: datetime) -> None:
    """Remove the second step of who lost phone and recovery codes. Raises Refused when there is none."""
    check_administers(by)
    removed, _kinds = Authenticator.objects.filter(user_id=user.pk).delete()
    if not removed:
        raise Refused(_("Two-step verification is not on for this account."))
    wrote("reset_two_step", by=by, now=now, about=user)


def _locked(user: User) -> User:
    """The user as they are now, held until the transaction ends, after all administrators in one order.

    So two administrators who take each other's role away wait for each other, and the second is refused.
    """
    list(User.objects.select_for_update().filter(roles__contains=[Role.ADMINISTRATOR]).order_by("pk"))
    return User.objects.select_for_update().get(pk=user.pk)


def _check_last_administrator(user: User, roles: tuple[str, ...] | list[str], *, active: bool) -> None:
    if Role.ADMINISTRATOR not in user.roles or not user.is_active:
        return
    others = User.objects.filter(roles__contains=[Role.ADMINISTRATOR], is_active=True).exclude(pk=user.pk)
    check_someone_administers(roles, active=active, others=others.count())


def _check_leaves_nobody(user: User, roles: tuple[str, ...]) -> None:
    """Who is handed another kind of work hands over their residents first, as who leaves does."""
    if user.is_caseworker and CASEWORKERS.isdisjoint(roles) and (in_the_way := before_closing(user)):
        raise Refused(" ".join(in_the_way), field="roles")


def _take_over(user: User, profile: Profile) -> None:
    user.name, user.phone, user.team = profile.name, profile.phone, profile.team
    user.email = profile.email.strip().lower()
    user.roles, user.expertise, user.mandates = (
        list(profile.roles),
        list(profile.expertise),
        list(profile.mandates),
    )
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise Refused(_("There is an account with this e-mail address already."), field="email") from error


def _save_without_leaving_anybody(user: User) -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            user.save(update_fields=["is_active"])
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # hear now what the commit would say
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError as error:
        if _broken_rule(error) == STILL_CONTACT_PERSON:
            message = _("%(name)s is still the contact person of residents. Hand those over first.")
            raise Refused(message % {"name": user.name}) from error
        raise


def _broken_rule(error: IntegrityError) -> str | None:
    """Name of the database's rule that was broken, or None when the database does not say."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return diagnosis.constraint_name if diagnosis else None
