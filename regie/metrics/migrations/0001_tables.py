"""Figures, and the facts they are computed from."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from sociaal.core.tables import Tables


class Migration(Tables):
    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("cases", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    replaces = [
        ("metrics", "0001_initial"),
        ("metrics", "0002_baseline"),
        ("metrics", "0003_steps_and_handovers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Baseline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("source", models.TextField(blank=True, help_text="Citation of the log.")),
                ("file_digest", models.CharField(help_text="SHA-256 of the file.", max_length=64)),
                (
                    "mapping_digest",
                    models.CharField(help_text="SHA-256 of what the mapping says.", max_length=64),
                ),
                ("holds_until", models.DateTimeField(help_text="The last event of the log.")),
                ("imported_at", models.DateTimeField()),
                (
                    "imported_by",
                    models.ForeignKey(
                        help_text="Empty: on the command line.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("figures", models.JSONField(help_text="As described at regie.metrics.event_log.figures.")),
            ],
            options={
                "ordering": ["-imported_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("file_digest", "mapping_digest"), name="baseline_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="BaselineRoute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "baseline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="routes",
                        to="metrics.baseline",
                    ),
                ),
                (
                    "activities",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BaselineCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "baseline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cases",
                        to="metrics.baseline",
                    ),
                ),
                ("key", models.TextField()),
                (
                    "route",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cases",
                        to="metrics.baselineroute",
                    ),
                ),
                ("first_at", models.DateTimeField(help_text="First event.")),
                ("last_at", models.DateTimeField(help_text="Last event.")),
                ("start_at", models.DateTimeField(help_text="As the log says, else the first event.")),
                ("end_at", models.DateTimeField(help_text="Empty: open at the end of the log.", null=True)),
                ("deadline_at", models.DateTimeField(null=True)),
                ("channel", models.TextField(blank=True)),
                (
                    "resource_changes",
                    models.PositiveIntegerField(help_text="Consecutive events by different resources."),
                ),
                (
                    "oddities",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        default=list,
                        help_text="Codes; mostly none.",
                        size=None,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("oddities", []), _negated=True),
                        fields=["baseline", "id"],
                        name="baseline_case_odd",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("baseline", "key"), name="baseline_case_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Spell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("wait_first_contact", "Waiting for first contact"),
                            ("wait_conversation", "Waiting for the conversation"),
                            ("lead_decision", "Lead time of the decision"),
                            ("wait_support", "Waiting for help"),
                            ("lead_help", "From question to help"),
                            ("lead_total", "Total lead time"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "help_request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.helprequest",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "about",
                    models.CharField(
                        blank=True, help_text="Which of several, such as a procedure's key.", max_length=40
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.team"
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "end",
                    models.CharField(
                        blank=True, choices=[("event", "reached"), ("other", "ended otherwise")], max_length=5
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["team", "measure", "started_at"], name="spell_of_team")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measure", "case", "help_request", "about"),
                        name="spell_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", ""), ("ended_at__isnull", True)),
                            models.Q(("ended_at__isnull", False), models.Q(("end", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="spell_ended_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WaitSpell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "wait",
                    models.BigIntegerField(help_text="Key of the wait it was computed for.", unique=True),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.team"
                    ),
                ),
                ("on", models.CharField(max_length=10)),
                ("subject", models.CharField(max_length=14)),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["team", "started_at"], name="wait_spell_of_team")],
            },
        ),
        migrations.CreateModel(
            name="StepSpell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(help_text="The how manieth stay of the case, from 1."),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.team"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        help_text="A status of the case, or `report` before it was one.", max_length=12
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("left_to", models.CharField(blank=True, max_length=12)),
            ],
            options={
                "indexes": [models.Index(fields=["team", "started_at"], name="step_spell_of_team")],
                "constraints": [models.UniqueConstraint(fields=("case", "number"), name="step_spell_once")],
            },
        ),
        migrations.CreateModel(
            name="HandoverFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "handover",
                    models.BigIntegerField(help_text="Key of the handover; one may touch several cases."),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.team"
                    ),
                ),
                ("reason", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["team", "at"], name="handover_fact_of_team")],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "handover"), name="handover_fact_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Figures",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "team",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.team",
                    ),
                ),
                ("data", models.JSONField()),
                ("holds_until", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "figures",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("team",), name="figures_of_all_once", nulls_distinct=False
                    )
                ],
            },
        ),
    ]
