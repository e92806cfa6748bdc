"""Who comes to these pages: some of the cast, and browsers that are signed in as them."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.translation import override

from tests.factories import make_member

PASSWORD = "correct-horse-battery"


@pytest.fixture(autouse=True)
def _english_and_no_throttle(settings, db):
    """Texts are compared in English; nobody has tried to sign in before."""
    settings.LANGUAGE_CODE = "en"
    settings.LOGIN_REDIRECT_URL = "/"
    cache.clear()
    with override("en"):
        yield


@pytest.fixture
def anna():
    user = make_member("anna")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def fatma():
    return make_member("fatma")


@pytest.fixture
def gijs():
    return make_member("gijs")


@pytest.fixture
def as_user():
    """Gives a browser that is signed in as this user."""

    def browser(user):
        client = Client()
        client.force_login(user)
        return client

    return browser


@pytest.fixture
def as_fatma(as_user, fatma):
    return as_user(fatma)
