"""The log of who saw and did what, which only grows."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from sociaal.core.append_only import refuse_changes
from sociaal.core.tables import Tables


class Migration(Tables):
    initial = True

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    replaces = [
        ("audit", "0001_initial"),
        ("audit", "0002_append_only"),
        ("audit", "0003_actor_in_one_index"),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("read", "Seen"),
                            ("write", "Changed"),
                            ("refused", "Refused"),
                            ("sign_in", "Signed in"),
                            ("emergency", "Break-glass access"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("action", models.CharField(help_text="Name of the page or operation.", max_length=80)),
                ("object_type", models.CharField(blank=True, max_length=40)),
                ("object_id", models.BigIntegerField(blank=True, null=True)),
                (
                    "residents",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        default=list,
                        help_text="Keys of the residents shown or touched.",
                        size=None,
                    ),
                ),
                ("codes", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name_plural": "entries",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["residents"], name="audit_residents"),
                    models.Index(fields=["actor", "-at"], name="audit_actor"),
                    models.Index(fields=["-at"], name="audit_at"),
                ],
            },
        ),
        refuse_changes("audit_entry"),
    ]
