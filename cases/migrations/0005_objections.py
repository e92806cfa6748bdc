"""An objection has its term, its outcome and its reasons; what was told about a later day is kept."""

import json
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q
from django.utils import timezone

WORDS = Path(__file__).parents[1] / "letters" / "version_1.json"
LETTERS = [
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
    ("objection_postponed", "The decision on an objection is put off"),
    ("objection_decision", "Decision on an objection"),
]
RUNS = Q(objection_date__isnull=False, objection_ended_date__isnull=True)
OUTCOMES = [("granted", "Granted"), ("partly", "Partly granted"), ("refused", "Refused")]
EVENTS = [
    ("reported", "Question received"),
    ("taken_up", "Question taken up"),
    ("joined", "Question joined to this case"),
    ("answered", "Question answered"),
    ("discarded", "Report discarded"),
    ("put_back", "Report put back"),
    ("first_contact", "First contact by the contact person"),
    ("contact", "Contact"),
    ("conversation_planned", "Conversation planned"),
    ("conversation_held", "Conversation held"),
    ("status_changed", "Step"),
    ("weighed", "Solution weighed"),
    ("second_read", "Second reader answered"),
    ("exception_asked", "Exception asked"),
    ("exception_decided", "Exception decided"),
    ("solution_agreed", "Solution agreed"),
    ("procedure_opened", "Procedure opened"),
    ("applied", "Application received"),
    ("default_notice", "Notice of default received"),
    ("delay_told", "Told that the decision comes later"),
    ("term_moved", "Term moved"),
    ("decided", "Decision made"),
    ("decision_sent", "Decision sent"),
    ("objection", "Objection"),
    ("procedure_ended", "Procedure ended"),
    ("arrangement_changed", "Help"),
    ("support_started", "Help started"),
    ("wait_opened", "Waiting began"),
    ("wait_closed", "Waiting ended"),
    ("term_opened", "Contact person named"),
    ("term_closed", "Contact person ended"),
    ("handover_asked", "Handover asked"),
    ("handover_answered", "Handover answered"),
    ("role_given", "Role given"),
    ("plan_changed", "Plan changed"),
    ("levels_recorded", "Levels recorded"),
    ("party_joined", "Partner takes part"),
    ("party_left", "Partner left"),
    ("agreement_made", "Agreement made"),
    ("agreement_settled", "Agreement kept or not"),
    ("letter_made", "Letter made"),
    ("letter_sent", "Letter sent"),
    ("letter_stopped", "Letter stopped"),
    ("document_added", "Document added"),
    ("document_hidden", "Document put out of sight"),
    ("document_back", "Document put back in sight"),
    ("meldcode", "Reporting code"),
    ("reviewed", "Reviewed"),
    ("closed", "Case closed"),
    ("closing_undone", "Closing undone"),
    ("resident_merged", "Two files became one"),
    ("merge_undone", "Merging undone"),
]

KEPT = """
CREATE OR REPLACE FUNCTION keep_open_case_procedure(which bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE cases_opencase SET has_procedure = EXISTS (
        SELECT 1 FROM cases_procedure
        WHERE case_id = which AND (
            state IN ('reported', 'investigating', 'applied')
            OR objection_date IS NOT NULL AND objection_ended_date IS NULL
        )
    ) WHERE case_id = which;
$$;
DROP TRIGGER procedure_of_open_case_is_kept ON cases_procedure;
CREATE TRIGGER procedure_of_open_case_is_kept
    AFTER INSERT OR UPDATE OF state, objection_date, objection_ended_date OR DELETE ON cases_procedure
    FOR EACH ROW EXECUTE FUNCTION keep_procedure_of_open_case();
-- until now what came of an objection was written in the words with which the decision became final
UPDATE cases_procedure SET objection_outcome = 'noted', objection_ended_date = ended_date
    WHERE state = 'final' AND objection_date <= ended_date;
SELECT keep_open_case_procedure(case_id) FROM cases_procedure
    WHERE objection_date IS NOT NULL AND objection_ended_date IS NULL;
"""

KEPT_BEFORE = """
DROP TRIGGER procedure_of_open_case_is_kept ON cases_procedure;
CREATE TRIGGER procedure_of_open_case_is_kept AFTER INSERT OR UPDATE OF state OR DELETE ON cases_procedure
    FOR EACH ROW EXECUTE FUNCTION keep_procedure_of_open_case();
CREATE OR REPLACE FUNCTION keep_open_case_procedure(which bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE cases_opencase SET has_procedure = EXISTS (
        SELECT 1 FROM cases_procedure
        WHERE case_id = which AND state IN ('reported', 'investigating', 'applied')
    ) WHERE case_id = which;
$$;
"""
"""What was kept before: as `0004_work_in_hand` made it."""


def load_words(apps, schema_editor):
    """Version 1 of the letters about objections, where they are not there yet."""
    templates = apps.get_model("cases", "LetterTemplate").objects.using(schema_editor.connection.alias)
    now, words = timezone.now(), json.loads(WORDS.read_text(encoding="utf-8"))
    for kind in ("objection_postponed", "objection_decision"):
        templates.get_or_create(
            kind=kind, version=1,
            defaults={"state": "in_use", "words": words[kind], "made_at": now, "in_use_from": now},
        )  # fmt: skip


def _kind():
    return models.CharField(choices=LETTERS, max_length=20, verbose_name="kind")


def _text(**options):
    return models.CharField(blank=True, default="", db_default="", **options)


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("cases", "0004_work_in_hand"),
    ]
    operations = [
        migrations.AlterField("event", "kind", models.CharField(choices=EVENTS, max_length=20)),
        migrations.AddField(
            "procedure",
            "committee_date",
            models.DateField(blank=True, null=True, verbose_name="told that a committee advises"),
        ),
        migrations.AddField(
            "procedure",
            "objection_outcome",
            _text(
                choices=[
                    ("founded", "Well-founded"),
                    ("unfounded", "Not well-founded"),
                    ("inadmissible", "Not admissible"),
                    ("withdrawn", "Withdrawn"),
                    ("noted", "Noted in words"),
                ],
                max_length=12,
                verbose_name="outcome of the objection",
            ),
        ),
        migrations.AddField(
            "procedure",
            "objection_reasons",
            models.TextField(blank=True, default="", db_default="", verbose_name="reasons on the objection"),
        ),
        migrations.AddField(
            "procedure",
            "objection_decided_date",
            models.DateField(blank=True, null=True, verbose_name="decided on the objection"),
        ),
        migrations.AddField(
            "procedure",
            "objection_by",
            models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            "procedure",
            "objection_ended_date",
            models.DateField(blank=True, null=True, verbose_name="end of the objection"),
        ),
        migrations.AddField(
            "procedure",
            "first_outcome",
            _text(choices=OUTCOMES, max_length=8, verbose_name="outcome before the objection"),
        ),
        migrations.AddField(
            "procedure",
            "first_reasons",
            models.TextField(
                blank=True, default="", db_default="", verbose_name="reasons before the objection"
            ),
        ),
        migrations.CreateModel(
            name="TermNotice",
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
                            ("late", "The decision comes later"),
                            ("objection_late", "The decision on the objection comes later"),
                            ("postponed", "The decision on the objection is put off"),
                            ("agreed", "The decision on the objection is put off with consent"),
                        ],
                        max_length=14,
                    ),
                ),
                ("told_date", models.DateField(verbose_name="told on")),
                ("until_date", models.DateField(verbose_name="at the latest on")),
                ("agreed_date", models.DateField(blank=True, null=True, verbose_name="consent on")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="cases.procedure",
                    ),
                ),
            ],
            options={
                "ordering": ["told_date", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(until_date__gte=F("told_date")), name="term_notice_in_order"
                    ),
                    models.CheckConstraint(
                        condition=Q(kind="agreed", agreed_date__isnull=False)
                        | ~Q(kind="agreed") & Q(agreed_date__isnull=True),
                        name="term_notice_agreed_has_consent",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            "procedure", models.Index(fields=["case"], condition=RUNS, name="procedure_objected_to")
        ),
        migrations.AddConstraint(
            "procedure",
            models.CheckConstraint(
                condition=Q(objection_date__isnull=False)
                | Q(committee_date__isnull=True, objection_ended_date__isnull=True, objection_outcome=""),
                name="objection_treated_was_received",
            ),
        ),
        migrations.AddConstraint(
            "procedure",
            models.CheckConstraint(
                condition=Q(objection_ended_date__isnull=True)
                | Q(objection_ended_date__gte=F("objection_date")) & ~Q(objection_outcome=""),
                name="objection_ended_has_outcome",
            ),
        ),
        migrations.AddConstraint(
            "procedure",
            models.CheckConstraint(
                condition=~Q(objection_outcome__in=("founded", "unfounded", "inadmissible"))
                | Q(objection_decided_date__isnull=False, objection_by__isnull=False)
                & ~Q(objection_reasons=""),
                name="objection_decided_has_reasons",
            ),
        ),
        migrations.AddConstraint(
            "procedure",
            models.CheckConstraint(
                condition=Q(first_outcome="") | Q(objection_outcome="founded") & ~Q(first_reasons=""),
                name="decision_replaced_on_objection",
            ),
        ),
        migrations.AlterField("letter", "kind", _kind()),
        migrations.AlterField("lettertemplate", "kind", _kind()),
        migrations.AddConstraint(
            "letter",
            models.UniqueConstraint(
                fields=["procedure"],
                name="one_letter_on_objection",
                condition=Q(kind="objection_decision") & ~Q(state="stopped"),
            ),
        ),
        migrations.RunPython(load_words, migrations.RunPython.noop),
        migrations.RunSQL(KEPT, KEPT_BEFORE),
    ]
