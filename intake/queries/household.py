"""Who lives with the resident, as far as the conversation needs it."""

from datetime import datetime

from cases.enums import HouseholdRole
from cases.models import HouseholdMember, Resident


def has_children(resident: Resident, now: datetime) -> bool:
    """Whether children live in the resident's household now: by role, or under 18."""
    today = now.date()
    homes = HouseholdMember.objects.filter(resident=resident, during__contains=today).values("household")
    members = HouseholdMember.objects.filter(household__in=homes, during__contains=today)
    return any(
        member.role == HouseholdRole.CHILD or _under_18(member.resident, now)
        for member in members.select_related("resident").order_by("pk")
    )


def _under_18(resident: Resident, now: datetime) -> bool:
    age = resident.age_on(now.date())
    return age is not None and age < 18
