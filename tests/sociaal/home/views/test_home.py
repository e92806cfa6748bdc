"""Where everybody begins."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import Arrangement
from cases.operations import arrangements, contact_person, contacts
from cases.operations.suspensions import suspend
from tests.factories import NOW, ProvisionFactory, make_case, make_deciding_case, make_member, make_request

pytestmark = pytest.mark.django_db


def counts(answer):
    return {pill["url"].removeprefix("?list="): pill["count"] for pill in answer.context["work"].pills}


def test_who_waits_longest_on_me_stands_first(visit):
    anna = make_member("anna")
    late = make_case(anna, at=NOW - timedelta(days=9))
    soon = make_case(anna, at=NOW - timedelta(days=2))
    work = visit(anna, "home").context["work"]
    assert [row.url for row in work.rows] == [reverse("case", args=[one.number]) for one in (late, soon)]
    assert "10" in work.summary


def test_the_counts_agree_with_the_lists_they_open(visit):
    anna, bram = make_member("anna"), make_member("bram")
    make_case(anna)
    make_case(anna, status="supported")
    case = make_case(anna, status="arranging")
    help_ = arrangements.propose(case=case, provision=ProvisionFactory(), by=anna, now=NOW)
    arrangements.request(arrangement=help_, by=anna, now=NOW)
    make_request(anna)
    theirs = make_case(bram)
    contact_person.request_handover(
        resident=theirs.resident,
        to=anna,
        reason="expertise",
        explanation="Schulden.",
        told_resident="Ja.",
        by=bram,
        now=NOW,
    )
    make_deciding_case(anna)
    Arrangement.objects.update(review_date=NOW.date())
    expected = {"me": 2, "others": 1, "running": 1, "terms": 1, "reviews": 2, "drafts": 1, "handovers": 1}
    assert counts(visit(anna, "home")) == expected | {reverse("drafts"): 0}
    for name, count in expected.items():
        assert len(visit(anna, "home", list=name).context["work"].rows) == count


def test_a_deputy_sees_who_waits_on_the_absent_colleague(visit):
    anna, bram = make_member("anna"), make_member("bram")
    make_case(anna)
    assert counts(visit(bram, "home"))["me"] == 0
    contact_person.set_deputy(
        absent=anna, deputy=bram, start=NOW, end=NOW + timedelta(days=7), by=anna, now=NOW
    )
    assert counts(visit(bram, "home"))["me"] == 1


def test_todays_appointments_and_my_tasks_are_there(visit):
    anna = make_member("anna")
    case = make_case(anna)
    contacts.plan_appointment(case=case, at=NOW + timedelta(hours=2), title="Overleg", by=anna, now=NOW)
    contacts.plan_appointment(case=case, at=NOW + timedelta(days=1), title="Morgen", by=anna, now=NOW)
    contacts.add_task(case=case, title="Brief lezen", assignee=anna, by=anna, now=NOW)
    answer = visit(anna, "home").content.decode()
    assert "Overleg" in answer
    assert "Morgen" not in answer
    assert "Brief lezen" in answer


def test_a_term_counts_down_and_says_what_moved_it(visit):
    anna = make_member("anna")
    _case, procedure = make_deciding_case(anna)
    assert "nog 14 dagen</span>" in visit(anna, "home").content.decode()
    first, last = NOW.date() + timedelta(days=1), NOW.date() + timedelta(days=5)
    suspend(procedure=procedure, from_date=first, until_date=last, reason="Gegevens.", by=anna, now=NOW)
    others = visit(anna, "home", list="others").content.decode()  # meanwhile the resident is waited for
    assert "nog 19 dagen, stond 5 dagen stil</span>" in others


def test_terms_at_risk_stand_there_with_their_article_what_ends_first_on_top(visit):
    anna = make_member("anna")
    make_deciding_case(anna, at=NOW + timedelta(days=1))
    late, soon = (make_deciding_case(anna, at=NOW - timedelta(days=days))[0] for days in (16, 3))
    work = visit(anna, "home", list="terms").context["work"]
    assert [row.url for row in work.rows] == [reverse("case", args=[one.number]) for one in (late, soon)]
    assert [row.is_late for row in work.rows] == [True, False]
    assert work.rows[0].left == "2 dagen te laat"
    assert work.rows[0].article == "Wmo 2015 art. 2.3.5 lid 2"
    assert counts(visit(anna, "home"))["terms"] == 2


@pytest.mark.slow
def test_a_review_comes_two_weeks_before_its_day_and_once_for_all_help_of_a_case(visit):
    anna = make_member("anna")
    for days in (15, 14, -3):
        case = make_case(anna, status="supported")
        helped_by(case, anna, NOW.date() + timedelta(days=days), NOW.date() + timedelta(days=20))
    rows = visit(anna, "home", list="reviews").context["work"].rows
    assert [row.is_late for row in rows] == [True, False]
    assert counts(visit(anna, "home"))["reviews"] == 2


def helped_by(case, by, *days):
    case.arrangements.all().update(review_date=None)
    for day in days:
        arrangements.propose(case=case, provision=ProvisionFactory(), review_date=day, by=by, now=NOW)


@pytest.mark.parametrize("chosen", ["terms", "reviews"])
def test_each_list_takes_at_most_ten_queries(client, django_assert_max_num_queries, chosen):
    anna = make_member("anna")
    for _number in range(2):
        make_deciding_case(anna)
    client.force_login(anna)
    with django_assert_max_num_queries(10):
        client.get(reverse("home"), {"list": chosen})


def test_work_takes_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    anna = make_member("anna")
    for _number in range(4):
        make_case(anna)
    client.force_login(anna)
    with django_assert_max_num_queries(10):
        client.get(reverse("home"))


def test_every_role_begins_somewhere(visit):
    for name in ("anna", "bram", "carla", "hanna"):
        assert visit(make_member(name), "home").status_code == 200
    for name in ("esra", "fatma", "gijs"):
        assert visit(make_member(name), "home").status_code in (200, 302)


def test_nobody_waits_is_said_kindly(visit):
    answer = visit(make_member("anna"), "home")
    assert answer.context["work"].rows == []
    assert answer.status_code == 200
