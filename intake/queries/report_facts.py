"""What the conversation report of a case is made from, gathered in one place. Some ten queries."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import DataCategory, HelpRequestState, RedFlag, Reporter
from cases.models import (
    Appointment,
    Arrangement,
    Case,
    ContactTerm,
    Goal,
    HelpRequest,
    PlanAction,
    Procedure,
)
from cases.queries.calendar_days import decreed_days
from cases.queries.next_dates import planned_in
from cases.queries.term_facts import with_term_facts
from cases.queries.terms import running_terms
from intake.models import Conversation, DomainNote, Meldcode
from intake.promises import promises
from intake.report import wording
from intake.report.facts import Agreed, ComingUp, Contact, ReportFacts, Said, Talk, Told
from intake.report.parts import SAID_FIELDS
from sociaal.core.registry import registry


def facts_of(case: Case, now: datetime, *, remarks: str = "") -> ReportFacts:
    """All facts, in the active language: who may see which part of them is decided afterwards."""
    talks = list(
        Conversation.objects.filter(case=case).order_by("planned_at", "pk").prefetch_related("people")
    )
    notes = DomainNote.objects.filter(conversation__case=case).order_by("conversation__planned_at", "pk")
    requests = list(
        HelpRequest.objects.filter(case=case)
        .exclude(state=HelpRequestState.DISCARDED)
        .order_by("received_at")
    )
    flagged = any(RedFlag.UNSAFE in one.red_flags for one in requests)
    return ReportFacts(
        talks=tuple(_talk(one, one.held_at) for one in talks if one.held_at is not None),
        own_words=tuple(Told(one.own_words, one.category) for one in talks),
        wishes=(*(Told(one.wish, one.category) for one in talks), *_goals(case)),
        said=tuple(_said(note) for note in notes),
        agreed=tuple(_agreed(case)),
        contact=contact_of(case, now),
        coming_up=tuple(_coming_up(case, requests, now)),
        general_phone=settings.MUNICIPALITY_PHONE,
        remarks=remarks,
        unsafe=flagged or Meldcode.objects.filter(case=case).exists(),
        told_by_others=any(one.reporter != Reporter.RESIDENT for one in requests),
    )


def contact_of(case: Case, now: datetime) -> Contact:
    """Who the resident can call; nobody when there is no contact person now."""
    terms = ContactTerm.objects.filter(resident=case.resident_id, during__contains=now)
    term = terms.select_related("user__team").first()
    if term is None:
        return Contact()
    user = term.user
    return Contact(user.name, user.team.name if user.team else "", user.phone, user.email)


def _talk(row: Conversation, held_at: datetime) -> Talk:
    people = [*(one.name for one in row.people.all()), row.at_table]
    return Talk(
        held=timezone.localdate(held_at), place=row.place, interpreter=row.interpreter,
        at_table=tuple(one for one in people if one.strip()), support_offered=row.support_offered,
        category=row.category,
    )  # fmt: skip


def _said(note: DomainNote) -> Said:
    fields = {name: getattr(note, name) for name in SAID_FIELDS}
    return Said(note.domain, note.category, **fields, no_questions=note.no_questions)


def _goals(case: Case) -> Iterator[Told]:
    for row in Goal.objects.filter(plan__case=case).order_by("pk"):
        yield Told(row.words, row.category)


def _agreed(case: Case) -> Iterator[Agreed]:
    """What the plan says, help that is arranged, and agreements with others."""
    who = {
        PlanAction.Who.RESIDENT: _("You"),
        PlanAction.Who.NETWORK: _("The people around you"),
        PlanAction.Who.PARTNER: _("Another organisation"),
        PlanAction.Who.MUNICIPALITY: _("We"),
    }
    actions = PlanAction.objects.filter(goal__plan__case=case, done_at__isnull=True).select_related("goal")
    for row in actions.order_by("by_date", "pk"):
        yield Agreed(row.what, who[PlanAction.Who(row.who)], row.by_date, row.goal.category)
    helps = Arrangement.objects.filter(case=case, state__in=policies.PENDING | policies.RUNNING)
    for one in helps.select_related("provision", "provider").order_by("pk"):
        yield Agreed(one.provision.name, one.provider.name if one.provider else "", None, one.category)
    for told in registry.agreed:
        for item in told(case):
            yield Agreed(item.what, item.who, item.before, item.category)


def _coming_up(case: Case, requests: Iterable[HelpRequest], now: datetime) -> Iterator[ComingUp]:
    """The terms that bind us, and what is planned. Before there is a procedure: what holds anyway."""
    today = timezone.localdate(now)
    yield from _bound(case, requests, today)
    planned: list[tuple[datetime, str]] = [(one.at, one.words) for one in planned_in([case.pk], now)]
    rows = Appointment.objects.filter(case=case, at__gte=now, category=DataCategory.GENERAL)
    planned += [(one.at, one.title) for one in rows.order_by("at", "pk")]
    for at, words in planned:
        yield ComingUp(words, timezone.localdate(at), on_that_day=True)


def _bound(case: Case, requests: Iterable[HelpRequest], today: date) -> Iterator[ComingUp]:
    procedures: Any = with_term_facts(
        Procedure.objects.filter(case=case, state__in=policies.OPEN_PROCEDURES).order_by("pk")
    )
    terms = running_terms(list(procedures), today)
    for term in terms:
        if (words := wording.term(term.code)) and term.due >= today:
            yield ComingUp(words, term.due)
    if terms:
        return
    first = min(requests, key=lambda one: one.received_at, default=None)
    if first is not None:
        received = timezone.localdate(first.received_at)
        for promise in promises(received, first.red_flags, decreed_days()):
            if (words := wording.term(promise.term)) and promise.before >= today:
                yield ComingUp(words, promise.before)
