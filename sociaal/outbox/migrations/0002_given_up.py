"""What was given up is found at once, among however much that is done."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("outbox", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="message",
            index=models.Index(condition=models.Q(("state", "dead")), fields=["id"], name="outbox_given_up"),
        ),
    ]
