"""The tests' own ground: each process has its database, works in it as `app`, and leaves it as it was."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, connection, connections, transaction

from sociaal.core.database import OWNER
from sociaal.outbox.models import Effect
from tests import databases


@pytest.mark.django_db
def test_tests_work_as_the_role_app_in_a_database_of_their_own():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_database()")
        user, name = cursor.fetchone()
    assert user.endswith("_app")
    assert name == databases.MINE


@pytest.mark.django_db
def test_the_app_may_not_empty_a_table():
    with (
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute("TRUNCATE outbox_effect")


@pytest.mark.django_db(databases=["default", OWNER])
def test_a_test_that_asks_for_the_owner_gets_it():
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT current_database(), has_table_privilege('outbox_effect', 'TRUNCATE')")
        assert cursor.fetchone() == (databases.MINE, True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_what_a_test_commits_is_gone_in_the_next_and_what_migrations_made_is_there(turn, django_user_model):
    assert not Effect.objects.exists()
    Effect.objects.create(key="k", effect="e", done_at="2026-11-21T12:00Z")
    assert ContentType.objects.filter(app_label="outbox").exists()


@pytest.mark.django_db
def test_the_database_sorts_and_folds_letters_with_diacritics():
    with connection.cursor() as cursor:
        cursor.execute("SELECT upper('é'), lower('Ë'), now() AT TIME ZONE 'Europe/Amsterdam' IS NOT NULL")
        assert cursor.fetchone() == ("É", "ë", True)
