"""An e-mail that waited in a backup is held back when that is restored."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_death")]
    operations = [
        migrations.AlterField(
            "email",
            "state",
            models.CharField(
                choices=[
                    ("waiting", "Waiting to be sent"),
                    ("sent", "Sent"),
                    ("failed", "Not accepted"),
                    ("held", "Held back"),
                ],
                default="waiting",
                max_length=8,
            ),
        ),
    ]
