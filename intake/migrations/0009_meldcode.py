"""The meldcode: five steps when there may be violence or neglect at home."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_find_by_keys"),
        ("intake", "0008_conversation_reports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Meldcode",
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
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("signals", "Step 1: write the signals down"),
                            ("consulting", "Step 2: consult a colleague"),
                            ("talking", "Step 3: talk with those involved"),
                            ("weighing", "Step 4: weigh how serious it is"),
                            ("deciding", "Step 5: decide"),
                            ("settled", "Decided"),
                        ],
                        default="signals",
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                (
                    "because",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("red_flag", "The report says: unsafe at home, or a child at risk"),
                                ("level", "Relations at home or parenting stand at level 1 or 2"),
                                ("by_hand", "Somebody saw or heard something"),
                            ],
                            max_length=8,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "danger",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "The signals have another explanation; there is no violence or neglect"),
                            ("concern", "There are worries, but at this moment it is safe enough"),
                            ("doubt", "It is not clear whether it is safe"),
                            ("repeated", "It is unsafe again and again, or for a long time"),
                            ("acute", "Somebody is in danger now"),
                        ],
                        max_length=8,
                        verbose_name="how serious it is",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("both", "Report to Veilig Thuis, and organise help"),
                            ("report", "Report to Veilig Thuis"),
                            ("help", "Organise help, without a report"),
                            ("neither", "No report and no help"),
                        ],
                        max_length=8,
                        verbose_name="decision",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="why")),
                ("told", models.TextField(blank=True, verbose_name="what those involved were told")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                    "decided_by",
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
                "ordering": ["-opened_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="MeldcodeEntry",
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
                            ("signals", "Signals"),
                            ("colleague", "Consulted a colleague"),
                            ("talk", "Talk with those involved"),
                            ("weighing", "Weighed how serious it is"),
                            ("veilig_thuis", "Asked Veilig Thuis for advice"),
                            ("acute", "Acute danger: straight to the decision"),
                            ("afterwards", "What happened afterwards"),
                        ],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="when")),
                ("recorded_at", models.DateTimeField()),
                ("with_whom", models.CharField(blank=True, max_length=200, verbose_name="with whom")),
                ("text", models.TextField(blank=True, verbose_name="what was done or said")),
                ("why_not", models.TextField(blank=True, verbose_name="why there was no talk")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meldcode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="intake.meldcode",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="meldcode",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "settled"), _negated=True),
                fields=("case",),
                name="one_running_meldcode",
            ),
        ),
        migrations.AddConstraint(
            model_name="meldcode",
            constraint=models.CheckConstraint(
                condition=models.Q(("category", "youth_safety")), name="meldcode_is_about_safety"
            ),
        ),
        migrations.AddConstraint(
            model_name="meldcode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["signals", "consulting", "talking", "weighing", "deciding", "settled"])
                ),
                name="meldcode_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meldcode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("state", "settled"), _negated=True),
                        ("decided_at", None),
                        ("decided_by", None),
                        ("decision", ""),
                    ),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        ("state", "settled"),
                        models.Q(("decision", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="meldcode_settled_with_decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="meldcode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision", "neither"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="meldcode_neither_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="meldcode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["deciding", "settled"]), _negated=True),
                    models.Q(("danger", ""), _negated=True),
                    _connector="OR",
                ),
                name="meldcode_weighed",
            ),
        ),
        migrations.AddConstraint(
            model_name="meldcodeentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), ("why_not", ""), _negated=True),
                name="meldcode_entry_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="meldcodeentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "talk"), ("why_not", ""), _connector="OR"),
                name="meldcode_only_a_talk_is_left_out",
            ),
        ),
    ]
