"""Conversations that concern somebody beside the resident whose case it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cases.models import CaseParty, Resident
from cases.permissions import access_to_case, readable_cases
from cases.permissions.people import SeenPerson, seen_people
from cases.queries.households import living_with
from intake.models import Conversation, ConversationPerson
from sociaal.accounts.models import User


@dataclass(frozen=True)
class PeopleToChoose:
    """Whom a conversation may concern, as far as this user may know of them; and whom it does now.
    `others`: people it concerns whom this user may not know.
    """

    people: Sequence[Resident]
    chosen: frozenset[int]
    others: Sequence[SeenPerson]


def people_to_choose(conversation: Conversation, user: User, now: datetime) -> PeopleToChoose:
    """The household and the parties of the case. Five queries."""
    resident = conversation.case.resident
    parties = CaseParty.objects.filter(case=conversation.case).select_related("resident")
    concerned = ConversationPerson.objects.filter(conversation=conversation).select_related("resident")
    already = [row.resident for row in concerned]
    found = [*living_with(resident, now), *(row.resident for row in parties), *already]
    people = {one.pk: one for one in found if one.pk != resident.pk}
    seen = seen_people(user, people.values(), now)
    return PeopleToChoose(
        people=[one for pk, one in people.items() if seen[pk].is_known],
        chosen=frozenset(one.pk for one in already),
        others=[seen[one.pk] for one in already if not seen[one.pk].is_known],
    )


def conversations_concerning(resident: Resident, user: User, now: datetime) -> list[Conversation]:
    """Those that concern this resident in cases of others, newest first: whoever may read the case and what
    the conversation is about. Who may read the resident is asked before.
    """
    rows = Conversation.objects.filter(concerns__resident=resident, case__in=readable_cases(user, now))
    rows = rows.exclude(case__resident=resident).select_related("case__resident")
    found = list(rows.order_by("-planned_at", "-pk"))
    cases = {row.case_id: row.case for row in found}
    access = {key: access_to_case(user, case, now) for key, case in cases.items()}
    return [row for row in found if access[row.case_id].may_see(row.category)]
