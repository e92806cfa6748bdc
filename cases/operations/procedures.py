"""The legal way of one question: open, look into, apply, decide, send, end."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases import objecting, policies
from cases.enums import DecisionOutcome, EventKind, Law, ProcedureState, WayIn
from cases.models import Case, Event, Procedure, Resident
from cases.models.procedure import DECIDED_ON
from cases.operations.conditions import conditions_in, set_conditions
from cases.operations.procedure_recording import check_not_future, lock_procedure, record_procedure
from cases.operations.recording import lock_case, step
from cases.operations.suspensions import end_suspensions
from cases.operations.whose import applicant_of
from cases.permissions import check_decides, check_works_on
from cases.queries.calendar_days import decreed_days
from cases.queries.terms import decision_due
from cases.terms import TermCode, due_date
from cases.terms.penalty import counts_as_notice
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


@transaction.atomic
def open_procedure(
    *,
    case: Case,
    law: str,
    subject: str,
    by: User,
    now: datetime,
    reported_date: date | None = None,
    applicant: Resident | None = None,
    way_in: str = WayIn.MUNICIPALITY,
) -> Procedure:
    """Start the legal way of a question under one law. It counts from the report unless another day is
    given, and is for the main subject unless another applicant is.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    if not case.is_open:
        raise Refused(_("This case is closed."))
    if reported_date is not None:
        check_not_future(reported_date, now, "reported_date")
    procedure = Procedure(
        case=case, law=Law(law), subject=subject, applicant=applicant_of(case, applicant, by, now),
        way_in=WayIn(way_in), reported_date=reported_date or timezone.localdate(case.reported_at),
    )  # fmt: skip
    procedure.save()
    record_procedure(EventKind.PROCEDURE_OPENED, procedure, case, by=by, now=now)
    return procedure


@transaction.atomic
def investigate(*, procedure: Procedure, by: User, now: datetime) -> Procedure:
    """We look into it (the Wmo's onderzoek)."""
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    step(procedure, "investigate")
    procedure.save()
    record_procedure(EventKind.PROCEDURE_OPENED, procedure, case, by=by, now=now, investigating=True)
    return procedure


@transaction.atomic
def apply(
    *, procedure: Procedure, applied_date: date, by: User, now: datetime, applicant: Resident | None = None
) -> Procedure:
    """The application is received. From now on it stands whose it is: the decision is addressed to them.

    Raises Refused when the law does not give the right to apply yet.
    """
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    check_not_future(applied_date, now, "applied_date")
    held = Event.objects.filter(case=case, kind=EventKind.CONVERSATION_HELD).exists()
    policies.check_can_apply(procedure.law, procedure.way_in, procedure.reported_date, applied_date, held)
    step(procedure, "apply")
    procedure.applied_date = applied_date
    if applicant is not None and applicant.pk != procedure.applicant_id:
        procedure.applicant = applicant_of(case, applicant, by, now)
    procedure.save()
    record_procedure(EventKind.APPLIED, procedure, case, by=by, now=now, at=applied_date)
    return procedure


@transaction.atomic
def decide(
    *,
    procedure: Procedure,
    outcome: str,
    reasons: str,
    decided_date: date,
    by: User,
    now: datetime,
    form: str = "",
    conditions: str = "",
) -> Procedure:
    """The decision, by who holds the mandate; with reasons, always, and perhaps conditions, one a line."""
    case, procedure = lock_procedure(procedure)
    check_decides(by, case, procedure.law, now)
    check_not_future(decided_date, now, "decided_date")
    if outcome not in set(DecisionOutcome):
        raise Refused(_("Choose what is decided."), field="outcome")
    policies.check_reason(reasons, "reasons")
    step(procedure, "decide")
    policies.check_decision_date(procedure.applied_date or decided_date, decided_date)
    procedure.outcome, procedure.reasons, procedure.form = outcome, reasons.strip(), form
    procedure.decided_date, procedure.mandate_holder = decided_date, by
    procedure.save()
    end_suspensions(procedure, case, decided_date, by=by, now=now)
    set_conditions(procedure, conditions_in(conditions))
    record_procedure(
        EventKind.DECIDED, procedure, case, by=by, now=now, at=decided_date, outcome=str(outcome)
    )
    return procedure


@transaction.atomic
def send_decision(*, procedure: Procedure, sent_date: date, by: User, now: datetime) -> Procedure:
    """The decision is sent to who applied: the term for objection starts the day after (Awb 6:8)."""
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    check_not_future(sent_date, now, "sent_date")
    if procedure.decided_date is None:
        raise Refused(_("There is no decision to send yet."))
    if procedure.sent_date is not None:
        raise Refused(_("The decision was sent already."))
    policies.check_sent_date(procedure.decided_date, sent_date)
    return _sent(procedure, case, sent_date, by=by, now=now)


def decision_went_out(procedure: int, *, case: Case, by: User, now: datetime) -> None:
    """The letter with the decision went out today; one that is noted as sent keeps its day. The caller holds
    the case's lock and has checked.
    """
    row = Procedure.objects.select_for_update(of=("self",)).get(pk=procedure)
    if row.sent_date is None and row.decided_date is not None:
        _sent(row, case, timezone.localdate(now), by=by, now=now)


def _sent(procedure: Procedure, case: Case, sent_date: date, *, by: User, now: datetime) -> Procedure:
    procedure.sent_date = sent_date
    procedure.save()
    record_procedure(
        EventKind.DECISION_SENT, procedure, case, by=by, now=now, at=sent_date, outcome=procedure.outcome
    )
    return procedure


@transaction.atomic
def make_final(*, procedure: Procedure, by: User, now: datetime) -> Procedure:
    """The decision stands: sent, and the six weeks for objection are over (Awb 6:7), which never end on a
    weekend or holiday. After an objection: once that has come to an end, and the six weeks to go to court
    against the decision on it are over too.
    """
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    if procedure.sent_date is None:
        raise Refused(_("The decision is not sent yet; only then the six weeks for objection begin."))
    _check_over(TermCode.AWB_BEZWAAR, procedure.sent_date, now)
    objecting.check_objection_ended(procedure.objection_date, procedure.objection_ended_date)
    if procedure.objection_ended_date and procedure.objection_outcome in DECIDED_ON:
        _check_over(TermCode.AWB_BEROEP, procedure.objection_ended_date, now)
    step(procedure, "become_final")
    procedure.ended_date = timezone.localdate(now)
    procedure.save()
    record_procedure(EventKind.PROCEDURE_ENDED, procedure, case, by=by, now=now, final=True)
    return procedure


@transaction.atomic
def receive_default_notice(
    *, procedure: Procedure, received_date: date, by: User, now: datetime
) -> Procedure:
    """The applicant says in writing that we are late (Awb 4:17 lid 3): two weeks later a penalty is owed.

    Raises Refused while the term for the decision has not passed: such a notice has no effect; and once the
    decision was sent, for it is given when it is made known (Awb 3:41).
    """
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    check_not_future(received_date, now, "received_date")
    if procedure.state not in (ProcedureState.APPLIED, ProcedureState.DECIDED) or procedure.sent_date:
        raise Refused(_("Only while the decision on the application has not been sent."))
    if procedure.default_notice_date is not None:
        raise Refused(_("A notice of default was received already."))
    if procedure.applied_date and received_date <= procedure.applied_date:
        raise Refused(_("A notice of default comes after the application."), field="received_date")
    due = decision_due(procedure.pk, timezone.localdate(now))
    if due is not None and not counts_as_notice(received_date, due):
        raise Refused(
            _("The term for this decision runs until %(day)s. A notice of default counts only after it.")
            % {"day": date_format(due, "j F Y")},
            field="received_date",
        )
    procedure.default_notice_date = received_date
    procedure.save()
    record_procedure(EventKind.DEFAULT_NOTICE, procedure, case, by=by, now=now, at=received_date)
    return procedure


@transaction.atomic
def withdraw_application(*, procedure: Procedure, reason: str, by: User, now: datetime) -> Procedure:
    """The resident takes the question or application back."""
    case, procedure = lock_procedure(procedure)
    check_works_on(by, case, now)
    policies.check_reason(reason)
    return end_procedure(procedure, case=case, reason=reason, by=by, now=now)


def end_procedure(procedure: Procedure, *, case: Case, reason: str, by: User, now: datetime) -> Procedure:
    """Formally end a procedure that is not decided. The caller holds the case's lock and has checked."""
    step(procedure, "withdraw")
    procedure.ended_date, procedure.end_reason = timezone.localdate(now), reason[:300]
    procedure.save()
    end_suspensions(procedure, case, timezone.localdate(now), by=by, now=now)
    record_procedure(EventKind.PROCEDURE_ENDED, procedure, case, by=by, now=now, withdrawn=True)
    return procedure


def _check_over(term: TermCode, sent: date, now: datetime) -> None:
    """That the six weeks to object, or to go to court, have passed since this was sent."""
    until = due_date(term, sent, decreed=decreed_days()).date
    if timezone.localdate(now) > until:
        return
    words = _("The resident can object until %(day)s; after that the decision is final.")
    if term == TermCode.AWB_BEROEP:
        words = _("The resident can go to court until %(day)s; after that the decision is final.")
    raise Refused(words % {"day": date_format(until, "j F Y")})
