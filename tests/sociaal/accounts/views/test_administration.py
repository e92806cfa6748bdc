"""The administrator's pages."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from cases.models import Resident
from sociaal.accounts.models import Team, User
from sociaal.accounts.roles import Role
from tests.factories import TeamFactory, UserFactory, make_case, make_member

PAGES = [
    ("administration", False),
    ("administration_teams", False),
    ("administration_team_add", False),
    ("administration_team", "team"),
    ("administration_users", False),
    ("administration_user_add", False),
    ("administration_user", "user"),
]
BUTTONS = ["close", "open", "start_password", "two_step"]
IRIS = {"name": "Iris", "email": "iris@voorbeeldstad.example", "roles": ["consultant"], "mandates": ["wmo"]}


def address(name, about):
    key = {"team": lambda: TeamFactory().pk, "user": lambda: UserFactory().pk}.get(about)
    return reverse(name, args=[key()] if key else [])


@pytest.mark.parametrize(("name", "about"), PAGES)
@pytest.mark.parametrize(("who", "status"), [("fatma", 200), ("esra", 403), ("anna", 403), ("hanna", 404)])
def test_the_pages_are_the_administrators(as_user, name, about, who, status):
    assert as_user(make_member(who)).get(address(name, about)).status_code == status


@pytest.mark.parametrize("button", BUTTONS)
@pytest.mark.parametrize(("who", "status"), [("esra", 403), ("gijs", 403), ("hanna", 404)])
def test_the_buttons_are_the_administrators(as_user, button, who, status):
    user = UserFactory()
    client = as_user(make_member(who))
    assert client.post(reverse(f"administration_user_{button}", args=[user.pk])).status_code == status
    assert User.objects.get(pk=user.pk).password == user.password


@pytest.mark.parametrize("button", BUTTONS)
def test_the_buttons_take_a_post_and_an_account_that_exists(as_fatma, button):
    assert as_fatma.get(reverse(f"administration_user_{button}", args=[1])).status_code == 405
    assert as_fatma.post(reverse(f"administration_user_{button}", args=[2**40])).status_code == 404


def test_a_team_is_added_with_its_neighbourhoods(as_fatma):
    data = {
        "name": "Noord",
        "municipality": "Voorbeeldstad",
        "neighbourhoods": "De Akker\n\n De  Akker \nHet Lint",
    }
    assert as_fatma.post(reverse("administration_team_add"), data).url == reverse("administration_teams")
    assert Team.objects.get(name="Noord").neighbourhoods == ["De Akker", "Het Lint"]
    assert "De Akker, Het Lint" in as_fatma.get(reverse("administration_teams")).content.decode()


def test_a_taken_name_is_said_at_the_field_and_nothing_typed_is_lost(as_fatma):
    TeamFactory(name="Noord")
    data = {"name": "Noord", "municipality": "Elders", "neighbourhoods": "De Akker"}
    answer = as_fatma.post(reverse("administration_team_add"), data)
    assert answer.context["form"].errors == {"name": ["There is a team with this name already."]}
    assert 'value="Elders"' in answer.content.decode()


def test_a_team_changes(as_fatma):
    team = TeamFactory(neighbourhoods=["De Akker"])
    url = reverse("administration_team", args=[team.pk])
    assert "De Akker" in as_fatma.get(url).content.decode()
    as_fatma.post(url, {"name": "Zuid", "municipality": "Voorbeeldstad", "neighbourhoods": ""})
    team.refresh_from_db()
    assert (team.name, team.neighbourhoods) == ("Zuid", [])


def test_the_list_narrows_by_role_team_and_state(as_fatma):
    west = TeamFactory(name="Wijkteam West")
    UserFactory(name="Wim", team=west)
    UserFactory(name="Marga", roles=[Role.MANAGER], is_active=False)

    def names(**asked):
        listing = as_fatma.get(reverse("administration_users"), asked).context["listing"]
        return [user.name for user in listing.rows]

    assert names() == ["Fatma", "Marga", "Wim"]
    assert names(team=west.pk) == ["Wim"]
    assert names(role="manager") == ["Marga"]
    assert names(state="closed") == ["Marga"]
    assert names(sort="-name") == ["Wim", "Marga", "Fatma"]
    assert names(state="closed", role="partner") == []


def test_the_list_costs_the_same_for_many(as_fatma, django_assert_max_num_queries):
    UserFactory.create_batch(40)
    with django_assert_max_num_queries(7):
        page = as_fatma.get(reverse("administration_users"))
    assert len(page.context["listing"].rows) == 25
    assert "?page=2" in page.content.decode()


def test_a_new_account_shows_its_start_password_once(as_fatma):
    answer = as_fatma.post(reverse("administration_user_add"), IRIS)
    user = User.objects.get(email="iris@voorbeeldstad.example")
    password = answer.context["password"]
    assert user.check_password(password)
    assert password in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert password not in as_fatma.get(reverse("administration_user", args=[user.pk])).content.decode()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"roles": []}, "roles"),
        ({"roles": ["king"]}, "roles"),
        ({"roles": ["partner", "manager"], "mandates": []}, "roles"),
        ({"roles": ["partner"]}, "mandates"),
        ({"email": "fatma@voorbeeldstad.example"}, "email"),
        ({"email": "no address"}, "email"),
        ({"mandates": ["wrong"]}, "mandates"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(as_fatma, change, field):
    answer = as_fatma.post(reverse("administration_user_add"), {**IRIS, **change})
    assert list(answer.context["form"].errors) == [field]
    assert "Error: " in answer.content.decode()
    assert not User.objects.filter(email=IRIS["email"]).exists()


def test_roles_team_and_mandates_change(as_fatma):
    user = UserFactory()
    west = TeamFactory(name="Wijkteam West")
    data = {**IRIS, "roles": ["consultant", "case_director"], "team": west.pk, "expertise": ["wgs"]}
    assert as_fatma.post(reverse("administration_user", args=[user.pk]), data).status_code == 302
    user.refresh_from_db()
    assert (user.roles, user.team, user.expertise) == (["consultant", "case_director"], west, ["wgs"])


def test_the_only_administrator_hears_at_the_field_that_they_stay(as_fatma, fatma):
    data = {"name": "Fatma", "email": fatma.email, "roles": ["manager"]}
    answer = as_fatma.post(reverse("administration_user", args=[fatma.pk]), data)
    assert "only administrator" in str(answer.context["form"].errors["roles"])


def test_an_account_is_closed_and_opened_again(as_fatma):
    user = UserFactory(name="Iris")
    page = reverse("administration_user", args=[user.pk])
    answer = as_fatma.post(reverse("administration_user_close", args=[user.pk]), follow=True)
    assert "The account of Iris is closed." in answer.content.decode()
    assert "Open this account again" in as_fatma.get(page).content.decode()
    answer = as_fatma.post(reverse("administration_user_open", args=[user.pk]))
    user.refresh_from_db()
    assert user.is_active
    assert user.check_password(answer.context["password"])


def test_closing_the_account_of_a_contact_person_is_refused_in_words(as_fatma, anna):
    make_case(anna)
    answer = as_fatma.post(reverse("administration_user_close", args=[anna.pk]), follow=True)
    assert "Anna is still the contact person of 1 resident." in answer.content.decode()
    assert User.objects.get(pk=anna.pk).is_active


def test_the_second_step_comes_off_once(as_fatma, anna):
    Authenticator.objects.create(user=anna, type="totp", data={})
    url = reverse("administration_user_two_step", args=[anna.pk])
    assert "password only" in as_fatma.post(url, follow=True).content.decode()
    assert not Authenticator.objects.exists()
    assert "is not on" in as_fatma.post(url, follow=True).content.decode()


def test_a_new_start_password_ends_the_sessions_of_the_account(as_fatma, as_user, anna):
    client = as_user(anna)
    as_fatma.post(reverse("administration_user_start_password", args=[anna.pk]))
    assert client.get(reverse("mfa_index")).url.startswith(reverse("account_login"))


def test_no_page_of_the_administrator_shows_a_resident(as_fatma, anna):
    resident = Resident.objects.get(pk=make_case(anna).resident_id)
    for name, about in PAGES:
        assert resident.last_name not in as_fatma.get(address(name, about)).content.decode()


def test_who_still_has_residents_is_not_closed_and_the_page_says_how_many_and_who_hands_over(as_fatma):
    anna = make_member("anna")
    make_member("esra")
    cases = [make_case(anna) for _one in range(3)]
    page = as_fatma.get(reverse("administration_user", args=[anna.pk]), headers={"accept-language": "en"})
    text = page.content.decode()
    assert "Anna is still the contact person of 3 residents." in text
    assert "Esra (Wijkteam Oost) can hand over 3" in text
    assert not any(case.resident.last_name in text or case.number in text for case in cases)
    assert reverse("administration_user_close", args=[anna.pk]) not in text
    as_fatma.post(reverse("administration_user_close", args=[anna.pk]))
    assert User.objects.get(pk=anna.pk).is_active
