import pytest
from django.conf import settings

from sociaal.home import context
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_a_session_is_extended_to_its_full_length(client, rf):
    client.force_login(UserFactory())
    assert client.post("/account/sessie/").json() == {"seconds": settings.SESSION_COOKIE_AGE}
    request = rf.get("/")
    request.user, request.session = UserFactory(last_login=None), client.session
    assert context.seconds_left(request) > settings.SESSION_COOKIE_AGE - 60


def test_looking_extends_nothing(client):
    client.force_login(UserFactory())
    assert client.get("/account/sessie/").status_code == 405
    assert "extended_at" not in client.session


def test_who_is_signed_out_extends_nothing(client):
    response = client.post("/account/sessie/")
    assert response.status_code == 302
    assert "/inloggen/" in response["Location"]
