"""Letters that stay as they were sent, and the e-mails that announce them."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

import sociaal.core.crypto

LETTER_STAYS = """
CREATE FUNCTION check_letter_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- what was sent is kept as it was sent; erasing empties it, nothing replaces it
    IF NEW.number <> OLD.number OR NEW.kind <> OLD.kind OR NEW.made_at <> OLD.made_at
       OR (NEW.source <> OLD.source AND NEW.source <> '')
       OR (OLD.sha256 <> '' AND NEW.sha256 <> OLD.sha256)
       OR (OLD.pdf IS NOT NULL AND NEW.pdf IS NOT NULL AND NEW.pdf <> OLD.pdf)
    THEN
        RAISE EXCEPTION 'letter % stays as it was made', OLD.number
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'letter_stays';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER letter_stays BEFORE UPDATE ON cases_letter
    FOR EACH ROW EXECUTE FUNCTION check_letter_stays();
"""

UNDO = "DROP TRIGGER letter_stays ON cases_letter; DROP FUNCTION check_letter_stays();"


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_nothing_hangs_on_a_merged_resident"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LetterNumber",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField()),
            ],
        ),
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
            name="Letter",
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
                        choices=[("conversation_report", "Conversation report")],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("number", models.CharField(max_length=12, unique=True, verbose_name="our reference")),
                ("title", models.CharField(max_length=160, verbose_name="what it is")),
                (
                    "categories",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("general", "General"),
                                ("finances", "Finances"),
                                ("health", "Health"),
                                ("youth_safety", "Youth and safety"),
                                ("justice", "Justice"),
                            ],
                            max_length=12,
                        ),
                        size=None,
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
                    "delivery",
                    models.CharField(
                        choices=[("post", "By post"), ("by_hand", "I give it to the resident myself")],
                        max_length=8,
                        verbose_name="how it is delivered",
                    ),
                ),
                (
                    "source",
                    sociaal.core.crypto.EncryptedField(
                        help_text="The words as JSON: see `cases.letters.text.LetterText`."
                    ),
                ),
                ("pdf", sociaal.core.crypto.EncryptedBytesField(blank=True, null=True)),
                (
                    "sha256",
                    models.CharField(blank=True, help_text="Of the PDF, not encrypted.", max_length=64),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("queued", "Being set"),
                            ("to_print", "To be printed"),
                            ("printed", "Printed and sent"),
                            ("stopped", "Stopped"),
                        ],
                        default="queued",
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("printed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "stop_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was stopped"),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="letters", to="cases.case"
                    ),
                ),
                (
                    "printed_by",
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
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Email",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(choices=[("letter_coming", "A letter is on its way")], max_length=16),
                ),
                ("to", sociaal.core.crypto.EncryptedField(verbose_name="to")),
                ("language", models.CharField(choices=[("nl", "Dutch"), ("en", "English")], max_length=2)),
                ("message_id", models.CharField(max_length=120, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to be sent"),
                            ("sent", "Sent"),
                            ("failed", "Not accepted"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("made_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="emails",
                        to="cases.letter",
                    ),
                ),
            ],
            options={
                "ordering": ["made_at", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("state__in", ["queued", "to_print"])),
                fields=["made_at"],
                name="letter_to_print",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["queued", "to_print", "printed", "stopped"])),
                name="letter_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("categories__len__gt", 0)), name="letter_has_category"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["queued", "stopped"]),
                    models.Q(("sha256", ""), _negated=True),
                    _connector="OR",
                ),
                name="letter_set_has_pdf",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("printed_at__isnull", False), ("printed_by__isnull", False), ("state", "printed")
                    ),
                    models.Q(
                        models.Q(("state", "printed"), _negated=True),
                        ("printed_at__isnull", True),
                        ("printed_by__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="letter_printed_by_someone",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "stopped"), models.Q(("stop_reason", ""), _negated=True)),
                    models.Q(models.Q(("state", "stopped"), _negated=True), ("stop_reason", "")),
                    _connector="OR",
                ),
                name="letter_stopped_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="email",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_at__isnull", False), ("state", "sent")),
                    models.Q(models.Q(("state", "sent"), _negated=True), ("sent_at__isnull", True)),
                    _connector="OR",
                ),
                name="email_sent_has_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="email",
            constraint=models.UniqueConstraint(
                fields=("letter", "kind"), name="one_email_of_a_kind_a_letter"
            ),
        ),
        migrations.RunSQL(LETTER_STAYS, UNDO),
    ]
