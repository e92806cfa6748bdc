"""The pages of a death: noting it, what still stands open, taking it back; and who learns what elsewhere."""

from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from cases.models import Arrangement, Case, Household, HouseholdMember, Letter, Resident
from cases.operations import arrangements, contacts, procedures
from cases.operations.death import note_death
from intake.operations.conversations import Appointment, plan_conversation
from sociaal.audit.models import Entry
from tests.cases.operations.sending import send
from tests.factories import NOW, ProvisionFactory, ResidentFactory, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
DIED = NOW.date() - 3 * DAY
SAID = "overleden op 15 november 2026"


@pytest.fixture
def anna(db):
    return make_member("anna")


def text(answer):
    return answer.content.decode()


def die(case, by):
    note_death(resident=case.resident, died_on=DIED, by=by, now=NOW)
    return case.resident_id


def at_home(*residents):
    home = Household.objects.create(name="Zonneveld")
    for one in residents:
        HouseholdMember.objects.create(household=home, resident=one, during=DateRange(date(2020, 1, 1), None))


# --- noting it --------------------------------------------------------------------------------------------
def test_before_it_is_noted_the_page_says_what_stops_by_itself(visit, anna):
    case = make_case(anna, status="conversation")
    at_home(case.resident, ResidentFactory())
    plan_conversation(case=case, appointment=Appointment(NOW + DAY), by=anna, now=NOW)
    contacts.plan_appointment(case=case, at=NOW + DAY, title="Bezoek", by=anna, now=NOW)
    send(case, anna)
    answer = visit(anna, "resident_died", case.resident_id)
    ahead = answer.context["ahead"]
    assert (ahead.planned, ahead.letters, ahead.handover, ahead.households) == (2, 1, False, 1)
    assert "2 afspraken of gesprekken" in text(answer)


def test_noted_it_leads_to_what_still_stands_open_and_later_too(visit, anna):
    case = make_case(anna)
    after = reverse("resident_afterwards", args=[case.resident_id])
    data = {"died_on": DIED.isoformat(), "form_key": "d"}
    assert visit(anna, "resident_died", case.resident_id, data=data).url == after
    assert Resident.objects.get(pk=case.resident_id).died_on == DIED
    assert visit(anna, "resident_died", case.resident_id).url == after


@pytest.mark.parametrize("died_on", ["", "2026-11-19", "1900-01-01"])
def test_a_day_that_cannot_be_is_said_at_its_field_and_nothing_stops(visit, anna, died_on):
    case = make_case(anna)
    send(case, anna)
    answer = visit(anna, "resident_died", case.resident_id, data={"died_on": died_on, "form_key": "d"})
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"died_on"}
    assert Letter.objects.get().state == "queued"


def test_the_second_of_two_colleagues_hears_that_it_was_noted(visit, anna):
    case = make_case(anna)
    die(case, anna)
    data = {"died_on": NOW.date().isoformat(), "form_key": "d"}
    answer = visit(anna, "resident_died", case.resident_id, data=data)
    assert answer.status_code == 422
    assert Resident.objects.get(pk=case.resident_id).died_on == DIED


# --- what still stands open -------------------------------------------------------------------------------
def test_one_page_names_all_that_stands_open(visit, anna):
    supported = make_case(anna, status="supported", at=NOW - 9 * DAY)
    case, procedure = make_deciding_case(anna, resident=supported.resident)
    contacts.add_task(case=case, title="Sleutel ophalen", assignee=anna, by=anna, now=NOW)
    contacts.plan_appointment(case=case, at=NOW + DAY, title="Bezoek", by=anna, now=NOW)
    letter = send(case, anna)
    at_home(case.resident, ResidentFactory(first_names="Teun"))
    pk = die(case, anna)
    answer = visit(anna, "resident_afterwards", pk)
    page, html = answer.context["page"], text(answer)
    assert {line.case.pk for line in page.cases} == {case.pk, supported.pk}
    for words in (SAID.capitalize(), "Sleutel ophalen", "Bezoek", letter.number, "Teun", procedure.subject):
        assert words in html
    assert Entry.objects.filter(action="resident_afterwards", residents__contains=[pk]).exists()


def test_all_that_is_plain_is_ticked_and_ends_in_one_click(visit, anna):
    case = make_case(anna, status="supported", at=NOW - 9 * DAY)
    pk = die(case, anna)
    form = visit(anna, "resident_afterwards", pk).context["form"]
    assert form.initial["helped"] == [str(Arrangement.objects.get().pk)]
    assert form.initial["close"] == [str(case.pk)]
    data = {**form.initial, "ended_on": DIED.isoformat(), "form_key": "e"}
    here = reverse("resident_afterwards", args=[pk])
    assert visit(anna, "resident_afterwards", pk, data=data).url == here
    assert (Case.objects.get().outcome, Arrangement.objects.get().state) == ("died", "ended")
    assert "Er staat niets meer open" in text(visit(anna, "resident_afterwards", pk))


def test_a_case_with_an_open_procedure_is_not_ticked_beforehand(visit, anna):
    case, _procedure = make_deciding_case(anna)
    form = visit(anna, "resident_afterwards", die(case, anna)).context["form"]
    assert form.initial["close"] == []
    assert [key for key, _words in form.fields["close"].choices] == [str(case.pk)]


def test_a_case_in_which_somebody_else_is_helped_says_why_it_cannot_close(visit, anna):
    case, son = make_case(anna, status="arranging"), ResidentFactory()
    at_home(case.resident, son)
    arrangements.propose(case=case, provision=ProvisionFactory(), resident=son, by=anna, now=NOW)
    answer = visit(anna, "resident_afterwards", die(case, anna))
    assert not answer.context["form"].asks
    assert "voor iemand anders" in text(answer)


def test_what_a_colleague_ended_meanwhile_is_said_and_nothing_else_ends(visit, anna):
    case = make_case(anna, status="supported", at=NOW - 9 * DAY)
    other = make_case(anna, resident=case.resident)
    pk = die(case, anna)
    arrangements.end(arrangement=Arrangement.objects.get(), reason="Overleden.", by=anna, now=NOW)
    data = {"helped": [Arrangement.objects.get().pk], "close": [other.pk], "ended_on": DIED, "form_key": "e"}
    answer = visit(anna, "resident_afterwards", pk, data=data)
    assert answer.status_code == 422
    assert Case.objects.filter(closed_at=None).count() == 2


def test_a_colleague_of_the_team_sees_it_and_is_asked_to_end_nothing(visit, anna):
    case = make_case(anna, status="supported", at=NOW - 9 * DAY)
    pk, bram = die(case, anna), make_member("bram")
    answer = visit(bram, "resident_afterwards", pk)
    assert not answer.context["form"].asks
    assert "Het aanspreekpunt beëindigt" in text(answer)
    data = {"close": [case.pk], "form_key": "e"}
    assert visit(bram, "resident_afterwards", pk, data=data).status_code == 422
    assert Case.objects.get().status == "supported"


def test_of_a_category_that_is_not_theirs_a_colleague_sees_no_help(visit, anna):
    case = make_case(anna, status="supported", at=NOW - 9 * DAY)
    Arrangement.objects.update(category="youth_safety")
    pk = die(case, anna)
    name = Arrangement.objects.get().provision.name
    assert name in text(visit(anna, "resident_afterwards", pk))
    assert name not in text(visit(make_member("bram"), "resident_afterwards", pk))


def test_help_for_them_in_the_case_of_who_they_lived_with_is_named(visit, anna):
    case, son = make_case(anna), make_case(anna, status="arranging")
    at_home(case.resident, son.resident)
    given = {"case": son, "provision": ProvisionFactory(), "resident": case.resident}
    row = arrangements.propose(**given, by=anna, now=NOW)
    page = visit(anna, "resident_afterwards", die(case, anna)).context["page"]
    assert [one.key for one in page.elsewhere] == [row.pk]


def test_what_one_may_not_know_of_is_not_named_there(visit, anna):
    dirk = make_member("dirk")
    case, son = make_case(anna), make_case(dirk, status="arranging")
    at_home(case.resident, son.resident)
    given = {"law": "wmo", "subject": "Traplift", "applicant": case.resident}
    procedures.open_procedure(case=son, **given, by=dirk, now=NOW)
    assert visit(anna, "resident_afterwards", die(case, anna)).context["page"].elsewhere == []


def test_the_number_of_queries_does_not_grow_with_what_stands_open(
    client, anna, django_assert_max_num_queries
):
    case = make_case(anna, status="supported", at=NOW - 9 * DAY)
    for number in range(4):
        arrangements.propose(case=case, provision=ProvisionFactory(), by=anna, now=NOW)
        contacts.add_task(case=case, title=f"Taak {number}", assignee=anna, by=anna, now=NOW)
    pk = die(case, anna)
    client.force_login(anna)
    with django_assert_max_num_queries(38):
        client.get(reverse("resident_afterwards", args=[pk]))


# --- taking it back ---------------------------------------------------------------------------------------
def test_a_mistake_is_taken_back_with_a_reason(visit, anna):
    case = make_case(anna)
    pk = die(case, anna)
    assert visit(anna, "resident_died_undo", pk).status_code == 200
    assert visit(anna, "resident_died_undo", pk, data={"form_key": "u"}).status_code == 422
    data = {"reason": "Het was zijn broer.", "form_key": "u"}
    assert visit(anna, "resident_died_undo", pk, data=data).url == reverse("resident", args=[pk])
    assert Resident.objects.get(pk=pk).died_on is None
    assert "Het was zijn broer." in text(visit(anna, "resident", pk))


@pytest.mark.parametrize("name", ["resident_died_undo", "resident_afterwards"])
def test_of_who_lives_there_is_nothing_to_take_back_or_to_end(visit, anna, name):
    case = make_case(anna)
    assert visit(anna, name, case.resident_id).url == reverse("resident", args=[case.resident_id])


# --- elsewhere --------------------------------------------------------------------------------------------
def test_every_page_of_theirs_says_it_and_their_age_stands_still(visit, anna):
    case = make_case(anna)
    pk = die(case, anna)
    for answer in (visit(anna, "resident", pk), visit(anna, "case", case.number)):
        assert SAID.capitalize() in text(answer)
        assert "75 jaar" in text(answer)
    assert "Afspraak plannen" not in text(visit(anna, "case", case.number))
    assert visit(anna, "case", case.number).context["step"].url == reverse("resident_afterwards", args=[pk])


def test_who_may_only_locate_learns_that_they_died_and_not_when(visit, anna):
    case = make_case(anna, resident=ResidentFactory(last_name="Zonneveld"))
    die(case, anna)
    name = case.resident.last_name
    assert SAID.capitalize() in text(visit(anna, "search", data={"q": name}))
    found = text(visit(make_member("dirk"), "search", data={"q": name}))
    assert "Overleden" in found
    assert "15 november 2026" not in found


def test_a_confidential_person_stays_unknowable(visit, anna):
    case = make_case(anna, resident=ResidentFactory(last_name="Zonneveld"))
    Resident.objects.filter(pk=case.resident_id).update(confidential_address=True)
    die(case, anna)
    found = text(visit(make_member("dirk"), "search", data={"q": case.resident.last_name}))
    assert "verleden" not in found


def test_lists_of_work_say_it(visit, anna):
    case = make_case(anna)
    die(case, anna)
    assert SAID in text(visit(anna, "home"))
    assert SAID in text(visit(anna, "team"))


def test_what_was_planned_is_in_no_list_of_today(visit, anna):
    case = make_case(anna, status="conversation")
    contacts.plan_appointment(case=case, at=NOW, title="Bezoek", by=anna, now=NOW)
    plan_conversation(case=case, appointment=Appointment(NOW), by=anna, now=NOW)
    assert "Bezoek" in text(visit(anna, "home"))
    die(case, anna)
    for name, args in (("home", ()), ("case", (case.number,))):
        html = text(visit(anna, name, *args))
        assert "Bezoek" not in html, name
