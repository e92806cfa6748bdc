"""The page of a team."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import Deputyship
from cases.operations.arrangements import propose
from sociaal.audit.models import Entry
from tests.factories import (
    NOW,
    ProvisionFactory,
    ResidentFactory,
    make_case,
    make_deciding_case,
    make_member,
)

pytestmark = pytest.mark.django_db


def test_who_waits_longest_stands_first(visit):
    anna = make_member("anna")
    soon, late = make_case(anna, at=NOW - timedelta(days=1)), make_case(anna, at=NOW - timedelta(days=9))
    rows = visit(anna, "team").context["rows"]
    assert [row.number for row in rows] == [late.number, soon.number]


def test_the_manager_sees_numbers_and_no_names(visit):
    case = make_case(make_member("anna"))
    page = visit(make_member("esra"), "team").content.decode()
    assert case.number in page
    assert case.resident.last_name not in page


def test_a_restricted_resident_has_no_name_for_the_team(visit):
    anna = make_member("anna")
    case = make_case(anna, resident=ResidentFactory(last_name="Bekend", restricted=False))
    case.resident.restricted = True
    case.resident.save()
    assert "Bekend" not in visit(make_member("bram"), "team").content.decode()
    assert "Bekend" in visit(anna, "team").content.decode()


def test_only_names_that_are_shown_are_logged(visit):
    case = make_case(make_member("anna"))
    visit(make_member("bram"), "team")
    assert Entry.objects.get(kind="read", action="team").residents == [case.resident_id]
    visit(make_member("esra"), "team")
    assert Entry.objects.filter(kind="read", action="team").count() == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"step": "registered"}, 1),
        ({"step": "weighing"}, 1),
        ({"on": "us"}, 2),
        ({"on": "provider"}, 0),
        ({"track": "fast"}, 0),
    ],
)
def test_filters_narrow_the_list(visit, query, found):
    anna = make_member("anna")
    make_case(anna)
    make_case(anna, status="weighing")
    assert len(visit(anna, "team", **query).context["rows"]) == found


def test_terms_at_risk_of_the_team_stand_there_what_ends_first_on_top(visit):
    anna, bram = make_member("anna"), make_member("bram")
    soon, late = make_deciding_case(anna)[0], make_deciding_case(bram, at=NOW - timedelta(days=16))[0]
    make_case(anna)
    page = visit(anna, "team", due="terms")
    assert [row.number for row in page.context["rows"]] == [late.number, soon.number]
    assert [row.is_late for row in page.context["rows"]] == [True, False]
    assert "Wmo 2015 art. 2.3.5 lid 2" in page.content.decode()
    assert page.context["listing"].summary == "1 tot en met 2 van 2"
    turned = visit(anna, "team", due="terms", sort="-date", on="us").context["rows"]
    assert [row.number for row in turned] == [soon.number, late.number]
    only = visit(anna, "team", due="terms", contact=bram.pk, sort="contact").context["rows"]
    assert [row.number for row in only] == [late.number]


@pytest.mark.slow
def test_reviews_of_the_team_come_two_weeks_before_their_day(visit):
    anna = make_member("anna")
    near, far = (make_case(anna, status="supported") for _number in range(2))
    for case, days in ((near, 14), (far, 15)):
        day = NOW.date() + timedelta(days=days)
        propose(case=case, provision=ProvisionFactory(), review_date=day, by=anna, now=NOW)
    rows = visit(make_member("esra"), "team", due="reviews").context["rows"]
    assert [row.name for row in rows] == [near.number]


@pytest.mark.parametrize("due", ["terms", "reviews"])
def test_what_falls_due_takes_at_most_ten_queries(client, django_assert_max_num_queries, due):
    anna = make_member("anna")
    for _number in range(2):
        make_deciding_case(anna)
    client.force_login(anna)
    with django_assert_max_num_queries(10):
        client.get(reverse("team"), {"due": due})


def test_colleagues_stand_by_name_with_their_open_cases_now(visit):
    anna, bram = make_member("anna"), make_member("bram")
    make_case(bram)
    make_case(bram, status="closed")
    numbers = [(one.name, one.words) for one in visit(anna, "team").context["colleagues"]]
    assert numbers == [("Anna", "0 open casussen"), ("Bram", "1 open casus")]


def test_i_name_my_deputy(visit):
    anna, bram = make_member("anna"), make_member("bram")
    data = {
        "absent": anna.pk,
        "deputy": bram.pk,
        "first": "2026-11-20",
        "last": "2026-11-27",
        "form_key": "d",
    }
    assert visit(anna, "deputy", data=data).url == reverse("team")
    assert Deputyship.objects.get().deputy == bram


def test_i_do_not_name_a_deputy_for_a_colleague_but_the_manager_does(visit):
    anna, bram = make_member("anna"), make_member("bram")
    data = {
        "absent": anna.pk,
        "deputy": bram.pk,
        "first": "2026-11-20",
        "last": "2026-11-27",
        "form_key": "d",
    }
    assert visit(bram, "deputy", data=data).status_code == 422
    assert visit(make_member("esra"), "deputy", data=data).status_code == 302


def test_a_period_that_ends_before_it_begins_is_refused_at_its_field(visit):
    anna, bram = make_member("anna"), make_member("bram")
    data = {
        "absent": anna.pk,
        "deputy": bram.pk,
        "first": "2026-11-20",
        "last": "2026-11-01",
        "form_key": "d",
    }
    assert "last" in visit(anna, "deputy", data=data).context["form"].errors


def test_who_belongs_to_no_team_hears_what_to_do(visit):
    anna = make_member("anna")
    anna.team = None
    anna.save()
    assert visit(anna, "team").status_code == 403


def test_the_manager_comes_from_here_to_the_desk_of_who_leaves(visit):
    anna, esra = make_member("anna"), make_member("esra")
    desk = reverse("leaver", args=[anna.pk])
    assert desk in visit(esra, "team").content.decode()
    assert desk not in visit(anna, "team").content.decode()


def test_also_of_a_contact_person_from_another_team(visit):
    dirk, esra = make_member("dirk"), make_member("esra")
    desk = reverse("leaver", args=[dirk.pk])
    case = make_case(dirk)
    assert desk not in visit(esra, "team").content.decode()
    case.team = esra.team
    case.save()
    assert desk in visit(esra, "team").content.decode()


def test_the_page_takes_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    anna = make_member("anna")
    for _number in range(6):
        make_case(anna)
    for user, most in ((anna, 9), (make_member("esra"), 10)):
        client.force_login(user)
        with django_assert_max_num_queries(most):
            client.get(reverse("team"))
