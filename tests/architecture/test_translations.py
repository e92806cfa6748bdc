"""Everything people read stands in the Dutch catalogue, complete."""

import re

import pytest

from sociaal.core import messages

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")


@pytest.fixture(scope="module")
def dutch():
    return messages.catalogue()


def _key(message):
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def test_the_catalogue_holds_exactly_what_code_and_templates_say(dutch):
    said = {_key(message) for message in messages.extracted() if message.id}
    kept = {_key(message) for message in dutch if message.id}
    assert said - kept == set(), "run manage.py messages and translate these"
    assert kept - said == set(), "run manage.py messages: nothing uses these any more"


def test_no_message_is_untranslated_or_fuzzy(dutch):
    lacking = [message.id for message in dutch if message.id and (message.fuzzy or not _complete(message))]
    assert lacking == []


def test_translations_keep_the_placeholders(dutch):
    broken = [message.id for message in dutch if message.id and not _same_placeholders(message)]
    assert broken == []


def _complete(message):
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms) and bool(forms)


def _same_placeholders(message):
    said = message.id if isinstance(message.id, str) else message.id[1]
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(set(PLACEHOLDER.findall(form)) == set(PLACEHOLDER.findall(said)) for form in forms[-1:])
