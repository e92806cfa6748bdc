"""A handover has a day by which to answer, and says when the resident heard who the contact person is now."""

from django.db import migrations, models
from django.db.models import Q

BEFORE_THERE_WAS_A_DAY = """
UPDATE cases_handover SET answer_by = (asked_at AT TIME ZONE 'Europe/Amsterdam')::date + 7;
-- what was settled before anybody was asked to tell counts as told
UPDATE cases_handover SET told_at = answered_at WHERE state = 'accepted';
-- what waits for the commit is checked now, or the table could not change in this transaction
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0018_appointment_at")]
    operations = [
        migrations.AddField("handover", "answer_by", models.DateField("answer by", null=True)),
        migrations.AddField("handover", "told_at", models.DateTimeField(null=True, blank=True)),
        migrations.RunSQL(BEFORE_THERE_WAS_A_DAY, migrations.RunSQL.noop),
        migrations.AlterField("handover", "answer_by", models.DateField("answer by")),
        migrations.AddConstraint(
            "handover",
            models.CheckConstraint(
                condition=Q(told_at__isnull=True) | Q(state="accepted"), name="handover_told_once_accepted"
            ),
        ),
    ]
