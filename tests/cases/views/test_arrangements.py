"""Help and its steps."""

import pytest
from django.urls import reverse

from cases.models import Arrangement
from cases.operations import arrangements, cases, procedures
from tests.cases.operations.test_applicants import living_with
from tests.factories import NOW, ProvisionFactory, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna, status="arranging")


@pytest.fixture
def row(anna, case):
    return arrangements.propose(case=case, provision=ProvisionFactory(), by=anna, now=NOW)


def take(visit, user, row, step, **data):
    return visit(user, "arrangement_step", row.pk, step, data={"form_key": step, **data})


def test_help_is_chosen_from_the_catalogue(visit, anna, case):
    provision = ProvisionFactory(name="Maaltijdservice")
    data = {
        "provision": provision.pk,
        "goal": "Warm eten",
        "form": "in_kind",
        "category": "general",
        "form_key": "a",
    }
    assert "Maaltijdservice" in visit(anna, "arrangement_new", case.number).content.decode()
    assert visit(anna, "arrangement_new", case.number, data=data).status_code == 302
    assert Arrangement.objects.get().goal == "Warm eten"


def test_for_whom_is_asked_where_it_can_be_another_and_stands_with_the_help(visit, anna, case):
    assert "resident" not in visit(anna, "arrangement_new", case.number).context["form"].fields
    partner = living_with(case.resident)
    data = {"provision": ProvisionFactory().pk, "form": "in_kind", "category": "general", "form_key": "a"}
    visit(anna, "arrangement_new", case.number, data=data | {"resident": partner.pk})
    row = Arrangement.objects.get()
    assert row.resident == partner
    assert partner.full_name in visit(anna, "arrangement", row.pk).content.decode()


def test_a_provision_that_is_no_longer_given_cannot_be_chosen(visit, anna, case):
    provision = ProvisionFactory(is_active=False)
    answer = visit(anna, "arrangement_new", case.number, data={"provision": provision.pk, "form_key": "a"})
    assert "provision" in answer.context["form"].errors


@pytest.mark.parametrize(
    ("way", "state"),
    [
        (["request", "accept", "start", "pause", "resume"], "started"),
        (["start_at_once"], "started"),
        (["request", "refuse"], "refused"),
        (["request", "accept", "cancel"], "cancelled"),
        (["start_at_once", "end"], "ended"),
    ],
)
def test_help_goes_its_way(visit, anna, row, way, state):
    for step in way:
        assert take(visit, anna, row, step, reason="Omdat.").url == reverse("case", args=[row.case.number])
    assert Arrangement.objects.get().state == state


def test_a_step_that_asks_why_says_so_at_the_field(visit, anna, row):
    answer = take(visit, anna, row, "cancel")
    assert answer.status_code == 422
    assert "reason" in answer.context["form"].errors


def test_a_step_that_cannot_follow_is_refused_kindly(visit, anna, row):
    answer = take(visit, anna, row, "pause")
    assert answer.status_code == 422
    assert Arrangement.objects.get().state == "proposed"


def test_only_steps_that_can_follow_are_offered(visit, anna, row):
    page = visit(anna, "arrangement", row.pk)
    assert [step.name for step in page.context["quick"]] == ["request", "start_at_once"]
    assert [step.name for step in page.context["with_reason"]] == ["cancel"]


def test_where_no_step_can_follow_the_page_says_so(visit, anna, row):
    assert "Hier is nu niets te doen" not in visit(anna, "arrangement", row.pk).content.decode()
    assert "Hier is nu niets te doen" in visit(make_member("bram"), "arrangement", row.pk).content.decode()


def test_who_reads_along_sees_no_steps_and_takes_none(visit, row):
    bram = make_member("bram")
    assert visit(bram, "arrangement", row.pk).context["quick"] == []
    assert take(visit, bram, row, "request").status_code == 403


def test_help_of_a_category_that_is_not_for_the_team_is_not_found(visit, anna, case):
    row = arrangements.propose(
        case=case, provision=ProvisionFactory(), category="youth_safety", by=anna, now=NOW
    )
    assert visit(make_member("bram"), "arrangement", row.pk).status_code == 404


def test_an_unknown_step_is_not_found(visit, anna, row):
    assert take(visit, anna, row, "vanish").status_code == 404


def test_help_proposed_before_the_decision_starts_once_it_is_granted(visit, anna):
    case, procedure = make_deciding_case(anna)
    lift = ProvisionFactory(weight="specialist", law="wmo", price="3950", per="stuk")
    row = arrangements.propose(case=case, provision=lift, by=anna, now=NOW)
    today = NOW.date()
    procedures.decide(
        procedure=procedure, outcome="granted", reasons="Nodig.", decided_date=today, by=anna, now=NOW
    )
    procedures.send_decision(procedure=procedure, sent_date=today, by=anna, now=NOW)
    cases.settle_decisions(case=case, by=anna, now=NOW)
    take(visit, anna, row, "start_at_once")
    row.refresh_from_db(fields=["procedure"])
    assert (Arrangement.objects.get().state, row.procedure_id) == ("started", procedure.pk)
    facts = dict(visit(anna, "arrangement", row.pk).context["facts"])
    assert "€ 3.950,00 per stuk" in facts.values()


def test_the_one_decision_that_grants_is_chosen_beforehand(visit, anna):
    case, procedure = make_deciding_case(anna)
    assert visit(anna, "arrangement_new", case.number).context["form"].initial["procedure"] is None
    procedures.decide(
        procedure=procedure, outcome="granted", reasons="Nodig.", decided_date=NOW.date(), by=anna, now=NOW
    )
    page = visit(anna, "arrangement_new", case.number)
    assert page.context["form"].initial["procedure"] == procedure
