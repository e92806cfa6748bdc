"""The resident."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sociaal.core import search_keys as found_by
from sociaal.core.crypto import EncryptedField, keyed_hash
from sociaal.core.names import search_key


class Resident(models.Model):
    """The person with the question. Names stand apart, as on a passport.

    `search_name` is what lists sort by; `search_keys` is what search meets (`sociaal.core.search_keys`), made
    anew with every save. `other_names` are full names under which this person is found as well, such as those
    of a record that was merged into this one: who merges adds `known_as` of the other record, who undoes it
    takes them away again.
    """

    first_names = models.CharField(_("first names"), max_length=120, blank=True)
    initials = models.CharField(_("initials"), max_length=20, blank=True)
    prefix = models.CharField(
        _("prefix to the name"), max_length=20, blank=True, help_text=_("van, de, el ...")
    )
    last_name = models.CharField(_("last name"), max_length=120)
    birth_name = models.CharField(_("maiden name"), max_length=120, blank=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    died_on = models.DateField(_("date of death"), null=True, blank=True)
    not_died_because = models.CharField(
        _("why the date of death was a mistake"), max_length=300, blank=True, default="", db_default=""
    )
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
    other_names = ArrayField(models.CharField(max_length=300), default=list, blank=True, editable=False)
    search_name = models.CharField(max_length=400, editable=False)
    search_keys = ArrayField(models.IntegerField(), default=list, editable=False)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            # without a list of pending entries, which every search would have to read through
            GinIndex(fields=["search_keys"], name="resident_search_keys", fastupdate=False),
            models.Index(fields=["birth_date"], name="resident_birth_date"),
            models.Index(
                fields=["id"],
                name="resident_hidden",
                condition=Q(confidential_address=True) | Q(restricted=True),
            ),
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
            models.CheckConstraint(
                condition=Q(died_on__isnull=True)
                | Q(birth_date__isnull=True)
                | Q(died_on__gte=F("birth_date")),
                name="resident_died_after_birth",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args, update_fields=None, **kwargs) -> None:
        self.bsn = self.bsn or None
        self.bsn_hash = keyed_hash(self.bsn) if self.bsn else None
        self.search_name = search_key(
            f"{self.first_names or self.initials} {self.last_name} {self.birth_name}"
        )
        self.search_keys = sorted(self.keys_to_find_by())
        if update_fields is not None:
            update_fields = {*update_fields, "bsn_hash", "search_name", "search_keys"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def keys_to_find_by(self) -> found_by.Keys:
        """What search may meet this person by. A confidential address is left out: nobody finds by it."""
        keys = found_by.of_last_name(self.prefix, self.last_name) | found_by.of_birth(self.birth_date)
        keys |= found_by.of_first_names(self.first_names, self.initials)
        keys |= found_by.of_last_name("", self.birth_name) | found_by.of_other_names(self.other_names)
        if self.phone:
            keys |= found_by.of_phone(self.phone)
        if not self.confidential_address:
            keys |= found_by.of_address(self.street, self.house_number, self.postcode)
        return keys

    @property
    def known_as(self) -> list[str]:
        """The full names under which this record is found: its own, with the maiden name, and the others."""
        first = self.first_names or self.initials
        born = [f"{first} {self.birth_name}".strip()] if self.birth_name else []
        return [
            f"{first} {self.prefix} {self.last_name}".replace("  ", " ").strip(),
            *born,
            *self.other_names,
        ]

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
        """Age in whole years, or None when the birth date is unknown. It stands still from a death on."""
        if self.birth_date is None:
            return None
        day = min(day, self.died_on or day)
        before_birthday = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - before_birthday
