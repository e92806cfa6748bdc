"""The pages of the conversation report."""

import pytest
from django.urls import reverse

from cases.models import Letter, Resident
from intake.models import ConversationReport, DomainNote, ReportPart
from intake.operations.conversations import hold
from sociaal.audit.models import Entry
from tests.factories import NOW, make_member
from tests.visiting import at_that_moment  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(talk, anna):
    DomainNote.objects.create(conversation=talk, domain="housing", notes="De trap is steil.")
    return hold(conversation=talk, held_at=NOW, by=anna, now=NOW)


@pytest.fixture
def page(client, held, anna):
    client.force_login(anna)
    return client.get(address(held))


def address(talk, name="conversation_report"):
    return reverse(name, args=[talk.pk])


def typed(page, **changes):
    """What the form of this page would send."""
    form, seen = page.context["form"], page.context["seen"]
    values = {name: form[name].value() for name in form.fields} | changes
    marks = {f"seen_{name}": mark for name, mark in seen.items()}
    return {name: value for name, value in (values | marks).items() if value not in (False, None)}


def test_the_page_shows_every_part_to_be_changed(page):
    text = page.content.decode()
    assert "U vertelde: De trap is steil." in text
    assert 'name="keep_domain_housing"' in text


def test_looking_is_logged_and_changes_nothing(page, held):
    assert Entry.objects.get(kind="read").residents == [held.case.resident_id]
    assert not ConversationReport.objects.exists()


def test_saving_keeps_what_was_changed(client, held, page):
    client.post(address(held), typed(page, text_domain_housing="Te steil voor u."))
    assert ReportPart.objects.get().text == "Te steil voor u."


def test_keeping_while_one_types_answers_with_the_time_and_new_marks(client, held, page):
    answer = client.post(address(held), typed(page, text_domain_housing="Te steil.") | {"autosave": "1"})
    text = answer.content.decode()
    assert (answer.status_code, ReportPart.objects.get().text) == (200, "Te steil.")
    assert "11.00" in text
    assert 'name="seen_text_domain_housing"' in text


def test_two_on_one_part_get_both_versions(client, held, page):
    client.post(address(held), typed(page, text_domain_housing="Van Anna."))
    mine = typed(page, text_domain_housing="Van mij.", form_key="another")
    autosaved = client.post(address(held), mine | {"autosave": "1"})
    assert (autosaved.status_code, "Van Anna." in autosaved.content.decode()) == (409, True)
    answer = client.post(address(held), mine)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Van Anna." in text
    assert "Van mij." in text
    client.post(address(held), typed(answer, text_domain_housing="Samen."))
    assert ReportPart.objects.get().text == "Samen."


def test_sending_saves_first_and_leads_to_the_letter(client, held, page):
    answer = client.post(address(held), typed(page, text_domain_housing="Te steil.", do="send"))
    letter = Letter.objects.get()
    assert answer.url == reverse("letter", args=[letter.number])
    assert "Te steil." in client.get(answer.url).content.decode()


def test_the_same_sending_a_second_time_leads_to_the_same_letter(client, held, page):
    form = typed(page, do="send")
    assert len({client.post(address(held), form).url for _turn in range(3)}) == 1
    assert Letter.objects.count() == 1


def test_what_was_typed_after_it_was_sent_is_not_kept_in_that_version(client, held, page):
    form = typed(page, do="send")
    client.post(address(held), form)
    late = {"autosave": "1", "text_domain_housing": "Te laat"}
    assert client.post(address(held), form | late).status_code == 204
    assert client.post(address(held), form | late | {"form_key": "of another window"}).status_code == 410
    assert client.post(address(held), form | {"form_key": "of another window"}).status_code == 409


def test_without_an_address_the_page_says_what_to_do(client, held, anna):
    Resident.objects.update(street="", house_number="")
    client.force_login(anna)
    answer = client.post(address(held), typed(client.get(address(held)), do="send"))
    assert answer.status_code == 422
    assert "Er is geen adres" in answer.content.decode()
    assert not Letter.objects.exists()


def test_an_e_mail_is_offered_where_there_is_an_address_and_a_mail_server(client, held, anna, settings):
    Resident.objects.update(email="aaltje@example.org")
    client.force_login(anna)
    settings.CAN_EMAIL = False
    assert 'name="announce"' not in client.get(address(held)).content.decode()
    settings.CAN_EMAIL = True
    assert 'name="announce"' in client.get(address(held)).content.decode()


def test_characters_that_no_font_has_are_named_before_sending(client, held, anna):
    DomainNote.objects.update(notes="Zij zei 漢 en lachte 🙂")
    client.force_login(anna)
    assert "漢 🙂" in client.get(address(held)).content.decode()


def test_the_part_beside_the_conversation_says_what_the_report_will_say(client, held, page):
    text = client.get(address(held, "conversation_report_preview")).content.decode()
    assert "De trap is steil." in text
    assert "<html" not in text


def test_the_concept_can_be_seen_as_a_letter(client, held, page):
    answer = client.get(address(held, "conversation_report_pdf"))
    assert answer.content.startswith(b"%PDF-")
    assert "inline" in answer.headers["Content-Disposition"]
    assert held.case.resident.last_name not in answer.headers["Content-Disposition"]


def test_remarks_lead_to_a_new_version(client, held, page):
    client.post(address(held), typed(page, do="send"))
    url = address(held, "conversation_report_remarks")
    answer = client.post(url, {"remarks": "Ik slaap ook slecht.", "form_key": "k"})
    assert answer.url == address(held)
    assert "versie 2" in client.get(address(held)).content.decode()
    assert client.post(url, {"remarks": "", "form_key": "l"}).status_code == 422


def test_another_language_is_a_press_away(client, held, page):
    client.post(address(held), typed(page, language="en", do="language"))
    assert "you told us" in client.get(address(held)).content.decode().lower()


@pytest.mark.parametrize(("name", "status"), [("bram", 200), ("dirk", 403), ("esra", 403), ("hanna", 404)])
def test_who_reads_along_sees_no_form(client, held, name, status):
    client.force_login(make_member(name))
    answer = client.get(address(held))
    assert answer.status_code == status
    assert "<textarea" not in answer.content.decode()
    assert client.post(address(held), {"number": "1"}).status_code in (403, 404)


def test_the_page_costs_a_fixed_number_of_queries(client, held, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        client.get(address(held))
