"""Who lives with the resident, as far as the conversation needs it."""

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from cases.enums import HouseholdRole
from cases.models import HouseholdMember, Resident
from intake.models import ConversationPerson


def has_children(resident: Resident, now: datetime) -> bool:
    """Whether children live in the resident's household now: by role, or under 18."""
    today = timezone.localdate(now)
    homes = HouseholdMember.objects.filter(resident=resident, during__contains=today).values("household")
    members = HouseholdMember.objects.filter(household__in=homes, during__contains=today)
    return any(
        member.role == HouseholdRole.CHILD or _under_18(member.resident, today)
        for member in members.select_related("resident").order_by("pk")
    )


def _under_18(resident: Resident, today: date) -> bool:
    age = resident.age_on(today)
    return age is not None and age < 18


def concerned_twice(rows: QuerySet[Any], kept: int) -> QuerySet[Any]:
    """For merging residents: conversations that concern the kept one already, or are of a case of theirs."""
    same = ConversationPerson.objects.filter(resident=kept, conversation=OuterRef("conversation"))
    return rows.filter(Q(conversation__case__resident=kept) | Exists(same))
