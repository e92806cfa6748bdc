"""Whom a conversation concerns beside the resident whose case it is."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_nothing_hangs_on_a_merged_resident"),
        ("intake", "0009_meldcode"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConversationPerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerns",
                        to="intake.conversation",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concerned_in",
                        to="cases.resident",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people a conversation concerns",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "resident"), name="concerned_once")
                ],
            },
        ),
    ]
