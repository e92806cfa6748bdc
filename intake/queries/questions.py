"""The questions of one conversation: of its own version, for what is known of this household."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language

from cases.enums import DataCategory, HelpRequestState, HouseholdRole, LifeDomain
from cases.models import Case, HelpRequest, HouseholdMember, Resident
from cases.permissions import Access
from intake.enums import QuestionSetState
from intake.essentials import is_touched
from intake.models import Conversation, DomainNote, Question
from intake.questions import Asked, Fact, Housemate, Known, Text, domains_mentioned, facts_of, questions_for


def asked_in(
    conversation: Conversation, now: datetime, *, access: Access, notes: Iterable[DomainNote]
) -> Asked:
    """What to ask in this conversation, and which domains matter from the start. Three queries.

    `notes`: those of all conversations of the case, which the page has read already. What this reader may not
    see opens nothing and adds no prompt, so that a question does not give away an answer. Needs
    `conversation.case.resident`.
    """
    case = conversation.case
    seen = [note for note in notes if access.may_see(note.category)]
    texts = _texts_of(seen, conversation)
    facts = facts_of(
        Known(
            at_home=_at_home(case.resident, now),
            red_flags=_red_flags(case, access),
            texts=texts,
            finances_levels=[
                note.level for note in seen if note.domain == LifeDomain.FINANCES and note.level
            ],
            language=case.resident.language,
            age=case.resident.age_on(timezone.localdate(now)),
        )
    )
    return questions_for(
        texts_of_version(conversation.question_set_id),
        facts,
        in_words=domains_mentioned([conversation.own_words]),
        said={LifeDomain(note.domain) for note in seen if is_touched(note)},
    )


def texts_of_version(question_set: int | None, language: str = "") -> list[Text]:
    """The questions of this version (None: the one in use), in this language or the reader's. One query."""
    language = language or get_language() or ""
    rows = Question.objects.order_by("domain", "-is_opening", "order", "pk")
    rows = (
        rows.filter(question_set=question_set)
        if question_set
        else rows.filter(question_set__state=QuestionSetState.IN_USE)
    )
    return [Text(row.domain, row.text_in(language), row.is_opening, tuple(row.only_when)) for row in rows]


def _texts_of(notes: Iterable[DomainNote], conversation: Conversation) -> Sequence[str]:
    said = [conversation.own_words, conversation.wish]
    return said + [
        text for note in notes for text in (note.notes, note.can_do, note.network_can, note.cannot)
    ]


def _at_home(resident: Resident, now: datetime) -> list[Housemate]:
    """Everybody of the households the resident is part of today."""
    today = timezone.localdate(now)
    homes = HouseholdMember.objects.filter(resident=resident, during__contains=today).values("household")
    members = HouseholdMember.objects.filter(household__in=homes, during__contains=today)
    people = members.order_by("resident", "pk").values_list("resident", "resident__birth_date", "role")
    found = {
        key: Housemate(Resident(birth_date=born).age_on(today), role == HouseholdRole.CHILD)
        for key, born, role in people
    }
    return list(found.values())


def _red_flags(case: Case, access: Access) -> frozenset[str]:
    """The flags of the reports of this case; unsafe at home only for who may see what is about safety."""
    reports = HelpRequest.objects.filter(case=case).exclude(state=HelpRequestState.DISCARDED)
    flags = {flag for row in reports.order_by("pk").values_list("red_flags", flat=True) for flag in row}
    return frozenset(flags if access.may_see(DataCategory.YOUTH_SAFETY) else flags - {str(Fact.UNSAFE)})
