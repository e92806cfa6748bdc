"""Who lives together, who has authority over a child, and who helps."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.enums import AuthorityKind, AuthoritySource, HouseholdRole
from cases.models.resident import Resident


class Household(models.Model):
    """People who share a home and often one plan. It has no address: that is each resident's own, and may be
    confidential.
    """

    name = models.CharField(_("name"), max_length=120)
    residents = models.ManyToManyField(Resident, through="HouseholdMember", related_name="households")
    contact_differs_because = models.CharField(
        max_length=300,
        blank=True,
        help_text=_("Why members have different contact persons; by default they share one."),
    )

    def __str__(self) -> str:
        return self.name


class HouseholdMember(models.Model):
    """Someone in a household, for a period. A child of parents who live apart has a main home and another."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="members")
    resident = models.ForeignKey("Resident", models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=HouseholdRole, default=HouseholdRole.ADULT)
    other_home = models.BooleanField(_("lives here part of the time"), default=False)
    during = DateRangeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            ExclusionConstraint(
                name="household_member_once",
                expressions=[
                    ("household", RangeOperators.EQUAL),
                    ("resident", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.DEFERRED,
            ),
            ExclusionConstraint(
                name="one_main_home",
                expressions=[("resident", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(other_home=False),
                deferrable=models.Deferrable.DEFERRED,  # merging residents may swap two of them
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resident_id} in {self.household_id}"


class ParentalAuthority(models.Model):
    """Who has authority over a child, from when to when, and where that was seen.

    The holder is a resident, or somebody we only know by name (a guardian of an institution).
    """

    child = models.ForeignKey("Resident", models.PROTECT, related_name="under_authority_of")
    holder = models.ForeignKey(
        "Resident", models.PROTECT, null=True, blank=True, related_name="has_authority_over"
    )
    holder_name = models.CharField(_("name"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=AuthorityKind, default=AuthorityKind.PARENTAL)
    source = models.CharField(
        _("seen in"), max_length=12, choices=AuthoritySource, default=AuthoritySource.TOLD
    )
    seen_date = models.DateField(_("seen on"), null=True, blank=True)
    during = DateRangeField()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "parental authorities"
        constraints = [
            models.CheckConstraint(
                condition=Q(holder__isnull=True) & ~Q(holder_name="")
                | Q(holder__isnull=False, holder_name=""),
                name="authority_has_one_holder",
            ),
            models.CheckConstraint(condition=~Q(child=F("holder")), name="authority_over_someone_else"),
            models.CheckConstraint(
                condition=Q(source=AuthoritySource.TOLD) | Q(seen_date__isnull=False),
                name="authority_seen_on_a_date",
            ),
            ExclusionConstraint(
                name="authority_once",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    ("holder", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder_id or self.holder_name} over {self.child_id}"


class NetworkMember(models.Model):
    """Somebody around a resident who helps, and with what."""

    resident = models.ForeignKey("Resident", models.CASCADE, related_name="network")
    name = models.CharField(_("name"), max_length=120)
    relation = models.CharField(_("relation"), max_length=80)
    can_do = models.CharField(_("what they can do"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.relation})"
