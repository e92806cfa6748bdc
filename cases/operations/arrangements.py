"""Help for this resident: propose, ask for, start, pause, end."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import living, policies
from cases.enums import CaseStatus, DecisionOutcome, EventKind
from cases.models import Arrangement, Case, Procedure, Provision, Resident
from cases.operations.recording import lock_case, move, record, step, sync_waits
from cases.operations.whose import receiver_of
from cases.permissions import check_works_on
from sociaal.accounts.models import User
from sociaal.core.errors import Refused

ARRANGED_IN = frozenset(
    {
        CaseStatus.WEIGHING,
        CaseStatus.DECIDING,
        CaseStatus.ARRANGING,
        CaseStatus.SUPPORTED,
        CaseStatus.REVIEWING,
    }
)


@transaction.atomic
def propose(
    *,
    case: Case,
    provision: Provision,
    by: User,
    now: datetime,
    procedure: Procedure | None = None,
    resident: Resident | None = None,
    goal: str = "",
    volume: str = "",
    review_date: date | None = None,
    **details: Any,
) -> Arrangement:
    """Note which provision could help: the main subject, unless it is for another whom the case concerns.
    Raises Refused for one that is no longer given, or for whom the case does not concern.

    Without a day of its own it is looked at again on the day that the weighing names.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    if case.status not in ARRANGED_IN:
        raise Refused(_("Help is arranged after the conversation."))
    if not provision.is_given_on(timezone.localdate(now)):
        raise Refused(_("This provision is no longer given."), field="provision")
    if procedure is not None and procedure.case_id != case.pk:
        raise Refused(_("This procedure belongs to another case."), field="procedure")
    if review_date is None:
        review_date = _agreed_day(case, timezone.localdate(now))
    arrangement = Arrangement(
        case=case, resident=receiver_of(case, resident, by, now), provision=provision,
        provider=provision.provider, procedure=procedure, price=provision.price, goal=goal, volume=volume,
        review_date=review_date, **details,
    )  # fmt: skip
    arrangement.save()
    _record(arrangement, case, by=by, now=now)
    return arrangement


def _agreed_day(case: Case, today: date) -> date | None:
    """When the latest weighing says that lighter is looked at again, if that is still to come."""
    rows = case.weighings.filter(lighter_again_date__gt=today).order_by("-made_at", "-pk")
    return rows.values_list("lighter_again_date", flat=True).first()


@transaction.atomic
def request(*, arrangement: Arrangement, by: User, now: datetime) -> Arrangement:
    """Ask the provider. From now on we wait for them."""
    case, arrangement = _lock(arrangement, by, now)
    _check_alive(arrangement, now)
    return _take_step(arrangement, "request", case, by=by, now=now, changes={"requested_at": now})


@transaction.atomic
def accept(*, arrangement: Arrangement, by: User, now: datetime) -> Arrangement:
    """The provider says yes; help has not started yet."""
    case, arrangement = _lock(arrangement, by, now)
    _check_alive(arrangement, now)
    return _take_step(arrangement, "accept", case, by=by, now=now)


@transaction.atomic
def refuse(*, arrangement: Arrangement, reason: str, by: User, now: datetime) -> Arrangement:
    """The provider says no, with a reason."""
    policies.check_reason(reason)
    case, arrangement = _lock(arrangement, by, now)
    changes = {"ended_at": now, "end_reason": reason[:300]}
    return _take_step(arrangement, "refuse", case, by=by, now=now, changes=changes)


@transaction.atomic
def start(*, arrangement: Arrangement, by: User, now: datetime, at: datetime | None = None) -> Arrangement:
    """Help begins. The first arrangement that starts brings the case to `supported`.

    Help that was proposed before its decision is started on that decision. Raises Refused for specialist
    support without a decision that grants it, outside arranging and support, or for who had died by then.
    """
    case, arrangement = _lock(arrangement, by, now)
    _check_alive(arrangement, at or now)
    if case.status not in (CaseStatus.ARRANGING, CaseStatus.SUPPORTED, CaseStatus.REVIEWING):
        raise Refused(_("Help starts after the solution is agreed."))
    if arrangement.procedure is None:
        arrangement.procedure = granting_decision(case, arrangement.provision.law)
    decision = arrangement.procedure.outcome if arrangement.procedure else None
    policies.check_may_start(arrangement.provision.weight, decision)
    _take_step(arrangement, "start", case, by=by, now=now, at=at, changes={"started_at": at or now})
    if case.status == CaseStatus.ARRANGING:
        move(case, "start_support", by=by, now=now, at=at)
        record(
            EventKind.SUPPORT_STARTED, case=case, by=by, now=now, occurred_at=at, arrangement=arrangement.pk
        )
    return arrangement


def granting_decision(case: Case, law: str) -> Procedure | None:
    """The decision of this case that grants help under this law; None when there is none, or a choice."""
    granted = [DecisionOutcome.GRANTED, DecisionOutcome.PARTLY]
    rows = Procedure.objects.filter(case=case, outcome__in=granted)
    found = list((rows.filter(law=law) if law else rows)[:2])
    return found[0] if len(found) == 1 else None


@transaction.atomic
def start_at_once(*, arrangement: Arrangement, by: User, now: datetime) -> Arrangement:
    """Help without a waiting provider (a neighbour, a walk-in): asked for, accepted and started in one go."""
    arrangement = request(arrangement=arrangement, by=by, now=now)
    arrangement = accept(arrangement=arrangement, by=by, now=now)
    return start(arrangement=arrangement, by=by, now=now)


@transaction.atomic
def pause(*, arrangement: Arrangement, by: User, now: datetime) -> Arrangement:
    case, arrangement = _lock(arrangement, by, now)
    return _take_step(arrangement, "pause", case, by=by, now=now)


@transaction.atomic
def resume(*, arrangement: Arrangement, by: User, now: datetime) -> Arrangement:
    case, arrangement = _lock(arrangement, by, now)
    _check_alive(arrangement, now)
    return _take_step(arrangement, "resume", case, by=by, now=now)


@transaction.atomic
def end(
    *, arrangement: Arrangement, reason: str, by: User, now: datetime, at: datetime | None = None
) -> Arrangement:
    """Help ends, with a reason. `at`: when, if that was before now; not before it started."""
    policies.check_reason(reason)
    case, arrangement = _lock(arrangement, by, now)
    moment = at or now
    if arrangement.started_at is not None and moment < arrangement.started_at:
        moment = min(arrangement.started_at, now)
    changes = {"ended_at": moment, "end_reason": reason[:300]}
    return _take_step(arrangement, "end", case, by=by, now=now, at=moment, changes=changes)


@transaction.atomic
def cancel(*, arrangement: Arrangement, reason: str, by: User, now: datetime) -> Arrangement:
    """Help that has not started is called off, with a reason."""
    policies.check_reason(reason)
    case, arrangement = _lock(arrangement, by, now)
    changes = {"ended_at": now, "end_reason": reason[:300]}
    return _take_step(arrangement, "cancel", case, by=by, now=now, changes=changes)


def _check_alive(arrangement: Arrangement, at: datetime) -> None:
    """Raises Refused for help to somebody who had died by then."""
    living.check_alive(
        arrangement.resident.died_on, _("This help is for somebody who has died. Call it off, or end it."),
        on=timezone.localdate(at),
    )  # fmt: skip


def end_or_cancel(arrangement: Arrangement, *, case: Case, reason: str, by: User, now: datetime) -> None:
    """Stop help with the case. The caller holds the case's lock and has checked."""
    changes = {"ended_at": now, "end_reason": reason[:300]}
    transition = "end" if arrangement.state in policies.RUNNING else "cancel"
    _take_step(arrangement, transition, case, by=by, now=now, changes=changes)


def look_again_on(case: Case, day: date) -> None:
    """Help that runs or is on its way is looked at again on this day. The caller holds the case's lock."""
    states = policies.RUNNING | policies.PENDING
    Arrangement.objects.filter(case=case, state__in=states).update(review_date=day)


def _lock(arrangement: Arrangement, by: User, now: datetime) -> tuple[Case, Arrangement]:
    case = lock_case(arrangement.case)
    check_works_on(by, case, now)
    rows = Arrangement.objects.select_for_update(of=("self",))
    return case, rows.select_related("provision", "procedure", "resident").get(pk=arrangement.pk)


def _take_step(
    arrangement: Arrangement,
    transition: str,
    case: Case,
    *,
    by: User,
    now: datetime,
    at: datetime | None = None,
    changes: dict[str, Any] | None = None,
) -> Arrangement:
    step(arrangement, transition)
    for name, value in (changes or {}).items():
        setattr(arrangement, name, value)
    arrangement.save()
    _record(arrangement, case, by=by, now=now, at=at)
    return arrangement


def _record(
    arrangement: Arrangement, case: Case, *, by: User, now: datetime, at: datetime | None = None
) -> None:
    record(
        EventKind.ARRANGEMENT_CHANGED, case=case, by=by, now=now, occurred_at=at,
        arrangement=arrangement.pk, state=str(arrangement.state), weight=arrangement.provision.weight,
    )  # fmt: skip
    sync_waits(case, by=by, now=now, at=at)
