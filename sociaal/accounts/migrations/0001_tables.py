"""Who works here and in which team, how they get in, what they asked to be kept."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from sociaal.core.tables import Tables

THROTTLE = """
CREATE TABLE accounts_throttle (
    cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL
);
CREATE INDEX accounts_throttle_expires ON accounts_throttle (expires);
"""
"""The table in which sign-in attempts are counted (Django's database cache): no model, so written out."""


class Migration(Tables):
    initial = True

    dependencies = []
    replaces = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_throttle_table"),
        ("accounts", "0003_start_password"),
        ("accounts", "0004_calendar_link"),
        ("accounts", "0005_saved_list"),
    ]

    operations = [
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, unique=True, verbose_name="name")),
                ("municipality", models.CharField(max_length=80, verbose_name="municipality")),
                (
                    "neighbourhoods",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        default=list,
                        size=None,
                        verbose_name="neighbourhoods",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mail")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("consultant", "Consultant"),
                                ("case_director", "Case director"),
                                ("care_coordinator", "Care coordinator"),
                                ("manager", "Manager"),
                                ("administrator", "Administrator"),
                                ("privacy_officer", "Privacy officer"),
                                ("partner", "Partner professional"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                        verbose_name="roles",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="accounts.team",
                    ),
                ),
                (
                    "expertise",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        help_text="Codes of laws.",
                        size=None,
                    ),
                ),
                (
                    "mandates",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        help_text="Laws under which this user may decide.",
                        size=None,
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                ("joined_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "roles__contained_by",
                                [
                                    "consultant",
                                    "case_director",
                                    "care_coordinator",
                                    "manager",
                                    "administrator",
                                    "privacy_officer",
                                    "partner",
                                ],
                            )
                        ),
                        name="user_roles_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StartPassword",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="start_password",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("expires_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="SavedList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_lists",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("page", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=40, verbose_name="name")),
                ("asked", models.CharField(max_length=300)),
            ],
            options={
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "page", "name"), name="saved_list_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarLink",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="calendar_link",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("secret_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL(THROTTLE, "DROP TABLE accounts_throttle"),
    ]
