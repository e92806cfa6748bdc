"""Indexes that others make superfluous go; open cases of a resident, and terms of a user, get one of their own.

Each event was written into eight indexes, two of which held nothing but empty places.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

PROTECT = django.db.models.deletion.PROTECT


def _points_at(to, related_name, **more):
    return models.ForeignKey(to, on_delete=PROTECT, related_name=related_name, db_index=False, **more)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0019_handover_answer_and_told"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddIndex(
            "case",
            models.Index(fields=["resident"], condition=~Q(status="closed"), name="case_open_of_resident"),
        ),
        migrations.AddIndex(
            "contactterm",
            models.Index(fields=["user", "resident"], include=["during"], name="contact_term_of_user"),
        ),
        migrations.AddIndex(
            "event",
            models.Index(
                fields=["help_request"], condition=Q(help_request__isnull=False), name="event_of_question"
            ),
        ),
        migrations.AddIndex(
            "event",
            models.Index(
                fields=["corrects"], condition=Q(corrects__isnull=False), name="event_that_corrects"
            ),
        ),
        migrations.AlterField("case", "resident", _points_at("cases.resident", "cases")),
        migrations.AlterField("contactterm", "user", _points_at(settings.AUTH_USER_MODEL, "contact_terms")),
        migrations.AlterField("event", "case", _points_at("cases.case", "events", null=True)),
        migrations.AlterField("event", "corrects", _points_at("cases.event", "corrected_by", null=True)),
        migrations.AlterField("event", "help_request", _points_at("cases.helprequest", "events", null=True)),
    ]
