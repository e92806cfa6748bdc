"""Of the few residents who are hidden, who may find them is asked without reading all cases."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_default_notice")]
    operations = [
        migrations.AddIndex(
            "resident",
            models.Index(
                fields=["id"],
                name="resident_hidden",
                condition=Q(confidential_address=True) | Q(restricted=True),
            ),
        )
    ]
