"""The file: its tables, with what each row and each pair of rows must hold."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.constraints
import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations, models

import sociaal.core.crypto
from sociaal.core.tables import Tables


class Migration(Tables):
    initial = True

    dependencies = [("accounts", "0001_tables"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    replaces = [
        ("cases", "0001_initial"),
        ("cases", "0003_households_and_merging"),
        ("cases", "0005_letters"),
        ("cases", "0006_find_by_keys"),
        ("cases", "0007_meldcode_event"),
        ("cases", "0008_reach_by_and_put_back"),
        ("cases", "0009_default_notice"),
        ("cases", "0010_who_is_hidden"),
        ("cases", "0011_documents"),
        ("cases", "0012_calendar_days"),
        ("cases", "0013_weighing_in_full"),
        ("cases", "0015_open_cases"),
        ("cases", "0016_specialist_counts_once_read"),
        ("cases", "0018_appointment_at"),
        ("cases", "0019_handover_answer_and_told"),
        ("cases", "0020_fewer_indexes"),
        ("cases", "0021_conditions"),
    ]

    operations = [
        TrigramExtension(),
        BtreeGistExtension(),
        migrations.CreateModel(
            name="Resident",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_names", models.CharField(blank=True, max_length=120, verbose_name="first names")),
                ("initials", models.CharField(blank=True, max_length=20, verbose_name="initials")),
                (
                    "prefix",
                    models.CharField(
                        blank=True,
                        help_text="van, de, el ...",
                        max_length=20,
                        verbose_name="prefix to the name",
                    ),
                ),
                ("last_name", models.CharField(max_length=120, verbose_name="last name")),
                ("birth_name", models.CharField(blank=True, max_length=120, verbose_name="maiden name")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                ("bsn", sociaal.core.crypto.EncryptedField(blank=True, null=True, verbose_name="BSN")),
                ("bsn_hash", models.CharField(blank=True, editable=False, max_length=64, null=True)),
                ("street", models.CharField(blank=True, max_length=120, verbose_name="street")),
                ("house_number", models.CharField(blank=True, max_length=12, verbose_name="house number")),
                ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                ("neighbourhood", models.CharField(blank=True, max_length=80, verbose_name="neighbourhood")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("language", models.CharField(blank=True, max_length=40, verbose_name="language")),
                ("reach_by", models.CharField(blank=True, max_length=120, verbose_name="how to reach")),
                (
                    "confidential_address",
                    models.BooleanField(default=False, verbose_name="confidential address"),
                ),
                (
                    "restricted",
                    models.BooleanField(
                        default=False, help_text="Own staff, known people.", verbose_name="restricted file"
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="cases.resident",
                    ),
                ),
                (
                    "other_names",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        editable=False,
                        size=None,
                    ),
                ),
                ("search_name", models.CharField(editable=False, max_length=400)),
                (
                    "search_keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), default=list, editable=False, size=None
                    ),
                ),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["search_keys"], name="resident_search_keys"
                    ),
                    models.Index(fields=["birth_date"], name="resident_birth_date"),
                    models.Index(
                        condition=models.Q(
                            ("confidential_address", True), ("restricted", True), _connector="OR"
                        ),
                        fields=["id"],
                        name="resident_hidden",
                    ),
                    models.Index(fields=["postcode", "house_number"], name="resident_address"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("bsn_hash__isnull", False)),
                        fields=("bsn_hash",),
                        name="resident_bsn_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bsn__isnull", True), ("bsn_hash__isnull", True)),
                            models.Q(("bsn__isnull", False), ("bsn_hash__isnull", False)),
                            _connector="OR",
                        ),
                        name="resident_bsn_with_hash",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BreakGlass",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="break_glass",
                        to="cases.resident",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("opened_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "break-glass accesses",
                "indexes": [models.Index(fields=["user", "until"], name="break_glass_running")],
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=11, unique=True, verbose_name="case number")),
                (
                    "resident",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="cases.resident",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="accounts.team"
                    ),
                ),
                ("subject", models.CharField(max_length=120, verbose_name="what it is about")),
                (
                    "status",
                    django_fsm.FSMField(
                        choices=[
                            ("registered", "Registered"),
                            ("conversation", "In conversation"),
                            ("weighing", "Weighing"),
                            ("deciding", "Application and decision"),
                            ("arranging", "Arranging help"),
                            ("supported", "Help is running"),
                            ("reviewing", "Review"),
                            ("closed", "Closed"),
                        ],
                        default="registered",
                        max_length=50,
                        protected=True,
                    ),
                ),
                (
                    "track",
                    models.CharField(
                        blank=True,
                        choices=[("fast", "Fast track"), ("regular", "Regular"), ("regie", "Regie")],
                        max_length=8,
                        verbose_name="track",
                    ),
                ),
                (
                    "weight",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("social_base", "Social base"),
                            ("general", "General provision"),
                            ("specialist", "Specialist support"),
                        ],
                        max_length=12,
                        verbose_name="weight",
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[("normal", "Normal"), ("urgent", "Urgent")],
                        default="normal",
                        max_length=8,
                        verbose_name="urgency",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="cases.case",
                    ),
                ),
                ("reported_at", models.DateTimeField()),
                ("opened_at", models.DateTimeField()),
                ("status_since", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "closed_from",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("registered", "Registered"),
                            ("conversation", "In conversation"),
                            ("weighing", "Weighing"),
                            ("deciding", "Application and decision"),
                            ("arranging", "Arranging help"),
                            ("supported", "Help is running"),
                            ("reviewing", "Review"),
                            ("closed", "Closed"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("answered", "Question answered"),
                            ("goals_reached", "Goals reached"),
                            ("lighter", "Goes on with lighter help"),
                            ("refused", "Nothing granted"),
                            ("withdrawn", "Resident withdrew"),
                            ("moved", "Moved away"),
                            ("died", "Died"),
                            ("broken_off", "Broken off"),
                        ],
                        max_length=14,
                        verbose_name="outcome",
                    ),
                ),
                ("outcome_note", models.TextField(blank=True, verbose_name="in words")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=0, help_text="Goes up with each change; a form names the one it saw."
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "closed"), _negated=True),
                        fields=["team", "status"],
                        name="case_open_of_team",
                    ),
                    models.Index(fields=["resident", "-opened_at"], name="case_of_resident"),
                    models.Index(
                        condition=models.Q(("status", "closed"), _negated=True),
                        fields=["resident"],
                        name="case_open_of_resident",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("status", "closed"),
                                models.Q(("outcome", ""), _negated=True),
                                models.Q(("closed_from", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "closed"), _negated=True),
                                ("closed_at__isnull", True),
                                ("closed_from", ""),
                                ("outcome", ""),
                            ),
                            _connector="OR",
                        ),
                        name="case_closed_with_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "registered",
                                    "conversation",
                                    "weighing",
                                    "deciding",
                                    "arranging",
                                    "supported",
                                    "reviewing",
                                    "closed",
                                ],
                            )
                        ),
                        name="case_status_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("provider", "Provider"),
                            ("partner", "Partner"),
                            ("authority", "Authority"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Provision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="name")),
                (
                    "weight",
                    models.CharField(
                        choices=[
                            ("social_base", "Social base"),
                            ("general", "General provision"),
                            ("specialist", "Specialist support"),
                        ],
                        max_length=12,
                        verbose_name="weight",
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
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="cases.organisation",
                        verbose_name="provider",
                    ),
                ),
                (
                    "domains",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        default=list,
                        size=None,
                        verbose_name="life domains",
                    ),
                ),
                (
                    "price",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=9, null=True, verbose_name="price in euro"
                    ),
                ),
                ("per", models.CharField(blank=True, max_length=20, verbose_name="price per")),
                ("places", models.PositiveIntegerField(blank=True, null=True, verbose_name="places")),
                (
                    "waiting_weeks",
                    models.PositiveSmallIntegerField(default=0, verbose_name="waiting time in weeks"),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="given from")),
                (
                    "until_date",
                    models.DateField(blank=True, null=True, verbose_name="given until and including"),
                ),
                (
                    "neighbourhoods",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        db_default=[],
                        default=list,
                        size=None,
                        verbose_name="neighbourhoods",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_date__isnull", True),
                            ("until_date__isnull", True),
                            ("until_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="provision_period_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Procedure",
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
                        related_name="procedures",
                        to="cases.case",
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
                        max_length=16,
                        verbose_name="law",
                    ),
                ),
                ("subject", models.CharField(max_length=120, verbose_name="subject")),
                (
                    "applicant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.resident"
                    ),
                ),
                (
                    "way_in",
                    models.CharField(
                        choices=[
                            ("municipality", "Municipality"),
                            ("gp", "GP"),
                            ("medical_specialist", "Medical specialist"),
                            ("court", "Court order"),
                        ],
                        default="municipality",
                        max_length=20,
                        verbose_name="way in",
                    ),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("reported", "Reported"),
                            ("investigating", "Being looked into"),
                            ("applied", "Applied"),
                            ("decided", "Decided"),
                            ("final", "Final"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="reported",
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("reported_date", models.DateField(verbose_name="reported")),
                (
                    "applied_date",
                    models.DateField(blank=True, null=True, verbose_name="application received"),
                ),
                ("decided_date", models.DateField(blank=True, null=True, verbose_name="decided")),
                ("sent_date", models.DateField(blank=True, null=True, verbose_name="decision sent")),
                ("ended_date", models.DateField(blank=True, null=True, verbose_name="ended")),
                ("end_reason", models.CharField(blank=True, max_length=300, verbose_name="why it ended")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("granted", "Granted"),
                            ("partly", "Partly granted"),
                            ("refused", "Refused"),
                        ],
                        max_length=8,
                        verbose_name="outcome",
                    ),
                ),
                ("reasons", models.TextField(blank=True, verbose_name="reasons for the decision")),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[("in_kind", "In kind"), ("pgb", "Personal budget (pgb)")],
                        max_length=8,
                        verbose_name="in kind or pgb",
                    ),
                ),
                (
                    "mandate_holder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "default_notice_date",
                    models.DateField(blank=True, null=True, verbose_name="notice of default received"),
                ),
                (
                    "objection_date",
                    models.DateField(blank=True, null=True, verbose_name="objection received"),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["applied", "decided", "final"]), _negated=True),
                            ("applied_date__isnull", False),
                            _connector="OR",
                        ),
                        name="procedure_applied_has_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["decided", "final"]), _negated=True),
                            models.Q(
                                ("decided_date__isnull", False),
                                ("mandate_holder__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="procedure_decided_has_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_date__isnull", True),
                            ("decided_date__gte", models.F("applied_date")),
                            _connector="OR",
                        ),
                        name="procedure_decided_after_application",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("default_notice_date__isnull", True),
                            ("default_notice_date__gt", models.F("applied_date")),
                            _connector="OR",
                        ),
                        name="procedure_default_notice_after_application",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Arrangement",
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
                        related_name="arrangements",
                        to="cases.case",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrangements",
                        to="cases.resident",
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrangements",
                        to="cases.provision",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.organisation",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrangements",
                        to="cases.procedure",
                    ),
                ),
                ("volume", models.CharField(blank=True, max_length=80, verbose_name="how much")),
                (
                    "price",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=9, null=True, verbose_name="price in euro"
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("in_kind", "In kind"), ("pgb", "Personal budget (pgb)")],
                        default="in_kind",
                        max_length=8,
                        verbose_name="in kind or pgb",
                    ),
                ),
                ("goal", models.CharField(blank=True, max_length=300, verbose_name="what it should bring")),
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
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("requested", "Requested"),
                            ("accepted", "Accepted"),
                            ("refused", "Refused by the provider"),
                            ("started", "Started"),
                            ("paused", "Paused"),
                            ("ended", "Ended"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="proposed",
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("requested_at", models.DateTimeField(blank=True, null=True)),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("end_reason", models.CharField(blank=True, max_length=300, verbose_name="why it ended")),
                ("review_date", models.DateField(blank=True, null=True, verbose_name="review")),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["requested", "accepted", "started", "paused"])),
                        fields=["provision", "requested_at"],
                        name="arrangement_in_use",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["started", "paused"]), _negated=True),
                            ("started_at__isnull", False),
                            _connector="OR",
                        ),
                        name="arrangement_started_has_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["ended", "cancelled", "refused"]), _negated=True),
                            ("ended_at__isnull", False),
                            _connector="OR",
                        ),
                        name="arrangement_ended_has_date",
                    ),
                ],
            },
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
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("added_at", models.DateTimeField()),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_at", models.DateTimeField(null=True)),
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
        migrations.CreateModel(
            name="CaseNumber",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="CaseRole",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="roles", to="cases.case"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="case_roles",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("case_director", "Case director"),
                            ("care_coordinator", "Care coordinator"),
                        ],
                        max_length=16,
                    ),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("case", "kind"),
                        name="one_current_case_role",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "contact_differs_because",
                    models.CharField(
                        blank=True,
                        help_text="Why members have different contact persons; by default they share one.",
                        max_length=300,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Plan",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="plans", to="cases.case"
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="cases.household",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case",), name="one_plan_a_case")],
            },
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conditions",
                        to="cases.plan",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conditions",
                        to="cases.procedure",
                    ),
                ),
                ("words", models.TextField(verbose_name="what must be in order")),
                ("met_at", models.DateTimeField(blank=True, null=True)),
                (
                    "met_by",
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
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("plan__isnull", True), ("procedure__isnull", False)),
                            models.Q(("plan__isnull", False), ("procedure__isnull", True)),
                            _connector="OR",
                        ),
                        name="condition_of_plan_or_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="condition_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("met_by__isnull", True), ("met_at__isnull", False), _connector="OR"
                        ),
                        name="condition_met_at_a_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contact_terms",
                        to="cases.resident",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contact_terms",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                (
                    "began",
                    models.CharField(
                        choices=[
                            ("taken_up", "Took up the question"),
                            ("handover", "Handover"),
                            ("merged", "Two files were one person"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("expertise", "The complexity of the solution asks for another expertise"),
                            ("resident_asks", "The resident asks for it"),
                            ("leaves", "The contact person leaves or is long absent"),
                            ("conflict_of_interest", "Conflict of interest"),
                            ("resident_moves", "The resident moves"),
                            ("overruled", "Overruled by a manager"),
                            (
                                "quiet",
                                "No open case for twelve months, or the contact person leaves and no case is open",
                            ),
                            ("merged", "Two files were one person"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("during__upper_inf", True)),
                        fields=["user"],
                        name="contact_term_open",
                    ),
                    models.Index(
                        fields=["user", "resident"], include=("during",), name="contact_term_of_user"
                    ),
                ],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("resident", "="), ("during", "&&")], name="contact_terms_never_overlap"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("during__isempty", False), ("during__lower_inf", False)),
                        name="contact_term_has_a_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deputyship",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "absent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="absences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputyships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
            ],
            options={
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("absent", "="), ("during", "&&")], name="one_deputy_at_a_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("absent", models.F("deputy")), _negated=True),
                        name="deputy_is_someone_else",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to="cases.resident",
                    ),
                ),
                (
                    "from_user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers_given",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to_user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers_received",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("expertise", "The complexity of the solution asks for another expertise"),
                            ("resident_asks", "The resident asks for it"),
                            ("leaves", "The contact person leaves or is long absent"),
                            ("conflict_of_interest", "Conflict of interest"),
                            ("resident_moves", "The resident moves"),
                            ("overruled", "Overruled by a manager"),
                        ],
                        max_length=20,
                        verbose_name="reason",
                    ),
                ),
                ("explanation", models.TextField(verbose_name="explanation")),
                ("told_resident", models.TextField(verbose_name="what the resident was told")),
                (
                    "warm_transfer_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="warm transfer"),
                ),
                (
                    "overruled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("asked", "Asked"),
                            ("accepted", "Accepted"),
                            ("refused", "Refused"),
                            ("cancelled", "Taken back"),
                        ],
                        default="asked",
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("refusal", models.TextField(blank=True, verbose_name="why it is refused")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("answer_by", models.DateField(verbose_name="answer by")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("told_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "asked")), fields=("resident",), name="one_open_handover"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_user", models.F("to_user")), _negated=True),
                        name="handover_to_someone_else",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", "overruled"), _negated=True),
                            ("overruled_by__isnull", False),
                            _connector="OR",
                        ),
                        name="handover_overruled_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("told_at__isnull", True), ("state", "accepted"), _connector="OR"),
                        name="handover_told_once_accepted",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadingGrant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reading_grants",
                        to="cases.resident",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reading_grants",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("until", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="ContactMoment",
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
                        choices=[
                            ("phone", "Phone call"),
                            ("visit", "Visit"),
                            ("message", "Message"),
                            ("note", "Note"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="when")),
                ("summary", models.TextField(verbose_name="in short")),
                ("with_resident", models.BooleanField(default=True, verbose_name="with the resident")),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
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
                ("at", models.DateTimeField(verbose_name="when")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="where")),
                ("title", models.CharField(max_length=120, verbose_name="what")),
                ("held", models.BooleanField(blank=True, null=True)),
            ],
            options={
                "ordering": ["at", "pk"],
                "indexes": [models.Index(fields=["at"], name="appointment_at")],
            },
        ),
        migrations.CreateModel(
            name="Task",
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
                ("title", models.CharField(max_length=160, verbose_name="what")),
                (
                    "assignee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="case_tasks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("due_date", models.DateField(blank=True, null=True, verbose_name="before")),
                ("done_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["due_date", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Document",
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
                        choices=[
                            ("letter", "Letter"),
                            ("report", "Report or advice"),
                            ("medical", "Medical statement"),
                            ("decision", "Decision"),
                            ("application", "Application"),
                            ("income", "Income, money and debts"),
                            ("consent", "Signed consent"),
                            ("plan", "Plan"),
                            ("photo", "Photo or drawing"),
                            ("id_check", "Note that identity was checked"),
                            ("other", "Something else"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="what it is")),
                ("date", models.DateField(verbose_name="date of the document")),
                ("added_at", models.DateTimeField()),
                ("hidden_at", models.DateTimeField(blank=True, null=True)),
                (
                    "hidden_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "hidden_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why it is out of sight"),
                ),
            ],
            options={
                "ordering": ["-date", "-pk"],
                "indexes": [models.Index(fields=["case", "-date", "-id"], name="document_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "letter",
                                    "report",
                                    "medical",
                                    "decision",
                                    "application",
                                    "income",
                                    "consent",
                                    "plan",
                                    "photo",
                                    "id_check",
                                    "other",
                                ],
                            )
                        ),
                        name="document_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("hidden_at__isnull", True),
                                ("hidden_by__isnull", True),
                                ("hidden_reason", ""),
                            ),
                            models.Q(
                                ("hidden_at__isnull", False),
                                ("hidden_by__isnull", False),
                                models.Q(("hidden_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="document_hidden_by_someone_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="cases.document",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "name",
                    sociaal.core.crypto.EncryptedField(
                        help_text="As it is offered when somebody saves it; never used as an address."
                    ),
                ),
                ("type", models.CharField(help_text="A key of `cases.documents.types.TYPES`.", max_length=8)),
                ("size", models.PositiveIntegerField(help_text="Bytes.")),
                ("sha256", models.CharField(help_text="Of the file, not encrypted.", max_length=64)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("added_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("document", "number"), name="one_version_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gt", 0), ("size__gt", 0)), name="version_holds_something"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentPiece",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pieces",
                        to="cases.documentversion",
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                ("content", sociaal.core.crypto.EncryptedBytesField()),
            ],
            options={
                "ordering": ["place"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "place"), name="one_piece_in_a_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="HelpRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="received")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("phone", "Phone"),
                            ("counter", "Counter"),
                            ("email", "E-mail"),
                            ("letter", "Letter"),
                            ("website", "Website"),
                            ("home_visit", "Home visit"),
                            ("partner", "Through a partner"),
                        ],
                        max_length=12,
                        verbose_name="channel",
                    ),
                ),
                (
                    "reporter",
                    models.CharField(
                        choices=[
                            ("resident", "Resident"),
                            ("family", "Family or network"),
                            ("gp", "GP"),
                            ("school", "School"),
                            ("housing", "Housing corporation"),
                            ("colleague", "Colleague"),
                            ("early_signal", "Early signal of debts"),
                            ("other", "Someone else"),
                        ],
                        default="resident",
                        max_length=14,
                        verbose_name="reported by",
                    ),
                ),
                (
                    "reporter_name",
                    models.CharField(blank=True, max_length=120, verbose_name="name of who reports"),
                ),
                (
                    "reporter_phone",
                    models.CharField(blank=True, max_length=20, verbose_name="phone of who reports"),
                ),
                (
                    "reach_by",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=120,
                        verbose_name="how the resident wants to be reached",
                    ),
                ),
                ("words", models.TextField(verbose_name="the question, in their own words")),
                (
                    "red_flags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
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
                (
                    "resident",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="help_requests",
                        to="cases.resident",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="help_requests",
                        to="accounts.team",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="help_requests",
                        to="cases.case",
                    ),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("new", "New"),
                            ("taken_up", "Taken up"),
                            ("joined", "Joined to an open case"),
                            ("answered", "Answered"),
                            ("discarded", "Discarded"),
                        ],
                        default="new",
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="the answer")),
                (
                    "discard_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why it is discarded"),
                ),
                (
                    "put_back_reason",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=300,
                        verbose_name="why it was put back",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "new")),
                        fields=["team", "received_at"],
                        name="request_inbox",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["taken_up", "joined"]), _negated=True),
                            models.Q(("case__isnull", False), ("resident__isnull", False)),
                            _connector="OR",
                        ),
                        name="request_taken_up_has_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "discarded"), _negated=True),
                            models.Q(("discard_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="request_discard_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "answered"), _negated=True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="request_answered_with_answer",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("occurred_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
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
                            ("exception_asked", "Exception asked"),
                            ("exception_decided", "Exception decided"),
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
                (
                    "help_request",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="cases.helprequest",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="cases.case",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="cases.resident",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("codes", models.JSONField(default=dict)),
                (
                    "corrects",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="cases.event",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case", "occurred_at", "id"], name="event_of_case"),
                    models.Index(
                        condition=models.Q(("case__isnull", True)),
                        fields=["resident", "occurred_at"],
                        name="event_of_resident",
                    ),
                    models.Index(
                        condition=models.Q(("help_request__isnull", False)),
                        fields=["help_request"],
                        name="event_of_question",
                    ),
                    models.Index(
                        condition=models.Q(("corrects__isnull", False)),
                        fields=["corrects"],
                        name="event_that_corrects",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HouseholdMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="cases.household",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="cases.resident",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("adult", "Adult"),
                            ("partner", "Partner"),
                            ("parent", "Parent"),
                            ("child", "Child"),
                            ("other", "Other"),
                        ],
                        default="adult",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "other_home",
                    models.BooleanField(default=False, verbose_name="lives here part of the time"),
                ),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        expressions=[("household", "="), ("resident", "="), ("during", "&&")],
                        name="household_member_once",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("other_home", False)),
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        expressions=[("resident", "="), ("during", "&&")],
                        name="one_main_home",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ParentalAuthority",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="under_authority_of",
                        to="cases.resident",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="has_authority_over",
                        to="cases.resident",
                    ),
                ),
                ("holder_name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[("parental", "Parental authority"), ("guardian", "Guardianship")],
                        default="parental",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("register", "Register of parental authority"),
                            ("population", "Population register"),
                            ("court", "Decision of the court"),
                            ("told", "Told, not seen yet"),
                        ],
                        default="told",
                        max_length=12,
                        verbose_name="seen in",
                    ),
                ),
                ("seen_date", models.DateField(blank=True, null=True, verbose_name="seen on")),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
            ],
            options={
                "verbose_name_plural": "parental authorities",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("holder__isnull", True), models.Q(("holder_name", ""), _negated=True)),
                            models.Q(("holder__isnull", False), ("holder_name", "")),
                            _connector="OR",
                        ),
                        name="authority_has_one_holder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("child", models.F("holder")), _negated=True),
                        name="authority_over_someone_else",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", "told"), ("seen_date__isnull", False), _connector="OR"),
                        name="authority_seen_on_a_date",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("child", "="), ("holder", "="), ("during", "&&")], name="authority_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NetworkMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="network",
                        to="cases.resident",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("relation", models.CharField(max_length=80, verbose_name="relation")),
                ("can_do", models.CharField(blank=True, max_length=300, verbose_name="what they can do")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suspensions",
                        to="cases.procedure",
                    ),
                ),
                ("from_date", models.DateField(verbose_name="from")),
                ("until_date", models.DateField(blank=True, null=True, verbose_name="until")),
                ("reason", models.CharField(max_length=200, verbose_name="reason")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_date__isnull", True),
                            ("until_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="suspension_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterNumber",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="LetterTemplate",
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
                        choices=[
                            ("conversation_report", "Conversation report"),
                            ("receipt", "Receipt of a help question"),
                            ("invitation", "Invitation to a conversation"),
                            ("new_contact", "Another contact person"),
                            ("term_suspended", "The term stands still"),
                            ("decision_late", "The decision comes later"),
                            ("notice_received", "Receipt of a notice of default"),
                            ("decision_granted", "Decision: granted"),
                            ("decision_partly", "Decision: partly granted"),
                            ("decision_refused", "Decision: refused"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("concept", "Concept"), ("in_use", "In use"), ("retired", "Used before")],
                        default="concept",
                        max_length=50,
                        protected=True,
                    ),
                ),
                ("words", models.JSONField()),
                ("change", models.PositiveIntegerField(default=0)),
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
                "ordering": ["kind", "version"],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "version"), name="letter_template_version_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "concept")),
                        fields=("kind",),
                        name="one_letter_template_concept",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "in_use")),
                        fields=("kind",),
                        name="one_letter_template_in_use",
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
                        name="letter_template_dates_fit_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Letter",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="letters", to="cases.case"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("conversation_report", "Conversation report"),
                            ("receipt", "Receipt of a help question"),
                            ("invitation", "Invitation to a conversation"),
                            ("new_contact", "Another contact person"),
                            ("term_suspended", "The term stands still"),
                            ("decision_late", "The decision comes later"),
                            ("notice_received", "Receipt of a notice of default"),
                            ("decision_granted", "Decision: granted"),
                            ("decision_partly", "Decision: partly granted"),
                            ("decision_refused", "Decision: refused"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("number", models.CharField(max_length=12, unique=True, verbose_name="our reference")),
                ("title", models.CharField(max_length=160, verbose_name="what it is")),
                (
                    "categories",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("general", "General"),
                                ("finances", "Finances"),
                                ("health", "Health"),
                                ("youth_safety", "Youth and safety"),
                                ("justice", "Justice"),
                            ],
                            max_length=12,
                        ),
                        size=None,
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
                    "procedure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="cases.procedure",
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="cases.lettertemplate",
                    ),
                ),
                (
                    "delivery",
                    models.CharField(
                        choices=[("post", "By post"), ("by_hand", "I give it to the resident myself")],
                        max_length=8,
                        verbose_name="how it is delivered",
                    ),
                ),
                (
                    "source",
                    sociaal.core.crypto.EncryptedField(
                        help_text="The words as JSON: see `cases.letters.text.LetterText`."
                    ),
                ),
                ("pdf", sociaal.core.crypto.EncryptedBytesField(blank=True, null=True)),
                (
                    "sha256",
                    models.CharField(blank=True, help_text="Of the PDF, not encrypted.", max_length=64),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("queued", "Being set"),
                            ("to_print", "To be printed"),
                            ("printed", "Printed and sent"),
                            ("stopped", "Stopped"),
                        ],
                        default="queued",
                        max_length=50,
                        protected=True,
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
                ("made_at", models.DateTimeField()),
                (
                    "printed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("printed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "stop_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was stopped"),
                ),
            ],
            options={
                "ordering": ["-made_at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["queued", "to_print"])),
                        fields=["made_at"],
                        name="letter_to_print",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["queued", "to_print", "printed", "stopped"])),
                        name="letter_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("categories__len__gt", 0)), name="letter_has_category"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["queued", "stopped"]),
                            models.Q(("sha256", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="letter_set_has_pdf",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("printed_at__isnull", False),
                                ("printed_by__isnull", False),
                                ("state", "printed"),
                            ),
                            models.Q(
                                models.Q(("state", "printed"), _negated=True),
                                ("printed_at__isnull", True),
                                ("printed_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="letter_printed_by_someone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "stopped"), models.Q(("stop_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "stopped"), _negated=True), ("stop_reason", "")),
                            _connector="OR",
                        ),
                        name="letter_stopped_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind__in", ["decision_granted", "decision_partly", "decision_refused"]),
                                _negated=True,
                            ),
                            ("procedure__isnull", False),
                            _connector="OR",
                        ),
                        name="decision_letter_has_procedure",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("kind__in", ["decision_granted", "decision_partly", "decision_refused"]),
                            models.Q(("state", "stopped"), _negated=True),
                        ),
                        fields=("procedure",),
                        name="one_decision_letter",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Email",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="emails",
                        to="cases.letter",
                    ),
                ),
                (
                    "kind",
                    models.CharField(choices=[("letter_coming", "A letter is on its way")], max_length=16),
                ),
                ("to", sociaal.core.crypto.EncryptedField(verbose_name="to")),
                ("language", models.CharField(choices=[("nl", "Dutch"), ("en", "English")], max_length=2)),
                ("message_id", models.CharField(max_length=120, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to be sent"),
                            ("sent", "Sent"),
                            ("failed", "Not accepted"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("made_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["made_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at__isnull", False), ("state", "sent")),
                            models.Q(models.Q(("state", "sent"), _negated=True), ("sent_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="email_sent_has_time",
                    ),
                    models.UniqueConstraint(fields=("letter", "kind"), name="one_email_of_a_kind_a_letter"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResidentMerge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges",
                        to="cases.resident",
                    ),
                ),
                (
                    "merged",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges_away",
                        to="cases.resident",
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
                ("at", models.DateTimeField()),
                ("moved", models.JSONField(default=dict)),
                ("terms", models.JSONField(default=dict)),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("merged",),
                        name="merged_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("merged")), _negated=True),
                        name="merged_with_someone_else",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="merge_undone_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MergedValues",
            fields=[
                (
                    "merge",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="values_before",
                        serialize=False,
                        to="cases.residentmerge",
                    ),
                ),
                (
                    "before",
                    sociaal.core.crypto.EncryptedField(
                        help_text="JSON: per field the kept one's value before and after."
                    ),
                ),
                ("undo_reason", models.TextField(blank=True, verbose_name="why it was undone")),
            ],
            options={
                "verbose_name_plural": "merged values",
            },
        ),
        migrations.CreateModel(
            name="OpenCase",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="open_case",
                        serialize=False,
                        to="cases.case",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.team",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("wait_on", models.CharField(max_length=10, null=True)),
                ("wait_since", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["team", "wait_since", "case"], name="open_case_by_wait"),
                    models.Index(fields=["team", "contact"], name="open_case_by_contact"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Professional",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="professionals",
                        to="cases.organisation",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("profession", models.CharField(blank=True, max_length=80, verbose_name="profession")),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="professional",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CaseParty",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="parties", to="cases.case"
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="party_in",
                        to="cases.resident",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("subject", "Also concerned"),
                            ("applicant", "Applicant"),
                            ("parent", "Parent with authority"),
                            ("representative", "Representative"),
                            ("household_member", "Household member"),
                        ],
                        max_length=18,
                        verbose_name="role",
                    ),
                ),
                ("during", django.contrib.postgres.fields.ranges.DateRangeField()),
            ],
            options={
                "verbose_name_plural": "case parties",
                "ordering": ["pk"],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("case", "="), ("resident", "="), ("role", "="), ("during", "&&")],
                        name="case_party_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="cases.case"
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="cases.resident",
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
                        max_length=16,
                        verbose_name="law",
                    ),
                ),
                ("given", models.BooleanField(verbose_name="agrees")),
                ("on_date", models.DateField(verbose_name="on")),
                ("said", models.CharField(blank=True, max_length=200, verbose_name="how it was said")),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("noted_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["on_date", "noted_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="cases.plan"
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
                        verbose_name="life domain",
                    ),
                ),
                ("words", models.CharField(max_length=300, verbose_name="what the resident wants to reach")),
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
                    ),
                ),
                ("reached", models.BooleanField(blank=True, null=True, verbose_name="reached")),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PlanAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="cases.goal"
                    ),
                ),
                (
                    "who",
                    models.CharField(
                        choices=[
                            ("resident", "Resident"),
                            ("network", "Network"),
                            ("partner", "Partner"),
                            ("municipality", "Municipality"),
                        ],
                        max_length=12,
                        verbose_name="who",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=80, verbose_name="by name"
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what")),
                ("by_date", models.DateField(blank=True, null=True, verbose_name="by when")),
                ("done_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="progress", to="cases.goal"
                    ),
                ),
                ("words", models.CharField(max_length=500, verbose_name="how it goes")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "progress",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="LevelReading",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="levels", to="cases.case"
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
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Acute problems"),
                            (2, "Not self-reliant"),
                            (3, "Partly self-reliant"),
                            (4, "Sufficiently self-reliant"),
                            (5, "Fully self-reliant"),
                        ]
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[("intake", "Intake"), ("review", "Review"), ("closing", "Closing")],
                        max_length=8,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "domain", "moment"), name="one_level_a_moment"),
                    models.CheckConstraint(
                        condition=models.Q(("level__range", (1, 5))), name="level_one_to_five"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Principle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="place")),
                ("words", models.CharField(max_length=200, unique=True, verbose_name="principle")),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["place"],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("place",),
                        name="principle_own_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place__range", (1, 10))), name="principle_at_most_ten"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="cases.case"
                    ),
                ),
                (
                    "moment",
                    models.CharField(choices=[("review", "Review"), ("closing", "Closing")], max_length=8),
                ),
                ("lighter", models.TextField(blank=True, verbose_name="why lighter will not do yet")),
                ("experience", models.TextField(blank=True, verbose_name="what the resident says of it")),
                (
                    "look_again_date",
                    models.DateField(blank=True, null=True, verbose_name="when we look again"),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("moment", "review"), _negated=True),
                            models.Q(("lighter", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="review_says_why_not_lighter",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Wait",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="waits", to="cases.case"
                    ),
                ),
                (
                    "on",
                    models.CharField(
                        choices=[
                            ("us", "Us"),
                            ("resident", "Resident"),
                            ("partner", "Partner"),
                            ("provider", "Provider"),
                            ("authority", "Other authority"),
                        ],
                        max_length=10,
                        verbose_name="on whom",
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("report", "Taking up the question"),
                            ("conversation", "The conversation"),
                            ("weighing", "The weighing"),
                            ("procedure", "The decision"),
                            ("arrangement", "The start of help"),
                            ("agreement", "An agreement"),
                            ("review", "The review"),
                            ("other", "Something else"),
                        ],
                        max_length=14,
                        verbose_name="about what",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waits",
                        to="cases.procedure",
                    ),
                ),
                (
                    "arrangement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waits",
                        to="cases.arrangement",
                    ),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(blank=True, null=True)),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="why")),
                (
                    "by_hand",
                    models.BooleanField(
                        default=False, help_text="Set by a person; steps of the case leave it alone."
                    ),
                ),
            ],
            options={
                "ordering": ["since", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("until__isnull", True)), fields=["case"], name="wait_running"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="wait_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Weighing",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="weighings", to="cases.case"
                    ),
                ),
                (
                    "behind_question",
                    models.TextField(blank=True, verbose_name="what lies behind the question"),
                ),
                (
                    "safety_at_stake",
                    models.BooleanField(blank=True, null=True, verbose_name="safety is at stake"),
                ),
                (
                    "clear_how",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="it is clear how to reach the goal"
                    ),
                ),
                ("stable", models.BooleanField(blank=True, null=True, verbose_name="stable for six months")),
                (
                    "parties_needed",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="parties needed"),
                ),
                (
                    "weight",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("social_base", "Social base"),
                            ("general", "General provision"),
                            ("specialist", "Specialist support"),
                        ],
                        max_length=12,
                        verbose_name="chosen weight",
                    ),
                ),
                (
                    "track",
                    models.CharField(
                        blank=True,
                        choices=[("fast", "Fast track"), ("regular", "Regular"), ("regie", "Regie")],
                        max_length=8,
                        verbose_name="track",
                    ),
                ),
                (
                    "track_by_rule",
                    models.CharField(
                        blank=True,
                        choices=[("fast", "Fast track"), ("regular", "Regular"), ("regie", "Regie")],
                        max_length=8,
                    ),
                ),
                (
                    "deviation_reason",
                    models.TextField(blank=True, verbose_name="why another track than the rule says"),
                ),
                (
                    "exception_rule",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="which law or policy is in the way",
                    ),
                ),
                (
                    "exception_reason",
                    models.TextField(blank=True, verbose_name="exception: why the rule harms here"),
                ),
                ("exception_asked_at", models.DateTimeField(blank=True, null=True)),
                ("exception_allowed", models.BooleanField(blank=True, null=True)),
                (
                    "exception_decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("exception_decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "exception_words",
                    models.TextField(
                        blank=True, db_default="", default="", verbose_name="what the manager says"
                    ),
                ),
                (
                    "exception_authority",
                    models.CharField(blank=True, max_length=120, verbose_name="on whose authority"),
                ),
                (
                    "lighter_again_date",
                    models.DateField(
                        blank=True, null=True, verbose_name="when we look again whether lighter is possible"
                    ),
                ),
                (
                    "second_reader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="second_readings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("second_reader_agrees", models.BooleanField(blank=True, null=True)),
                (
                    "second_reader_words",
                    models.TextField(blank=True, verbose_name="what the second reader says"),
                ),
                ("second_read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("chosen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["made_at", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("exception_asked_at__isnull", False)),
                        fields=["exception_asked_at"],
                        name="exception_asked",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("second_reader__isnull", True),
                            models.Q(("second_reader", models.F("made_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="second_reader_is_someone_else",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("second_reader_agrees__isnull", True),
                            models.Q(("second_reader_words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="second_reader_has_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("chosen_at__isnull", True),
                            models.Q(("weight", "specialist"), _negated=True),
                            models.Q(
                                ("second_reader__isnull", False),
                                ("second_reader_agrees", True),
                                ("second_reader_agrees__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="specialist_counts_once_read",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("chosen_at__isnull", True),
                            ("exception_reason", ""),
                            models.Q(("exception_authority", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="exception_counts_on_authority",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("exception_allowed__isnull", True), ("exception_decided_at__isnull", True)
                            ),
                            models.Q(
                                ("exception_allowed__isnull", False),
                                ("exception_decided_at__isnull", False),
                                ("exception_decided_by__isnull", False),
                                models.Q(("exception_words", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="exception_decided_with_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rung",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "weighing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rungs", to="cases.weighing"
                    ),
                ),
                (
                    "weight",
                    models.CharField(
                        choices=[
                            ("social_base", "Social base"),
                            ("general", "General provision"),
                            ("specialist", "Specialist support"),
                        ],
                        max_length=12,
                    ),
                ),
                ("considered", models.TextField(blank=True, verbose_name="what was considered")),
                ("tried", models.TextField(blank=True, verbose_name="what was tried")),
                ("why_not", models.TextField(blank=True, verbose_name="why it will not do")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("weighing", "weight"), name="one_of_each_rung")
                ],
            },
        ),
        migrations.CreateModel(
            name="SecondReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "weighing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readings",
                        to="cases.weighing",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("agrees", models.BooleanField()),
                ("words", models.TextField(verbose_name="what the second reader says")),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="reading_has_words"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="household",
            name="residents",
            field=models.ManyToManyField(
                related_name="households", through="cases.HouseholdMember", to="cases.resident"
            ),
        ),
    ]
