"""What was said when a case was looked at again: at a review, or at its end."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.enums import LevelMoment


class Review(models.Model):
    """One conversation in which we looked again. `lighter`: why lighter help will not do yet; `experience`:
    how the resident finds it, in their own words; `look_again_date`: when we look again.
    """

    case = models.ForeignKey("Case", models.CASCADE, related_name="reviews")
    moment = models.CharField(
        max_length=8,
        choices=[(str(one), one.label) for one in (LevelMoment.REVIEW, LevelMoment.CLOSING)],
    )
    lighter = models.TextField(_("why lighter will not do yet"), blank=True)
    experience = models.TextField(_("what the resident says of it"), blank=True)
    look_again_date = models.DateField(_("when we look again"), null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(moment=LevelMoment.REVIEW) | ~Q(lighter=""), name="review_says_why_not_lighter"
            )
        ]

    def __str__(self) -> str:
        return f"{self.moment} of {self.case_id}"
