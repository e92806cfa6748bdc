"""A task in several cases at once."""

import pytest
from django.urls import reverse

from cases.models import Task
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(visit):
    def sent(user, *ticked, shown=(), title="Bel over de evaluatie", key="k"):
        numbers = {"case": [one.number for one in ticked], "shown": [one.number for one in shown]}
        return visit(user, "tasks_new", data=numbers | {"title": title, "due_date": "", "form_key": key})

    return sent


def test_each_case_that_is_ticked_gets_the_task_once_and_the_others_stay(send):
    anna = make_member("anna")
    first, second, other = (make_case(anna) for _number in range(3))
    for _time in range(2):
        page = send(anna, first, second, shown=(first, second, other))
    assert [task.case for task in Task.objects.order_by("case__number")] == [first, second]
    assert {task.assignee for task in Task.objects.all()} == {anna}
    assert [one.url for one in page.context["done"]] == [
        reverse("case", args=[one.number]) for one in (first, second)
    ]
    assert [(row.case, row.ticked) for row in page.context["rows"]] == [(other, False)]


def test_what_somebody_only_reads_comes_back_ticked_with_the_reason(send):
    anna, bram = make_member("anna"), make_member("bram")
    hers, his = make_case(anna), make_case(bram)
    page = send(bram, hers, his)
    assert [task.case for task in Task.objects.all()] == [his]
    (row,) = page.context["rows"]
    assert (row.case, row.ticked) == (hers, True)
    assert row.why
    assert page.context["failed"] == 1


def test_a_closed_case_and_one_that_is_not_theirs_to_read_are_not_there(send):
    anna = make_member("anna")
    closed, elsewhere = make_case(anna, status="closed"), make_case(make_member("dirk"))
    page = send(anna, closed, elsewhere)
    assert page.context["rows"] == []
    assert page.context["gone"] == 2
    assert not Task.objects.exists()


@pytest.mark.parametrize(("ticks", "title"), [(0, "Bellen"), (1, " ")])
def test_without_ticks_or_words_nothing_happens_and_the_ticks_stay(send, ticks, title):
    anna = make_member("anna")
    case = make_case(anna)
    page = send(anna, *[case] * ticks, shown=[case], title=title)
    assert page.status_code == 422
    assert not Task.objects.exists()
    assert [row.ticked for row in page.context["rows"]] == [bool(ticks)]


def test_the_list_of_my_work_leads_there_for_cases_of_mine(visit):
    anna = make_member("anna")
    case = make_case(anna, at=NOW)
    page = visit(anna, "home").content.decode()
    assert f'name="case" value="{case.number}"' in page
    answer = visit(anna, "tasks_new", case=[case.number])
    assert [(row.case, row.ticked) for row in answer.context["rows"]] == [(case, True)]


def test_looking_takes_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    anna = make_member("anna")
    cases = [make_case(anna) for _number in range(3)]
    client.force_login(anna)
    with django_assert_max_num_queries(7):
        client.get(reverse("tasks_new"), {"case": [case.number for case in cases]})
