"""Histories made through the operations: each a sequence of steps that a case may take, or is refused."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from cases.models import Case, HelpRequest
from cases.operations import arrangements, cases, contact_person, contacts, help_requests, procedures
from cases.operations.recording import record
from sociaal.accounts.models import User
from sociaal.core.errors import DomainError
from tests.factories import ESSENTIALS, ProvisionFactory, ResidentFactory, make_request
from tests.factories import _choose as choose_solution
from tests.factories import _close as close_case

HOUR = timedelta(hours=1)


def _talk(case, by, at):
    contacts.add_contact(case=case, kind="phone", summary="Gebeld.", by=by, now=at, at=at - HOUR)


def _converse(case, by, at):
    cases.start_conversation(case=case, planned=True, by=by, now=at)


def _finish(case, by, at):
    record("conversation_held", case=case, by=by, now=at, occurred_at=at - 2 * HOUR)
    cases.finish_conversation(case=case, essentials=ESSENTIALS, by=by, now=at)


def _apply(case, by, at):
    row = procedures.open_procedure(case=case, law="wmo", subject="Traplift", by=by, now=at)
    procedures.apply(procedure=row, applied_date=at.date(), by=by, now=at)


def _decide(case, by, at):
    for row in case.procedures.filter(state="applied"):
        details = {"reasons": "Omdat het nodig is.", "decided_date": at.date()}
        procedures.decide(procedure=row, outcome="granted", by=by, now=at, **details)


def _send(case, by, at):
    for row in case.procedures.filter(state="decided", sent_date__isnull=True):
        procedures.send_decision(procedure=row, sent_date=at.date(), by=by, now=at)


def _await(case, by, at):
    cases.await_decision(case=case, by=by, now=at)


def _settle(case, by, at):
    cases.settle_decisions(case=case, by=by, now=at)


def _help(case, by, at):
    row = arrangements.propose(case=case, provision=ProvisionFactory(), by=by, now=at)
    arrangements.start_at_once(arrangement=row, by=by, now=at)


def _review(case, by, at):
    cases.start_review(case=case, by=by, now=at)


def _wait(case, by, at):
    contacts.wait_for(case=case, on="partner", why="Antwoord van school.", by=by, now=at)


def _withdraw(case, by, at):
    details = {"who": "Inwoner", "reason": "Het hoeft niet meer.", "outcome": "withdrawn"}
    cases.withdraw(case=case, by=by, now=at, **details)


def _undo(case, by, at):
    cases.undo_close(case=case, reason="Dit was een vergissing.", by=by, now=at)


def _answer(case, by, at):
    help_requests.answer_directly(case=case, text="U kunt terecht bij het buurthuis.", by=by, now=at)


STEPS: dict[str, tuple[Callable[[Case, User, datetime], None], ...]] = {
    "registered": (_talk, _converse, _converse, _answer),
    "conversation": (_talk, _finish, _finish, _wait),
    "weighing": (choose_solution, choose_solution, _apply, _await, _withdraw),
    "deciding": (_decide, _decide, _send, _settle, _settle),
    "arranging": (_help, _help, _help, _send, _wait),
    "supported": (_review, _review, _talk, _help),
    "reviewing": (close_case, close_case, choose_solution),
    "closed": (_undo, _send, _send),
}
"""What may well happen next; much of it is refused all the same."""


def live(random: Random, by: User, colleague: User, start: datetime, steps: int) -> Case | HelpRequest:
    """One question and what becomes of it: each step is tried; one that is refused leaves nothing behind."""
    at = start
    request = make_request(by, resident=ResidentFactory(), at=at)
    at += timedelta(hours=random.randint(1, 72))
    fate = random.random()
    if fate < 0.1:
        return request
    if fate < 0.2:
        return help_requests.answer(help_request=request, text="Bel het buurthuis.", by=by, now=at)
    if fate < 0.25:
        return help_requests.discard(help_request=request, reason="Dit was voor een ander.", by=by, now=at)
    case = help_requests.take_up(help_request=request, contact_person=by, subject="Trap", by=by, now=at)
    if fate < 0.35:
        at += HOUR
        _hand_over(case, by, colleague, at)
        by = colleague
    for _turn in range(steps):
        at += timedelta(hours=random.randint(1, 100))
        _try(random, case.pk, by, at)
    return Case.objects.get(pk=case.pk)


def _try(random, key, by, at):
    case = Case.objects.select_related("resident", "team").get(pk=key)
    try:
        with transaction.atomic():
            random.choice(STEPS[case.status])(case, by, at)
    except DomainError:
        pass


def _hand_over(case, by, colleague, at):
    details = {
        "reason": "expertise",
        "explanation": "Schulden zijn haar vak.",
        "told_resident": "Dat u Bram krijgt.",
    }
    asked = contact_person.request_handover(resident=case.resident, to=colleague, by=by, now=at, **details)
    contact_person.accept_handover(handover=asked, by=colleague, now=at)
