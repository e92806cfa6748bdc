"""The review begins with what was written."""

import pytest
from django.urls import reverse

from cases.models import Review
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(db):
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna, status="reviewing")


def test_it_shows_why_this_help_was_chosen_and_what_was_said_last(visit, anna, case):
    Review.objects.create(
        case=case, moment="review", lighter="De buurvrouw is ziek.", experience="Fijn.", at=NOW, by=anna
    )
    page = visit(anna, "review", case.number)
    text = page.content.decode()
    for words in ("De klussendienst plaatst een leuning.", "Zij kan niet tillen.", "Fijn."):
        assert words in text
    assert page.context["form"]["lighter"].value() == "De buurvrouw is ziek."


def test_what_is_typed_is_kept(visit, anna, case):
    data = {"lighter": "Nog niet.", "experience": "Ik ben blij.", "form_key": "r",
            "look_again_date": "2027-03-01"}  # fmt: skip
    assert visit(anna, "review", case.number, data=data).status_code == 302
    row = Review.objects.get()
    assert (row.lighter, row.experience, str(row.look_again_date)) == (
        "Nog niet.",
        "Ik ben blij.",
        "2027-03-01",
    )


def test_a_new_weighing_at_the_review_starts_from_the_old_words_and_chooses_nothing(visit, anna, case):
    page = visit(anna, "weighing", case.number)
    form = page.context["form"]
    assert form["social_base_why_not"].value() == "Zij kan niet tillen."
    assert not form["weight"].value()
    assert not form["clear_how"].value()
    assert "Wat er eerder is opgeschreven" in page.content.decode()


def test_at_the_end_the_resident_is_asked_too(visit, anna):
    case = make_case(anna, status="supported")
    case.arrangements.update(state="ended", ended_at=NOW)
    data = {"outcome": "goals_reached", "note": "Goed.", "experience": "Dank.", "level_housing": "4",
            "form_key": "c"}  # fmt: skip
    assert visit(anna, "close", case.number, data=data).status_code == 302
    assert Review.objects.get().moment == "closing"


def test_a_step_goes_to_the_database_in_few_statements(client, anna, django_assert_max_num_queries):
    """With its guards, event, audit line, message to the figures and wait."""
    address = reverse("review", args=[make_case(anna, status="supported").number])
    client.force_login(anna)
    client.get(address)
    with django_assert_max_num_queries(16):
        assert client.post(address, {"form_key": "s"}).status_code == 302
