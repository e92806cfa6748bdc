"""The page at the kitchen table."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from cases.models import Case
from intake.models import Conversation, DomainNote
from sociaal.audit.models import Entry
from tests.factories import NOW, make_case, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def page(client, anna, talk):
    client.force_login(anna)
    return client.get(address(talk))


def address(talk, query=""):
    return reverse("conversation", args=[talk.pk]) + query


def send(client, talk, page, **fields):
    """The form as it stood on the page, with these fields changed."""
    form = page.context["form"]
    facts = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    facts |= {f"seen_{name}": mark for name, mark in page.context["page"].seen.items()}
    facts |= {"domain": page.context["page"].domain}
    headers = {"HX-Request": "true"} if fields.pop("htmx", False) else {}
    return client.post(address(talk), facts | fields, headers=headers)


SAID = {"notes": "Ik ben gevallen.", "can_do": "Koken", "network_can": "Boodschappen", "wish": "Naar boven."}


def test_the_page_opens_with_an_easy_domain_and_its_open_question(page):
    assert page.context["page"].domain == "daytime"
    assert str(page.context["page"].questions.opening) in page.content.decode()


def test_stepping_to_the_next_domain_saves_this_one(client, talk, page):
    answer = send(client, talk, page, next="housing", **SAID)
    assert answer.url == address(talk, "?domain=housing")
    assert DomainNote.objects.get().domain == "daytime"
    following = client.get(answer.url).context["page"]
    assert [tab.code for tab in following.tabs if tab.said] == ["daytime"]
    assert following.report[0].notes[0].notes == "Ik ben gevallen."


def test_with_htmx_only_the_form_comes_back_and_the_address_follows(client, talk, page):
    answer = send(client, talk, page, next="housing", htmx=True, **SAID)
    assert answer.headers["HX-Push-Url"] == address(talk, "?domain=housing")
    text = answer.content.decode()
    assert text.lstrip().startswith("<form")
    assert "data-focus" in text
    assert "11.00" in text


def test_finishing_from_the_page_brings_the_case_to_the_weighing(client, talk, page):
    answer = send(client, talk, page, do="finish", **SAID)
    assert answer.url == reverse("weighing", args=[talk.case.number])
    assert Case.objects.get().status == "weighing"


def test_finishing_twice_is_finishing_once(client, talk, page):
    key = page.context["form"]["form_key"].value()
    first, second = (send(client, talk, page, do="finish", form_key=key, **SAID) for _ in range(2))
    assert first.url == second.url
    assert Case.objects.get().status == "weighing"


def test_finishing_too_early_says_what_a_colleague_would_ask_and_keeps_what_was_said(client, talk, page):
    answer = send(client, talk, page, do="finish", notes="Ik ben gevallen.")
    assert answer.status_code == 422
    assert DomainNote.objects.get().notes == "Ik ben gevallen."
    assert len(answer.context["page"].missing) == 3


def test_saying_that_it_was_held_leaves_the_case_in_conversation(client, talk, page):
    send(client, talk, page, do="hold", held_at="2026-11-18T10:30")
    held = Conversation.objects.get().held_at
    assert held == NOW - timedelta(minutes=30)
    assert Case.objects.get().status == "conversation"


def test_two_people_on_one_note_see_both_versions(client, talk, page):
    send(client, talk, page, do="save", notes="Wat Anna hoorde.")
    answer = send(client, talk, page, do="save", notes="Wat er echt gezegd is.", can_do="Koken")
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Wat Anna hoorde." in text
    assert "Wat er echt gezegd is." in text
    assert DomainNote.objects.get().notes == "Wat Anna hoorde."
    send(client, talk, answer, do="save", notes="Beide.")
    assert (DomainNote.objects.get().notes, DomainNote.objects.get().can_do) == ("Beide.", "Koken")


def test_with_a_conflict_the_form_shows_what_another_wrote_where_i_wrote_nothing(client, talk, page):
    send(client, talk, page, do="save", notes="Van Anna.", network_can="De buurman.")
    answer = send(client, talk, page, do="save", notes="Van mij.")
    form = answer.context["form"]
    assert (form["notes"].value(), form["network_can"].value()) == ("Van mij.", "De buurman.")


def test_a_conflict_with_htmx_is_put_on_the_page(client, talk, page):
    send(client, talk, page, do="save", notes="Van Anna.")
    assert send(client, talk, page, do="save", notes="Van mij.", htmx=True).status_code == 422


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("bram", 200),
        ("carla", 200),
        ("dirk", 403),
        ("esra", 403),
        ("fatma", 404),
        ("gijs", 403),
        ("hanna", 404),
    ],
)
def test_who_reads_along_sees_no_form_and_others_do_not_read(client, talk, name, status):
    client.force_login(make_member(name))
    answer = client.get(address(talk))
    assert answer.status_code == status
    assert 'id="talk"' not in answer.content.decode()
    assert client.post(address(talk), {"notes": "x"}).status_code in (403, 404)


def test_the_team_does_not_see_what_is_about_justice_or_youth(client, talk, page):
    for domain in ("justice", "housing"):
        at = client.get(address(talk, f"?domain={domain}"))
        send(client, talk, at, do="save", notes=f"Geheim over {domain}")
    client.force_login(make_member("bram"))
    text = client.get(address(talk)).content.decode()
    assert "Geheim over housing" in text
    assert "Geheim over justice" not in text


def test_reading_a_conversation_is_logged(page, talk):
    assert Entry.objects.get(kind="read").residents == [talk.case.resident_id]


def test_the_page_costs_a_fixed_number_of_queries(client, talk, page, django_assert_max_num_queries):
    for domain in ("housing", "finances", "justice", "daytime"):
        send(client, talk, client.get(address(talk, f"?domain={domain}")), do="save", **SAID)
    with django_assert_max_num_queries(15):
        client.get(address(talk))


def test_planning_and_changing_the_moment_from_their_pages(client, anna):
    case = make_case(anna)
    client.force_login(anna)
    given = {"planned_date": "2026-11-20", "planned_time": "10:00", "place": "thuis", "form_key": "k"}
    url = reverse("conversation_new", args=[case.number])
    for _ in range(2):
        assert client.post(url, given).url == reverse("case", args=[case.number])
    row = Conversation.objects.get()
    url = reverse("conversation_plan", args=[row.pk])
    assert 'value="2026-11-20"' in client.get(url).content.decode()
    client.post(url, given | {"planned_time": "14:30", "form_key": "l"})
    assert Conversation.objects.get().planned_at.hour == 13


def test_planning_without_a_date_keeps_what_was_typed(client, anna):
    client.force_login(anna)
    answer = client.post(
        reverse("conversation_new", args=[make_case(anna).number]), {"place": "bij de dochter"}
    )
    assert answer.status_code == 422
    assert "bij de dochter" in answer.content.decode()


def test_the_step_of_the_case_page_leads_to_the_conversation_or_to_planning_one(client, anna, talk):
    client.force_login(anna)
    to = reverse("case_conversation", args=[talk.case.number])
    assert client.get(to).url == address(talk)
    Conversation.objects.all().delete()
    assert client.get(to).url == reverse("conversation_new", args=[talk.case.number])


def test_the_panel_of_the_case_page_lists_the_conversations(client, anna, talk):
    client.force_login(anna)
    url = reverse("case_conversations", args=[talk.case.number])
    assert address(talk) in client.get(url, headers={"HX-Request": "true"}).content.decode()
    client.force_login(make_member("dirk"))
    assert client.get(url).status_code == 403


@pytest.mark.parametrize("name", ["conversation", "conversation_plan"])
def test_a_conversation_that_does_not_exist_is_not_found(client, anna, name):
    client.force_login(anna)
    assert client.get(reverse(name, args=[999999])).status_code == 404
