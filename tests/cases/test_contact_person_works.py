"""The database keeps a contact person among who works with residents, whatever the code does."""

import pytest
from django.db import IntegrityError, transaction

from cases.models import ContactTerm
from sociaal.accounts.models import User
from tests.factories import UserFactory, make_case, make_member

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna():
    user = make_member("anna")
    make_case(user)
    return user


def give(user, *roles):
    User.objects.filter(pk=user.pk).update(roles=list(roles))


@pytest.mark.parametrize("roles", [["manager"], ["administrator", "privacy_officer"], ["partner"], []])
def test_a_contact_person_does_not_lose_the_roles_that_work_with_residents(anna, roles):
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        give(anna, *roles)
    assert caught.value.__cause__.diag.constraint_name == "contact_person_works_with_residents"


def test_one_of_these_roles_for_another_is_fine(anna):
    give(anna, "care_coordinator", "manager")
    assert User.objects.get(pk=anna.pk).roles == ["care_coordinator", "manager"]


def test_it_may_go_in_the_transaction_in_which_it_comes_back(anna):
    with transaction.atomic():
        give(anna, "manager")
        give(anna, "consultant", "manager")


def test_who_is_nobodys_contact_person_may_do_other_work(anna):
    colleague = UserFactory()
    give(colleague, "manager")
    assert not ContactTerm.objects.filter(user=colleague).exists()
    assert User.objects.get(pk=colleague.pk).roles == ["manager"]
