"""What must be in order: first of all in a plan, or for a decision. Each is met or not by itself."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases.enums import EventKind
from cases.models import Case, Condition, Plan, Procedure
from cases.operations.plan import plan_of
from cases.operations.recording import lock_case, record
from cases.permissions import check_directs, check_works_on
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.errors import Conflict, Refused

MARKS = ("- ", "• ")


def conditions_in(text: str) -> list[str]:
    """One a line, without the mark of a list; each once."""
    lines = (line.strip() for line in text.splitlines())
    bare = (line[2:].strip() if line.startswith(MARKS) else line for line in lines)
    return list(dict.fromkeys(line for line in bare if line))


@transaction.atomic
def keep_conditions(*, case: Case, conditions: str, before: str, by: User, now: datetime) -> Plan:
    """What must be in order before anything else helps, one a line. What stays keeps whether it is met.
    `before`: the words that the form started from.

    Raises Conflict when a colleague changed them meanwhile.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    _check_open(case)
    plan = plan_of(case, now)
    present = {row.words: row for row in plan.conditions.all()}
    if list(present) != conditions_in(before):
        theirs = ", ".join(present)
        raise Conflict(
            _("A colleague wrote meanwhile: “%(theirs)s”. Your text is kept.") % {"theirs": theirs}
        )
    wanted = conditions_in(conditions)
    gone = [row for words, row in present.items() if words not in wanted]
    come = [words for words in wanted if words not in present]
    if gone or come:
        for row in gone:
            log.wrote("remove_condition", by=by, now=now, about=row, residents=[case.resident_id])
        plan.conditions.filter(pk__in=[row.pk for row in gone]).delete()
        Condition.objects.bulk_create(Condition(plan=plan, words=words) for words in come)
        record(EventKind.PLAN_CHANGED, case=case, by=by, now=now, plan=plan.pk, what="conditions")
    return plan


def set_conditions(procedure: Procedure, words: Sequence[str]) -> None:
    """The conditions of a decision, once and for all. The caller holds the lock and has checked."""
    Condition.objects.bulk_create(Condition(procedure=procedure, words=one) for one in words)


@transaction.atomic
def meet_condition(*, condition: Condition, met: bool, by: User, now: datetime) -> Condition:
    """It is in order; or, after all, it is not. Twice the same changes nothing.

    By who directs the case. Raises NotPermitted, NotFound, or Refused in a closed case.
    """
    about = condition.plan or condition.procedure
    case = lock_case(about.case) if about else None
    if case is None:
        raise Refused(_("This condition is not there any more."))
    check_directs(by, case, now)
    _check_open(case)
    row = Condition.objects.select_for_update().filter(pk=condition.pk).first()
    if row is None:
        raise Refused(_("This condition is not there any more."))
    if (row.met_at is not None) != met:
        row.met_at, row.met_by = (now, by) if met else (None, None)
        row.save(update_fields=["met_at", "met_by"])
        what = "met" if met else "unmet"
        record(EventKind.PLAN_CHANGED, case=case, by=by, now=now, condition=row.pk, what=what)
    return row


def _check_open(case: Case) -> None:
    if not case.is_open:
        raise Refused(_("This case is closed."))
