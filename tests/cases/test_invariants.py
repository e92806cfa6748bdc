"""What must never be is refused by the database at commit, whatever the code does."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from cases.models import Case, ContactTerm, Deputyship
from sociaal.accounts.models import User
from tests.factories import NOW, ResidentFactory, UserFactory, make_case, make_member

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def bram():
    return make_member("bram")


def _term(resident, user, start, end=None):
    return ContactTerm.objects.create(
        resident=resident, user=user, during=DateTimeTZRange(start, end), began="taken_up"
    )


def _broken(work):
    """The name of the rule that the commit of `work` breaks."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        work()
    return caught.value.__cause__.diag.constraint_name


# --- contact terms --------------------------------------------------------------------------------------
def test_a_second_open_term_is_refused(anna, bram):
    resident = make_case(anna).resident
    assert _broken(lambda: _term(resident, bram, NOW)) == "contact_terms_never_overlap"


@pytest.mark.parametrize(("start", "end"), [(-9, -5), (-7, -6), (-9, -1), (-6, None)])
def test_overlapping_terms_are_refused_also_in_the_past(anna, bram, start, end):
    resident = ResidentFactory()
    _term(resident, anna, NOW - 8 * DAY, NOW - 4 * DAY)
    stop = None if end is None else NOW + end * DAY
    assert _broken(lambda: _term(resident, bram, NOW + start * DAY, stop)) == "contact_terms_never_overlap"


def test_terms_may_follow_each_other_without_a_gap(anna, bram):
    resident = ResidentFactory()
    _term(resident, anna, NOW - 8 * DAY, NOW)
    _term(resident, bram, NOW)
    assert ContactTerm.objects.filter(resident=resident).count() == 2


def test_a_term_without_a_start_is_refused(anna):
    assert _broken(lambda: _term(ResidentFactory(), anna, None)) == "contact_term_has_a_start"


def test_an_open_case_of_a_resident_without_contact_person_is_refused_at_commit(anna):
    def work():
        resident = ResidentFactory()
        Case.objects.create(
            number="2026-999999", resident=resident, team=anna.team, subject="Bus", reported_at=NOW,
            opened_at=NOW, status_since=NOW,
        )  # fmt: skip

    assert _broken(work) == "open_case_has_contact_person"


@pytest.mark.parametrize("how", ["closed", "removed", "given to another resident"])
def test_the_contact_person_stays_while_a_case_is_open(anna, how):
    term = ContactTerm.objects.get(resident=make_case(anna).resident)
    rows = ContactTerm.objects.filter(pk=term.pk)
    works = {
        "closed": lambda: rows.update(during=DateTimeTZRange(term.during.lower, NOW), end_reason="quiet"),
        "removed": rows.delete,
        "given to another resident": lambda: rows.update(resident=ResidentFactory()),
    }
    assert _broken(works[how]) == "open_case_has_contact_person"


def test_a_closed_case_is_not_opened_for_a_resident_without_contact_person(anna):
    case = make_case(anna, status="closed")
    ContactTerm.objects.filter(resident=case.resident).delete()
    rows, reopened = Case.objects.filter(pk=case.pk), {"closed_at": None, "outcome": "", "closed_from": ""}
    assert _broken(lambda: rows.update(status="supported", **reopened)) == "open_case_has_contact_person"


def test_an_open_case_does_not_move_to_a_resident_without_contact_person(anna):
    case, other = make_case(anna), ResidentFactory()
    rows = Case.objects.filter(pk=case.pk)
    assert _broken(lambda: rows.update(resident=other)) == "open_case_has_contact_person"


def test_a_user_with_open_terms_is_not_deactivated(anna):
    make_case(anna)
    rows = User.objects.filter(pk=anna.pk)
    assert _broken(lambda: rows.update(is_active=False)) == "contact_person_is_active"


def test_who_is_not_active_becomes_nobodys_contact_person():
    gone = UserFactory(is_active=False)
    assert _broken(lambda: _term(ResidentFactory(), gone, NOW)) == "contact_person_is_active"


def test_one_deputy_at_a_time(anna, bram):
    def replace(deputy):
        return Deputyship.objects.create(absent=anna, deputy=deputy, during=DateTimeTZRange(NOW, NOW + DAY))

    replace(bram)
    assert _broken(lambda: replace(UserFactory())) == "one_deputy_at_a_time"
