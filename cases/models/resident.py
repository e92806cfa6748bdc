"""The resident."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sociaal.core.crypto import EncryptedField, keyed_hash
from sociaal.core.names import search_key


class Resident(models.Model):
    """The person with the question. Names stand apart, as on a passport; `search_name` is what search
    compares.
    """

    first_names = models.CharField(_("first names"), max_length=120, blank=True)
    initials = models.CharField(_("initials"), max_length=20, blank=True)
    prefix = models.CharField(
        _("prefix to the name"), max_length=20, blank=True, help_text=_("van, de, el ...")
    )
    last_name = models.CharField(_("last name"), max_length=120)
    birth_name = models.CharField(_("maiden name"), max_length=120, blank=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    bsn = EncryptedField(_("BSN"), null=True, blank=True)
    # empty is NULL here, not "": the hash is unique where it is present
    bsn_hash = models.CharField(max_length=64, null=True, blank=True, editable=False)  # noqa: DJ001
    street = models.CharField(_("street"), max_length=120, blank=True)
    house_number = models.CharField(_("house number"), max_length=12, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    neighbourhood = models.CharField(_("neighbourhood"), max_length=80, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=40, blank=True)
    reach_by = models.CharField(_("how to reach"), max_length=120, blank=True)
    confidential_address = models.BooleanField(_("confidential address"), default=False)
    restricted = models.BooleanField(
        _("restricted file"), default=False, help_text=_("Own staff, known people.")
    )
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")
    search_name = models.CharField(max_length=400, editable=False)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            GinIndex(fields=["search_name"], name="resident_search_name", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["birth_date"], name="resident_birth_date"),
            models.Index(fields=["postcode", "house_number"], name="resident_address"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["bsn_hash"], name="resident_bsn_once", condition=Q(bsn_hash__isnull=False)
            ),
            models.CheckConstraint(
                condition=Q(bsn__isnull=True, bsn_hash__isnull=True)
                | Q(bsn__isnull=False, bsn_hash__isnull=False),
                name="resident_bsn_with_hash",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args, **kwargs) -> None:
        self.bsn = self.bsn or None
        self.bsn_hash = keyed_hash(self.bsn) if self.bsn else None
        self.search_name = search_key(
            f"{self.first_names or self.initials} {self.last_name} {self.birth_name}"
        )
        super().save(*args, **kwargs)

    @property
    def full_name(self) -> str:
        """First name, prefix and last name, as one would say it."""
        return self.name_of(self.first_names, self.initials, self.prefix, self.last_name)

    @staticmethod
    def name_of(first_names: str, initials: str, prefix: str, last_name: str) -> str:
        """The full name of whom only these four are known."""
        first = first_names.split(" ")[0] if first_names else initials
        return " ".join(part for part in (first, prefix, last_name) if part)

    @property
    def address(self) -> str:
        return f"{self.street} {self.house_number}".strip()

    def age_on(self, day: date) -> int | None:
        """Age in whole years, or None when the birth date is unknown."""
        if self.birth_date is None:
            return None
        before_birthday = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - before_birthday
