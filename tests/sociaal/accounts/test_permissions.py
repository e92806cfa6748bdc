"""Who may open a page, by role. Reads as the policy."""

import pytest
from django.http import HttpResponse
from django.utils.translation import override

from sociaal.accounts import permissions
from sociaal.accounts.models import User
from sociaal.accounts.roles import CASEWORKERS, Role
from sociaal.core.errors import NotFound, NotPermitted


def user_with(*roles):
    return User(name="Someone", email="someone@voorbeeldstad.example", roles=list(roles))


def ask(decorator, user, rf):
    request = rf.get("/")
    request.user = user
    return decorator(lambda request: HttpResponse("in"))(request).content.decode()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PARTNER])
def test_every_role_of_the_municipality_passes_as_staff(role, rf):
    assert ask(permissions.staff, user_with(role), rf) == "in"


@pytest.mark.parametrize("roles", [[], [Role.PARTNER]])
def test_a_partner_and_someone_without_role_find_nothing(roles, rf):
    for decorator in (permissions.staff, permissions.caseworkers, permissions.roles(Role.MANAGER)):
        with pytest.raises(NotFound):
            ask(decorator, user_with(*roles), rf)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PARTNER])
def test_caseworkers_pass_and_other_staff_hears_who_it_is_for(role, rf):
    if role in CASEWORKERS:
        assert ask(permissions.caseworkers, user_with(role), rf) == "in"
        return
    with override("en"), pytest.raises(NotPermitted, match="Consultant, Case director or Care coordinator"):
        ask(permissions.caseworkers, user_with(role), rf)


def test_one_of_several_roles_is_enough(rf):
    guard = permissions.roles(Role.MANAGER, Role.ADMINISTRATOR)
    assert ask(guard, user_with(Role.CONSULTANT, Role.MANAGER), rf) == "in"


def test_a_guarded_view_says_whom_it_lets_in():
    view = permissions.roles(Role.MANAGER)(lambda request: HttpResponse())
    assert view.allowed_roles == {Role.MANAGER}


def test_the_system_itself_may_administer_and_a_consultant_may_not():
    permissions.check_administers(None)
    permissions.check_administers(user_with(Role.ADMINISTRATOR))
    with pytest.raises(NotPermitted):
        permissions.check_administers(user_with(Role.CONSULTANT))


def test_the_questions_answer_what_the_checks_raise():
    assert permissions.is_staff(user_with(Role.MANAGER))
    assert not permissions.is_staff(user_with(Role.PARTNER))
    assert permissions.is_caseworker(user_with(Role.CARE_COORDINATOR))
    assert not permissions.is_caseworker(user_with(Role.MANAGER))
    assert permissions.is_in_role(user_with(Role.MANAGER), Role.MANAGER, Role.PARTNER)
