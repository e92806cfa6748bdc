"""What a backup says about itself is believed only with the secrets it was made with, and unchanged."""

import json
from dataclasses import replace

import pytest
from cryptography.fernet import Fernet

from sociaal.core.errors import Refused
from sociaal.safekeeping.manifest import Manifest, fingerprint
from tests.sociaal.safekeeping.towns import FACTS

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@pytest.fixture(autouse=True)
def _keys(settings):
    settings.HASH_KEY, settings.FIELD_KEYS = "a long secret", [OLD]


def test_it_reads_what_it_wrote():
    manifest = replace(Manifest(**FACTS), rows={"cases_case": 3, "audit_entry": 4})
    read = Manifest.from_json(manifest.as_json())
    assert read == replace(manifest, signature=read.signature)
    assert (read.total, read.moment.isoformat()) == (7, FACTS["made_at"])


def test_it_holds_no_secret():
    text = Manifest(**FACTS).as_json().decode()
    assert "a long secret" not in text
    assert OLD not in text
    assert OLD[:16] not in text


def test_a_fingerprint_is_the_same_for_the_same_secret_only():
    assert fingerprint("one") == fingerprint("one") != fingerprint("two")


def test_another_hash_key_is_named(settings):
    text = Manifest(**FACTS).as_json()
    settings.HASH_KEY = "another"
    with pytest.raises(Refused, match="HASH_KEY"):
        Manifest.from_json(text)


def test_a_field_key_that_is_missing_is_named(settings):
    settings.FIELD_KEYS = [NEW, OLD]
    text = Manifest(**FACTS).as_json()
    settings.FIELD_KEYS = [NEW]
    with pytest.raises(Refused, match="FIELD_KEYS"):
        Manifest.from_json(text)


def test_a_key_that_came_since_does_no_harm(settings):
    text = Manifest(**FACTS).as_json()
    settings.FIELD_KEYS = [NEW, OLD]
    assert Manifest.from_json(text).database == "sociaal"


@pytest.mark.parametrize(
    "change", [{"rows": {"cases_case": 1}}, {"sha256": "0" * 64}, {"migrations": ["a.0001"]}]
)
def test_what_was_changed_afterwards_is_refused(change):
    facts = json.loads(Manifest(**FACTS).as_json()) | change
    with pytest.raises(Refused, match=r"gewijzigd|changed"):
        Manifest.from_json(json.dumps(facts).encode())


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b"\xff", b'{"format": 1}', b'{"format": 2}'])
def test_what_is_no_manifest_is_refused(text):
    with pytest.raises(Refused):
        Manifest.from_json(text)
