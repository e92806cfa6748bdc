"""The weighing (afweging): which solution, no heavier than needed, and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.enums import Track, Weight


class Weighing(models.Model):
    """One consideration of a case; a review makes a new one. Complete when `weighing.check_weighing` misses
    nothing.

    Answers to the rule's questions are yes, no or unknown (None); unknown counts as no.
    """

    case = models.ForeignKey("Case", models.CASCADE, related_name="weighings")
    behind_question = models.TextField(_("what lies behind the question"), blank=True)
    safety_at_stake = models.BooleanField(_("safety is at stake"), null=True, blank=True)
    clear_how = models.BooleanField(_("it is clear how to reach the goal"), null=True, blank=True)
    stable = models.BooleanField(_("stable for six months"), null=True, blank=True)
    parties_needed = models.PositiveSmallIntegerField(_("parties needed"), null=True, blank=True)
    weight = models.CharField(_("chosen weight"), max_length=12, choices=Weight, blank=True)
    track = models.CharField(_("track"), max_length=8, choices=Track, blank=True)
    track_by_rule = models.CharField(max_length=8, choices=Track, blank=True)
    deviation_reason = models.TextField(_("why another track than the rule says"), blank=True)
    exception_rule = models.CharField(
        _("which law or policy is in the way"), max_length=200, blank=True, default="", db_default=""
    )
    exception_reason = models.TextField(_("exception: why the rule harms here"), blank=True)
    exception_asked_at = models.DateTimeField(null=True, blank=True)
    exception_allowed = models.BooleanField(null=True, blank=True)
    exception_decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    exception_decided_at = models.DateTimeField(null=True, blank=True)
    exception_words = models.TextField(_("what the manager says"), blank=True, default="", db_default="")
    exception_authority = models.CharField(_("on whose authority"), max_length=120, blank=True)
    lighter_again_date = models.DateField(
        _("when we look again whether lighter is possible"), null=True, blank=True
    )
    second_reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="second_readings"
    )
    second_reader_agrees = models.BooleanField(null=True, blank=True)
    second_reader_words = models.TextField(_("what the second reader says"), blank=True)
    second_read_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    chosen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(second_reader__isnull=True) | ~Q(second_reader=models.F("made_by")),
                name="second_reader_is_someone_else",
            ),
            models.CheckConstraint(
                condition=Q(second_reader_agrees__isnull=True) | ~Q(second_reader_words=""),
                name="second_reader_has_words",
            ),
            models.CheckConstraint(
                condition=Q(chosen_at__isnull=True)
                | ~Q(weight=Weight.SPECIALIST)
                # an answer that is not there would make the whole condition unknown, and so let it pass
                | Q(
                    second_reader_agrees__isnull=False,
                    second_reader_agrees=True,
                    second_reader__isnull=False,
                ),
                name="specialist_counts_once_read",
            ),
            models.CheckConstraint(
                condition=Q(chosen_at__isnull=True) | Q(exception_reason="") | ~Q(exception_authority=""),
                name="exception_counts_on_authority",
            ),
            models.CheckConstraint(
                condition=Q(exception_allowed__isnull=True, exception_decided_at__isnull=True)
                | Q(
                    exception_allowed__isnull=False,
                    exception_decided_at__isnull=False,
                    exception_decided_by__isnull=False,
                )
                & ~Q(exception_words=""),
                name="exception_decided_with_words",
            ),
        ]
        indexes = [
            models.Index(
                fields=["exception_asked_at"],
                name="exception_asked",
                condition=Q(exception_asked_at__isnull=False),
            ),
            models.Index(
                fields=["second_reader"],
                name="weighing_to_read",
                condition=Q(second_reader_agrees__isnull=True, chosen_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"weighing {self.pk} of {self.case_id}"


class Rung(models.Model):
    """One rung of the ladder within a weighing: what was considered, what was tried, why it will not do."""

    weighing = models.ForeignKey(Weighing, models.CASCADE, related_name="rungs")
    weight = models.CharField(max_length=12, choices=Weight)
    considered = models.TextField(_("what was considered"), blank=True)
    tried = models.TextField(_("what was tried"), blank=True)
    why_not = models.TextField(_("why it will not do"), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["weighing", "weight"], name="one_of_each_rung")]

    def __str__(self) -> str:
        return f"{self.weight} of {self.weighing_id}"


class SecondReading(models.Model):
    """What a second reader answered, kept as it was said: also when the weighing changed afterwards."""

    weighing = models.ForeignKey(Weighing, models.CASCADE, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    words = models.TextField(_("what the second reader says"))
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="reading_has_words")]

    def __str__(self) -> str:
        return f"reading of {self.weighing_id}"
