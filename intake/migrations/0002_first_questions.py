"""The questions that every municipality begins with, version 1, and that a version in use stays as it is."""

import json
from pathlib import Path

from django.db import migrations
from django.utils import timezone

TEXTS = Path(__file__).parents[1] / "questions" / "version_1.json"

ONLY_A_CONCEPT_CHANGES = """
CREATE FUNCTION check_question_of_concept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    owner bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.question_set_id ELSE NEW.question_set_id END;
BEGIN
    -- the lock makes a change and the publishing of the same version wait for each other
    PERFORM 1 FROM intake_questionset WHERE id = owner AND state = 'concept' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'version % of the questions is no concept: conversations were held with it', owner
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'only_a_concept_changes';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER only_a_concept_changes BEFORE INSERT OR UPDATE OR DELETE ON intake_question
    FOR EACH ROW EXECUTE FUNCTION check_question_of_concept();
"""
UNDO = """
DROP TRIGGER only_a_concept_changes ON intake_question;
DROP FUNCTION check_question_of_concept;
"""


def load(apps, schema_editor):
    """Add the texts, in use from now on."""
    database = schema_editor.connection.alias
    sets = apps.get_model("intake", "QuestionSet").objects.using(database)
    now = timezone.now()
    first = sets.create(version=1, state="in_use", made_at=now, in_use_from=now)
    question = apps.get_model("intake", "Question")
    question.objects.using(database).bulk_create(
        question(
            question_set=first, domain=each["domain"], order=place, is_opening=place == 0,
            text_nl=text["nl"], text_en=text["en"], only_when=text.get("only_when", []),
        )
        for each in json.loads(TEXTS.read_text(encoding="utf-8"))
        for place, text in enumerate([each["opening"], *each["prompts"]])
    )  # fmt: skip


def unload(apps, schema_editor):
    database = schema_editor.connection.alias
    apps.get_model("intake", "QuestionSet").objects.using(database).all().delete()


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_tables")]
    replaces = [("intake", "0004_first_questions")]

    # rows first: the rule refuses them in a version that is in use
    operations = [migrations.RunPython(load, unload), migrations.RunSQL(ONLY_A_CONCEPT_CHANGES, UNDO)]
