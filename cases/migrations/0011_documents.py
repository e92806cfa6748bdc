"""Documents of a case, their versions, and the bytes of each version."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sociaal.core.crypto

VERSIONS_STAY = """
CREATE FUNCTION check_document_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- a new file is a new version; erasing deletes rows, nothing rewrites them
    RAISE EXCEPTION 'a version of a document stays as it came in'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'document_version_stays';
END $$;

CREATE TRIGGER document_version_stays BEFORE UPDATE ON cases_documentversion
    FOR EACH ROW EXECUTE FUNCTION check_document_version_stays();
CREATE TRIGGER document_piece_stays BEFORE UPDATE ON cases_documentpiece
    FOR EACH ROW EXECUTE FUNCTION check_document_version_stays();
"""

UNDO = """
DROP TRIGGER document_piece_stays ON cases_documentpiece;
DROP TRIGGER document_version_stays ON cases_documentversion;
DROP FUNCTION check_document_version_stays();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_who_is_hidden"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(
                choices=[
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
                    ("solution_agreed", "Solution agreed"),
                    ("procedure_opened", "Procedure opened"),
                    ("applied", "Application received"),
                    ("default_notice", "Notice of default received"),
                    ("decided", "Decision made"),
                    ("decision_sent", "Decision sent"),
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
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("general", "General"),
                            ("finances", "Finances"),
                            ("health", "Health"),
                            ("youth_safety", "Youth and safety"),
                            ("justice", "Justice"),
                        ],
                        default="general",
                        max_length=12,
                        verbose_name="about",
                    ),
                ),
                (
                    "law",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wmo", "Wmo 2015"),
                            ("jeugdwet", "Jeugdwet"),
                            ("participatiewet", "Participatiewet"),
                            ("wgs", "Wgs"),
                        ],
                        max_length=16,
                        verbose_name="law",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letter", "Letter"),
                            ("report", "Report or advice"),
                            ("medical", "Medical statement"),
                            ("decision", "Decision"),
                            ("application", "Application"),
                            ("income", "Income, money and debts"),
                            ("consent", "Signed consent"),
                            ("plan", "Plan"),
                            ("photo", "Photo or drawing"),
                            ("id_check", "Note that identity was checked"),
                            ("other", "Something else"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="what it is")),
                ("date", models.DateField(verbose_name="date of the document")),
                ("added_at", models.DateTimeField()),
                ("hidden_at", models.DateTimeField(blank=True, null=True)),
                (
                    "hidden_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why it is out of sight"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="cases.case",
                    ),
                ),
                (
                    "hidden_by",
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
                "ordering": ["-date", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "name",
                    sociaal.core.crypto.EncryptedField(
                        help_text="As it is offered when somebody saves it; never used as an address."
                    ),
                ),
                ("type", models.CharField(help_text="A key of `cases.documents.types.TYPES`.", max_length=8)),
                ("size", models.PositiveIntegerField(help_text="Bytes.")),
                ("sha256", models.CharField(help_text="Of the file, not encrypted.", max_length=64)),
                ("added_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="cases.document",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="DocumentPiece",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                ("content", sociaal.core.crypto.EncryptedBytesField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pieces",
                        to="cases.documentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["place"],
            },
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["case", "-date", "-id"], name="document_of_case"),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "letter",
                            "report",
                            "medical",
                            "decision",
                            "application",
                            "income",
                            "consent",
                            "plan",
                            "photo",
                            "id_check",
                            "other",
                        ],
                    )
                ),
                name="document_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("hidden_at__isnull", True), ("hidden_by__isnull", True), ("hidden_reason", "")),
                    models.Q(
                        ("hidden_at__isnull", False),
                        ("hidden_by__isnull", False),
                        models.Q(("hidden_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="document_hidden_by_someone_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.UniqueConstraint(fields=("document", "number"), name="one_version_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gt", 0), ("size__gt", 0)), name="version_holds_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentpiece",
            constraint=models.UniqueConstraint(fields=("version", "place"), name="one_piece_in_a_place"),
        ),
        migrations.RunSQL(VERSIONS_STAY, UNDO),
    ]
