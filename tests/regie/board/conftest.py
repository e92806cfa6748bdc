"""Suggestions of Anna's team, at the moment of the factories."""

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from regie.board.models import Suggestion
from regie.board.operations.suggestions import suggest
from tests.factories import NOW, make_member


@pytest.fixture(autouse=True)
def _now_in_english(db):
    with time_machine.travel(NOW, tick=False), translation.override("en"):
        yield


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def bram():
    return make_member("bram")


@pytest.fixture
def make(anna):
    """A suggestion of Anna's, put in a phase."""

    def made(phase="proposed", words="The form asks the same twice.", by=anna, **facts):
        suggestion = suggest(gets_in_the_way=words, would_help="Ask once.", by=by, now=NOW)
        Suggestion.objects.filter(pk=suggestion.pk).update(phase=phase, **facts)
        return Suggestion.objects.get(pk=suggestion.pk)

    return made


@pytest.fixture
def as_user():
    """Gives a browser that is signed in as this user."""

    def browser(user):
        client = Client()
        client.cookies["sociaal_language"] = "en"
        client.force_login(user)
        return client

    return browser
