"""The leaver's desk."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import ContactTerm, Deputyship, Handover, Household, HouseholdMember, Resident
from cases.operations import contact_person, procedures
from sociaal.audit.models import Entry
from tests.factories import NOW, UserFactory, make_case, make_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def cast(db):
    return {name: make_member(name) for name in ("anna", "bram", "esra", "dirk")}


@pytest.fixture
def desk(visit, cast):
    """The desk of Anna's leave as Esra sees it."""
    return lambda: visit(cast["esra"], "leaver", cast["anna"].pk).context["desk"]


def typed(desk, pressed="all", **more):
    best = {f"to_{row.who.resident_id}": row.best.user.pk for row in desk.to_do if row.best}
    words = {"explanation": "Anna gaat weg.", "told_resident": "Een brief.", "form_key": "k", "ask": pressed}
    return best | words | more


def send(visit, cast, data):
    return visit(cast["esra"], "leaver", cast["anna"].pk, data=data)


def test_each_resident_stands_there_by_number_with_a_next_person_and_why(desk, cast):
    case = make_case(cast["anna"])
    (row,) = desk().to_do
    assert (row.who.called, row.best.user) == (case.number, cast["bram"])
    assert row.best.reason


def test_no_name_of_a_resident_is_shown_and_the_log_says_whose_rows_were(visit, cast):
    case = make_case(cast["anna"])
    page = visit(cast["esra"], "leaver", cast["anna"].pk).content.decode()
    assert case.resident.last_name not in page
    assert Entry.objects.get(kind="read", action="leaver").residents == [case.resident_id]


def test_a_manager_who_reads_the_file_as_a_colleague_sees_the_name(visit, cast):
    case = make_case(cast["anna"])
    cast["esra"].roles = [*cast["esra"].roles, "consultant"]
    cast["esra"].save()
    page = visit(cast["esra"], "leaver", cast["anna"].pk).content.decode()
    assert case.resident.last_name in page


def test_a_case_of_another_team_is_on_the_desk_of_that_teams_manager_alone(visit, desk, cast):
    case = make_case(cast["anna"])
    other = UserFactory(team=cast["dirk"].team, roles=["manager"])
    case.team = other.team
    case.save()
    assert desk().to_do == []
    answer = visit(other, "leaver", cast["anna"].pk)
    assert [row.who.called for row in answer.context["desk"].to_do] == [case.number]


def test_a_manager_of_another_team_finds_no_desk(visit, cast):
    make_case(cast["anna"])
    other = UserFactory(team=cast["dirk"].team, roles=["manager"])
    assert visit(other, "leaver", cast["anna"].pk).status_code == 404


def test_who_has_no_open_case_stands_there_by_the_last_number(desk, cast):
    case = make_case(cast["anna"], status="closed")
    assert [row.who.called for row in desk().to_do] == [case.number]


def test_a_colleague_without_residents_has_nothing_left_to_ask(visit, cast):
    page = visit(cast["esra"], "leaver", cast["anna"].pk).content.decode()
    assert "Niets meer te vragen" in page
    assert 'name="explanation"' not in page


def test_all_are_asked_in_one_go_with_the_same_words(visit, desk, cast):
    for _one in range(3):
        make_case(cast["anna"])
    assert send(visit, cast, typed(desk())).url == reverse("leaver", args=[cast["anna"].pk])
    assert {(row.explanation, row.told_resident) for row in Handover.objects.all()} == {
        ("Anna gaat weg.", "Een brief.")
    }
    after = desk()
    assert (len(after.to_do), len(after.asked), len(after.accepted)) == (0, 3, 0)


def test_the_same_form_sent_twice_asks_once(visit, desk, cast):
    make_case(cast["anna"])
    data = typed(desk())
    assert [send(visit, cast, data).status_code for _time in range(2)] == [302, 302]
    assert Handover.objects.count() == 1


def test_a_row_may_have_another_person_other_words_and_a_warm_transfer(visit, desk, cast):
    first, second = (make_case(cast["anna"]).resident for _one in range(2))
    other = UserFactory()
    key = first.pk
    more = {f"to_{key}": other.pk, f"told_resident_{key}": "Gebeld.", f"explanation_{key}": "Kent haar.",
            f"warm_transfer_at_{key}": "2026-11-20T10:30"}  # fmt: skip
    send(visit, cast, typed(desk(), **more))
    row = Handover.objects.get(resident=first)
    assert (row.to_user, row.told_resident, row.explanation) == (other, "Gebeld.", "Kent haar.")
    assert row.warm_transfer_at.isoformat() == "2026-11-20T09:30:00+00:00"
    assert Handover.objects.get(resident=second).told_resident == "Een brief."


def test_one_row_is_asked_apart_and_the_explanation_is_still_there_not_what_was_told(visit, desk, cast):
    first = make_case(cast["anna"]).resident
    make_case(cast["anna"])
    send(visit, cast, typed(desk(), pressed=str(first.pk), **{f"told_resident_{first.pk}": "Gebeld."}))
    assert Handover.objects.get().resident == first
    form = visit(cast["esra"], "leaver", cast["anna"].pk).context["form"]
    assert (form["explanation"].value(), form["told_resident"].value()) == ("Anna gaat weg.", None)


def test_rows_without_a_colleague_wait(visit, desk, cast):
    first, second = (make_case(cast["anna"]).resident for _one in range(2))
    send(visit, cast, typed(desk(), **{f"to_{first.pk}": ""}))
    assert Handover.objects.get().resident == second


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"explanation": ""}, "explanation"),
        ({"told_resident": ""}, "told_resident"),
        ({"ask": "nobody"}, "__all__"),
    ],
)
def test_what_is_missing_stands_where_it_is_wanted_and_nothing_is_asked(visit, desk, cast, more, field):
    make_case(cast["anna"])
    answer = send(visit, cast, typed(desk()) | more)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Handover.objects.exists()


@pytest.mark.parametrize("who", ["esra", "anna"])
def test_who_does_not_work_with_residents_or_leaves_is_not_asked(visit, desk, cast, who):
    case = make_case(cast["anna"])
    field = f"to_{case.resident_id}"
    answer = send(visit, cast, typed(desk(), **{field: cast[who].pk}))
    assert (answer.status_code, field in answer.context["form"].errors) == (422, True)


def test_who_refuses_comes_back_first_with_the_reason_and_another_proposal(visit, desk, cast):
    other = UserFactory()
    residents = [make_case(cast["anna"]).resident for _one in range(3)]
    send(visit, cast, typed(desk(), **{f"to_{residents[1].pk}": other.pk, f"to_{residents[0].pk}": ""}))
    row = Handover.objects.get(resident=residents[1])
    contact_person.refuse_handover(handover=row, refusal="Ken ik privé.", by=other, now=NOW)
    after = desk()
    assert [one.who.resident_id for one in after.to_do] == [residents[1].pk, residents[0].pk]
    assert after.to_do[0].refused.refusal == "Ken ik privé."
    assert after.to_do[0].best.user != other
    assert (len(after.to_do), after.refused, len(after.asked)) == (2, 1, 1)
    assert "Ken ik privé." in visit(cast["esra"], "leaver", cast["anna"].pk).content.decode()


def test_who_accepted_is_counted_also_when_the_case_goes_to_another_team(visit, desk, cast):
    case = make_case(cast["anna"])
    send(visit, cast, typed(desk(), **{f"to_{case.resident_id}": cast["dirk"].pk}))
    row = Handover.objects.get()
    contact_person.accept_handover(handover=row, by=cast["dirk"], now=NOW)
    after = desk()
    assert (len(after.to_do), len(after.asked), len(after.accepted)) == (0, 0, 1)
    page = visit(cast["esra"], "leaver", cast["anna"].pk).content.decode()
    assert case.resident.last_name not in page
    assert case.number not in page
    shown = visit(cast["esra"], "handover", row.pk).content.decode()
    assert case.resident.last_name not in shown


def test_proposals_count_each_other_and_what_waits_for_an_answer(desk, cast):
    other = UserFactory()
    make_case(other)
    for _one in range(5):
        make_case(cast["anna"])
    people = [row.best.user for row in desk().to_do]
    assert (people.count(cast["bram"]), people.count(other)) == (3, 2)


def test_a_household_is_proposed_to_one_colleague(desk, cast):
    UserFactory()
    cases = [make_case(cast["anna"]) for _one in range(4)]
    home = Household.objects.create(name="Gezin")
    for case in cases[:2]:
        HouseholdMember.objects.create(household=home, resident=case.resident, during=(NOW.date(), None))
    best = {row.who.called: row.best.user for row in desk().to_do}
    assert best[cases[0].number] == best[cases[1].number]


def test_the_contact_person_of_a_hidden_housemate_gives_nothing_away(desk, cast):
    case, other = make_case(cast["anna"]), make_case(cast["dirk"])
    home = Household.objects.create(name="Gezin")
    for one in (case, other):
        HouseholdMember.objects.create(household=home, resident=one.resident, during=(NOW.date(), None))
    assert desk().to_do[0].best.user == cast["dirk"]
    Resident.objects.filter(pk=other.resident_id).update(restricted=True)
    assert desk().to_do[0].best.user == cast["bram"]


def test_the_law_of_a_procedure_asks_for_expertise(desk, cast):
    knows = UserFactory(expertise=["wgs"])
    make_case(knows)
    case = make_case(cast["anna"])
    procedures.open_procedure(case=case, law="wgs", subject="Schulden", by=cast["anna"], now=NOW)
    assert desk().to_do[0].best.user == knows


def test_who_is_away_is_not_proposed(desk, cast):
    other = UserFactory()
    make_case(other)
    Deputyship.objects.create(absent=cast["bram"], deputy=other, during=(NOW - DAY, NOW + DAY))
    make_case(cast["anna"])
    assert desk().to_do[0].best.user == other


def test_with_nobody_else_there_the_row_says_so(visit, cast):
    cast["bram"].is_active = False
    cast["bram"].save()
    make_case(cast["anna"])
    page = visit(cast["esra"], "leaver", cast["anna"].pk)
    (row,) = page.context["desk"].to_do
    assert row.best is None
    assert "Kies zelf iemand." in page.content.decode()
    assert cast["dirk"] in row.others  # of another team: there is somebody to choose


def test_of_very_many_the_first_are_asked_and_the_others_follow(visit, desk, cast, monkeypatch):
    monkeypatch.setattr("cases.views.leaver.AT_ONCE", 2)
    for _one in range(3):
        make_case(cast["anna"])
    page = visit(cast["esra"], "leaver", cast["anna"].pk)
    assert (len(page.context["rows"]), page.context["later"], len(desk().to_do)) == (2, 1, 3)
    shown = {f"to_{row.to_do.who.resident_id}": row.chosen for row in page.context["rows"]}
    send(visit, cast, shown | {"explanation": "Weg.", "told_resident": "Een brief.", "ask": "all"})
    assert (len(desk().to_do), len(desk().asked)) == (1, 2)


def queries_of(client, cast, number):
    while ContactTerm.objects.filter(user=cast["anna"]).count() < number:
        make_case(cast["anna"])
    client.force_login(cast["esra"])
    with CaptureQueriesContext(
        connection,
    ) as done:
        assert client.get(reverse("leaver", args=[cast["anna"].pk])).status_code == 200
    return len(done)


def test_twenty_residents_take_as_many_queries_as_two(client, cast):
    few = queries_of(client, cast, 2)
    assert queries_of(client, cast, 20) == few <= 18


def test_who_is_asked_and_left_meanwhile_is_to_do_again(visit, desk, cast):
    case = make_case(cast["anna"])
    send(visit, cast, typed(desk(), **{f"to_{case.resident_id}": cast["dirk"].pk}))
    cast["dirk"].is_active = False
    cast["dirk"].save()
    after = desk()
    assert (len(after.to_do), len(after.asked)) == (1, 0)
