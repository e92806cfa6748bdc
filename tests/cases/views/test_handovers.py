"""The only way in which a contact person changes."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import ContactTerm, Handover
from cases.operations import contact_person as operations
from cases.queries.handovers import answer_day, left_to_answer
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db):
    return make_member("anna"), make_member("bram")


@pytest.fixture
def resident(cast):
    return make_case(cast[0]).resident


def given(to, **more):
    return {
        "reason": "expertise",
        "explanation": "Schulden.",
        "told_resident": "Bram belt.",
        "to": to.pk,
        "form_key": "h",
    } | more


def asked(cast, resident, at=NOW):
    anna, bram = cast
    return operations.request_handover(
        resident=resident,
        to=bram,
        reason="expertise",
        explanation="Schulden.",
        told_resident="Bram belt.",
        by=anna,
        now=at,
    )


def present(resident):
    return ContactTerm.objects.get(resident=resident, during__upper_inf=True).user


def test_a_handover_is_asked_once_and_changes_nothing_yet(visit, cast, resident):
    anna, bram = cast
    for _time in range(2):
        answer = visit(anna, "handover_new", resident.pk, data=given(bram))
    assert answer.url == reverse("handover", args=[Handover.objects.get().pk])
    assert present(resident) == anna


def test_overruling_is_offered_to_the_manager_alone(visit, cast, resident):
    def reasons(user):
        return dict(visit(user, "handover_new", resident.pk).context["form"].fields["reason"].choices)

    assert "overruled" not in reasons(cast[0])
    assert "overruled" in reasons(make_member("esra"))


def test_the_manager_overrules_and_knows_the_resident_by_case_number(visit, cast, resident):
    esra = make_member("esra")
    page = visit(esra, "handover_new", resident.pk).content.decode()
    assert resident.last_name not in page
    visit(esra, "handover_new", resident.pk, data=given(cast[1], reason="overruled"))
    assert Handover.objects.get().overruled_by == esra


def test_earlier_handovers_of_the_year_are_shown_first(visit, cast, resident):
    _anna, bram = cast
    handover = asked(cast, resident, NOW - timedelta(hours=2))
    operations.accept_handover(handover=handover, by=bram, now=NOW - timedelta(hours=1))
    assert list(visit(bram, "handover_new", resident.pk).context["earlier"]) == [handover]


def test_what_the_resident_was_told_is_asked_for_at_its_field(visit, cast, resident):
    answer = visit(cast[0], "handover_new", resident.pk, data=given(cast[1], told_resident=""))
    assert answer.status_code == 422
    assert "told_resident" in answer.context["form"].errors
    assert "Schulden." in answer.content.decode()


def test_the_receiver_accepts(visit, cast, resident):
    handover = asked(cast, resident)
    visit(cast[1], "handover_accept", handover.pk, data={"form_key": "a"})
    assert present(resident) == cast[1]


def test_the_receiver_refuses_with_a_reason(visit, cast, resident):
    handover = asked(cast, resident)
    assert visit(cast[1], "handover_refuse", handover.pk, data={"form_key": "r"}).status_code == 422
    visit(
        cast[1],
        "handover_refuse",
        handover.pk,
        data={"form_key": "r", "refusal": "Het is gewoon te regelen."},
    )
    assert Handover.objects.get().state == "refused"
    assert present(resident) == cast[0]


def test_who_refused_it_sees_nothing_of_it_a_month_later(visit, cast, resident):
    anna, dirk = cast[0], make_member("dirk")
    row = asked((anna, dirk), resident)
    operations.refuse_handover(handover=row, refusal="Ik ken het gebied niet.", by=dirk, now=NOW)
    assert resident.last_name in visit(dirk, "handover", row.pk).content.decode()
    Handover.objects.update(answered_at=NOW - timedelta(days=30))
    assert visit(dirk, "handover", row.pk).status_code == 404
    assert visit(anna, "handover", row.pk).status_code == 200  # the file is hers


def test_who_asked_takes_it_back(visit, cast, resident):
    handover = asked(cast, resident)
    visit(cast[0], "handover_cancel", handover.pk, data={"form_key": "c"})
    assert Handover.objects.get().state == "cancelled"


@pytest.mark.parametrize("name", ["dirk", "fatma", "gijs"])
def test_nobody_else_sees_a_handover(visit, cast, resident, name):
    handover = asked(cast, resident)
    assert visit(make_member(name), "handover", handover.pk).status_code == 404


@pytest.mark.parametrize(("name", "code"), [("bram", 403), ("dirk", 403), ("hanna", 404), ("fatma", 404)])
def test_who_is_not_the_contact_person_asks_nothing(visit, cast, resident, name, code):
    user = cast[1] if name == "bram" else make_member(name)
    assert visit(user, "handover_new", resident.pk).status_code == code


def test_who_reads_the_file_reads_its_handovers(visit, cast, resident):
    handover = asked(cast, resident)
    assert visit(make_member("carla"), "handover", handover.pk).status_code == 200


def test_who_asked_as_manager_keeps_seeing_no_name_when_the_case_went_to_another_team(visit, cast, resident):
    esra, dirk = make_member("esra"), make_member("dirk")
    handover = operations.request_handover(
        resident=resident, to=dirk, reason="leaves", explanation="Anna gaat weg.", told_resident="Een brief.",
        by=esra, now=NOW,
    )  # fmt: skip
    operations.accept_handover(handover=handover, by=dirk, now=NOW)
    answer = visit(esra, "handover", handover.pk)
    assert answer.status_code == 200
    assert resident.last_name not in answer.content.decode()


def test_of_who_has_no_open_case_the_manager_sees_the_last_number(visit, cast):
    case = make_case(cast[0], status="closed")
    page = visit(make_member("esra"), "handover_new", case.resident_id).content.decode()
    assert case.number in page
    assert case.resident.last_name not in page


@pytest.mark.parametrize(("name", "back"), [("bram", "/?list=handovers"), ("esra", "/team/overdrachten/")])
def test_a_handover_leads_back_to_the_list_it_stands_in(visit, cast, resident, name, back):
    asked(cast, resident)
    reader = cast[1] if name == "bram" else make_member(name)
    page = visit(reader, "handover", Handover.objects.get().pk).content.decode()
    assert f'href="{back}"' in page


def test_who_asks_names_the_day_of_the_answer_and_both_see_how_long_there_is_left(visit, cast, resident):
    anna, bram = cast
    form = visit(anna, "handover_new", resident.pk).context["form"]
    assert form.initial["answer_by"] == answer_day(NOW)
    gone = visit(anna, "handover_new", resident.pk, data=given(bram, answer_by="2026-01-02"))
    assert "answer_by" in gone.context["form"].errors
    visit(anna, "handover_new", resident.pk, data=given(bram, answer_by=(NOW + timedelta(days=2)).date()))
    row = Handover.objects.get()
    for user in cast:
        assert "nog 2 dagen" in dict(visit(user, "handover", row.pk).context["facts"])["Antwoord uiterlijk"]


def test_an_answer_that_is_late_is_called_late_and_the_manager_sees_it_first(visit, cast, resident):
    soon = asked(cast, make_case(cast[0]).resident)
    late = asked(cast, resident)
    Handover.objects.filter(pk=late.pk).update(answer_by=(NOW - timedelta(days=2)).date())
    esra = make_member("esra")
    answer = visit(esra, "handovers")
    rows = answer.context["rows"]
    assert [(row, left, late) for row, _called, left, late in rows] == [
        (late, "2 dagen te laat", True), (soon, left_to_answer(soon.answer_by, NOW.date()), False)
    ]  # fmt: skip
    assert resident.last_name not in answer.content.decode()
    assert visit(esra, "team").context["waiting"].handovers == 2
    operations.refuse_handover(handover=late, refusal="Nee", by=cast[1], now=NOW)
    assert [row for row, *_rest in visit(esra, "handovers").context["rows"]] == [soon]


def test_after_a_handover_the_case_asks_to_tell_the_resident_until_somebody_did(visit, cast, resident):
    anna, bram = cast
    number = resident.cases.get().number
    handover = asked(cast, resident, NOW - timedelta(hours=1))
    assert visit(anna, "case", number).context["file"].untold is None
    visit(bram, "handover_accept", handover.pk, data={"form_key": "a"})
    assert reverse("letter_write", args=[number, "new_contact"]) in visit(bram, "handover", handover.pk).text
    assert visit(bram, "case", number).context["file"].untold == handover.pk
    assert visit(anna, "case", number).context["file"].untold is None  # she reads along
    answer = visit(bram, "handover_told", handover.pk, data={"case": number})
    assert answer.url == reverse("case", args=[number])
    assert visit(bram, "case", number).context["file"].untold is None
