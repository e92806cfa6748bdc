"""Accounts: made, changed, closed and opened by an administrator, and by nobody else."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, connection

from cases.models import ContactTerm
from cases.operations import help_requests
from sociaal.accounts.models import StartPassword, User
from sociaal.accounts.operations import users
from sociaal.accounts.operations.start_password import ALPHABET, generate, give_start_password
from sociaal.accounts.policies import Profile
from sociaal.accounts.roles import Role
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, UserFactory, make_case, make_member, make_request
from tests.threads import at_once

NEW = Profile(name="Iris", email=" Iris@Voorbeeldstad.example ", roles=(Role.CONSULTANT,), mandates=("wmo",))


def changed(user, **changes):
    facts = {name: getattr(user, name) for name in ("name", "email", "phone", "team")}
    lists = {name: tuple(getattr(user, name)) for name in ("roles", "expertise", "mandates")}
    return Profile(**{**facts, **lists, **changes})


OPERATIONS = {
    "add": lambda by, user: users.add_user(profile=NEW, by=by, now=NOW),
    "change": lambda by, user: users.change_user(user=user, profile=changed(user, name="X"), by=by, now=NOW),
    "deactivate": lambda by, user: users.deactivate_user(user=user, by=by, now=NOW),
    "reactivate": lambda by, user: users.reactivate_user(user=user, by=by, now=NOW),
    "start_password": lambda by, user: give_start_password(user=user, by=by, now=NOW),
    "two_step": lambda by, user: users.reset_two_step(user=user, by=by, now=NOW),
}
CAST = ("anna", "carla", "esra", "fatma", "gijs", "hanna")


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("who", CAST)
def test_only_an_administrator_keeps_accounts(name, who):
    by, user = make_member(who), UserFactory()
    Authenticator.objects.create(user=user, type="totp", data={})
    before = Entry.objects.count()
    if who == "fatma":
        OPERATIONS[name](by, user)
        assert Entry.objects.count() > before
        return
    with pytest.raises(NotFound if who == "hanna" else NotPermitted):
        OPERATIONS[name](by, user)
    assert Entry.objects.count() == before


def test_a_new_account_has_a_start_password_for_seven_days(fatma):
    user, password = users.add_user(profile=NEW, by=fatma, now=NOW)
    assert user.email == "iris@voorbeeldstad.example"
    assert user.check_password(password)
    assert user.start_password.expires_at == NOW + timedelta(days=7)


def test_the_log_holds_roles_of_a_new_account_and_no_password(fatma):
    user, password = users.add_user(profile=NEW, by=fatma, now=NOW)
    lines = Entry.objects.filter(object_id=user.pk, object_type="accounts.user")
    assert {line.action for line in lines} == {"add_user", "give_start_password"}
    assert password not in str([line.codes for line in lines])
    assert lines.get(action="add_user").codes == {"roles": ["consultant"]}


def test_an_address_opens_one_account_whatever_its_capitals(fatma):
    UserFactory(email="iris@voorbeeldstad.example")
    with pytest.raises(Refused, match="already") as refusal:
        users.add_user(profile=NEW, by=fatma, now=NOW)
    assert refusal.value.field == "email"


def test_a_change_of_roles_is_logged_with_what_they_were(fatma, anna):
    users.change_user(user=anna, profile=changed(anna, roles=(Role.MANAGER,)), by=fatma, now=NOW)
    anna.refresh_from_db()
    assert anna.roles == ["manager"]
    codes = Entry.objects.get(action="change_user").codes
    assert codes == {"roles_before": ["consultant"], "roles": ["manager"]}


LAST_STEPS = {
    "role": lambda by: users.change_user(user=by, profile=changed(by, roles=(Role.MANAGER,)), by=by, now=NOW),
    "close": lambda by: users.deactivate_user(user=by, by=by, now=NOW),
}


@pytest.mark.parametrize("attempt", LAST_STEPS)
def test_the_last_administrator_stays(fatma, attempt):
    UserFactory(roles=[Role.ADMINISTRATOR], is_active=False)
    with pytest.raises(Refused, match="only administrator"):
        LAST_STEPS[attempt](fatma)
    fatma.refresh_from_db()
    assert fatma.has_role(Role.ADMINISTRATOR)
    assert fatma.is_active


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_close_each_others_account_do_not_both_succeed():
    pair = [make_member("fatma"), UserFactory(roles=[Role.ADMINISTRATOR])]
    start = Barrier(2)

    def close(by, user):
        start.wait(timeout=10)
        try:
            users.deactivate_user(user=user, by=by, now=NOW)
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "closed"

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(close, pair, reversed(pair)))
    assert sorted(outcomes) == ["closed", "refused"]
    assert User.objects.filter(is_active=True).count() == 1


def test_an_administrator_may_go_when_another_stays(fatma):
    UserFactory(roles=[Role.ADMINISTRATOR])
    users.deactivate_user(user=fatma, by=fatma, now=NOW)
    assert not User.objects.get(pk=fatma.pk).is_active


def test_who_is_someones_contact_person_cannot_be_closed(fatma, anna):
    make_case(anna)
    with pytest.raises(Refused, match="still the contact person"):
        users.deactivate_user(user=anna, by=fatma, now=NOW)
    assert User.objects.get(pk=anna.pk).is_active
    assert not Entry.objects.filter(action="deactivate_user").exists()
    assert ContactTerm.objects.filter(user=anna).exists()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.MANAGER, Role.PRIVACY_OFFICER])
def test_who_is_someones_contact_person_goes_on_working_with_residents(fatma, anna, role):
    make_case(anna)
    with pytest.raises(Refused, match="still the contact person") as refusal:
        users.change_user(user=anna, profile=changed(anna, roles=(role,)), by=fatma, now=NOW)
    assert refusal.value.field == "roles"
    assert User.objects.get(pk=anna.pk).roles == ["consultant"]
    assert not Entry.objects.filter(action="change_user").exists()


def test_a_contact_person_may_get_another_role_that_works_with_residents(fatma, anna):
    make_case(anna)
    users.change_user(
        user=anna, profile=changed(anna, roles=(Role.CASE_DIRECTOR, Role.MANAGER)), by=fatma, now=NOW
    )
    assert User.objects.get(pk=anna.pk).roles == ["case_director", "manager"]


@pytest.mark.django_db(transaction=True)
def test_whose_role_is_taken_away_while_a_question_is_taken_up_is_contact_person_or_keeps_the_role():
    fatma, anna, bram = make_member("fatma"), make_member("anna"), make_member("bram")
    request = make_request(bram)

    def take_away():
        users.change_user(user=anna, profile=changed(anna, roles=(Role.MANAGER,)), by=fatma, now=NOW)

    def take_up():
        help_requests.take_up(help_request=request, contact_person=anna, subject="Traplift", by=bram, now=NOW)

    outcomes = at_once(take_away, take_up)
    assert [type(one) for one in outcomes].count(Refused) == 1
    is_contact = ContactTerm.objects.filter(user=anna).exists()
    assert User.objects.get(pk=anna.pk).is_caseworker == is_contact


def test_the_database_refuses_it_too_and_the_refusal_is_a_sentence(fatma, anna, monkeypatch):
    """As when somebody becomes a contact person between the look and the commit."""
    make_case(anna)
    monkeypatch.setattr(users, "before_closing", lambda user: [])
    with pytest.raises(Refused, match="still the contact person"):
        users.deactivate_user(user=anna, by=fatma, now=NOW)
    assert User.objects.get(pk=anna.pk).is_active


def test_another_broken_rule_is_not_taken_for_that_refusal(fatma, anna, monkeypatch):
    def break_another_rule(*args, **kwargs):
        raise IntegrityError("some other rule")

    monkeypatch.setattr(User, "save", break_another_rule)
    with pytest.raises(IntegrityError, match="some other rule"):
        users.deactivate_user(user=anna, by=fatma, now=NOW)


def test_an_account_that_opens_again_gets_a_new_start_password(fatma, anna):
    old = anna.password
    users.deactivate_user(user=anna, by=fatma, now=NOW)
    user, password = users.reactivate_user(user=anna, by=fatma, now=NOW)
    assert user.is_active
    assert user.check_password(password)
    assert user.password != old


def test_a_second_start_password_replaces_the_first(fatma, anna):
    first = give_start_password(user=anna, by=fatma, now=NOW)
    second = give_start_password(user=anna, by=fatma, now=NOW + timedelta(days=3))
    anna.refresh_from_db()
    assert not anna.check_password(first)
    assert anna.check_password(second)
    assert StartPassword.objects.get().expires_at == NOW + timedelta(days=10)


def test_start_passwords_are_long_and_never_the_same():
    made = {generate() for _time in range(100)}
    assert len(made) == 100
    assert all(len(one) == 19 and set(one) <= {*ALPHABET, "-"} for one in made)


def test_there_must_be_a_second_step_to_take_off(fatma, anna):
    with pytest.raises(Refused, match="not on"):
        users.reset_two_step(user=anna, by=fatma, now=NOW)
