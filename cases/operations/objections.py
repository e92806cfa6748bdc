"""An objection (bezwaar) to a decision: received, advised on, put off, decided on, sent or taken back."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cases import objecting
from cases.enums import EventKind, NoticeKind, ObjectionOutcome, ObjectionStep
from cases.models import Case, Procedure, TermNotice
from cases.operations.procedure_recording import check_not_future, lock_procedure, record_procedure
from cases.permissions import check_decides, check_works_on
from cases.queries.calendar_days import decreed_days
from cases.queries.terms import objection_term
from cases.terms.compute import after
from cases.terms.later import longest_postponement
from sociaal.accounts.models import User


@transaction.atomic
def receive_objection(*, procedure: Procedure, received_date: date, by: User, now: datetime) -> Procedure:
    """The resident objects to the decision. Late or not is for who treats it, also of a decision that was
    final already (Awb 6:11).
    """
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    check_not_future(received_date, now, "received_date")
    objecting.check_objection(procedure.decided_date, procedure.objection_date, received_date)
    procedure.objection_date = received_date
    procedure.save()
    _record(ObjectionStep.RECEIVED, procedure, case, by=by, now=now, at=received_date)
    return procedure


@transaction.atomic
def ask_committee(*, procedure: Procedure, told_date: date, by: User, now: datetime) -> Procedure:
    """The resident was told that a committee advises (Awb 7:13): the term is twelve weeks instead of six.

    Raises Refused for what was told after the six weeks: then they hold.
    """
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    check_not_future(told_date, now, "told_date")
    received = _received(procedure)
    term = objection_term(procedure.pk, timezone.localdate(now))
    objecting.check_committee(procedure.committee_date, received, told_date, term.due if term else None)
    procedure.committee_date = told_date
    procedure.save()
    _record(ObjectionStep.COMMITTEE, procedure, case, by=by, now=now, at=told_date)
    return procedure


@transaction.atomic
def postpone_objection(
    *,
    procedure: Procedure,
    told_date: date,
    until_date: date,
    by: User,
    now: datetime,
    agreed_date: date | None = None,
) -> TermNotice:
    """The decision on the objection is put off until and including a day, as the resident was told in writing
    (Awb 7:10 lid 3 to 5).

    Once by six weeks at most; with `agreed_date`, the day on which the resident consented, also further.
    Raises Refused when the term had ended before they were told.
    """
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    check_not_future(told_date, now, "told_date")
    received = _received(procedure)
    due, longest = _room(procedure, timezone.localdate(now))
    if agreed_date is None:
        again = procedure.notices.filter(kind__in=(NoticeKind.POSTPONED, NoticeKind.AGREED)).exists()
        objecting.check_postponement(received, due, longest, told_date, until_date, again=again)
    else:
        check_not_future(agreed_date, now, "agreed_date")
        objecting.check_further_postponement(received, due, told_date, until_date, agreed_date)
    kind = NoticeKind.AGREED if agreed_date else NoticeKind.POSTPONED
    row = TermNotice.objects.create(
        procedure=procedure, kind=kind, told_date=told_date, until_date=until_date, agreed_date=agreed_date
    )
    what = ObjectionStep.AGREED if agreed_date else ObjectionStep.POSTPONED
    _record(what, procedure, case, by=by, now=now, at=told_date, until=until_date.isoformat())
    return row


@transaction.atomic
def decide_objection(
    *,
    procedure: Procedure,
    outcome: str,
    reasons: str,
    decided_date: date,
    by: User,
    now: datetime,
    instead: str = "",
    instead_reasons: str = "",
) -> Procedure:
    """The decision is looked at again as a whole (Awb 7:11) and decided on, with reasons. A founded objection
    puts another decision in its place; what stood there before stays readable.

    By who reads the case and holds the mandate, and did not make the decision objected to.
    """
    case, procedure = lock_procedure(procedure)
    check_decides(by, case, procedure.law, now)
    check_not_future(decided_date, now, "decided_date")
    received = _received(procedure)
    objecting.check_objection_decision(
        received, procedure.sent_date, decided_date, outcome, reasons,
        by_the_same=by.pk == procedure.mandate_holder_id,
    )  # fmt: skip
    objecting.check_instead(outcome, instead, instead_reasons)
    procedure.objection_outcome, procedure.objection_reasons = outcome, reasons.strip()
    procedure.objection_decided_date, procedure.objection_by = decided_date, by
    if outcome == ObjectionOutcome.FOUNDED:
        procedure.first_outcome, procedure.first_reasons = procedure.outcome, procedure.reasons
        procedure.outcome, procedure.reasons = instead, instead_reasons.strip()
    procedure.save()
    codes = {"outcome": str(outcome)} | ({"instead": str(instead)} if instead else {})
    _record(ObjectionStep.DECIDED, procedure, case, by=by, now=now, at=decided_date, **codes)
    return procedure


@transaction.atomic
def send_objection_decision(*, procedure: Procedure, sent_date: date, by: User, now: datetime) -> Procedure:
    """The decision on the objection is sent: only now it counts, and the six weeks to go to court begin the
    day after (Awb 6:7, 6:8).
    """
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    check_not_future(sent_date, now, "sent_date")
    objecting.check_objection_sent(
        procedure.objection_decided_date, procedure.objection_ended_date, sent_date
    )
    return _sent(procedure, case, sent_date, by=by, now=now)


def objection_decision_went_out(procedure: int, *, case: Case, by: User, now: datetime) -> None:
    """The letter with the decision on the objection went out today; one that is noted as sent keeps its day.
    The caller holds the case's lock and has checked.
    """
    row = Procedure.objects.select_for_update(of=("self",)).get(pk=procedure)
    if row.objection_ended_date is None and row.objection_decided_date is not None:
        _sent(row, case, timezone.localdate(now), by=by, now=now)


def _sent(procedure: Procedure, case: Case, sent_date: date, *, by: User, now: datetime) -> Procedure:
    procedure.objection_ended_date = sent_date
    procedure.save()
    outcome = procedure.objection_outcome
    _record(ObjectionStep.SENT, procedure, case, by=by, now=now, at=sent_date, outcome=outcome)
    return procedure


@transaction.atomic
def withdraw_objection(*, procedure: Procedure, taken_back_date: date, by: User, now: datetime) -> Procedure:
    """The resident takes the objection back (Awb 6:21): the decision stands as it is."""
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    check_not_future(taken_back_date, now, "taken_back_date")
    objecting.check_taken_back(_received(procedure), taken_back_date)
    procedure.objection_outcome = ObjectionOutcome.WITHDRAWN
    procedure.objection_ended_date = taken_back_date
    procedure.save()
    _record(ObjectionStep.WITHDRAWN, procedure, case, by=by, now=now, at=taken_back_date)
    return procedure


def _received(procedure: Procedure) -> date:
    return objecting.check_treated(
        procedure.objection_date, procedure.objection_ended_date, procedure.objection_outcome
    )


def _room(procedure: Procedure, today: date) -> tuple[date | None, date | None]:
    """The last day of the term as it stands, and how far it can be put off without consent."""
    term = objection_term(procedure.pk, today)
    if term is None or term.source.length is None:
        return None, None
    decreed = decreed_days()
    counted = after(term.source.start, term.source.length, decreed)
    return term.due, longest_postponement(counted, decreed)


def _record(
    what: ObjectionStep,
    procedure: Procedure,
    case: Case,
    *,
    by: User,
    now: datetime,
    at: date,
    **codes: str,
) -> None:
    record_procedure(
        EventKind.OBJECTION, procedure, case, by=by, now=now, at=at, objection=str(what), **codes
    )
