"""Specialist support counts only once a colleague agreed, also when there is no answer at all; help in use."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0015_open_cases"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="weighing",
            name="specialist_counts_once_read",
        ),
        migrations.AddIndex(
            model_name="arrangement",
            index=models.Index(
                condition=models.Q(("state__in", ["requested", "accepted", "started", "paused"])),
                fields=["provision", "requested_at"],
                name="arrangement_in_use",
            ),
        ),
        migrations.AddConstraint(
            model_name="weighing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("chosen_at__isnull", True),
                    models.Q(("weight", "specialist"), _negated=True),
                    models.Q(
                        ("second_reader__isnull", False),
                        ("second_reader_agrees", True),
                        ("second_reader_agrees__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="specialist_counts_once_read",
            ),
        ),
    ]
