"""The appointments of a day are found by their moment."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0017_calendar_day_stays")]
    operations = [
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(fields=["at"], name="appointment_at"),
        ),
    ]
