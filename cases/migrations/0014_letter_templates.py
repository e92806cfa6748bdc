"""Words of letters in versions, the first of them, and letters that keep which they were made from."""

import json
from pathlib import Path

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

WORDS = Path(__file__).parents[1] / "letters" / "version_1.json"

TRIGGERS = """
CREATE FUNCTION check_letter_template() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- letters were made from it: what it says stays as it was
    IF OLD.state <> 'concept' AND (TG_OP = 'DELETE' OR NEW.words <> OLD.words OR NEW.kind <> OLD.kind
       OR NEW.version <> OLD.version OR NEW.state = 'concept')
    THEN
        RAISE EXCEPTION 'version % of template % is no concept', OLD.version, OLD.kind
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'only_a_concept_changes';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER only_a_concept_changes BEFORE UPDATE OR DELETE ON cases_lettertemplate
    FOR EACH ROW EXECUTE FUNCTION check_letter_template();

CREATE FUNCTION check_letter_template_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.template_id IS DISTINCT FROM OLD.template_id THEN
        RAISE EXCEPTION 'letter % keeps the template it was made from', OLD.number
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'letter_keeps_template';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER letter_keeps_template BEFORE UPDATE ON cases_letter
    FOR EACH ROW EXECUTE FUNCTION check_letter_template_stays();
"""

UNDO = """
DROP TRIGGER letter_keeps_template ON cases_letter;
DROP FUNCTION check_letter_template_stays();
DROP TRIGGER only_a_concept_changes ON cases_lettertemplate;
DROP FUNCTION check_letter_template();
"""


def load(apps, schema_editor):
    """Version 1 of every kind, in use from now on."""
    templates = apps.get_model("cases", "LetterTemplate")
    now = timezone.now()
    templates.objects.using(schema_editor.connection.alias).bulk_create(
        templates(kind=kind, version=1, state="in_use", words=words, made_at=now, in_use_from=now)
        for kind, words in json.loads(WORDS.read_text(encoding="utf-8")).items()
    )


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_weighing_in_full"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="procedure",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="letters",
                to="cases.procedure",
            ),
        ),
        migrations.AddField(
            model_name="procedure",
            name="conditions",
            field=models.TextField(blank=True, verbose_name="conditions of the decision"),
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("conversation_report", "Conversation report"),
                            ("receipt", "Receipt of a help question"),
                            ("invitation", "Invitation to a conversation"),
                            ("new_contact", "Another contact person"),
                            ("term_suspended", "The term stands still"),
                            ("decision_late", "The decision comes later"),
                            ("notice_received", "Receipt of a notice of default"),
                            ("decision_granted", "Decision: granted"),
                            ("decision_partly", "Decision: partly granted"),
                            ("decision_refused", "Decision: refused"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("concept", "Concept"), ("in_use", "In use"), ("retired", "Used before")],
                        default="concept",
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("words", models.JSONField()),
                ("change", models.PositiveIntegerField(default=0)),
                ("made_at", models.DateTimeField()),
                ("in_use_from", models.DateTimeField(blank=True, null=True)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "version"],
            },
        ),
        migrations.AddField(
            model_name="letter",
            name="template",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="cases.lettertemplate",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind__in", ["decision_granted", "decision_partly", "decision_refused"]),
                        _negated=True,
                    ),
                    ("procedure__isnull", False),
                    _connector="OR",
                ),
                name="decision_letter_has_procedure",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("kind__in", ["decision_granted", "decision_partly", "decision_refused"]),
                    models.Q(("state", "stopped"), _negated=True),
                ),
                fields=("procedure",),
                name="one_decision_letter",
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(
                fields=("kind", "version"), name="letter_template_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "concept")), fields=("kind",), name="one_letter_template_concept"
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "in_use")), fields=("kind",), name="one_letter_template_in_use"
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("in_use_from__isnull", True), ("retired_at__isnull", True), ("state", "concept")
                    ),
                    models.Q(
                        ("in_use_from__isnull", False), ("retired_at__isnull", True), ("state", "in_use")
                    ),
                    models.Q(
                        ("in_use_from__isnull", False), ("retired_at__isnull", False), ("state", "retired")
                    ),
                    _connector="OR",
                ),
                name="letter_template_dates_fit_state",
            ),
        ),
        migrations.RunSQL(TRIGGERS, UNDO),
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
