"""The page of the shortened route."""

import pytest
import time_machine
from django.urls import reverse

from cases.models import Arrangement, Case, Procedure
from cases.operations.weighing import second_read
from intake.models import Conversation
from sociaal.accounts.models import User
from sociaal.audit.models import Entry
from tests.cases.operations.test_applicants import living_with
from tests.factories import NOW, ProvisionFactory, make_case, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def filled(client, anna):
    """The form as the page gives it, filled in."""
    client.force_login(anna)

    def _filled(case, **fields):
        page = client.get(reverse("fast_track", args=[case.number]))
        facts = {
            "form_key": "k", "own_words": "Ik kom de trap niet meer op.", "wish": "Naar boven.",
            "domain": "housing", "can_do": "Koken", "network_can": "De buurvrouw", "level": "3",
            "safety_at_stake": "no", "clear_how": "yes", "stable": "yes", "parties_needed": "1",
            "behind_question": "Bang om te vallen.", "social_base": "De zoon.",
            "why_not_social_base": "Woont ver weg.", "provision": ProvisionFactory().pk,
        }  # fmt: skip
        return {f"seen_{name}": mark for name, mark in page.context["seen"].items()} | facts | fields

    return _filled


@pytest.fixture
def send(client, filled):
    return lambda case, **fields: client.post(
        reverse("fast_track", args=[case.number]), filled(case, **fields)
    )


def test_one_form_brings_a_question_to_help(send, anna):
    case = make_case(anna)
    assert send(case, start_now="on").url == reverse("case", args=[case.number])
    assert Case.objects.get().status == "supported"


def test_sending_twice_arranges_once(client, anna, filled):
    case = make_case(anna)
    facts = filled(case)
    first, second = (client.post(reverse("fast_track", args=[case.number]), facts) for _ in range(2))
    assert first.url == second.url
    assert Arrangement.objects.count() == 1


def test_the_report_is_there_already_and_nothing_is_asked_twice(client, anna):
    client.force_login(anna)
    case = make_case(anna, status="weighing")
    fields = client.get(reverse("fast_track", args=[case.number])).context["form"].fields
    assert "wish" not in fields
    other = make_case(anna)
    page = client.get(reverse("fast_track", args=[other.number]))
    assert page.context["form"]["own_words"].value() == "Ik kom de trap niet meer op."


def test_specialist_support_asks_what_law_and_ladder_want_each_at_its_field(send, anna):
    answer = send(make_case(anna), provision=ProvisionFactory(weight="specialist").pk)
    assert answer.status_code == 422
    wanted = {"law", "general", "why_not_general", "second_reader", "lighter_again_date"}
    assert wanted <= set(answer.context["form"].errors)
    assert Case.objects.get().status == "registered"


def test_for_whom_is_asked_where_it_can_be_another_and_logged(client, anna, send):
    client.force_login(anna)
    alone = client.get(reverse("fast_track", args=[make_case(anna).number]))
    assert "resident" not in alone.context["form"].fields
    case = make_case(anna)
    partner = living_with(case.resident)
    page = client.get(reverse("fast_track", args=[case.number]))
    assert [label for _key, label in page.context["form"].fields["resident"].choices] == [
        case.resident.full_name,
        partner.full_name,
    ]
    assert Entry.objects.filter(kind="read").latest("pk").residents == [case.resident_id, partner.pk]
    assert send(case, resident=partner.pk).status_code == 302
    row = Arrangement.objects.get()
    assert row.resident == partner
    help_page = client.get(reverse("arrangement", args=[row.pk]))
    assert partner.full_name in help_page.content.decode()
    partner.restricted = True
    partner.save()
    assert partner.full_name not in client.get(reverse("arrangement", args=[row.pk])).content.decode()
    assert partner.full_name not in client.get(reverse("plan", args=[case.number])).content.decode()


@pytest.fixture
def halfway(send, anna):
    """Specialist support on the fast track, with Bram to read along."""
    bram = make_member("bram")
    case = make_case(anna)
    lift = ProvisionFactory(weight="specialist", law="wmo", name="Traplift")
    answer = send(
        case, provision=lift.pk, general="De klussendienst.", why_not_general="Een leuning is te weinig.",
        second_reader=bram.pk, lighter_again_date="2027-05-01", form="pgb",
    )  # fmt: skip
    assert answer.status_code == 302
    return case, bram


def reads(case, bram, *, agrees):
    second_read(weighing=case.weighings.get(), agrees=agrees, words="Goed bekeken.", by=bram, now=NOW)


def test_specialist_support_waits_for_the_colleague_with_its_application_received(client, halfway):
    case, _bram = halfway
    assert Case.objects.get().status == "weighing"
    procedure = Procedure.objects.get()
    assert (procedure.law, procedure.state) == ("wmo", "applied")
    page = client.get(reverse("fast_track", args=[case.number])).content.decode()
    assert "Bram leest mee" in page
    assert 'name="reasons"' not in page


def test_once_the_colleague_agrees_one_page_decides_and_asks_the_provider(client, halfway):
    case, bram = halfway
    reads(case, bram, agrees=True)
    url = reverse("fast_track", args=[case.number])
    assert client.post(url, {"form_key": "d", "reasons": "Zonder lift niet naar boven."}).status_code == 302
    arrangement, procedure = Arrangement.objects.get(), Procedure.objects.get()
    assert (Case.objects.get().status, arrangement.state, arrangement.form) == (
        "arranging",
        "requested",
        "pgb",
    )
    assert (procedure.state, procedure.outcome, procedure.form) == ("decided", "granted", "pgb")
    assert str(arrangement.review_date) == "2027-05-01"


def test_a_colleague_who_does_not_agree_leads_back_to_the_weighing(client, halfway):
    case, bram = halfway
    reads(case, bram, agrees=False)
    url = reverse("fast_track", args=[case.number])
    page = client.post(url, {"form_key": "d", "reasons": "Toch."}).content.decode()
    assert reverse("weighing", args=[case.number]) in page
    assert Case.objects.get().status == "weighing"


def test_who_has_no_mandate_is_told_who_decides(client, halfway, anna):
    case, bram = halfway
    reads(case, bram, agrees=True)
    User.objects.filter(pk=anna.pk).update(mandates=[])
    page = client.get(reverse("fast_track", args=[case.number])).content.decode()
    assert "mandaat" in page
    assert 'name="reasons"' not in page


def test_a_missing_answer_keeps_everything_else(send, anna):
    answer = send(make_case(anna), stable="", goal="Weer naar boven")
    assert "stable" in answer.context["form"].errors
    assert 'value="Weer naar boven"' in answer.content.decode()


def test_what_a_colleague_wrote_meanwhile_is_shown_beside_mine(client, send, anna, talk):
    Conversation.objects.update(wish="Verhuizen.")
    answer = send(talk.case, seen_wish="anders", wish="Naar boven.")
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Verhuizen." in text
    assert "Naar boven." in text


def test_only_laws_for_which_i_hold_the_mandate_can_be_decided_on(client):
    bram = make_member("bram")
    client.force_login(bram)
    form = client.get(reverse("fast_track", args=[make_case(bram).number])).context["form"]
    assert [value for value, _label in form.fields["law"].choices] == ["", "wmo"]


@pytest.mark.parametrize(
    ("name", "status"),
    [("bram", 403), ("dirk", 403), ("esra", 403), ("fatma", 404), ("hanna", 404)],
)
def test_it_is_for_the_contact_person(client, anna, name, status):
    client.force_login(make_member(name))
    assert client.get(reverse("fast_track", args=[make_case(anna).number])).status_code == status


def test_after_the_weighing_the_page_says_why_not(client, anna):
    client.force_login(anna)
    case = make_case(anna, status="supported")
    assert client.get(reverse("fast_track", args=[case.number])).status_code == 409


def test_the_page_costs_a_fixed_number_of_queries(client, anna, django_assert_max_num_queries):
    case = make_case(anna)
    ProvisionFactory.create_batch(5)
    client.force_login(anna)
    with django_assert_max_num_queries(19):
        client.get(reverse("fast_track", args=[case.number]))
