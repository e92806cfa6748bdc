"""The page at the kitchen table."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from cases.models import Case, HelpRequest
from cases.operations.cases import withdraw
from intake.merging import digest
from intake.models import Conversation, DomainNote
from intake.operations.conversations import Appointment, plan_conversation
from sociaal.audit.models import Entry
from tests.factories import NOW, make_member

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
    facts = {
        name: form[name].value() for name in form.fields if form[name].value() not in (None, False, "False")
    }
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
    assert [tab.code for tab in following.open_tabs] == [
        "daytime",
        "housing",
        "physical_health",
        "social_network",
    ]
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
    assert len(answer.context["page"].needed) == 3


def test_saying_that_it_was_held_leaves_the_case_in_conversation(client, talk, page):
    send(client, talk, page, do="hold", held_at="2026-11-18T10:30")
    held = Conversation.objects.get().held_at
    assert held == NOW - timedelta(minutes=30)
    assert Case.objects.get().status == "conversation"


OTHER = {"form_key": "another window"}


def test_two_people_on_one_note_see_both_versions(client, talk, page):
    send(client, talk, page, do="save", notes="Wat Anna hoorde.", **OTHER)
    answer = send(client, talk, page, do="save", notes="Wat er echt gezegd is.", can_do="Koken")
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Wat Anna hoorde." in text
    assert "Wat er echt gezegd is." in text
    assert "11.00" in text
    note = DomainNote.objects.get()
    assert (note.notes, note.can_do) == ("Wat Anna hoorde.", "Koken")
    send(client, talk, answer, do="save", notes="Beide.")
    assert (DomainNote.objects.get().notes, DomainNote.objects.get().can_do) == ("Beide.", "Koken")


def test_with_a_conflict_the_form_shows_what_another_wrote_where_i_wrote_nothing(client, talk, page):
    send(client, talk, page, do="save", notes="Van Anna.", network_can="De buurman.", **OTHER)
    answer = send(client, talk, page, do="save", notes="Van mij.")
    form = answer.context["form"]
    assert (form["notes"].value(), form["network_can"].value()) == ("Van mij.", "De buurman.")


def test_a_conflict_with_htmx_is_put_on_the_page(client, talk, page):
    send(client, talk, page, do="save", notes="Van Anna.", **OTHER)
    assert send(client, talk, page, do="save", notes="Van mij.", htmx=True).status_code == 422


def test_what_is_typed_is_kept_by_itself_and_the_form_goes_on_from_there(client, talk, page):
    answer = send(client, talk, page, autosave="1", turn="1", notes="Ik ben")
    assert answer.status_code == 200
    assert "opgeslagen 11.00" in answer.content.decode()
    assert f'name="seen_notes" value="{digest("Ik ben")}"' in answer.content.decode()
    assert send(client, talk, page, autosave="1", turn="2", notes="Ik ben gevallen.").status_code == 200
    assert send(client, talk, page, autosave="1", turn="1", notes="Ik ben").status_code == 200  # late
    assert DomainNote.objects.get().notes == "Ik ben gevallen."


def test_saving_by_hand_replaces_nothing_on_the_page_that_one_types_in(client, talk, page):
    answer = send(client, talk, page, do="save", htmx=True, notes="Ik ben gevallen.")
    assert answer.headers["HX-Retarget"] == "[data-autosave-status]"
    assert "opgeslagen 11.00" in answer.content.decode()
    assert DomainNote.objects.get().notes == "Ik ben gevallen."


def test_what_cannot_be_kept_any_more_is_no_conflict_with_a_colleague(client, anna, talk, page):
    reason = {"who": "inwoner", "reason": "Het hoeft niet.", "outcome": "withdrawn"}
    withdraw(case=talk.case, by=anna, now=NOW, **reason)
    assert send(client, talk, page, autosave="1", notes="Nog iets").status_code == 422
    assert send(client, talk, page, notes="Nog iets").status_code == 409


def test_where_another_wrote_as_well_the_rest_is_kept_and_both_versions_come_back(client, talk, page):
    send(client, talk, page, do="save", notes="Wat Anna hoorde.", **OTHER)
    answer = send(client, talk, page, autosave="1", notes="Van mij.", wish="Naar boven.")
    text = answer.content.decode()
    assert answer.status_code == 409
    assert 'data-theirs="notes"' in text
    assert "Wat Anna hoorde." in text
    assert Conversation.objects.get().wish == "Naar boven."


def test_what_another_wrote_where_i_did_not_is_not_taken_for_seen(client, talk, page):
    """Or my next words in that field would be put over theirs, which my page never showed."""
    send(client, talk, page, do="save", network_can="De buurman.", **OTHER)
    answer = send(client, talk, page, autosave="1", notes="Van mij.")
    assert "seen_notes" in answer.content.decode()
    assert "seen_network_can" not in answer.content.decode()


def test_a_tap_says_no_questions_and_another_tap_takes_it_back(client, talk, page):
    answer = send(client, talk, page, nothing="finances", htmx=True)
    assert 'id="nothing-finances" name="something"' in answer.content.decode()
    assert DomainNote.objects.get().no_questions
    send(client, talk, answer, something="finances")
    assert not DomainNote.objects.get().no_questions


def test_no_questions_where_something_is_noted_is_refused_and_keeps_what_was_typed(client, talk, page):
    send(client, talk, page, do="save", notes="Ik verveel mij.")
    answer = send(client, talk, client.get(address(talk)), nothing="daytime", can_do="Puzzelen")
    assert answer.status_code == 409
    assert DomainNote.objects.get().can_do == "Puzzelen"


def test_what_an_earlier_conversation_noted_stands_beside_the_domain(client, anna, talk, page):
    send(client, talk, page, do="hold", notes="Ik verveel mij.", level="2", wish="Onder de mensen zijn.")
    after = Appointment(NOW + timedelta(days=7), "thuis")
    second = plan_conversation(case=talk.case, appointment=after, by=anna, now=NOW)
    shown = client.get(address(second, "?domain=daytime"))
    text = shown.content.decode()
    for words in ("Vorige keer", "Ik verveel mij.", "Onder de mensen zijn."):
        assert words in text
    send(client, second, shown, do="save", level="4")
    (row,) = [one for one in client.get(address(second)).context["page"].levels if one.level]
    assert (row.level, [level for _at, level in row.earlier]) == (4, [2])


def test_who_sat_at_the_table_is_ticked_among_the_people_around_the_resident(client, talk, page):
    (chair,) = page.context["chairs"]
    answer = send(client, talk, page, do="save", **{chair.name: "on"}, at_table="Truus, buurvrouw")
    (row,) = client.get(answer.url).context["page"].people
    assert row.resident_id == talk.case.resident_id
    send(client, talk, client.get(answer.url), do="save", **{chair.name: ""})
    assert client.get(answer.url).context["page"].people == []


def test_the_reporting_code_is_at_hand_where_it_goes_badly_at_home(client, talk, page):
    assert not page.context["page"].safety_in_doubt
    at_home = client.get(address(talk, "?domain=home_relations"))
    send(client, talk, at_home, do="save", level="2", notes="Er wordt geslagen.")
    assert client.get(address(talk)).context["page"].safety_in_doubt
    client.force_login(make_member("bram"))
    HelpRequest.objects.update(red_flags=["unsafe"])
    assert not client.get(address(talk)).context["page"].safety_in_doubt


@pytest.mark.parametrize("facts", [{}, {"domain": "astrologie"}, {"domain": "housing", "turn": "-1"}])
def test_a_form_that_is_not_ours_breaks_nothing(client, talk, page, facts):
    assert client.post(address(talk), facts).status_code in (302, 404)
    assert not DomainNote.objects.exists()


def test_a_conversation_that_does_not_exist_is_not_found(client, anna):
    client.force_login(anna)
    assert client.get(reverse("conversation", args=[999999])).status_code == 404


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
    with django_assert_max_num_queries(19):
        client.get(address(talk))
