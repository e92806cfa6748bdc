"""What an early signal is about: the fixed costs of the Besluit gemeentelijke schuldhulpverlening."""

from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DebtKind(TextChoices):
    """The creditors who signal by law: landlords, energy and water companies, health insurers."""

    RENT = "rent", _("Rent")
    ENERGY = "energy", _("Energy")
    WATER = "water", _("Drinking water")
    INSURANCE = "insurance", _("Health insurance")


class AmountBand(TextChoices):
    """How much is behind. A creditor may give the amount; only the band is kept."""

    TO_250 = "to_250", _("up to € 250")
    TO_500 = "250_500", _("€ 250 to € 500")
    TO_1000 = "500_1000", _("€ 500 to € 1,000")
    MORE = "more", _("more than € 1,000")

    @classmethod
    def of(cls, amount: Decimal) -> "AmountBand":
        """The band in which this amount in euros lies; an amount on a border belongs to the lower band."""
        limits = ((250, cls.TO_250), (500, cls.TO_500), (1000, cls.TO_1000))
        return next((band for limit, band in limits if amount <= limit), cls.MORE)
