"""Making tables together gives what Django gives one by one, for less."""

from django.db import connections, migrations, models
from django.db.migrations.state import ModelState, ProjectState

from sociaal.core.database import OWNER
from sociaal.core.tables import Tables

KEY = ("id", models.BigAutoField(primary_key=True))


def _to(model, **more):
    return models.ForeignKey(model, models.CASCADE, related_name="+", **more)


OPERATIONS = [
    migrations.CreateModel("Village", [KEY, ("name", models.CharField(max_length=80, unique=True))]),
    migrations.CreateModel(
        "Street",
        [KEY, ("village", _to("towns.village")), ("name", models.CharField(max_length=80))],
        {"indexes": [models.Index(fields=["name"], name="street_name")]},
    ),
    migrations.CreateModel("House", [KEY, ("street", _to("towns.street")), ("by", _to("self", null=True))]),
    migrations.RunSQL("CREATE TABLE towns_count (number integer)"),
]


def _made(kind, monkeypatch):
    """The SQL, the tables that are known afterwards, and how often a model was put together."""
    rendered = []
    render = ModelState.render
    monkeypatch.setattr(ModelState, "render", lambda one, apps: rendered.append(one) or render(one, apps))
    migration = type("Migration", (kind,), {"operations": OPERATIONS})("0001_tables", "towns")
    state = ProjectState()
    assert not state.apps.get_models()
    with connections[OWNER].schema_editor(collect_sql=True, atomic=False) as editor:
        state = migration.apply(state, editor, collect_sql=True)
    known = sorted(model._meta.db_table for model in state.apps.get_models())
    return [line for line in editor.collected_sql if line and not line.startswith("--")], known, len(rendered)


def test_the_tables_are_those_of_django_and_each_model_is_put_together_once(monkeypatch):
    with monkeypatch.context() as patched:
        theirs = _made(migrations.Migration, patched)
    with monkeypatch.context() as patched:
        ours = _made(Tables, patched)
    assert ours[:2] == theirs[:2]
    assert ours[1] == ["towns_house", "towns_street", "towns_village"]
    assert "CREATE TABLE towns_count (number integer);" in ours[0]
    assert (ours[2], theirs[2]) == (3, 6)
