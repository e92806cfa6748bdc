import pytest
from django.http import HttpRequest
from django.test import RequestFactory, override_settings

from sociaal.home.views import errors


class Unreadable(HttpRequest):
    """A form of which the connection broke halfway."""

    def __init__(self) -> None:
        """Without the fields of an ordinary request."""

    @property
    def POST(self):  # noqa: N802 - Django's name
        raise OSError("connection reset")


def post(rf: RequestFactory, **fields: str) -> HttpRequest:
    return rf.post("/", fields)


def test_the_longest_text_comes_first(rf):
    typed = errors.typed(post(rf, name="Jan", words="Ik kom de trap niet meer op", empty=" "))
    assert [(one.name, one.text) for one in typed] == [
        ("words", "Ik kom de trap niet meer op"),
        ("name", "Jan"),
    ]


@pytest.mark.parametrize(
    "name", ["password", "new_password1", "csrfmiddlewaretoken", "otp", "code", "form_key", "api_token"]
)
def test_a_secret_is_not_given_back(rf, name):
    assert errors.typed(post(rf, **{name: "geheim"})) == []


def test_a_form_that_cannot_be_read_gives_back_nothing():
    assert errors.typed(Unreadable()) == []
    assert errors.server_error(Unreadable()).status_code == 500


def test_our_own_fault_needs_no_database_and_no_collected_files(rf):
    broken = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}}
    with override_settings(STORAGES={"default": {"BACKEND": "none"}, **broken}):
        html = errors.server_error(post(rf, words="<b>tekst")).content.decode()
    assert "&lt;b&gt;tekst</textarea>" in html
    assert "css/frame.css" in html


def test_out_for_a_moment_says_when_to_try_again(rf):
    response = errors.unavailable(rf.get("/"))
    assert (response.status_code, response["Retry-After"]) == (503, "60")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("view", "status"), [(errors.bad_request, 400), (errors.csrf_failure, 403), (errors.forbidden, 403)]
)
def test_each_page_has_one_heading_and_something_to_do(rf, client, view, status):
    request = rf.get("/")
    request.user, request.session, request.resolver_match = None, {}, None
    response = view(request)
    html = response.content.decode()
    assert response.status_code == status
    assert html.count("<h1") == 1


@pytest.mark.django_db
def test_a_form_that_is_too_old_gives_back_what_was_typed(rf):
    request = post(rf, words="Ik kom de trap niet meer op")
    request.user, request.session, request.resolver_match = None, {}, None
    assert "Ik kom de trap niet meer op</textarea>" in errors.csrf_failure(request, "stale").content.decode()


def test_a_request_under_a_name_that_is_not_ours_is_told_so(client):
    answer = client.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
