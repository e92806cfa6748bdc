"""Conditions of plans and decisions as rows, each met or not by itself."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

LINE_BY_LINE = r"""
INSERT INTO cases_condition (plan_id, words, met_at)
SELECT p.id, btrim(regexp_replace(line, '^\s*[-•]\s+', '')), p.conditions_met_at
FROM cases_plan p CROSS JOIN regexp_split_to_table(p.conditions, '\s*\n\s*') WITH ORDINALITY AS t (line, nth)
WHERE btrim(regexp_replace(line, '^\s*[-•]\s+', '')) <> '' ORDER BY p.id, nth;

INSERT INTO cases_condition (procedure_id, words)
SELECT p.id, btrim(regexp_replace(line, '^\s*[-•]\s+', ''))
FROM cases_procedure p CROSS JOIN regexp_split_to_table(p.conditions, '\s*\n\s*') WITH ORDINALITY AS t (line, nth)
WHERE btrim(regexp_replace(line, '^\s*[-•]\s+', '')) <> '' ORDER BY p.id, nth;

SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""
BACK_IN_ONE = """
UPDATE cases_plan p SET conditions = c.words, conditions_met_at = c.met FROM (
    SELECT plan_id, string_agg(words, chr(10) ORDER BY id) AS words,
        CASE WHEN bool_and(met_at IS NOT NULL) THEN max(met_at) END AS met
    FROM cases_condition WHERE plan_id IS NOT NULL GROUP BY plan_id
) c WHERE c.plan_id = p.id;
UPDATE cases_procedure p SET conditions = c.words FROM (
    SELECT procedure_id, string_agg(words, chr(10) ORDER BY id) AS words
    FROM cases_condition WHERE procedure_id IS NOT NULL GROUP BY procedure_id
) c WHERE c.procedure_id = p.id;
"""
CASCADE, PROTECT = django.db.models.deletion.CASCADE, django.db.models.deletion.PROTECT


def _points_at(to, related_name, on_delete=CASCADE):
    return models.ForeignKey(to, on_delete, null=True, blank=True, related_name=related_name)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0020_fewer_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            "Condition",
            [
                (
                    "id",
                    models.BigAutoField(
                        primary_key=True, serialize=False, auto_created=True, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField("what must be in order")),
                ("met_at", models.DateTimeField(null=True, blank=True)),
                ("met_by", _points_at(settings.AUTH_USER_MODEL, "+", PROTECT)),
                ("plan", _points_at("cases.plan", "conditions")),
                ("procedure", _points_at("cases.procedure", "conditions")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(plan__isnull=True, procedure__isnull=False)
                        | Q(plan__isnull=False, procedure__isnull=True),
                        name="condition_of_plan_or_decision",
                    ),
                    models.CheckConstraint(condition=~Q(words=""), name="condition_says_something"),
                    models.CheckConstraint(
                        condition=Q(met_by__isnull=True) | Q(met_at__isnull=False),
                        name="condition_met_at_a_moment",
                    ),
                ],
            },
        ),
        migrations.RunSQL(LINE_BY_LINE, BACK_IN_ONE),
        migrations.RemoveConstraint("plan", "conditions_met_are_written"),
        migrations.RemoveField("plan", "conditions"),
        migrations.RemoveField("plan", "conditions_met_at"),
        migrations.RemoveField("procedure", "conditions"),
    ]
