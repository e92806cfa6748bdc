"""What a weighing, its exceptions, its review and the plan keep; principles; where and when help is given."""

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def keep_answers(apps, schema_editor):
    """What second readers answered until now, beside the weighing it was about."""
    alias = schema_editor.connection.alias
    readings = apps.get_model("cases", "SecondReading")
    rows = apps.get_model("cases", "Weighing").objects.using(alias)
    answered = rows.filter(second_reader__isnull=False, second_reader_agrees__isnull=False)
    readings.objects.using(alias).bulk_create(
        readings(
            weighing=row,
            reader_id=row.second_reader_id,
            agrees=row.second_reader_agrees,
            words=row.second_reader_words,
            at=row.second_read_at or row.made_at,
        )
        for row in answered.iterator()
    )


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0012_calendar_days"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Principle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="place")),
                ("words", models.CharField(max_length=200, unique=True, verbose_name="principle")),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["place"],
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.CharField(max_length=500, verbose_name="how it goes")),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "progress",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "moment",
                    models.CharField(choices=[("review", "Review"), ("closing", "Closing")], max_length=8),
                ),
                ("lighter", models.TextField(blank=True, verbose_name="why lighter will not do yet")),
                ("experience", models.TextField(blank=True, verbose_name="what the resident says of it")),
                (
                    "look_again_date",
                    models.DateField(blank=True, null=True, verbose_name="when we look again"),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SecondReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agrees", models.BooleanField()),
                ("words", models.TextField(verbose_name="what the second reader says")),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="plan",
            name="conditions_met_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="planaction",
            name="name",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=80, verbose_name="by name"
            ),
        ),
        migrations.AddField(
            model_name="provision",
            name="from_date",
            field=models.DateField(blank=True, null=True, verbose_name="given from"),
        ),
        migrations.AddField(
            model_name="provision",
            name="neighbourhoods",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=80),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="neighbourhoods",
            ),
        ),
        migrations.AddField(
            model_name="provision",
            name="until_date",
            field=models.DateField(blank=True, null=True, verbose_name="given until and including"),
        ),
        migrations.AddField(
            model_name="weighing",
            name="exception_allowed",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="weighing",
            name="exception_asked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="weighing",
            name="exception_decided_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="weighing",
            name="exception_decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="weighing",
            name="exception_rule",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                max_length=200,
                verbose_name="which law or policy is in the way",
            ),
        ),
        migrations.AddField(
            model_name="weighing",
            name="exception_words",
            field=models.TextField(
                blank=True, db_default="", default="", verbose_name="what the manager says"
            ),
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
                    ("term_moved", "Term moved"),
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
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.CharField(
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
        migrations.AddIndex(
            model_name="weighing",
            index=models.Index(
                condition=models.Q(("exception_asked_at__isnull", False)),
                fields=["exception_asked_at"],
                name="exception_asked",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("conditions_met_at__isnull", True),
                    models.Q(("conditions", ""), _negated=True),
                    _connector="OR",
                ),
                name="conditions_met_are_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("from_date__isnull", True),
                    ("until_date__isnull", True),
                    ("until_date__gte", models.F("from_date")),
                    _connector="OR",
                ),
                name="provision_period_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="weighing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("chosen_at__isnull", True),
                    models.Q(("weight", "specialist"), _negated=True),
                    models.Q(("second_reader__isnull", False), ("second_reader_agrees", True)),
                    _connector="OR",
                ),
                name="specialist_counts_once_read",
            ),
        ),
        migrations.AddConstraint(
            model_name="weighing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("chosen_at__isnull", True),
                    ("exception_reason", ""),
                    models.Q(("exception_authority", ""), _negated=True),
                    _connector="OR",
                ),
                name="exception_counts_on_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="weighing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("exception_allowed__isnull", True), ("exception_decided_at__isnull", True)),
                    models.Q(
                        ("exception_allowed__isnull", False),
                        ("exception_decided_at__isnull", False),
                        ("exception_decided_by__isnull", False),
                        models.Q(("exception_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="exception_decided_with_words",
            ),
        ),
        migrations.AddField(
            model_name="principle",
            name="changed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="progress",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="progress",
            name="goal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="progress", to="cases.goal"
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="secondreading",
            name="reader",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="secondreading",
            name="weighing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="readings", to="cases.weighing"
            ),
        ),
        migrations.AddConstraint(
            model_name="principle",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("place",),
                name="principle_own_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="principle",
            constraint=models.CheckConstraint(
                condition=models.Q(("place__range", (1, 10))), name="principle_at_most_ten"
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("moment", "review"), _negated=True),
                    models.Q(("lighter", ""), _negated=True),
                    _connector="OR",
                ),
                name="review_says_why_not_lighter",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondreading",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="reading_has_words"
            ),
        ),
        migrations.RunPython(keep_answers, migrations.RunPython.noop),
    ]
