"""What points at a resident, in every app, and what of it goes along when two residents are one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from cases.enums import NO_GRANT_REASONS
from cases.models import (
    CaseParty,
    ContactTerm,
    HouseholdMember,
    NetworkMember,
    ParentalAuthority,
    Resident,
)
from sociaal.core.registry import Follows, all_stay, registry


@dataclass(frozen=True)
class Reference:
    """A column of some table that points at a resident."""

    model: type[Model]
    field: str

    @property
    def name(self) -> str:
        return f"{self.model._meta.label_lower}.{self.field}"

    @property
    def follows(self) -> Follows:
        return registry.merging.get(self.name) or Follows(self.model._meta.verbose_name_plural)

    @property
    def is_log(self) -> bool:
        """What is never moved and binds nothing."""
        return self.follows.stays is all_stay and not self.follows.binds

    def rows(self, resident: int) -> QuerySet[Any]:
        return self.model._default_manager.filter(**{self.field: resident}).order_by("pk")

    def keys(self, resident: int) -> list[int]:
        return list(self.rows(resident).values_list("pk", flat=True))

    def staying(self, merged: int, kept: int) -> list[int]:
        """The keys of the merged one's rows that do not go along."""
        if self.follows.stays is None:
            return []
        return list(self.follows.stays(self.rows(merged), kept).values_list("pk", flat=True))


def references() -> Iterator[Reference]:
    """Every column that points at a resident, whichever app it is of; in a fixed order."""
    relations: list[Any] = [
        relation
        for relation in Resident._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one)
    ]
    found = {Reference(relation.related_model, relation.field.name) for relation in relations}
    return iter(sorted(found, key=lambda reference: reference.name))


# --- what stays behind: it would be there twice -----------------------------------------------------------


def parties_twice(rows: QuerySet[Any], kept: int) -> QuerySet[Any]:
    """A party beside themselves, or in the same role at the same time."""
    same = CaseParty.objects.filter(
        resident=kept, case=OuterRef("case"), role=OuterRef("role"), during__overlap=OuterRef("during")
    )
    return rows.filter(Q(case__resident=kept) | Exists(same))


def memberships_twice(rows: QuerySet[Any], kept: int) -> QuerySet[Any]:
    """In the same household at the same time. Two main homes are settled by a choice."""
    same = HouseholdMember.objects.filter(
        resident=kept, household=OuterRef("household"), during__overlap=OuterRef("during")
    )
    return rows.filter(Exists(same))


def authority_over_twice(rows: QuerySet[Any], kept: int) -> QuerySet[Any]:
    """Of the child: the same holder at the same time, or authority over themselves."""
    same = ParentalAuthority.objects.filter(
        child=kept, holder=OuterRef("holder"), during__overlap=OuterRef("during")
    )
    return rows.filter(Q(holder=kept) | Exists(same))


def authority_of_twice(rows: QuerySet[Any], kept: int) -> QuerySet[Any]:
    """Of the holder: the same child at the same time, or authority over themselves."""
    same = ParentalAuthority.objects.filter(
        holder=kept, child=OuterRef("child"), during__overlap=OuterRef("during")
    )
    return rows.filter(Q(child=kept) | Exists(same))


def network_twice(rows: QuerySet[Any], kept: int) -> QuerySet[Any]:
    """The same name and relation."""
    same = NetworkMember.objects.filter(
        resident=kept, name__iexact=OuterRef("name"), relation__iexact=OuterRef("relation")
    )
    return rows.filter(Exists(same))


def grants_refused(rows: QuerySet[Any], kept: int) -> QuerySet[Any]:
    """Of somebody whose time with the kept one ended so that reading along is not for them."""
    ended = ContactTerm.objects.filter(resident=kept, user=OuterRef("user"), end_reason__in=NO_GRANT_REASONS)
    return rows.filter(Exists(ended))


def has_two_main_homes(kept: int, merged: int) -> bool:
    """Whether both live in a main home of their own at the same time: then one is chosen."""
    return main_homes_overlapping(kept, merged).exists()


def main_homes_overlapping(resident: int, other: int) -> QuerySet[HouseholdMember]:
    """Main homes of `resident` in another household than a main home of `other` at the same time."""
    theirs = HouseholdMember.objects.filter(
        resident=other, other_home=False, during__overlap=OuterRef("during")
    ).exclude(household=OuterRef("household"))
    return HouseholdMember.objects.filter(Exists(theirs), resident=resident, other_home=False)
