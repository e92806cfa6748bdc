import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_invariants"),
        ("intake", "0006_drafts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="conversation",
            name="behind",
            field=models.TextField(blank=True, default="", verbose_name="what lies behind the question"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="conversation",
            name="interpreter",
            field=models.CharField(
                blank=True, default="", max_length=60, verbose_name="interpreter, into which language"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="conversation",
            name="own_plan_told",
            field=models.BooleanField(default=False, verbose_name="told about handing in an own plan"),
        ),
        migrations.AddField(
            model_name="conversation",
            name="written",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AlterField(
            model_name="conversation",
            name="version",
            field=models.PositiveIntegerField(
                default=0, help_text="Goes up with each change, also of a note."
            ),
        ),
        migrations.AddField(
            model_name="domainnote",
            name="goes_well",
            field=models.TextField(blank=True, default="", verbose_name="what goes well"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="domainnote",
            name="is_hard",
            field=models.TextField(blank=True, default="", verbose_name="what is hard"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="domainnote",
            name="no_questions",
            field=models.BooleanField(default=False, verbose_name="no questions here"),
        ),
        migrations.AddField(
            model_name="domainnote",
            name="written",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddConstraint(
            model_name="domainnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__isnull", True), ("level__range", (1, 5)), _connector="OR"),
                name="note_level_one_to_five",
            ),
        ),
        migrations.AddConstraint(
            model_name="domainnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("no_questions", False),
                    models.Q(
                        ("can_do", ""),
                        ("cannot", ""),
                        ("goes_well", ""),
                        ("is_hard", ""),
                        ("level__isnull", True),
                        ("network_can", ""),
                        ("notes", ""),
                    ),
                    _connector="OR",
                ),
                name="no_questions_is_empty",
            ),
        ),
        migrations.CreateModel(
            name="OwnPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("general", "General"),
                            ("finances", "Finances"),
                            ("health", "Health"),
                            ("youth_safety", "Youth and safety"),
                            ("justice", "Justice"),
                        ],
                        default="general",
                        max_length=12,
                        verbose_name="about",
                    ),
                ),
                (
                    "law",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wmo", "Wmo 2015"),
                            ("jeugdwet", "Jeugdwet"),
                            ("participatiewet", "Participatiewet"),
                            ("wgs", "Wgs"),
                        ],
                        max_length=16,
                        verbose_name="law",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("personal", "Personal plan"), ("family_group", "Family group plan")],
                        default="personal",
                        max_length=12,
                        verbose_name="kind of plan",
                    ),
                ),
                ("received_date", models.DateField(verbose_name="received on")),
                ("words", models.TextField(verbose_name="what it says")),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="cases.case",
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case",), name="one_own_plan_a_case")],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seen_at", models.DateTimeField()),
                (
                    "logged_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="When a line of the log last said that changes were read here.",
                        null=True,
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="intake.conversation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "user"), name="present_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="TablePerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="role")),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="intake.conversation",
                    ),
                ),
                (
                    "network_member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cases.networkmember",
                    ),
                ),
                (
                    "professional",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.professional",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.resident",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people at the table",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("network_member__isnull", True), ("resident__isnull", True)),
                            models.Q(("professional__isnull", True), ("resident__isnull", True)),
                            models.Q(("network_member__isnull", True), ("professional__isnull", True)),
                            _connector="OR",
                        ),
                        name="table_person_known_once",
                    ),
                    models.UniqueConstraint(fields=("conversation", "resident"), name="one_chair_a_resident"),
                    models.UniqueConstraint(
                        fields=("conversation", "network_member"), name="one_chair_a_network_member"
                    ),
                    models.UniqueConstraint(
                        fields=("conversation", "professional"), name="one_chair_a_professional"
                    ),
                ],
            },
        ),
    ]
