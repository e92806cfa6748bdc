"""What a resident was told about the day of a decision that comes later. Rows are added, never changed."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.enums import NoticeKind


class TermNotice(models.Model):
    """On `told_date` the resident was told, in writing, that the decision comes by `until_date`.

    A notice of delay (Awb 4:14) leaves the term as it is, but where no statute sets one; putting off a
    decision on an objection (7:10) moves it. `agreed_date`: when the resident consented to that (lid 4).
    """

    procedure = models.ForeignKey("Procedure", models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=14, choices=NoticeKind)
    told_date = models.DateField(_("told on"))
    until_date = models.DateField(_("at the latest on"))
    agreed_date = models.DateField(_("consent on"), null=True, blank=True)

    class Meta:
        ordering = ["told_date", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(until_date__gte=F("told_date")), name="term_notice_in_order"),
            models.CheckConstraint(
                condition=Q(kind=NoticeKind.AGREED, agreed_date__isnull=False)
                | ~Q(kind=NoticeKind.AGREED) & Q(agreed_date__isnull=True),
                name="term_notice_agreed_has_consent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.until_date}"
