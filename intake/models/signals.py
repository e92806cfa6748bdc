"""Early signals of debts: what creditors told, without anybody's question (Wgs art. 3 lid 1 onder b)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.enums import DataCategory, Law
from intake.enums.signals import AmountBand, DebtKind


class SignalledAddress(models.Model):
    """The report that the signals of one address in one month join: creditors one by one, a household
    once.
    """

    address_key = models.CharField(max_length=64, help_text="Keyed hash of postcode and house number.")
    month = models.DateField(help_text="First day of the month.")
    help_request = models.ForeignKey("cases.HelpRequest", models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["address_key", "month"], name="signals_one_report_per_address")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.help_request_id}"


class EarlySignal(models.Model):
    """One creditor's signal. Of the amount only a band is kept: more is not needed to make contact."""

    help_request = models.ForeignKey("cases.HelpRequest", models.CASCADE, related_name="signals")
    row_key = models.CharField(max_length=64, unique=True)
    category = models.CharField(max_length=12, choices=DataCategory, default=DataCategory.FINANCES)
    law = models.CharField(max_length=16, choices=Law, default=Law.WGS)
    name = models.CharField(_("name"), max_length=160, blank=True, help_text="As the creditor has it.")
    creditor = models.CharField(_("creditor"), max_length=120)
    kind = models.CharField(_("about"), max_length=10, choices=DebtKind)
    amount = models.CharField(_("amount"), max_length=12, choices=AmountBand, blank=True)
    months_behind = models.PositiveSmallIntegerField(_("months behind"), null=True, blank=True)
    creditor_reference = models.CharField(_("reference of the creditor"), max_length=60, blank=True)
    signalled_date = models.DateField(_("signalled on"))

    class Meta:
        ordering = ["signalled_date", "pk"]

    def __str__(self) -> str:
        return f"signal {self.pk}"
