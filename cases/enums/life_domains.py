"""What a conversation is about, and how sensitive that is."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class DataCategory(TextChoices):
    """What a content record is about; who may see and share it depends on this."""

    GENERAL = "general", _("General")
    FINANCES = "finances", _("Finances")
    HEALTH = "health", _("Health")
    YOUTH_SAFETY = "youth_safety", _("Youth and safety")
    JUSTICE = "justice", _("Justice")


class LifeDomain(TextChoices):
    """The thirteen domains (names as in the ZRM 2017), and parenting where there are children."""

    FINANCES = "finances", _("Finances")
    WORK_EDUCATION = "work_education", _("Work and education")
    DAYTIME = "daytime", _("Daytime activities")
    HOUSING = "housing", _("Housing")
    HOME_RELATIONS = "home_relations", _("Relations at home")
    MENTAL_HEALTH = "mental_health", _("Mental health")
    PHYSICAL_HEALTH = "physical_health", _("Physical health")
    SUBSTANCE_USE = "substance_use", _("Substance use")
    BASIC_ADL = "basic_adl", _("Self-care")
    INSTRUMENTAL_ADL = "instrumental_adl", _("Daily tasks")
    SOCIAL_NETWORK = "social_network", _("Social network")
    PARTICIPATION = "participation", _("Participation in society")
    JUSTICE = "justice", _("Police and justice")
    PARENTING = "parenting", _("Parenting")


class Level(IntegerChoices):
    """How someone manages in a life domain, over the past 30 days."""

    ACUTE = 1, _("Acute problems")
    NOT = 2, _("Not self-reliant")
    LIMITED = 3, _("Partly self-reliant")
    SUFFICIENT = 4, _("Sufficiently self-reliant")
    FULL = 5, _("Fully self-reliant")


class LevelMoment(TextChoices):
    INTAKE = "intake", _("Intake")
    REVIEW = "review", _("Review")
    CLOSING = "closing", _("Closing")
