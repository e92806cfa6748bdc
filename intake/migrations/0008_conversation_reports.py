"""The conversation report: numbered versions, and what the writer changed in them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

USER = settings.AUTH_USER_MODEL
PROTECT = django.db.models.deletion.PROTECT
KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")
CATEGORIES = [
    ("general", "General"),
    ("finances", "Finances"),
    ("health", "Health"),
    ("youth_safety", "Youth and safety"),
    ("justice", "Justice"),
]
ONE_IN_THE_MAKING = models.UniqueConstraint(
    fields=["case"], condition=models.Q(letter__isnull=True), name="one_report_in_the_making"
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_letters"),
        ("intake", "0007_conversation_in_full"),
        migrations.swappable_dependency(USER),
    ]

    operations = [
        migrations.CreateModel(
            name="ConversationReport",
            fields=[
                ("id", KEY),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Dutch"), ("en", "English")],
                        default="nl",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                ("remarks", models.TextField(blank=True, verbose_name="what the resident remarks")),
                ("begun_at", models.DateTimeField()),
                ("begun_by", models.ForeignKey(on_delete=PROTECT, related_name="+", to=USER)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conversation_reports",
                        to="cases.case",
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=PROTECT,
                        related_name="conversation_report",
                        to="cases.letter",
                    ),
                ),
            ],
            options={"ordering": ["case", "number"]},
        ),
        migrations.CreateModel(
            name="ReportPart",
            fields=[
                ("id", KEY),
                ("code", models.CharField(max_length=32)),
                ("category", models.CharField(choices=CATEGORIES, default="general", max_length=12)),
                ("text", models.TextField(blank=True)),
                ("included", models.BooleanField(default=True)),
                (
                    "started_from",
                    models.CharField(help_text="Mark of the words from the notes then.", max_length=24),
                ),
                ("written", models.JSONField(default=dict, editable=False)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.ForeignKey(on_delete=PROTECT, related_name="+", to=USER)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="intake.conversationreport",
                    ),
                ),
            ],
            options={"ordering": ["pk"]},
        ),
        migrations.AddConstraint(
            "conversationreport",
            models.UniqueConstraint(fields=["case", "number"], name="report_number_once"),
        ),
        migrations.AddConstraint("conversationreport", ONE_IN_THE_MAKING),
        migrations.AddConstraint(
            "reportpart", models.UniqueConstraint(fields=["report", "code"], name="report_part_once")
        ),
    ]
