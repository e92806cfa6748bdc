"""The questions that every municipality begins with: version 1, in use from now on."""

import json
from pathlib import Path

from django.db import migrations
from django.db.models import Q
from django.utils import timezone

TEXTS = Path(__file__).parents[1] / "questions" / "version_1.json"


def load(apps, schema_editor):
    """Add the texts, and name them in the conversations that have been held with them."""
    database = schema_editor.connection.alias
    sets = apps.get_model("intake", "QuestionSet").objects.using(database)
    now = timezone.now()
    first = sets.create(version=1, state="concept", made_at=now)
    question = apps.get_model("intake", "Question")
    question.objects.using(database).bulk_create(
        question(
            question_set=first, domain=each["domain"], order=place, is_opening=place == 0,
            text_nl=text["nl"], text_en=text["en"], only_when=text.get("only_when", []),
        )
        for each in json.loads(TEXTS.read_text(encoding="utf-8"))
        for place, text in enumerate([each["opening"], *each["prompts"]])
    )  # fmt: skip
    sets.filter(pk=first.pk).update(state="in_use", in_use_from=now)
    talks = apps.get_model("intake", "Conversation").objects.using(database)
    said = talks.filter(Q(held_at__isnull=False) | Q(notes__isnull=False))
    talks.filter(pk__in=said.values("pk")).update(question_set=first)


def unload(apps, schema_editor):
    database = schema_editor.connection.alias
    apps.get_model("intake", "Conversation").objects.using(database).update(question_set=None)
    schema_editor.execute("ALTER TABLE intake_question DISABLE TRIGGER only_a_concept_changes")
    apps.get_model("intake", "QuestionSet").objects.using(database).all().delete()
    schema_editor.execute("ALTER TABLE intake_question ENABLE TRIGGER only_a_concept_changes")


class Migration(migrations.Migration):
    dependencies = [("intake", "0003_question_sets")]

    operations = [migrations.RunPython(load, unload)]
