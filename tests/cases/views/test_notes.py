"""Small forms of a case."""

import pytest
from django.urls import reverse

from cases.models import Appointment, CaseRole, ContactMoment, Goal, Task, Wait
from cases.operations import contacts
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db
FORMS = {
    "contact_new": (
        {"kind": "phone", "summary": "Gebeld.", "category": "general", "with_resident": "on"},
        ContactMoment,
    ),
    "appointment_new": ({"title": "Overleg", "at": "2026-11-20T10:30", "place": "Thuis"}, Appointment),
    "goal_new": ({"words": "Zelf naar boven.", "domain": "housing", "category": "general"}, Goal),
    "wait_new": ({"on": "partner", "why": "Bericht van de huisarts"}, Wait),
}


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna, status="weighing")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_opens_is_kept_once_however_often_it_is_sent_and_returns_to_the_case(visit, anna, case, name):
    data, model = FORMS[name]
    before = model.objects.count()
    assert visit(anna, name, case.number).status_code == 200
    for _time in range(2):
        answer = visit(anna, name, case.number, data=data | {"form_key": "one"})
        assert answer.url == reverse("case", args=[case.number])
    assert model.objects.count() == before + 1


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_form_comes_back_with_its_errors(visit, anna, case, name):
    answer = visit(anna, name, case.number, data={"form_key": "one"})
    assert answer.status_code == 422
    assert answer.context["form"].errors


@pytest.mark.parametrize("name", [*FORMS, "task_new", "role_give"])
def test_who_only_reads_along_does_not_write(visit, case, name):
    assert visit(make_member("bram"), name, case.number).status_code == 403


def test_a_contact_in_the_future_is_refused_at_its_field_and_the_text_stays(visit, anna, case):
    data = FORMS["contact_new"][0] | {"at": "2027-01-01T10:00", "form_key": "one"}
    answer = visit(anna, "contact_new", case.number, data=data)
    assert answer.status_code == 422
    assert "at" in answer.context["form"].errors
    assert "Gebeld." in answer.content.decode()


def test_a_task_is_given_and_done(visit, anna, case):
    bram = make_member("bram")
    visit(
        anna, "task_new", case.number, data={"title": "Bel de huisarts", "assignee": bram.pk, "form_key": "t"}
    )
    task = Task.objects.get()
    assert visit(bram, "task_done", case.number, task.pk, data={"next": "home"}).url == "/"
    task.refresh_from_db()
    assert task.done_at == NOW


def test_who_cannot_read_the_case_is_not_offered_for_a_task(visit, anna, case):
    dirk = make_member("dirk")
    answer = visit(anna, "task_new", case.number, data={"title": "Bel", "assignee": dirk.pk, "form_key": "t"})
    assert "assignee" in answer.context["form"].errors


def test_a_wait_set_by_hand_is_stopped(visit, anna, case):
    wait = contacts.wait_for(case=case, on="partner", why="Bericht", by=anna, now=NOW)
    visit(anna, "wait_stop", case.number, wait.pk, data={})
    wait.refresh_from_db()
    assert wait.until == NOW


def test_what_our_next_step_waits_for_takes_the_case_from_us_until_it_has_come(visit, anna, case):
    def shown():
        return str(visit(anna, "case", case.number).context["identity"])

    data = {"on": "resident", "why": "Bankafschriften", "instead": "on", "form_key": "w"}
    visit(anna, "wait_new", case.number, data=data)
    assert "Bankafschriften" in shown()
    running = Wait.objects.filter(case=case, until__isnull=True)
    assert [(wait.on, wait.why) for wait in running] == [("resident", "Bankafschriften")]
    visit(anna, "wait_stop", case.number, running.get().pk, data={})
    assert [wait.on for wait in running.all()] == ["us"]


def test_in_one_click_it_is_the_residents_move_and_a_second_click_changes_nothing(visit, anna, case):
    assert b'value="resident"' in visit(anna, "case", case.number).content
    for _click in range(2):
        assert visit(anna, "wait_at_once", case.number, data={"on": "resident"}).status_code == 302
    (wait,) = Wait.objects.filter(case=case, until__isnull=True)
    assert (wait.on, wait.by_hand, wait.since) == ("resident", True, NOW)
    answer = visit(anna, "wait_at_once", case.number, data={"on": "us"})
    assert answer.url == reverse("wait_new", args=[case.number])


def test_who_reads_along_is_not_asked_whose_move_it_is(visit, case):
    assert b'value="resident"' not in visit(make_member("bram"), "case", case.number).content


def test_who_goes_on_meanwhile_keeps_the_case_with_us(visit, anna, case):
    visit(anna, "wait_new", case.number, data={"on": "partner", "why": "Bericht", "form_key": "w"})
    assert {wait.on for wait in Wait.objects.filter(case=case, until__isnull=True)} == {"us", "partner"}


def test_a_case_director_is_named(visit, anna, case):
    carla = make_member("carla")
    visit(anna, "role_give", case.number, data={"kind": "case_director", "user": carla.pk, "form_key": "r"})
    assert CaseRole.objects.get().user == carla


def test_a_role_that_the_colleague_does_not_have_is_refused(visit, anna, case):
    carla = make_member("carla")
    answer = visit(
        anna, "role_give", case.number, data={"kind": "care_coordinator", "user": carla.pk, "form_key": "r"}
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("name", ["task_done", "wait_stop"])
def test_nothing_happens_on_a_get(visit, anna, case, name):
    assert visit(anna, name, case.number, 1).status_code == 405


@pytest.mark.parametrize("name", ["task_done", "wait_stop"])
def test_what_is_not_of_this_case_is_not_found(visit, anna, case, name):
    assert visit(anna, name, case.number, 999, data={}).status_code == 404
