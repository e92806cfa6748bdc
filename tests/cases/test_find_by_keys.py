"""The migration gives residents who were there already the keys that a save gives them."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from cases.models import Resident
from tests.factories import ResidentFactory

migration = import_module("cases.migrations.0006_find_by_keys")


@pytest.mark.django_db
def test_who_was_there_already_is_found_as_who_is_saved_now(monkeypatch):
    monkeypatch.setattr(migration, "BATCH", 2)
    for name in ("Berg", "Jansen-de Wit", "Çelik", "Bos", "Smit"):
        ResidentFactory(last_name=name)
    saved = {one.pk: (one.search_keys, one.search_name) for one in Resident.objects.order_by("pk")}
    Resident.objects.update(search_keys=[], search_name="")
    migration.fill(apps, SimpleNamespace(connection=connection))
    filled = {one.pk: (one.search_keys, one.search_name) for one in Resident.objects.order_by("pk")}
    assert filled == saved
