"""What every municipality begins with: the days set by decree until now, and version 1 of the words of letters."""

import json
from datetime import date
from pathlib import Path

from django.db import migrations
from django.utils import timezone

WORDS = Path(__file__).parents[1] / "letters" / "version_1.json"

DAYS = (
    ("2023-04-28", "Vrijdag na Koningsdag"),
    ("2023-05-19", "Vrijdag na Hemelvaartsdag"),
    ("2024-05-10", "Vrijdag na Hemelvaartsdag"),
    ("2024-12-27", "Vrijdag na Kerstmis"),
    ("2025-05-30", "Vrijdag na Hemelvaartsdag"),
    ("2026-01-02", "Vrijdag na Nieuwjaarsdag"),
    ("2026-05-15", "Vrijdag na Hemelvaartsdag"),
    ("2027-05-07", "Vrijdag na Hemelvaartsdag"),
    ("2028-04-28", "Vrijdag na Koningsdag"),
    ("2028-05-26", "Vrijdag na Hemelvaartsdag"),
)
SOURCE = "Lijst bij ingebruikname; nummer Staatscourant niet nagezien"


def load_days(apps, schema_editor):
    """Days that the rules count with; the administrator adds to them."""
    days = apps.get_model("cases", "CalendarDay")
    days.objects.using(schema_editor.connection.alias).bulk_create(
        days(day=date.fromisoformat(day), name=name, kind="decreed", source=SOURCE, added_at=timezone.now())
        for day, name in DAYS
    )


def load_words(apps, schema_editor):
    """Version 1 of every kind, in use from now on."""
    templates = apps.get_model("cases", "LetterTemplate")
    now = timezone.now()
    templates.objects.using(schema_editor.connection.alias).bulk_create(
        templates(kind=kind, version=1, state="in_use", words=words, made_at=now, in_use_from=now)
        for kind, words in json.loads(WORDS.read_text(encoding="utf-8")).items()
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_rules")]
    replaces = [("cases", "0014_letter_templates")]
    operations = [
        migrations.RunPython(load_days, migrations.RunPython.noop),
        migrations.RunPython(load_words, migrations.RunPython.noop),
    ]
