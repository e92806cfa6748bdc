"""Who takes part in a case beside the municipality, and what was agreed."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

from sociaal.core.tables import Tables


class Migration(Tables):
    initial = True

    dependencies = [("cases", "0001_tables"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    replaces = [
        ("coordination", "0001_initial"),
        ("coordination", "0002_agreement_waited_for"),
    ]

    operations = [
        migrations.CreateModel(
            name="Participation",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="cases.case",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "professional",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="cases.professional",
                        verbose_name="professional",
                    ),
                ),
                ("role", models.CharField(max_length=120, verbose_name="role in this case")),
                (
                    "mandate",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="what they may decide at the table"
                    ),
                ),
                ("added_value", models.CharField(max_length=300, verbose_name="what they add")),
                (
                    "shared_categories",
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
                        default=list,
                        size=None,
                        verbose_name="what we share",
                    ),
                ),
                ("ground", models.CharField(max_length=300, verbose_name="ground for sharing")),
                (
                    "why_more",
                    models.CharField(blank=True, max_length=300, verbose_name="why more than three parties"),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["since", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("case", "organisation"),
                        name="organisation_takes_part_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="cases.case",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="coordination.participation",
                        verbose_name="of which partner",
                    ),
                ),
                ("who", models.CharField(max_length=120, verbose_name="who does it")),
                ("what", models.CharField(max_length=300, verbose_name="what")),
                ("due_date", models.DateField(verbose_name="before")),
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
                    ),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("made", "Agreed"),
                            ("kept", "Kept"),
                            ("not_kept", "Not kept"),
                            ("cancelled", "No longer needed"),
                        ],
                        default="made",
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("why_not", models.CharField(blank=True, max_length=300, verbose_name="what came between")),
                (
                    "wait",
                    models.OneToOneField(
                        blank=True,
                        help_text="The waiting on the partner that this agreement is about, when we wait for it.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="agreement",
                        to="cases.wait",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["due_date", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at__isnull", True), ("state", "made")),
                            models.Q(
                                models.Q(("state", "made"), _negated=True), ("settled_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="agreement_settled_has_date",
                    )
                ],
            },
        ),
    ]
