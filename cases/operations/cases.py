"""The steps of a case. Each is a transition of the state machine with its guard, event and waits."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.utils import timezone

from cases import policies
from cases.enums import EventKind, LevelMoment, Outcome
from cases.models import Case, Goal, LevelReading, Review, Weighing
from cases.operations import arrangements as helps
from cases.operations import procedures as law
from cases.operations.contact_person import ensure_contact_person
from cases.operations.recording import lock_case, lock_resident, move, record
from cases.operations.restoring import restore
from cases.operations.weighing import check_chosen
from cases.permissions import check_works_on
from cases.queries.ended_by_closing import ended_by_closing, states_before
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role

NOTHING_SAID: Mapping[int, bool | None] = MappingProxyType({})
NO_CODES: Mapping[str, Any] = MappingProxyType({})


@transaction.atomic
def start_conversation(*, case: Case, planned: bool, by: User, now: datetime) -> Case:
    """A conversation is planned or held."""
    case = lock_case(case)
    check_works_on(by, case, now)
    policies.check_conversation_planned(planned)
    move(case, "start_conversation", by=by, now=now)
    return case


@transaction.atomic
def finish_conversation(*, case: Case, essentials: policies.Essentials, by: User, now: datetime) -> Case:
    """The question is clear enough to weigh. Raises Refused naming what a colleague would still ask."""
    case = lock_case(case)
    check_works_on(by, case, now)
    policies.check_essentials(essentials)
    move(case, "finish_conversation", by=by, now=now)
    return case


@transaction.atomic
def await_decision(*, case: Case, by: User, now: datetime) -> Case:
    """The weighing is complete and a formal decision is needed."""
    case = lock_case(case)
    check_works_on(by, case, now)
    weighing = check_chosen(case, now)
    policies.check_has_open_application(_procedure_states(case))
    move(case, "await_decision", by=by, now=now, changes=_chosen(weighing))
    return case


@transaction.atomic
def choose_solution(*, case: Case, by: User, now: datetime) -> Case:
    """The solution is agreed: weighing complete, no open application."""
    case = lock_case(case)
    check_works_on(by, case, now)
    weighing = check_chosen(case, now)
    policies.check_no_open_application(_procedure_states(case))
    move(case, "choose_solution", by=by, now=now, changes=_chosen(weighing))
    record(EventKind.SOLUTION_AGREED, case=case, by=by, now=now, weight=case.weight, track=case.track)
    return case


@transaction.atomic
def settle_decisions(*, case: Case, by: User, now: datetime) -> Case:
    """Every application is decided: on to arranging, or closed when nothing was granted and nothing
    lighter agreed.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    policies.check_all_decided(_procedure_states(case))
    outcomes = case.procedures.exclude(outcome="").values_list("outcome", flat=True)
    pending = case.arrangements.filter(state__in=policies.PENDING).count()
    if policies.nothing_remains(list(outcomes), pending):
        return close_with(case, "close_after_refusal", outcome=Outcome.REFUSED, note="", by=by, now=now)
    move(case, "settle_decisions", by=by, now=now)
    record(EventKind.SOLUTION_AGREED, case=case, by=by, now=now, weight=case.weight, track=case.track)
    return case


@transaction.atomic
def start_support(*, case: Case, by: User, now: datetime, at: datetime | None = None) -> Case:
    """Help has begun. Called when the first arrangement starts."""
    case = lock_case(case)
    check_works_on(by, case, now)
    policies.check_support_started(_arrangement_states(case))
    move(case, "start_support", by=by, now=now, at=at)
    record(EventKind.SUPPORT_STARTED, case=case, by=by, now=now, occurred_at=at)
    return case


@transaction.atomic
def start_review(*, case: Case, by: User, now: datetime) -> Case:
    """Look together at goals, experience and whether lighter is possible."""
    case = lock_case(case)
    check_works_on(by, case, now)
    move(case, "start_review", by=by, now=now)
    return case


@transaction.atomic
def continue_support(
    *,
    case: Case,
    goals: Mapping[int, bool | None],
    lighter: str,
    by: User,
    now: datetime,
    experience: str = "",
    look_again_date: date | None = None,
) -> Case:
    """Help goes on as it is. `goals` says per goal (key) whether it is reached; `lighter` why not lighter
    yet; `experience` what the resident says of it; `look_again_date` when we look again at the help.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    policies.check_can_continue(_look_at_goals(case, goals, now), lighter)
    policies.check_look_again(case.weight, look_again_date, timezone.localdate(now))
    Review.objects.create(
        case=case, moment=LevelMoment.REVIEW, lighter=lighter.strip(), experience=experience.strip(),
        look_again_date=look_again_date, at=now, by=by,
    )  # fmt: skip
    if look_again_date:
        helps.look_again_on(case, look_again_date)
    move(case, "continue_support", by=by, now=now)
    record(EventKind.REVIEWED, case=case, by=by, now=now, goals=len(goals))
    return case


@transaction.atomic
def change_support(*, case: Case, by: User, now: datetime) -> Case:
    """Another solution: a new weighing is made and a new arrangement must start."""
    case = lock_case(case)
    check_works_on(by, case, now)
    weighing = check_chosen(case, now)
    move(case, "change_support", by=by, now=now, changes=_chosen(weighing))
    record(EventKind.SOLUTION_AGREED, case=case, by=by, now=now, weight=case.weight, track=case.track)
    return case


@transaction.atomic
def record_levels(*, case: Case, moment: str, levels: Mapping[str, int], by: User, now: datetime) -> Case:
    """How the resident manages per life domain, at intake, review or closing. A later reading of one
    moment replaces.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    for domain, level in levels.items():
        LevelReading.objects.update_or_create(
            case=case,
            domain=domain,
            moment=moment,
            defaults={"level": level, "recorded_at": now, "recorded_by": by},
        )
    record(EventKind.LEVELS_RECORDED, case=case, by=by, now=now, moment=str(moment), levels=dict(levels))
    return case


@transaction.atomic
def close(
    *,
    case: Case,
    outcome: str,
    note: str,
    by: User,
    now: datetime,
    experience: str = "",
    goals: Mapping[int, bool | None] = NOTHING_SAID,
) -> Case:
    """Done: no arrangement and no procedure runs, outcome and levels are recorded, and what the resident says
    of the help. `goals`: of those looked at (key), whether they are reached.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    levels = case.levels.filter(moment=LevelMoment.CLOSING).exists()
    policies.check_can_close(_arrangement_states(case), outcome, levels)
    policies.check_applications_decided(_procedure_states(case))
    _look_at_goals(case, goals, now)
    if experience.strip():
        Review.objects.create(
            case=case, moment=LevelMoment.CLOSING, experience=experience.strip(), at=now, by=by
        )
    return close_with(case, "close", outcome=outcome, note=note, by=by, now=now)


@transaction.atomic
def withdraw(*, case: Case, who: str, reason: str, outcome: str, by: User, now: datetime) -> Case:
    """The question falls away, by the resident or by us: procedures are formally ended, help ends."""
    case = lock_case(case)
    check_works_on(by, case, now)
    policies.check_reason(who, "who")
    policies.check_reason(reason)
    open_procedures = list(case.procedures.filter(state__in=policies.OPEN_PROCEDURES))
    open_help = list(case.arrangements.filter(state__in=policies.PENDING | policies.RUNNING))
    before = states_before(open_procedures, open_help)
    for procedure in open_procedures:
        law.end_procedure(procedure, case=case, reason=reason, by=by, now=now)
    for arrangement in open_help:
        helps.end_or_cancel(arrangement, case=case, reason=reason, by=by, now=now)
    note = f"{who}: {reason}"
    return close_with(case, "withdraw", outcome=outcome, note=note, by=by, now=now, codes=before)


@transaction.atomic
def undo_close(*, case: Case, reason: str, by: User, now: datetime) -> Case:
    """A mistaken closing is undone within 14 days; the closing stays in the log, corrected by a later event.

    By who works on the case, or the team's manager. The contact person of then is it again. What the closing
    ended by itself goes on where it stood (`restore`).
    """
    case = lock_case(case)
    _check_undoes(by, case, now)
    policies.check_is_closed(case.is_open)
    policies.check_can_undo_close(case.closed_at or now, now, reason)
    resident = lock_resident(case.resident)
    last = resident.contact_terms.order_by("-during").select_related("user").first()
    ensure_contact_person(resident, last.user if last else by, by=by, now=now)
    ended = ended_by_closing(case, timezone.localdate(now))
    restore(ended, case, by=by, now=now)
    move(case, "undo_close", by=by, now=now, changes={"closed_at": None, "outcome": "", "closed_from": ""})
    record(EventKind.CLOSING_UNDONE, case=case, by=by, now=now, corrects=ended.closing)
    return case


def close_with(
    case: Case,
    transition: str,
    *,
    outcome: str,
    note: str,
    by: User,
    now: datetime,
    codes: Mapping[str, Any] = NO_CODES,
) -> Case:
    """Close by one of the transitions that end a case; `codes`: what else its event says. The caller has
    locked and checked.
    """
    changes = {"closed_at": now, "closed_from": case.status, "outcome": outcome, "outcome_note": note}
    move(case, transition, by=by, now=now, changes=changes)
    record(EventKind.CLOSED, case=case, by=by, now=now, outcome=str(outcome), **codes)
    return case


def _check_undoes(by: User, case: Case, now: datetime) -> None:
    if by.has_role(Role.MANAGER) and by.team_id == case.team_id:
        return
    check_works_on(by, case, now)


def _chosen(weighing: Weighing) -> dict[str, str]:
    return {"weight": weighing.weight, "track": weighing.track}


def _look_at_goals(case: Case, goals: Mapping[int, bool | None], now: datetime) -> bool:
    """Note per goal whether it is reached; true when every goal of the plan was looked at."""
    rows = list(Goal.objects.filter(plan__case=case).order_by("pk"))
    for goal in rows:
        if goal.pk in goals:
            goal.reached, goal.looked_at = goals[goal.pk], now
            goal.save(update_fields=["reached", "looked_at"])
    return all(goal.pk in goals for goal in rows)


def _procedure_states(case: Case) -> list[str]:
    return list(case.procedures.values_list("state", flat=True))


def _arrangement_states(case: Case) -> list[str]:
    return list(case.arrangements.values_list("state", flat=True))
