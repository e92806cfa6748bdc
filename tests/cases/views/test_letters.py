"""Letters to print, one letter, its PDF, and the letters of a case."""

import pytest

from cases.models import Letter
from cases.operations.emails import hold_back, queue_email
from cases.operations.letters import stop_letter
from sociaal.audit.models import Entry
from tests.cases.operations.sending import saying, send, set_now
from tests.cases.operations.test_applicants import decided_for, living_with
from tests.cases.operations.test_letter_writing import send as written
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def letter(anna):
    return set_now(send(make_case(anna), anna, words=saying("De trap is steil.")))


def test_what_waits_to_be_printed_stands_in_the_list_with_its_pdf(visit, anna, letter):
    text = visit(anna, "letters").content.decode()
    assert letter.number in text
    assert letter.case.resident.full_name in text
    assert Entry.objects.get(kind="read").residents == [letter.case.resident_id]


def test_a_printed_letter_leaves_the_list_and_stands_among_all(visit, anna, letter):
    visit(anna, "letters_printed", data={"number": [letter.number]})
    assert letter.number not in visit(anna, "letters").content.decode()
    assert letter.number in visit(anna, "letters", which="all").content.decode()
    assert letter.number in visit(anna, "letters", which="all", state="printed").content.decode()
    assert letter.number not in visit(anna, "letters", which="all", state="queued").content.decode()


def test_nothing_chosen_says_so_and_changes_nothing(visit, anna, letter):
    visit(anna, "letters_printed", data={})
    assert "Kies eerst" in visit(anna, "letters").content.decode()
    assert Letter.objects.get().state == "to_print"


def test_the_team_prints_what_it_may_see_and_another_team_sees_nothing(visit, anna, letter):
    secret = set_now(send(letter.case, anna, categories={"youth_safety"}))
    found = {name: visit(make_member(name), "letters").content.decode() for name in ("bram", "dirk")}
    assert (letter.number in found["bram"], secret.number in found["bram"]) == (True, False)
    assert letter.number not in found["dirk"]
    assert "Er wacht niets op de printer" in found["dirk"]


def test_a_letter_is_read_on_screen_as_it_was_sent(visit, anna, letter):
    text = visit(anna, "letter", letter.number).content.decode()
    assert "De trap is steil." in text
    assert 'lang="nl"' in text
    assert "<title>Brief B2026-000001" in text.replace("\n", "")


def test_the_pdf_is_the_one_that_was_set_and_stays_nowhere(visit, anna, letter):
    answer = visit(anna, "letter_pdf", letter.number)
    assert answer.content == bytes(letter.pdf)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_letter_that_is_not_set_yet_has_no_pdf(visit, anna):
    waiting = send(make_case(anna), anna)
    assert visit(anna, "letter_pdf", waiting.number).status_code == 404
    assert "wordt gemaakt" in visit(anna, "letter", waiting.number).content.decode()


def test_a_letter_is_stopped_with_a_reason(visit, anna, letter):
    assert visit(anna, "letter_stop", letter.number, data={}).status_code == 422
    visit(anna, "letter_stop", letter.number, data={"reason": "Verkeerd adres", "form_key": "k"})
    assert "Verkeerd adres" in visit(anna, "letter", letter.number).content.decode()


def test_the_case_shows_its_letters_to_who_may_read_them(visit, anna, letter):
    stop_letter(letter=letter, reason="Dubbel", by=anna, now=NOW)
    number = letter.case.number
    assert letter.number in visit(anna, "case_letters", number).content.decode()
    assert visit(make_member("dirk"), "case_letters", number).status_code == 403


@pytest.mark.parametrize("name", ["letter", "letter_pdf", "letter_stop"])
def test_a_letter_that_does_not_exist_is_not_found(visit, anna, name):
    assert visit(anna, name, "B1999-000001").status_code == 404


def test_a_letter_about_more_than_one_may_see_is_as_if_it_were_not_there(visit, anna):
    secret = set_now(send(make_case(anna), anna, categories={"general", "justice"}))
    assert visit(make_member("bram"), "letter", secret.number).status_code == 404


def test_a_letter_to_whom_one_may_not_know_is_nowhere(visit, anna):
    case = make_deciding_case(anna)[0]
    partner = living_with(case.resident)
    row = decided_for(partner, anna, case)
    paper = set_now(written(case, anna, "decision_granted", procedure=row))

    def pages():
        answers = [
            visit(anna, "letters", which="all"), visit(anna, "case_letters", case.number),
            visit(anna, "procedure", row.pk), visit(anna, "case", case.number),
            visit(anna, "case_story", case.number, data={"part": "papers"}),
        ]  # fmt: skip
        return [paper.number in answer.content.decode() for answer in answers]

    assert pages() == [True] * 5
    partner.restricted = True
    partner.save()
    assert pages() == [False] * 5
    assert [visit(anna, name, paper.number).status_code for name in ("letter", "letter_pdf")] == [404, 404]
    assert visit(anna, "letters_printed", data={"number": [paper.number]}).status_code == 404
    assert visit(anna, "procedure", row.pk).context["letters"] == []


def test_the_list_costs_a_fixed_number_of_queries(visit, anna, letter, django_assert_max_num_queries):
    for _more in range(5):
        set_now(send(letter.case, anna))
    visit(anna, "letters")
    with django_assert_max_num_queries(14):
        visit(anna, "letters")


def test_an_announcement_that_was_held_back_after_a_restore_is_told(visit, anna, letter):
    email = queue_email(kind="letter_coming", to="a@example.org", language="nl", now=NOW, letter=letter)
    hold_back([email.pk])
    assert "tegengehouden" in visit(anna, "letter", letter.number).content.decode()
