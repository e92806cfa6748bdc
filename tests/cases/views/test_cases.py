"""The case page."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.enums import CaseStatus, LifeDomain
from cases.models import Case, LevelReading, Resident
from cases.operations import contacts
from sociaal.audit.models import Entry
from tests.factories import NOW, make_case, make_deciding_case, make_member
from tests.relations import surrounded_case

pytestmark = pytest.mark.django_db


def text(answer):
    return answer.content.decode()


@pytest.mark.parametrize("status", [status for status in CaseStatus if status != "deciding"])
def test_the_contact_person_sees_the_case_in_every_status(visit, status):
    anna = make_member("anna")
    case = make_case(anna, status=status)
    answer = visit(anna, "case", case.number)
    assert answer.status_code == 200
    assert case.resident.full_name in text(answer)
    assert "Ik kom de trap niet meer op." in text(answer)


@pytest.mark.parametrize(
    ("status", "name"),
    [
        ("registered", "conversation_new"),
        ("conversation", "case_conversation"),
        ("weighing", "weighing"),
        ("arranging", "arrangement_new"),
        ("supported", "review"),
        ("reviewing", "review"),
    ],
)
def test_the_one_button_is_the_natural_next_step(visit, status, name):
    anna = make_member("anna")
    case = make_case(anna, status=status)
    assert visit(anna, "case", case.number).context["step"].url == reverse(name, args=[case.number])


def test_a_case_that_is_being_decided_shows_its_terms_and_leads_to_the_application(visit):
    anna = make_member("anna")
    case, procedure = make_deciding_case(anna)
    answer = visit(anna, "case", case.number)
    address = reverse("procedure", args=[procedure.pk])
    assert answer.context["step"].url == address
    assert any(term.is_open for term in answer.context["file"].procedures[0].terms)


def test_a_colleague_of_the_team_reads_along_and_has_no_steps(visit):
    case = make_case(make_member("anna"), status="weighing")
    answer = visit(make_member("bram"), "case", case.number)
    assert answer.status_code == 200
    assert (answer.context["step"], list(answer.context["others"])) == (None, [])


@pytest.mark.parametrize(("track", "beside"), [("regie", False), ("regular", True)])
def test_working_together_stands_before_the_story_only_where_the_case_goes_along_regie(visit, track, beside):
    anna = make_member("anna")
    case = make_case(anna, status="weighing")
    Case.objects.filter(pk=case.pk).update(track=track)
    stands = {panel.url: panel.is_beside for panel in visit(anna, "case", case.number).context["panels"]}
    assert stands[reverse("regie_panel", args=[case.number])] is beside
    assert stands[reverse("case_letters", args=[case.number])]
    assert not stands[reverse("meldcode_panel", args=[case.number])]


def test_another_team_hears_who_can_help(visit):
    case = make_case(make_member("anna"))
    answer = visit(make_member("dirk"), "case", case.number)
    assert answer.status_code == 403
    assert "Anna (Wijkteam Oost)" in text(answer)
    assert case.resident.full_name not in text(answer)


def test_the_manager_sees_step_waits_and_terms_and_no_name_or_words(visit):
    case = make_case(make_member("anna"), status="weighing")
    answer = visit(make_member("esra"), "case", case.number)
    assert answer.status_code == 200
    assert case.number in text(answer)
    assert case.resident.last_name not in text(answer)
    assert "trap" not in text(answer)


@pytest.mark.parametrize("name", ["fatma", "hanna"])
def test_who_may_not_know_of_the_case_gets_404(visit, name):
    case = make_case(make_member("anna"))
    assert visit(make_member(name), "case", case.number).status_code == 404


def test_a_category_that_is_not_for_the_team_stays_hidden(visit):
    anna, bram = make_member("anna"), make_member("bram")
    case = make_case(anna, status="supported")
    contacts.add_contact(
        case=case, kind="phone", summary="Melding bij de politie.", category="justice", by=anna, now=NOW
    )
    contacts.add_goal(
        case=case, domain="justice", words="Geen boetes meer.", category="justice", by=anna, now=NOW
    )
    assert "Melding bij de politie." in text(visit(anna, "case", case.number))
    read_along = text(visit(bram, "case", case.number))
    assert "Melding bij de politie." not in read_along
    assert "Geen boetes meer." not in read_along


def test_a_level_shows_to_who_may_see_what_its_domain_is_about(visit):
    anna, bram = make_member("anna"), make_member("bram")
    case = make_case(anna, status="supported")
    for domain in ("justice", "parenting", "housing"):
        LevelReading.objects.create(
            case=case, domain=domain, moment="intake", level=2, recorded_at=NOW, recorded_by=anna
        )

    def shown(user):
        return {row.domain for row in visit(user, "case", case.number).context["file"].levels}

    hidden = {str(LifeDomain.JUSTICE.label), str(LifeDomain.PARENTING.label)}
    assert hidden <= shown(anna)
    assert shown(anna) - shown(bram) == hidden


@pytest.mark.parametrize("told", ["a child in the house", "an unsafe report"])
def test_home_relations_show_to_fewer_where_a_child_may_be_at_risk(visit, told):
    anna, bram = make_member("anna"), make_member("bram")
    case = make_case(anna, status="supported")
    LevelReading.objects.create(
        case=case, domain="home_relations", moment="intake", level=2, recorded_at=NOW, recorded_by=anna
    )
    label = str(LifeDomain.HOME_RELATIONS.label)
    assert label in {row.domain for row in visit(bram, "case", case.number).context["file"].levels}
    if told == "a child in the house":
        Resident.objects.filter(pk=case.resident_id).update(birth_date=date(2014, 5, 1))
    else:
        case.help_requests.update(red_flags=["unsafe"])
    assert label in {row.domain for row in visit(anna, "case", case.number).context["file"].levels}
    assert label not in {row.domain for row in visit(bram, "case", case.number).context["file"].levels}


@pytest.mark.parametrize("shared", ["general", "finances"])
def test_a_partner_reads_what_it_is_about_only_when_general_is_shared(visit, shared):
    case, people = surrounded_case("supported")
    Case.objects.filter(pk=case.pk).update(subject="Trapje zonder leuning")
    contacts.wait_for(
        case=case, on="partner", why="Brief van de dokter", by=people["contact_person"], now=NOW
    )
    case.participations.update(shared_categories=[shared])
    for name in ("case", "regie_panel"):
        page = text(visit(people["partner"], name, case.number))
        assert case.resident.full_name in page
        assert ("Trapje zonder leuning" in page) == (shared == "general")
        assert ("Brief van de dokter" in page) == (shared == "general")


def test_opening_the_page_is_logged_with_everyone_it_shows(visit):
    anna = make_member("anna")
    case = make_case(anna)
    visit(anna, "case", case.number)
    assert Entry.objects.get(kind="read", action="case").residents == [case.resident_id]


def test_the_page_takes_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    anna = make_member("anna")
    case = make_case(anna, status="supported")
    for number in range(12):
        contacts.add_contact(case=case, kind="phone", summary=f"Gebeld {number}", by=anna, now=NOW)
        contacts.add_task(case=case, title=f"Taak {number}", assignee=anna, by=anna, now=NOW)
        contacts.wait_for(case=case, on="partner", why=f"Bericht {number}", by=anna, now=NOW)
    client.force_login(anna)
    with django_assert_max_num_queries(10):
        client.get(reverse("case", args=[case.number]))


def test_a_wait_of_days_is_drawn_as_a_stretch(visit):
    anna = make_member("anna")
    case = make_case(anna, at=NOW - timedelta(days=9))
    moments = visit(anna, "case", case.number).context["moments"]
    assert [moment.days for moment in moments if moment.wait] == [10]


def test_a_closed_case_can_be_opened_again_for_a_fortnight(visit):
    anna = make_member("anna")
    case = make_case(anna, status="closed")
    urls = [step.url for step in visit(anna, "case", case.number).context["others"]]
    assert reverse("undo_close", args=[case.number]) in urls


def test_a_closed_case_says_how_it_ended(visit):
    anna = make_member("anna")
    case = make_case(anna, status="closed")
    assert "Het lukt weer." in text(visit(anna, "case", case.number))
