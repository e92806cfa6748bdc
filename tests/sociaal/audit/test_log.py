"""The audit log from the app's side: it grows, and nothing in it changes."""

import pytest
from django.db import DatabaseError, connection, transaction

from sociaal.audit import log
from sociaal.audit.models import Entry
from tests.factories import NOW, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    log.write(Entry.Kind.READ, "page", by=UserFactory(), now=NOW, residents=[9, 7, 9], reason="phone")
    return Entry.objects.get()


def test_a_line_holds_who_what_whom_and_when(entry):
    assert (entry.kind, entry.action, entry.residents, entry.codes) == (
        "read",
        "page",
        [7, 9],
        {"reason": "phone"},
    )
    assert (entry.at, entry.actor.name[:9]) == (NOW, "Colleague")


def test_a_change_names_what_it_was_about():
    user = UserFactory()
    log.wrote("change_user", by=None, now=NOW, about=user, roles=["manager"])
    line = Entry.objects.get()
    assert (line.kind, line.actor, line.object_type, line.object_id) == (
        "write",
        None,
        "accounts.user",
        user.pk,
    )


def test_a_line_is_saved_once_and_never_deleted(entry):
    entry.action = "another"
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET action = 'another'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "DROP TRIGGER audit_entry_append_only ON audit_entry",
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
    ],
)
def test_the_app_may_do_nothing_to_a_line_that_stands(entry, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.get().action == "page"


def test_the_querysets_of_the_app_are_refused_as_well(entry):
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.update(action="another")
