"""Something of every kind that carries a data category, marked so that it is recognised wherever it shows."""

from datetime import timedelta

from django.db import transaction

from cases.enums import DataCategory
from cases.models import (
    Appointment,
    Arrangement,
    Case,
    ContactMoment,
    Goal,
    Plan,
    Task,
)
from cases.operations import letters
from intake.models import Conversation, DomainNote, Meldcode
from regie.coordination.models import Agreement
from sociaal.accounts.models import User
from tests.documents import add_document
from tests.factories import NOW, ProvisionFactory
from tests.letters import letter_text

DAY = timedelta(days=1)


def mark(category: str) -> str:
    """The words that stand in everything about this category, and nowhere else."""
    return f"Woordover{category.replace('_', '')}"


def letter_about(case: Case, by: User, category: str = DataCategory.GENERAL, words: str = "Een brief") -> str:
    """The number of a letter about this, set and ready to be printed."""
    letter = letters.send_letter(
        case=case, kind="conversation_report", title=words, categories={category},
        words=lambda number: letter_text(reference=number, title=words, text=words),
        sending=letters.Sending(), by=by, now=NOW,
    )  # fmt: skip
    with transaction.atomic():  # as the relay of the outbox does
        letters.set_letter(str(letter.pk), NOW)
    return letter.number


def meldcodes(case: Case, by: User) -> int:
    """One that has been decided and one that runs; the key of the first."""
    words, about = (
        mark(DataCategory.YOUTH_SAFETY),
        {"case": case, "category": DataCategory.YOUTH_SAFETY, "by": by},
    )
    settled = Meldcode.objects.create(
        **about, opened_at=NOW, state="settled", danger="acute", decision="report", reason=words, told=words,
        decided_by=by, decided_at=NOW,
    )  # fmt: skip
    running = Meldcode.objects.create(**about, opened_at=NOW)
    for row in (settled, running):
        row.entries.create(kind="signals", at=NOW, by=by, recorded_at=NOW, text=words, with_whom=words)
    return settled.pk


def write_about(case: Case, category: str, by: User) -> None:
    """Something of every kind that carries a category."""
    words, about = mark(category), {"case": case, "category": category}
    ContactMoment.objects.create(**about, kind="visit", at=NOW, summary=words, by=by)
    Appointment.objects.create(**about, at=NOW + DAY, title=words, place=words, by=by)
    Task.objects.create(**about, title=words, assignee=by, by=by)
    plan, _new = Plan.objects.get_or_create(case=case)
    goal = Goal.objects.create(plan=plan, domain="housing", words=words, category=category)
    goal.actions.create(who="resident", what=words)
    goal.progress.create(words=words, at=NOW, by=by)
    Arrangement.objects.create(
        **about, resident=case.resident, provision=ProvisionFactory(name=words), goal=words, volume=words
    )
    agreement = {"what": words, "who": words, "due_date": (NOW + DAY).date(), "made_by": by, "made_at": NOW}
    Agreement.objects.create(**about, **agreement)
    talk = Conversation.objects.create(
        **about, planned_at=NOW - DAY, held_at=NOW - DAY, by=by, own_words=words
    )
    letter_about(case, by, category, words)
    add_document(case, by, category=category, title=words)
    said = {"notes": words, "can_do": words, "network_can": words, "cannot": words}
    DomainNote.objects.create(conversation=talk, domain="daytime", category=category, **said)
