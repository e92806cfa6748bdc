"""The administrator's table of days, with the decreed days that the rules knew before there was one."""

from datetime import date

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

FIRST = (
    ("2023-04-28", "Vrijdag na Koningsdag"),
    ("2023-05-19", "Vrijdag na Hemelvaartsdag"),
    ("2024-05-10", "Vrijdag na Hemelvaartsdag"),
    ("2024-12-27", "Vrijdag na Kerstmis"),
    ("2025-05-30", "Vrijdag na Hemelvaartsdag"),
    ("2026-01-02", "Vrijdag na Nieuwjaarsdag"),
    ("2026-05-15", "Vrijdag na Hemelvaartsdag"),
    ("2027-05-07", "Vrijdag na Hemelvaartsdag"),
    ("2028-04-28", "Vrijdag na Koningsdag"),
    ("2028-05-26", "Vrijdag na Hemelvaartsdag"),
)
SOURCE = "Lijst bij ingebruikname; nummer Staatscourant niet nagezien"


def load(apps, schema_editor):
    """Add the days that were in the code until now."""
    days = apps.get_model("cases", "CalendarDay")
    days.objects.using(schema_editor.connection.alias).bulk_create(
        days(day=date.fromisoformat(day), name=name, kind="decreed", source=SOURCE, added_at=timezone.now())
        for day, name in FIRST
    )


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0011_documents"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(
                choices=[
                    ("reported", "Question received"),
                    ("taken_up", "Question taken up"),
                    ("joined", "Question joined to this case"),
                    ("answered", "Question answered"),
                    ("discarded", "Report discarded"),
                    ("put_back", "Report put back"),
                    ("first_contact", "First contact by the contact person"),
                    ("contact", "Contact"),
                    ("conversation_planned", "Conversation planned"),
                    ("conversation_held", "Conversation held"),
                    ("status_changed", "Step"),
                    ("weighed", "Solution weighed"),
                    ("second_read", "Second reader answered"),
                    ("solution_agreed", "Solution agreed"),
                    ("procedure_opened", "Procedure opened"),
                    ("applied", "Application received"),
                    ("default_notice", "Notice of default received"),
                    ("term_moved", "Term moved"),
                    ("decided", "Decision made"),
                    ("decision_sent", "Decision sent"),
                    ("procedure_ended", "Procedure ended"),
                    ("arrangement_changed", "Help"),
                    ("support_started", "Help started"),
                    ("wait_opened", "Waiting began"),
                    ("wait_closed", "Waiting ended"),
                    ("term_opened", "Contact person named"),
                    ("term_closed", "Contact person ended"),
                    ("handover_asked", "Handover asked"),
                    ("handover_answered", "Handover answered"),
                    ("role_given", "Role given"),
                    ("plan_changed", "Plan changed"),
                    ("levels_recorded", "Levels recorded"),
                    ("party_joined", "Partner takes part"),
                    ("party_left", "Partner left"),
                    ("agreement_made", "Agreement made"),
                    ("agreement_settled", "Agreement kept or not"),
                    ("letter_made", "Letter made"),
                    ("letter_sent", "Letter sent"),
                    ("letter_stopped", "Letter stopped"),
                    ("document_added", "Document added"),
                    ("document_hidden", "Document put out of sight"),
                    ("document_back", "Document put back in sight"),
                    ("meldcode", "Reporting code"),
                    ("reviewed", "Reviewed"),
                    ("closed", "Case closed"),
                    ("closing_undone", "Closing undone"),
                    ("resident_merged", "Two files became one"),
                    ("merge_undone", "Merging undone"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="CalendarDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("decreed", "On a par with a Sunday by decree"),
                            ("closed", "The municipality is closed"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=120, verbose_name="source")),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["day", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("day",),
                        name="calendar_day_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "closed"), models.Q(("source", ""), _negated=True), _connector="OR"
                        ),
                        name="calendar_day_decree_has_source",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("removed_at__isnull", True), ("removed_by__isnull", True)),
                            models.Q(("removed_at__isnull", False), ("removed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="calendar_day_removed_by_whom",
                    ),
                ],
            },
        ),
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
