"""How a question comes in and becomes clear."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import django_fsm
from django.conf import settings
from django.db import migrations, models

import sociaal.core.crypto
from sociaal.core.tables import Tables


class Migration(Tables):
    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("cases", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    replaces = [
        ("intake", "0001_initial"),
        ("intake", "0002_who_noted"),
        ("intake", "0003_question_sets"),
        ("intake", "0005_other_ways_in"),
        ("intake", "0006_drafts"),
        ("intake", "0007_conversation_in_full"),
        ("intake", "0008_conversation_reports"),
        ("intake", "0009_meldcode"),
        ("intake", "0010_whom_it_concerns"),
        ("intake", "0011_conversation_to_come"),
    ]

    operations = [
        migrations.CreateModel(
            name="QuestionSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(unique=True)),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("concept", "Concept"), ("in_use", "In use"), ("retired", "Used before")],
                        default="concept",
                        max_length=50,
                        protected=True,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("in_use_from", models.DateTimeField(blank=True, null=True)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["version"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "concept")),
                        fields=("state",),
                        name="one_question_concept",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "in_use")),
                        fields=("state",),
                        name="one_question_set_in_use",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("in_use_from__isnull", True),
                                ("retired_at__isnull", True),
                                ("state", "concept"),
                            ),
                            models.Q(
                                ("in_use_from__isnull", False),
                                ("retired_at__isnull", True),
                                ("state", "in_use"),
                            ),
                            models.Q(
                                ("in_use_from__isnull", False),
                                ("retired_at__isnull", False),
                                ("state", "retired"),
                            ),
                            _connector="OR",
                        ),
                        name="question_set_dates_fit_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Conversation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("planned_at", models.DateTimeField(verbose_name="planned for")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="where")),
                (
                    "at_table",
                    models.CharField(blank=True, max_length=200, verbose_name="who sat at the table"),
                ),
                (
                    "support_offered",
                    models.BooleanField(
                        default=False, verbose_name="told about free independent client support"
                    ),
                ),
                (
                    "own_plan_told",
                    models.BooleanField(default=False, verbose_name="told about handing in an own plan"),
                ),
                (
                    "interpreter",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="interpreter, into which language"
                    ),
                ),
                (
                    "own_words",
                    models.TextField(blank=True, verbose_name="the question, in the resident's own words"),
                ),
                ("wish", models.TextField(blank=True, verbose_name="what the resident wants to reach")),
                ("behind", models.TextField(blank=True, verbose_name="what lies behind the question")),
                ("held_at", models.DateTimeField(blank=True, null=True)),
                (
                    "question_set",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conversations",
                        to="intake.questionset",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=0, help_text="Goes up with each change, also of a note."
                    ),
                ),
                ("written", models.JSONField(default=dict, editable=False)),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["planned_at", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("held_at__isnull", True)),
                        fields=["planned_at"],
                        name="conversation_to_come",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DomainNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="intake.conversation",
                    ),
                ),
                (
                    "domain",
                    models.CharField(
                        choices=[
                            ("finances", "Finances"),
                            ("work_education", "Work and education"),
                            ("daytime", "Daytime activities"),
                            ("housing", "Housing"),
                            ("home_relations", "Relations at home"),
                            ("mental_health", "Mental health"),
                            ("physical_health", "Physical health"),
                            ("substance_use", "Substance use"),
                            ("basic_adl", "Self-care"),
                            ("instrumental_adl", "Daily tasks"),
                            ("social_network", "Social network"),
                            ("participation", "Participation in society"),
                            ("justice", "Police and justice"),
                            ("parenting", "Parenting"),
                        ],
                        max_length=20,
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
                    ),
                ),
                ("notes", models.TextField(blank=True, verbose_name="what was said")),
                ("goes_well", models.TextField(blank=True, verbose_name="what goes well")),
                ("is_hard", models.TextField(blank=True, verbose_name="what is hard")),
                ("can_do", models.TextField(blank=True, verbose_name="what the resident can do")),
                ("network_can", models.TextField(blank=True, verbose_name="what the network can do")),
                ("cannot", models.TextField(blank=True, verbose_name="what really cannot")),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Acute problems"),
                            (2, "Not self-reliant"),
                            (3, "Partly self-reliant"),
                            (4, "Sufficiently self-reliant"),
                            (5, "Fully self-reliant"),
                        ],
                        null=True,
                        verbose_name="level",
                    ),
                ),
                ("no_questions", models.BooleanField(default=False, verbose_name="no questions here")),
                ("written", models.JSONField(default=dict, editable=False)),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "domain"), name="one_note_a_domain"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level__isnull", True), ("level__range", (1, 5)), _connector="OR"
                        ),
                        name="note_level_one_to_five",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="ConversationReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conversation_reports",
                        to="cases.case",
                    ),
                ),
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
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("begun_at", models.DateTimeField()),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conversation_report",
                        to="cases.letter",
                    ),
                ),
            ],
            options={
                "ordering": ["case", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="report_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("letter__isnull", True)),
                        fields=("case",),
                        name="one_report_in_the_making",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="intake.conversationreport",
                    ),
                ),
                ("code", models.CharField(max_length=32)),
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
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("included", models.BooleanField(default=True)),
                (
                    "started_from",
                    models.CharField(help_text="Mark of the words from the notes then.", max_length=24),
                ),
                ("written", models.JSONField(default=dict, editable=False)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("report", "code"), name="report_part_once")],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "page",
                    models.CharField(
                        help_text="Address of the form's page; it holds keys only.", max_length=200
                    ),
                ),
                ("part", models.CharField(blank=True, help_text="Which form of that page.", max_length=40)),
                ("form_key", models.CharField(max_length=64)),
                (
                    "content",
                    sociaal.core.crypto.EncryptedField(
                        help_text="Title of the page and the fields as typed, as JSON."
                    ),
                ),
                ("is_empty", models.BooleanField(default=False)),
                ("has_question", models.BooleanField(default=False)),
                (
                    "team",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.team",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="cases.resident",
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("tab", models.CharField(help_text="Browser tab that wrote last.", max_length=40)),
                (
                    "typed",
                    models.BigIntegerField(
                        default=0, help_text="Order of what one tab sent: the clock of its browser."
                    ),
                ),
                (
                    "help_request",
                    models.OneToOneField(
                        help_text="Entered the inbox as this.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.helprequest",
                    ),
                ),
                ("entered_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-changed_at", "-pk"],
                "indexes": [
                    models.Index(fields=["owner", "page"], name="draft_of_form"),
                    models.Index(
                        condition=models.Q(("has_question", True), ("help_request__isnull", True)),
                        fields=["started_at"],
                        name="draft_with_question",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "form_key"), name="one_draft_a_form"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("has_question", True), _negated=True),
                            ("is_empty", False),
                            _connector="OR",
                        ),
                        name="draft_question_is_no_empty_draft",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entered_at__isnull", True), ("help_request__isnull", True)),
                            models.Q(("entered_at__isnull", False), ("help_request__isnull", False)),
                            _connector="OR",
                        ),
                        name="draft_entered_at_a_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("changed_at__gte", models.F("started_at"))),
                        name="draft_began_first",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConversationPerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerns",
                        to="intake.conversation",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concerned_in",
                        to="cases.resident",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people a conversation concerns",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "resident"), name="concerned_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="FileImport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("backlog", "Backlog of reports"), ("signals", "Early signals of debts")],
                        max_length=8,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("running", "Being read"), ("done", "Read")],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("name", models.CharField(help_text="Name of the file.", max_length=120)),
                ("content", sociaal.core.crypto.EncryptedField(blank=True)),
                (
                    "options",
                    models.JSONField(default=dict, help_text="Creditor and kind of debt, for signals."),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.team",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("rows", models.PositiveIntegerField(default=0)),
                ("read", models.PositiveIntegerField(default=0)),
                ("made", models.PositiveIntegerField(default=0)),
                ("joined", models.PositiveIntegerField(default=0)),
                ("known", models.PositiveIntegerField(default=0)),
                ("doubtful", models.PositiveIntegerField(default=0)),
                ("refused", models.PositiveIntegerField(default=0)),
                ("refused_rows", sociaal.core.crypto.EncryptedField(blank=True)),
            ],
            options={
                "ordering": ["-started_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("read__lte", models.F("rows"))), name="import_reads_what_is_there"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "read",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("made"), "+", models.F("joined")
                                        ),
                                        "+",
                                        models.F("known"),
                                    ),
                                    "+",
                                    models.F("refused"),
                                ),
                            )
                        ),
                        name="import_counts_every_row",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(("content", ""), ("ended_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="import_done_keeps_no_content",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_key", models.CharField(max_length=64, unique=True)),
                (
                    "help_request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="imported_row",
                        to="cases.helprequest",
                    ),
                ),
                (
                    "doubtful",
                    models.BooleanField(
                        default=False, help_text="The resident was added, and may be one we knew already."
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Meldcode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("signals", "Step 1: write the signals down"),
                            ("consulting", "Step 2: consult a colleague"),
                            ("talking", "Step 3: talk with those involved"),
                            ("weighing", "Step 4: weigh how serious it is"),
                            ("deciding", "Step 5: decide"),
                            ("settled", "Decided"),
                        ],
                        default="signals",
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                (
                    "because",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("red_flag", "The report says: unsafe at home, or a child at risk"),
                                ("level", "Relations at home or parenting stand at level 1 or 2"),
                                ("by_hand", "Somebody saw or heard something"),
                            ],
                            max_length=8,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "danger",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "The signals have another explanation; there is no violence or neglect"),
                            ("concern", "There are worries, but at this moment it is safe enough"),
                            ("doubt", "It is not clear whether it is safe"),
                            ("repeated", "It is unsafe again and again, or for a long time"),
                            ("acute", "Somebody is in danger now"),
                        ],
                        max_length=8,
                        verbose_name="how serious it is",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("both", "Report to Veilig Thuis, and organise help"),
                            ("report", "Report to Veilig Thuis"),
                            ("help", "Organise help, without a report"),
                            ("neither", "No report and no help"),
                        ],
                        max_length=8,
                        verbose_name="decision",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="why")),
                ("told", models.TextField(blank=True, verbose_name="what those involved were told")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
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
                "ordering": ["-opened_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "settled"), _negated=True),
                        fields=("case",),
                        name="one_running_meldcode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("category", "youth_safety")), name="meldcode_is_about_safety"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["signals", "consulting", "talking", "weighing", "deciding", "settled"],
                            )
                        ),
                        name="meldcode_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("state", "settled"), _negated=True),
                                ("decided_at", None),
                                ("decided_by", None),
                                ("decision", ""),
                            ),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("state", "settled"),
                                models.Q(("decision", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="meldcode_settled_with_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", "neither"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="meldcode_neither_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["deciding", "settled"]), _negated=True),
                            models.Q(("danger", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="meldcode_weighed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeldcodeEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meldcode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="intake.meldcode",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("signals", "Signals"),
                            ("colleague", "Consulted a colleague"),
                            ("talk", "Talk with those involved"),
                            ("weighing", "Weighed how serious it is"),
                            ("veilig_thuis", "Asked Veilig Thuis for advice"),
                            ("acute", "Acute danger: straight to the decision"),
                            ("afterwards", "What happened afterwards"),
                        ],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("with_whom", models.CharField(blank=True, max_length=200, verbose_name="with whom")),
                ("text", models.TextField(blank=True, verbose_name="what was done or said")),
                ("why_not", models.TextField(blank=True, verbose_name="why there was no talk")),
            ],
            options={
                "ordering": ["at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), ("why_not", ""), _negated=True),
                        name="meldcode_entry_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "talk"), ("why_not", ""), _connector="OR"),
                        name="meldcode_only_a_talk_is_left_out",
                    ),
                ],
            },
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="cases.case",
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                ("version", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case",), name="one_own_plan_a_case")],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "question_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="intake.questionset",
                    ),
                ),
                (
                    "domain",
                    models.CharField(
                        choices=[
                            ("finances", "Finances"),
                            ("work_education", "Work and education"),
                            ("daytime", "Daytime activities"),
                            ("housing", "Housing"),
                            ("home_relations", "Relations at home"),
                            ("mental_health", "Mental health"),
                            ("physical_health", "Physical health"),
                            ("substance_use", "Substance use"),
                            ("basic_adl", "Self-care"),
                            ("instrumental_adl", "Daily tasks"),
                            ("social_network", "Social network"),
                            ("participation", "Participation in society"),
                            ("justice", "Police and justice"),
                            ("parenting", "Parenting"),
                        ],
                        max_length=20,
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("text_nl", models.CharField(max_length=300, verbose_name="question in Dutch")),
                ("text_en", models.CharField(blank=True, max_length=300, verbose_name="question in English")),
                ("is_opening", models.BooleanField(default=False)),
                (
                    "only_when",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("children", "Children in the household"),
                                ("under_27", "Somebody of 16 to 26 at home"),
                                ("lives_alone", "Lives alone"),
                                ("interpreter", "An interpreter is needed"),
                                ("debts", "Debts were mentioned"),
                                ("unsafe", "Unsafe at home, or a child at risk"),
                                ("eviction", "Eviction"),
                                ("utilities", "Gas, electricity, heating or water being cut off"),
                                ("insurance", "Health insurance being ended"),
                                ("no_food", "No money for food"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="intake.question",
                    ),
                ),
                (
                    "changed_by",
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
                "ordering": ["domain", "-is_opening", "order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_opening", True)),
                        fields=("question_set", "domain"),
                        name="one_opening_a_domain",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text_nl", ""), _negated=True), name="question_has_text"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_opening", False), ("only_when", []), _connector="OR"),
                        name="opening_is_always_asked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "hint",
                    models.CharField(
                        help_text="The last signs, to tell one token from another.", max_length=8
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "revoked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at__isnull", True), ("revoked_by__isnull", True)),
                            models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="token_revoked_by_someone",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportDetails",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "help_request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="details",
                        to="cases.helprequest",
                    ),
                ),
                ("reference", models.CharField(max_length=16, unique=True, verbose_name="reference")),
                ("first_names", models.CharField(blank=True, max_length=120, verbose_name="first names")),
                ("prefix", models.CharField(blank=True, max_length=20, verbose_name="prefix to the name")),
                ("last_name", models.CharField(blank=True, max_length=120, verbose_name="last name")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                ("street", models.CharField(blank=True, max_length=120, verbose_name="street")),
                ("house_number", models.CharField(blank=True, max_length=12, verbose_name="house number")),
                ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "reporter_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail of who reports"),
                ),
                (
                    "token",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="intake.apitoken",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Allowance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("window", models.DateTimeField()),
                ("used", models.PositiveIntegerField(default=0)),
            ],
            options={
                "indexes": [models.Index(fields=["window"], name="allowance_window")],
                "constraints": [
                    models.UniqueConstraint(fields=("key", "window"), name="allowance_one_count")
                ],
            },
        ),
        migrations.CreateModel(
            name="SignalledAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "address_key",
                    models.CharField(help_text="Keyed hash of postcode and house number.", max_length=64),
                ),
                ("month", models.DateField(help_text="First day of the month.")),
                (
                    "help_request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.helprequest"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("address_key", "month"), name="signals_one_report_per_address"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EarlySignal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "help_request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signals",
                        to="cases.helprequest",
                    ),
                ),
                ("row_key", models.CharField(max_length=64, unique=True)),
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
                        default="finances",
                        max_length=12,
                    ),
                ),
                (
                    "law",
                    models.CharField(
                        choices=[
                            ("wmo", "Wmo 2015"),
                            ("jeugdwet", "Jeugdwet"),
                            ("participatiewet", "Participatiewet"),
                            ("wgs", "Wgs"),
                        ],
                        default="wgs",
                        max_length=16,
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True, help_text="As the creditor has it.", max_length=160, verbose_name="name"
                    ),
                ),
                ("creditor", models.CharField(max_length=120, verbose_name="creditor")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("rent", "Rent"),
                            ("energy", "Energy"),
                            ("water", "Drinking water"),
                            ("insurance", "Health insurance"),
                        ],
                        max_length=10,
                        verbose_name="about",
                    ),
                ),
                (
                    "amount",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("to_250", "up to € 250"),
                            ("250_500", "€ 250 to € 500"),
                            ("500_1000", "€ 500 to € 1,000"),
                            ("more", "more than € 1,000"),
                        ],
                        max_length=12,
                        verbose_name="amount",
                    ),
                ),
                (
                    "months_behind",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="months behind"),
                ),
                (
                    "creditor_reference",
                    models.CharField(blank=True, max_length=60, verbose_name="reference of the creditor"),
                ),
                ("signalled_date", models.DateField(verbose_name="signalled on")),
            ],
            options={
                "ordering": ["signalled_date", "pk"],
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
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="intake.conversation",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="role")),
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
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("seen_at", models.DateTimeField()),
                (
                    "logged_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="When a line of the log last said that changes were read here.",
                        null=True,
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
    ]
