"""Households in full, parties and consents, and merging residents that are one."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sociaal.core.crypto


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_invariants"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "law",
                    models.CharField(
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
                ("given", models.BooleanField(verbose_name="agrees")),
                ("on_date", models.DateField(verbose_name="on")),
                ("said", models.CharField(blank=True, max_length=200, verbose_name="how it was said")),
                ("noted_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["on_date", "noted_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ResidentMerge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("moved", models.JSONField(default=dict)),
                ("terms", models.JSONField(default=dict)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ParentalAuthority",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("holder_name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[("parental", "Parental authority"), ("guardian", "Guardianship")],
                        default="parental",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("register", "Register of parental authority"),
                            ("population", "Population register"),
                            ("court", "Decision of the court"),
                            ("told", "Told, not seen yet"),
                        ],
                        default="told",
                        max_length=12,
                        verbose_name="seen in",
                    ),
                ),
                ("seen_date", models.DateField(blank=True, null=True, verbose_name="seen on")),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
            ],
            options={
                "verbose_name_plural": "parental authorities",
                "ordering": ["pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="caseparty",
            options={"ordering": ["pk"], "verbose_name_plural": "case parties"},
        ),
        migrations.RemoveConstraint(
            model_name="caseparty",
            name="case_party_once",
        ),
        migrations.RemoveField(
            model_name="caseparty",
            name="consents",
        ),
        migrations.AddField(
            model_name="householdmember",
            name="other_home",
            field=models.BooleanField(default=False, verbose_name="lives here part of the time"),
        ),
        migrations.AddField(
            model_name="networkmember",
            name="phone",
            field=models.CharField(blank=True, max_length=20, verbose_name="phone"),
        ),
        migrations.AlterField(
            model_name="caseparty",
            name="role",
            field=models.CharField(
                choices=[
                    ("subject", "Also concerned"),
                    ("applicant", "Applicant"),
                    ("parent", "Parent with authority"),
                    ("representative", "Representative"),
                    ("household_member", "Household member"),
                ],
                max_length=18,
                verbose_name="role",
            ),
        ),
        migrations.AlterField(
            model_name="contactterm",
            name="began",
            field=models.CharField(
                choices=[
                    ("taken_up", "Took up the question"),
                    ("handover", "Handover"),
                    ("merged", "Two files were one person"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="contactterm",
            name="end_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("expertise", "The complexity of the solution asks for another expertise"),
                    ("resident_asks", "The resident asks for it"),
                    ("leaves", "The contact person leaves or is long absent"),
                    ("conflict_of_interest", "Conflict of interest"),
                    ("resident_moves", "The resident moves"),
                    ("overruled", "Overruled by a manager"),
                    (
                        "quiet",
                        "No open case for twelve months, or the contact person leaves and no case is open",
                    ),
                    ("merged", "Two files were one person"),
                ],
                max_length=20,
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
            model_name="householdmember",
            name="role",
            field=models.CharField(
                choices=[
                    ("adult", "Adult"),
                    ("partner", "Partner"),
                    ("parent", "Parent"),
                    ("child", "Child"),
                    ("other", "Other"),
                ],
                default="adult",
                max_length=10,
                verbose_name="role",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseparty",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("case", "="), ("resident", "="), ("role", "="), ("during", "&&")],
                name="case_party_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="householdmember",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=models.Deferrable["DEFERRED"],
                expressions=[("household", "="), ("resident", "="), ("during", "&&")],
                name="household_member_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="householdmember",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("other_home", False)),
                deferrable=models.Deferrable["DEFERRED"],
                expressions=[("resident", "="), ("during", "&&")],
                name="one_main_home",
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="noted_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="resident",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="cases.resident"
            ),
        ),
        migrations.CreateModel(
            name="MergedValues",
            fields=[
                (
                    "merge",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="values_before",
                        serialize=False,
                        to="cases.residentmerge",
                    ),
                ),
                (
                    "before",
                    sociaal.core.crypto.EncryptedField(
                        help_text="JSON: per field the kept one's value before and after."
                    ),
                ),
                ("undo_reason", models.TextField(blank=True, verbose_name="why it was undone")),
            ],
            options={
                "verbose_name_plural": "merged values",
            },
        ),
        migrations.AddField(
            model_name="residentmerge",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="residentmerge",
            name="kept",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="merges", to="cases.resident"
            ),
        ),
        migrations.AddField(
            model_name="residentmerge",
            name="merged",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="merges_away", to="cases.resident"
            ),
        ),
        migrations.AddField(
            model_name="residentmerge",
            name="undone_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="parentalauthority",
            name="child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="under_authority_of",
                to="cases.resident",
            ),
        ),
        migrations.AddField(
            model_name="parentalauthority",
            name="holder",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="has_authority_over",
                to="cases.resident",
            ),
        ),
        migrations.AddConstraint(
            model_name="residentmerge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at__isnull", True)), fields=("merged",), name="merged_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="residentmerge",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept", models.F("merged")), _negated=True),
                name="merged_with_someone_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="residentmerge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="merge_undone_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="parentalauthority",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("holder__isnull", True), models.Q(("holder_name", ""), _negated=True)),
                    models.Q(("holder__isnull", False), ("holder_name", "")),
                    _connector="OR",
                ),
                name="authority_has_one_holder",
            ),
        ),
        migrations.AddConstraint(
            model_name="parentalauthority",
            constraint=models.CheckConstraint(
                condition=models.Q(("child", models.F("holder")), _negated=True),
                name="authority_over_someone_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="parentalauthority",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", "told"), ("seen_date__isnull", False), _connector="OR"),
                name="authority_seen_on_a_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="parentalauthority",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("child", "="), ("holder", "="), ("during", "&&")], name="authority_once"
            ),
        ),
    ]
