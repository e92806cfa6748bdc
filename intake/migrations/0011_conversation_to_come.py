"""The conversations of a day are found by when they are planned, among those that are still to come."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0010_whom_it_concerns")]
    operations = [
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(
                fields=["planned_at"],
                name="conversation_to_come",
                condition=models.Q(held_at__isnull=True),
            ),
        ),
    ]
