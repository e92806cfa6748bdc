"""The plan: goals in the resident's words, conditions and actions; and how someone manages per life
domain.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.enums import DataCategory, Law, Level, LevelMoment, LifeDomain


class Plan(models.Model):
    """One plan per household where there is one, else one per resident."""

    case = models.ForeignKey("Case", models.CASCADE, related_name="plans")
    household = models.ForeignKey("Household", models.PROTECT, null=True, blank=True, related_name="plans")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case"], name="one_plan_a_case")]

    def __str__(self) -> str:
        return f"plan of {self.case_id}"


class Goal(models.Model):
    """What the resident wants to reach in a life domain, in their own words."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="goals")
    domain = models.CharField(_("life domain"), max_length=20, choices=LifeDomain)
    words = models.CharField(_("what the resident wants to reach"), max_length=300)
    category = models.CharField(max_length=12, choices=DataCategory, default=DataCategory.GENERAL)
    law = models.CharField(max_length=16, choices=Law, blank=True)
    reached = models.BooleanField(_("reached"), null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"goal {self.pk}"


class PlanAction(models.Model):
    """Who does what towards a goal, and by when."""

    class Who(models.TextChoices):
        RESIDENT = "resident", _("Resident")
        NETWORK = "network", _("Network")
        PARTNER = "partner", _("Partner")
        MUNICIPALITY = "municipality", _("Municipality")

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="actions")
    who = models.CharField(_("who"), max_length=12, choices=Who)
    name = models.CharField(_("by name"), max_length=80, blank=True, default="", db_default="")
    what = models.CharField(_("what"), max_length=300)
    by_date = models.DateField(_("by when"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"action {self.pk}"


class Progress(models.Model):
    """How it goes with a goal, noted along the way."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="progress")
    words = models.CharField(_("how it goes"), max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "progress"

    def __str__(self) -> str:
        return f"progress {self.pk}"


class LevelReading(models.Model):
    """How a resident manages in one life domain, at one moment of a case."""

    case = models.ForeignKey("Case", models.CASCADE, related_name="levels")
    domain = models.CharField(max_length=20, choices=LifeDomain)
    level = models.PositiveSmallIntegerField(choices=Level)
    moment = models.CharField(max_length=8, choices=LevelMoment)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "domain", "moment"], name="one_level_a_moment"),
            models.CheckConstraint(condition=models.Q(level__range=(1, 5)), name="level_one_to_five"),
        ]

    def __str__(self) -> str:
        return f"{self.domain}: {self.level}"
