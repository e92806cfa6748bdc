"""The weighing page and the second reader's."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import Case, Weighing
from cases.operations.cases import withdraw
from cases.operations.contacts import add_contact
from cases.operations.procedures import apply, open_procedure
from cases.operations.weighing import second_read
from cases.permissions import access_to_case
from intake.models import Conversation, DomainNote
from sociaal.audit.models import Entry
from tests.factories import NOW, ProvisionFactory, make_case, make_member

pytestmark = pytest.mark.django_db
COMPLETE = {
    "behind_question": "Zij is bang om te vallen.",
    "social_base_considered": "De buurvrouw helpt.",
    "social_base_why_not": "Zij kan niet tillen.",
    "general_considered": "De klussendienst plaatst een leuning.",
    "weight": "general",
    "safety_at_stake": "no",
    "clear_how": "yes",
    "stable": "yes",
    "parties_needed": "1",
}


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna, status="weighing")


def save(visit, user, case, *, key="k", seen=None, **typed):
    data = {"form_key": key, "seen": case.version if seen is None else seen, **typed}
    return visit(user, "weighing", case.number, data=data)


def test_incomplete_work_is_kept(visit, anna, case):
    answer = save(visit, anna, case, behind_question="Zij is bang om te vallen.")
    assert answer.url == reverse("weighing", args=[case.number])
    assert Weighing.objects.get().behind_question == "Zij is bang om te vallen."


def test_agreeing_too_early_keeps_the_text_and_names_what_is_missing_at_its_field(visit, anna, case):
    answer = save(visit, anna, case, agree="1", weight="general", social_base_considered="De buurvrouw.")
    assert Weighing.objects.get().weight == "general"
    page = visit(anna, "weighing", case.number, missing=1)
    assert answer.url.endswith("?missing=1")
    errors = page.context["form"].errors
    assert {"behind_question", "social_base_why_not", "general_considered"} <= set(errors)
    assert "De buurvrouw." in page.content.decode()


def test_a_complete_weighing_agrees_on_the_solution(visit, anna, case):
    answer = save(visit, anna, case, agree="1", **COMPLETE)
    case.refresh_from_db(fields=["track", "weight"])
    assert answer.url == reverse("case", args=[case.number])
    assert (type(case).objects.get().status, case.weight, case.track) == ("arranging", "general", "fast")


def test_a_decision_needs_a_procedure_first(visit, anna, case):
    answer = save(visit, anna, case, decide="1", **COMPLETE)
    assert answer.url == reverse("procedure_new", args=[case.number]) + "?weighed=1"


def test_the_procedure_started_for_it_brings_the_case_to_the_decision(visit, anna, case, client):
    answer = save(visit, anna, case, decide="1", **COMPLETE)
    data = {"law": "wmo", "subject": "Traplift", "way_in": "municipality", "form_key": "p"}
    assert client.post(answer.url, data).url == reverse("case", args=[case.number])
    assert type(case).objects.get().status == "deciding"


def test_a_decision_is_awaited_once_there_is_an_application(visit, anna, case):
    procedure = open_procedure(case=case, law="wmo", subject="Traplift", by=anna, now=NOW)
    apply(procedure=procedure, applied_date=NOW.date(), by=anna, now=NOW)
    case.refresh_from_db(fields=["version"])
    save(visit, anna, case, decide="1", **COMPLETE)
    assert type(case).objects.get().status == "deciding"


def test_sending_twice_weighs_once(visit, anna, case):
    first, second = (save(visit, anna, case, agree="1", **COMPLETE) for _time in range(2))
    assert first.url == second.url
    assert Weighing.objects.count() == 1


def test_a_conflict_shows_both_versions_and_loses_nothing(visit, anna, case):
    seen = case.version
    save(visit, anna, case, behind_question="Van een collega.")
    answer = save(visit, anna, case, key="other", seen=seen, behind_question="Van mij.")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van een collega." in page
    assert "Van mij." in page
    assert Weighing.objects.get().behind_question == "Van een collega."


def test_after_a_conflict_the_next_sending_goes_through(visit, anna, case):
    add_contact(case=case, kind="phone", summary="Gebeld.", by=anna, now=NOW)
    answer = save(visit, anna, case, behind_question="Van mij.")
    fresh = answer.context["form"]["seen"].value()
    save(visit, anna, case, key="again", seen=fresh, behind_question="Van mij.")
    assert Weighing.objects.get().behind_question == "Van mij."


def test_another_track_than_the_rule_needs_a_reason_at_its_field(visit, anna, case):
    answer = save(visit, anna, case, **COMPLETE | {"track": "regie"})
    assert answer.status_code == 422
    assert "deviation_reason" in answer.context["form"].errors


def test_provisions_stand_on_their_rung(visit, anna, case):
    ProvisionFactory(name="Klussendienst", weight="general", waiting_weeks=2)
    page = visit(anna, "weighing", case.number).content.decode()
    assert "Klussendienst" in page


def test_the_track_by_rule_follows_the_answers(client, anna):
    client.force_login(anna)
    page = client.get(reverse("weighing_track"), {"safety_at_stake": "yes"}).content.decode()
    assert "Regie" in page


def test_a_colleague_who_reads_along_does_not_weigh(visit, case):
    assert visit(make_member("bram"), "weighing", case.number).status_code == 403


def test_the_page_takes_a_fixed_number_of_queries(client, anna, case, django_assert_max_num_queries):
    for _number in range(8):
        ProvisionFactory()
    client.force_login(anna)
    with django_assert_max_num_queries(18):
        client.get(reverse("weighing", args=[case.number]))


SPECIALIST = COMPLETE | {
    "weight": "specialist",
    "general_why_not": "Er is meer nodig.",
    "specialist_considered": "Een traplift.",
    "lighter_again_date": (NOW + timedelta(days=90)).date().isoformat(),
}


@pytest.fixture
def asked(visit, anna, case):
    """A specialist weighing that asks Bram."""
    bram = make_member("dirk")
    save(visit, anna, case, **SPECIALIST | {"second_reader": bram.pk})
    return bram, Weighing.objects.get()


def test_the_second_reader_sees_the_weighing_and_answers(visit, case, asked):
    reader, weighing = asked
    page = visit(reader, "second_reading", case.number, weighing.pk)
    assert "Een traplift." in page.content.decode()
    assert Entry.objects.filter(action="second_reading", residents=[case.resident_id]).exists()
    data = {"agrees": "yes", "words": "Lichter is geprobeerd.", "form_key": "r"}
    assert visit(reader, "second_reading", case.number, weighing.pk, data=data).status_code == 302
    weighing.refresh_from_db()
    assert weighing.second_reader_agrees is True


def settled_meanwhile(visit, anna, case, asked, how):
    """The reader is done with it: by an answer, because a lighter rung was chosen, or as the case ended."""
    reader, weighing = asked
    if how == "answered":
        second_read(weighing=weighing, agrees=False, words="Nog niet.", by=reader, now=NOW)
    elif how == "chosen":
        Weighing.objects.filter(pk=weighing.pk).update(chosen_at=NOW, weight="general")
    else:
        withdraw(case=case, who="Inwoner", reason="Hoeft niet.", outcome="withdrawn", by=anna, now=NOW)


@pytest.mark.parametrize("how", ["answered", "chosen", "withdrawn"])
def test_a_reader_sees_nothing_any_more_once_no_answer_is_asked(visit, anna, case, asked, how):
    reader, weighing = asked
    settled_meanwhile(visit, anna, case, asked, how)
    assert visit(reader, "second_reading", case.number, weighing.pk).status_code == 404
    assert "second_reader" not in access_to_case(reader, Case.objects.get(), NOW).relations
    data = {"agrees": "yes", "words": "Toch wel.", "form_key": "later"}
    answer = visit(reader, "second_reading", case.number, weighing.pk, data=data)
    assert (answer.status_code, answer.url) == (302, reverse("home"))
    assert Weighing.objects.get().second_reader_words in ("", "Nog niet.")


def test_the_second_reader_does_not_see_the_file(visit, case, asked):
    assert visit(asked[0], "case", case.number).status_code == 403


def test_the_second_reading_waits_in_the_work_of_the_reader(visit, case, asked):
    reader, weighing = asked
    (row,) = visit(reader, "home").context["work"].rows
    assert row.url == reverse("second_reading", args=[case.number, weighing.pk])


def test_nobody_else_opens_a_second_reading(visit, case, asked):
    assert visit(make_member("carla"), "second_reading", case.number, asked[1].pk).status_code == 404


def test_disagreeing_needs_words_at_their_field(visit, case, asked):
    reader, weighing = asked
    data = {"agrees": "no", "words": " ", "form_key": "r"}
    answer = visit(reader, "second_reading", case.number, weighing.pk, data=data)
    assert answer.status_code == 422
    assert "words" in answer.context["form"].errors


def test_what_is_taken_out_of_a_rung_is_gone(visit, anna, case):
    save(visit, anna, case, key="a", social_base_considered="De buurvrouw helpt.")
    case.refresh_from_db(fields=["version"])
    save(visit, anna, case, key="b", social_base_considered="")
    assert Weighing.objects.get().rungs.get(weight="social_base").considered == ""


def test_a_refused_specialist_rung_leads_back_to_a_general_provision(visit, anna, case, asked):
    reader, weighing = asked
    data = {"agrees": "no", "words": "Vraag eerst de klussendienst.", "form_key": "r"}
    visit(reader, "second_reading", case.number, weighing.pk, data=data)
    page = visit(anna, "weighing", case.number).content.decode()
    assert "Vraag eerst de klussendienst." in page
    assert 'name="lighter"' in page
    case.refresh_from_db(fields=["version"])
    answer = save(visit, anna, case, key="l", lighter="1", **SPECIALIST | {"second_reader": reader.pk})
    assert "missing=1" in answer.url
    row = Weighing.objects.get()
    assert (row.weight, row.second_reader) == ("general", None)
    assert "Vraag eerst de klussendienst." in row.rungs.get(weight="specialist").why_not
    case.refresh_from_db(fields=["version"])
    typed = SPECIALIST | {"weight": "general", "specialist_why_not": "Gelezen."}
    save(visit, anna, case, key="m", agree="1", **typed)
    assert type(case).objects.get().weight == "general"


def test_the_regie_track_asks_for_a_case_director_beside_the_contact_person(visit, anna, case):
    answer = save(visit, anna, case, agree="1", **COMPLETE | {"safety_at_stake": "yes"})
    assert answer.url == reverse("role_give", args=[case.number]) + "?regie=1"
    assert "casusregisseur" in visit(anna, "role_give", case.number, regie=1).content.decode()
    assert "Er is een casusregisseur nodig" in visit(anna, "case", case.number).content.decode()
    carla = make_member("carla")
    data = {"kind": "case_director", "user": carla.pk, "form_key": "d"}
    visit(anna, "role_give", case.number, data=data)
    page = visit(anna, "case", case.number).content.decode()
    assert "Er is een casusregisseur nodig" not in page
    assert case.resident.contact_terms.get().user == anna


def test_what_was_said_stands_beside_the_ladder(visit, anna, case):
    talk = Conversation.objects.create(
        case=case, planned_at=NOW, held_at=NOW, by=anna, own_words="Ik durf de trap niet op."
    )
    DomainNote.objects.create(conversation=talk, domain="housing", network_can="De zoon komt elke week.")
    page = visit(anna, "weighing", case.number).content.decode()
    assert "Ik durf de trap niet op." in page
    assert "De zoon komt elke week." in page
