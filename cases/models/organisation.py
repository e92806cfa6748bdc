"""One register for providers, partners and other authorities; and what can be given."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.enums import Law, LifeDomain, OrganisationKind, Weight


class Organisation(models.Model):
    name = models.CharField(_("name"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=OrganisationKind)
    phone = models.CharField(_("phone"), max_length=20, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Professional(models.Model):
    """Someone who works for an organisation; with a user when they sign in here."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="professionals")
    name = models.CharField(_("name"), max_length=120)
    profession = models.CharField(_("profession"), max_length=80, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="professional"
    )

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Provision(models.Model):
    """Something that can be given; an entry of the catalogue. Without neighbourhoods: in all of them; without
    life domains: for all of them.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    weight = models.CharField(_("weight"), max_length=12, choices=Weight)
    law = models.CharField(_("law"), max_length=16, choices=Law, blank=True)
    provider = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("provider")
    )
    domains = ArrayField(
        models.CharField(max_length=20, choices=LifeDomain), default=list, verbose_name=_("life domains")
    )
    price = models.DecimalField(_("price in euro"), max_digits=9, decimal_places=2, null=True, blank=True)
    per = models.CharField(_("price per"), max_length=20, blank=True)
    places = models.PositiveIntegerField(_("places"), null=True, blank=True)
    waiting_weeks = models.PositiveSmallIntegerField(_("waiting time in weeks"), default=0)
    is_active = models.BooleanField(_("active"), default=True)
    from_date = models.DateField(_("given from"), null=True, blank=True)
    until_date = models.DateField(_("given until and including"), null=True, blank=True)
    neighbourhoods = ArrayField(
        models.CharField(max_length=80),
        default=list,
        db_default=[],
        blank=True,
        verbose_name=_("neighbourhoods"),
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_date__isnull=True)
                | Q(until_date__isnull=True)
                | Q(until_date__gte=F("from_date")),
                name="provision_period_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def is_given_on(self, day: date) -> bool:
        """Whether it can be chosen on this day; help that runs already goes on."""
        begun = self.from_date is None or self.from_date <= day
        return self.is_active and begun and (self.until_date is None or day <= self.until_date)
