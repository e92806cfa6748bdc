"""What is given is used; what is not is made, where making it is right."""

import pytest

from sociaal import embedded
from sociaal.embedded.places import places

GIVEN = {
    "DATABASE_URL": "postgresql://boss:x@db.example/sociaal",
    "REDIS_URL": "redis://broker.example/0",
}


@pytest.fixture(autouse=True)
def _own_var(tmp_path, monkeypatch):
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))


def test_given_servers_are_used_and_none_is_started():
    environ = GIVEN | {"DEMO": "1"}
    embedded.provide(environ)
    assert environ["DATABASE_URL"] == GIVEN["DATABASE_URL"]
    assert environ["REDIS_URL"] == GIVEN["REDIS_URL"]
    assert not (places().var / "servers").exists()


def test_the_app_gets_a_role_of_its_own_beside_the_given_owner():
    environ = GIVEN | {"DEMO": "1"}
    embedded.provide(environ)
    assert environ["DATABASE_APP_URL"].startswith("postgresql://sociaal_app:")
    assert environ["DATABASE_APP_URL"].endswith("@db.example/sociaal")


def test_a_given_address_for_the_app_is_kept():
    environ = GIVEN | {"DATABASE_APP_URL": "postgresql://app:y@db.example/sociaal", "SECRET_KEY": "s"}
    embedded.provide(environ)
    assert environ["DATABASE_APP_URL"] == "postgresql://app:y@db.example/sociaal"


def test_no_secret_is_made_up_beside_a_given_database():
    environ = dict(GIVEN)
    embedded.provide(environ)
    assert not {"SECRET_KEY", "FIELD_KEYS", "HASH_KEY"} & environ.keys()
    assert not places().var.exists()


@pytest.mark.parametrize("switch", ["DEMO", "DEBUG"])
def test_a_demonstration_or_development_gets_secrets_that_stay_the_same(switch):
    first, second = GIVEN | {switch: "1"}, GIVEN | {switch: "true"}
    embedded.provide(first)
    embedded.provide(second)
    names = ("SECRET_KEY", "FIELD_KEYS", "HASH_KEY")
    assert [first[n] for n in names] == [second[n] for n in names]
    assert len({first[n] for n in names}) == 3


def test_a_given_secret_is_kept():
    environ = GIVEN | {"DEMO": "1", "HASH_KEY": "mine"}
    embedded.provide(environ)
    assert environ["HASH_KEY"] == "mine"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["migrate", "--help"], ["makemessages"], ["collectstatic"]]
)
def test_a_command_that_needs_no_server_starts_none(arguments):
    environ: dict[str, str] = {}
    embedded.provide(environ, arguments)
    assert not (places().var / "servers").exists()
    assert environ["DATABASE_APP_URL"]
    assert environ["REDIS_URL"]


def test_the_container_starts_and_makes_nothing():
    environ = {"EMBEDDED": "0"}
    embedded.provide(environ, ["migrate"])
    assert environ == {"EMBEDDED": "0"}
    assert not places().var.exists()
