"""What must never be does not come about either when many hands do things at the same moment."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from cases.models import Case, ContactTerm, Event, Handover, HelpRequest
from cases.operations import cases, contact_person, help_requests
from cases.operations.contact_person import QUIET_AFTER
from sociaal.accounts.models import User
from sociaal.accounts.operations import users
from sociaal.core.errors import Refused
from tests import databases
from tests.factories import NOW, ResidentFactory, UserFactory, make_case, make_member, make_request
from tests.threads import at_once

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


def _take_up(request, contact_person):
    return help_requests.take_up(
        help_request=request, contact_person=contact_person, subject="Bus", by=contact_person, now=NOW
    )


def test_two_questions_of_one_resident_taken_up_at_once_give_one_contact_person(anna, bram):
    resident = ResidentFactory()
    requests = [make_request(user, resident=resident) for user in (anna, bram)]
    outcomes = at_once(lambda: _take_up(requests[0], anna), lambda: _take_up(requests[1], bram))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Case", "Refused"]
    (taken,) = [outcome for outcome in outcomes if isinstance(outcome, Case)]
    assert ContactTerm.objects.get(resident=resident).user.team == taken.team
    assert HelpRequest.objects.filter(resident=resident, state="new").count() == 1


def test_questions_of_one_resident_taken_up_at_once_by_one_person_give_one_term_and_each_a_number(anna):
    resident = ResidentFactory()
    requests = [make_request(anna, resident=resident) for _one in range(6)]
    taken = at_once(*[lambda request=request: _take_up(request, anna) for request in requests])
    assert len({case.number for case in taken}) == 6
    assert ContactTerm.objects.filter(resident=resident).count() == 1


def test_one_question_taken_up_by_many_at_once_is_one_case(anna):
    request = make_request(anna)
    outcomes = at_once(*[lambda: _take_up(request, anna)] * 8)
    assert [type(outcome) for outcome in outcomes].count(Refused) == 7
    assert Case.objects.count() == 1


def _ask(resident, to, by):
    return contact_person.request_handover(
        resident=resident, to=to, reason="expertise", explanation="Schulden.", told_resident="Zij weet het.",
        by=by, now=NOW,
    )  # fmt: skip


def test_two_handovers_of_one_resident_asked_at_once_are_one(anna, bram):
    resident, other = make_case(anna).resident, UserFactory()
    outcomes = at_once(lambda: _ask(resident, bram, anna), lambda: _ask(resident, other, anna))
    assert [type(outcome) for outcome in outcomes].count(Handover) == 1
    assert [type(outcome) for outcome in outcomes].count(Refused) == 1


def test_a_handover_accepted_twice_at_once_changes_the_contact_person_once(anna, bram):
    resident = make_case(anna).resident
    row = _ask(resident, bram, anna)
    outcomes = at_once(*[lambda: contact_person.accept_handover(handover=row, by=bram, now=NOW)] * 2)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["ContactTerm", "Refused"]
    terms = ContactTerm.objects.filter(resident=resident).order_by("pk")
    assert [term.user for term in terms] == [anna, bram]
    assert Event.objects.filter(kind="handover_answered").count() == 1


def test_a_handover_accepted_and_taken_back_at_once_is_one_of_both(anna, bram):
    resident = make_case(anna).resident
    row = _ask(resident, bram, anna)
    outcomes = at_once(
        lambda: contact_person.accept_handover(handover=row, by=bram, now=NOW),
        lambda: contact_person.cancel_handover(handover=row, by=anna, now=NOW),
    )
    assert [type(outcome) for outcome in outcomes].count(Refused) == 1
    present = ContactTerm.objects.get(resident=resident, during__upper_inf=True).user
    assert present == (bram if Handover.objects.get(pk=row.pk).state == "accepted" else anna)


def test_the_nightly_end_of_a_quiet_term_and_a_new_question_at_once_leave_an_open_case_its_person(anna):
    """Whoever is first: the one that comes second sees it, and neither fails."""
    resident = ResidentFactory()
    _term(resident, anna, NOW - 2 * QUIET_AFTER)
    request = make_request(anna, resident=resident)
    ended, case = at_once(lambda: contact_person.end_quiet_terms(now=NOW), lambda: _take_up(request, anna))
    assert isinstance(case, Case)
    assert ended in (0, 1)
    assert ContactTerm.objects.filter(resident=resident, during__upper_inf=True).count() == 1


def test_a_term_closes_while_a_case_opens_one_of_both_is_refused_whatever_the_code_does(anna):
    """Two transactions that each look fine alone, without any lock of ours: the later commit is refused."""
    resident = ResidentFactory()
    term = _term(resident, anna, NOW - DAY)
    with _as_app() as closing, _as_app() as opening:
        closing.execute(
            "UPDATE cases_contactterm SET during = tstzrange(lower(during), now()), end_reason = 'quiet'"
            " WHERE id = %s",
            [term.pk],
        )
        opening.execute(
            "INSERT INTO cases_case (number, resident_id, team_id, subject, status, track, weight, urgency,"
            " reported_at, opened_at, status_since, closed_from, outcome, outcome_note, version) VALUES"
            " ('2026-9', %s, %s, 'Bus', 'registered', '', '', 'normal', now(), now(), now(), '', '', '', 0)",
            [resident.pk, anna.team_id],
        )
        closing.commit()
        with pytest.raises(databases.psycopg.errors.IntegrityConstraintViolation, match="no contact person"):
            opening.commit()
    assert not Case.objects.exists()


def test_a_user_is_deactivated_while_becoming_contact_person_one_of_both_is_refused(anna):
    resident = ResidentFactory()
    with _as_app() as leaving, _as_app() as naming:
        leaving.execute("UPDATE accounts_user SET is_active = false WHERE id = %s", [anna.pk])
        naming.execute(
            "INSERT INTO cases_contactterm (resident_id, user_id, during, began, end_reason)"
            " VALUES (%s, %s, tstzrange(now(), NULL), 'taken_up', '')",
            [resident.pk, anna.pk],
        )
        leaving.commit()
        with pytest.raises(databases.psycopg.errors.IntegrityConstraintViolation, match="not active"):
            naming.commit()
    assert not ContactTerm.objects.exists()


def test_a_handover_waits_for_who_works_on_the_case_and_neither_is_stopped(anna, bram):
    """Locking the resident first it would hold what the other needs at commit, and wait for the other."""
    case = make_case(anna, status="supported")
    locked = threading.Event()

    def review():
        with transaction.atomic():
            cases.start_review(case=case, by=anna, now=NOW)
            locked.set()
            time.sleep(0.2)  # long enough for the handover to come and wait
        return "reviewed"

    def hand_over():
        locked.wait(timeout=10)
        return _ask(case.resident, bram, anna)

    outcomes = at_once(review, hand_over)
    assert [type(outcome).__name__ for outcome in outcomes] == ["str", "Handover"]


def test_who_waited_comes_with_an_earlier_moment_and_still_takes_over(anna, bram):
    resident = make_case(anna).resident
    row = _ask(resident, bram, anna)
    began = ContactTerm.objects.get(resident=resident).during.lower
    contact_person.accept_handover(handover=row, by=bram, now=began - timedelta(seconds=1))
    former, present = ContactTerm.objects.filter(resident=resident).order_by("pk")
    assert began < former.during.upper == present.during.lower


def test_an_account_is_closed_while_its_user_accepts_a_handover_one_of_both_is_refused_in_words(anna, bram):
    fatma, resident = make_member("fatma"), make_case(anna).resident
    row = _ask(resident, bram, anna)
    outcomes = at_once(
        lambda: contact_person.accept_handover(handover=row, by=bram, now=NOW),
        lambda: users.deactivate_user(user=bram, by=fatma, now=NOW),
    )
    assert [type(outcome) for outcome in outcomes].count(Refused) == 1
    person = ContactTerm.objects.get(resident=resident, during__upper_inf=True).user
    assert person.is_active
    assert (person == bram) == User.objects.get(pk=bram.pk).is_active


def test_an_account_is_closed_while_its_user_takes_up_a_question_one_of_both_is_refused_in_words(bram):
    fatma, request = make_member("fatma"), make_request(make_member("anna"))
    outcomes = at_once(
        lambda: _take_up(request, bram), lambda: users.deactivate_user(user=bram, by=fatma, now=NOW)
    )
    assert [type(outcome) for outcome in outcomes].count(Refused) == 1
    is_contact_person = ContactTerm.objects.filter(resident=request.resident, user=bram).exists()
    assert is_contact_person == User.objects.get(pk=bram.pk).is_active


def _as_app():
    """A connection of its own as every process has it, with transactions by hand."""
    app = connection.settings_dict
    link = databases.psycopg.connect(
        host=app["HOST"], port=app["PORT"] or None, user=app["USER"], password=app["PASSWORD"],
        dbname=app["NAME"],
    )  # fmt: skip
    link.execute("SET lock_timeout = '10s'")
    return link
