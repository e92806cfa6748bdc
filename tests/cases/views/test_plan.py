"""The page of the plan, and its small forms."""

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from cases.models import Arrangement, Condition, Goal, Household, HouseholdMember, Plan, PlanAction, Review
from cases.operations.contacts import add_goal
from cases.operations.plan import add_action, note_progress
from tests.factories import NOW, ProvisionFactory, ResidentFactory, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna, status="supported")


@pytest.fixture
def goal(case, anna):
    return add_goal(case=case, domain="housing", words="Weer naar boven.", by=anna, now=NOW)


def at_home_with(case, anna):
    """Somebody of the same household, with a case of Anna's and a goal in it."""
    other = ResidentFactory(last_name="Huisgenoot")
    home = Household.objects.create(name="Lindelaan 4")
    for resident in (case.resident, other):
        HouseholdMember.objects.create(household=home, resident=resident, during=DateRange(NOW.date(), None))
    theirs = make_case(anna, status="supported", resident=other)
    add_goal(case=theirs, domain="finances", words="Uit de schulden.", by=anna, now=NOW)
    return theirs


def test_goals_actions_and_progress_stand_together(visit, anna, case, goal):
    add_action(goal=goal, who="network", name="De zoon", what="Leuning ophangen", by=anna, now=NOW)
    note_progress(goal=goal, words="Het lukt al bijna.", by=anna, now=NOW)
    page = visit(anna, "plan", case.number).content.decode()
    for words in ("Weer naar boven.", "De zoon (eigen netwerk)", "Leuning ophangen", "Het lukt al bijna."):
        assert words in page


def test_what_comes_first_is_kept_and_can_be_met(visit, anna, case, client):
    data = {"conditions": "Een inkomen.", "before": "", "form_key": "c"}
    assert visit(anna, "plan_conditions", case.number, data=data).url == reverse("plan", args=[case.number])
    first = Condition.objects.get()
    assert visit(anna, "condition_met", case.number, first.pk, "ja", data={}).url.endswith("#first")
    page = visit(anna, "plan", case.number)
    assert page.context["plan"].waits is False
    assert "op orde" in page.content.decode()


def test_the_conditions_of_a_decision_stand_on_its_page_each_met_or_not(visit, anna):
    _case, row = make_deciding_case(anna)
    for words in ("Stroom op de trap.", "Onderhoud."):
        one = Condition.objects.create(procedure=row, words=words)
    answer = visit(anna, "condition_met", row.case.number, one.pk, "ja", data={})
    assert answer.url == f"{reverse('procedure', args=[row.pk])}#conditions"
    assert [one.met_at is not None for one in visit(anna, "procedure", row.pk).context["conditions"]] == [
        False, True
    ]  # fmt: skip


def test_a_colleague_who_was_first_is_shown_and_nothing_is_lost(visit, anna, case, goal):
    Condition.objects.create(plan=Plan.objects.get(), words="Een dak.")
    data = {"conditions": "Een inkomen.", "before": "", "form_key": "c"}
    answer = visit(anna, "plan_conditions", case.number, data=data)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Een dak." in text
    assert "Een inkomen." in text


def test_an_action_is_added_once_and_ticked(visit, anna, case, goal):
    data = {"who": "resident", "what": "Bellen", "form_key": "a"}
    for _time in range(2):
        visit(anna, "action_new", case.number, goal.pk, data=data)
    action = PlanAction.objects.get()
    answer = visit(anna, "action_done", case.number, action.pk, "ja", data={})
    assert answer.url.endswith(f"#goal-{goal.pk}")
    action.refresh_from_db()
    assert action.done_at is not None


@pytest.mark.parametrize("step", ["misschien", "1"])
def test_done_is_yes_or_no(visit, anna, case, goal, step):
    action = goal.actions.create(who="resident", what="Bellen")
    assert visit(anna, "action_done", case.number, action.pk, step, data={}).status_code == 404


def test_a_goal_of_another_case_is_not_found(visit, anna, case, goal):
    other = make_case(anna, status="supported")
    assert visit(anna, "progress_new", other.number, goal.pk).status_code == 404


def test_what_is_about_safety_is_not_shown_to_who_only_reads_along(visit, case, goal):
    Goal.objects.filter(pk=goal.pk).update(category="youth_safety")
    page = visit(make_member("bram"), "plan", case.number).content.decode()
    assert "Weer naar boven." not in page
    assert "die jij niet te zien krijgt" in page


def test_one_plan_of_a_household_with_all_its_help(visit, anna, case, goal):
    theirs = at_home_with(case, anna)
    page = visit(anna, "plan", case.number)
    assert [one.number for one in page.context["plan"].others] == [theirs.number]
    assert {row.number for row in page.context["home_help"].rows} == {case.number, theirs.number}
    assert "Uit de schulden." in page.content.decode()


def test_of_a_housemate_whose_case_is_not_read_nothing_is_there(visit, anna, case, goal):
    theirs = at_home_with(case, anna)
    theirs.resident.restricted = True
    theirs.resident.save(update_fields=["restricted"])
    page = visit(make_member("bram"), "plan", case.number)
    assert page.context["plan"].others == []
    assert {row.number for row in page.context["home_help"].rows} == {case.number}
    assert theirs.number not in page.content.decode()


def test_help_that_ended_piles_up_no_more_and_pgb_is_named(visit, anna, case):
    Arrangement.objects.update(state="ended", ended_at=NOW)
    Arrangement.objects.create(
        case=case, resident=case.resident, provision=ProvisionFactory(), form="pgb", state="requested"
    )
    (row,) = visit(anna, "plan", case.number).context["home_help"].rows
    assert "pgb" in row.form


def test_what_the_resident_said_at_the_review_stands_beside_it(visit, anna, case):
    Review.objects.create(
        case=case, moment="review", lighter="Nog niet.", experience="Ik ben blij.", at=NOW, by=anna
    )
    assert "Ik ben blij." in visit(anna, "plan", case.number).content.decode()


def test_the_page_takes_a_fixed_number_of_queries(client, anna, case, django_assert_max_num_queries):
    for number in range(6):
        row = add_goal(case=case, domain="housing", words=f"Doel {number}", by=anna, now=NOW)
        add_action(goal=row, who="resident", what="Doen", by=anna, now=NOW)
    client.force_login(anna)
    with django_assert_max_num_queries(19):
        client.get(reverse("plan", args=[case.number]))
