import pytest
from django.db import connection

from sociaal.accounts.models import User
from sociaal.supervision import demonstration
from sociaal.supervision.demonstration import DEMO_DOMAIN, is_wanted


@pytest.fixture
def in_the_tests_transaction(db, monkeypatch):
    """The rule reads through a connection of its own; here that sees what the test has made."""

    class Link:
        def __enter__(self):
            return self

        def __exit__(self, *error):
            return None

        def execute(self, query, parameters):
            cursor = connection.cursor()
            cursor.execute(query, parameters)
            return cursor

    monkeypatch.setattr(demonstration.psycopg, "connect", lambda *a, **k: Link())


def test_a_clone_shows_the_demonstration():
    assert is_wanted("postgresql://nobody@127.0.0.1:9/none", given=False)


def test_an_empty_given_database_shows_it(in_the_tests_transaction):
    assert is_wanted("", given=True)


def test_a_given_database_with_only_the_demonstration_shows_it(in_the_tests_transaction):
    User.objects.create_user(f"anna{DEMO_DOMAIN}", name="Anna")
    assert is_wanted("", given=True)


def test_a_given_database_with_users_of_its_own_does_not(in_the_tests_transaction, capsys):
    User.objects.create_user(f"anna{DEMO_DOMAIN}", name="Anna")
    User.objects.create_user("someone@municipality.example", name="Someone")
    assert not is_wanted("", given=True)
    assert "DEMO=1" in capsys.readouterr().out
