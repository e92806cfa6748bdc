"""What is made from the code is in step with it."""

from django.apps import apps
from django.conf import settings
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from sociaal.management.commands import state_diagrams


def test_the_diagrams_of_the_state_machines_are_current():
    kept = (settings.BASE_DIR / state_diagrams.DOCUMENT).read_text(encoding="utf-8")
    assert kept == state_diagrams.document(), "run manage.py state_diagrams"


def test_the_migrations_are_in_step_with_the_models():
    loader = MigrationLoader(None)
    with translation.override(None):  # words of people are no part of a migration
        detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
        changes = detector.changes(graph=loader.graph)
    assert {app: [one.operations for one in migrations] for app, migrations in changes.items()} == {}
