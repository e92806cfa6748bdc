"""Residents are found by keys: what each is found by in one array, with one index over it."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

from cases.models import Resident
from sociaal.core.names import search_key

BATCH = 1000


def fill(apps, schema_editor):
    """The keys of residents who are there already, by the same rules as when they are saved."""
    rows = apps.get_model("cases", "Resident").objects.using(schema_editor.connection.alias)
    for first in rows.order_by("pk").values_list("pk", flat=True)[::BATCH]:
        batch = list(rows.filter(pk__gte=first).order_by("pk")[:BATCH])
        for resident in batch:
            resident.search_keys = sorted(Resident.keys_to_find_by(resident))
            resident.search_name = search_key(
                f"{resident.first_names or resident.initials} {resident.last_name} {resident.birth_name}"
            )
        rows.bulk_update(batch, ["search_keys", "search_name"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_letters")]
    operations = [
        migrations.AddField(
            "resident",
            "other_names",
            ArrayField(models.CharField(max_length=300), blank=True, default=list, editable=False, size=None),
        ),
        migrations.AddField(
            "resident",
            "search_keys",
            ArrayField(models.IntegerField(), default=list, editable=False, size=None),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.RemoveIndex("resident", "resident_search_name"),
        migrations.AddIndex(
            "resident", GinIndex(fields=["search_keys"], fastupdate=False, name="resident_search_keys")
        ),
    ]
