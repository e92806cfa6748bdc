"""A partner takes part in a case: with which role and mandate, why, and what may be shared."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.enums import DataCategory


class Participation(models.Model):
    """Two or three relevant parties around the table; who adds a fourth is asked why.

    The partner's professional sees only this case, and of it only the data categories there is a ground for.
    """

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(
        "cases.Organisation", models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    professional = models.ForeignKey(
        "cases.Professional",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("professional"),
    )
    role = models.CharField(_("role in this case"), max_length=120)
    mandate = models.CharField(_("what they may decide at the table"), max_length=200, blank=True)
    added_value = models.CharField(_("what they add"), max_length=300)
    shared_categories = ArrayField(
        models.CharField(max_length=12, choices=DataCategory), default=list, verbose_name=_("what we share")
    )
    ground = models.CharField(_("ground for sharing"), max_length=300)
    why_more = models.CharField(_("why more than three parties"), max_length=300, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "organisation"],
                name="organisation_takes_part_once",
                condition=Q(until__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.case_id}"
