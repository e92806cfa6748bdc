"""What still stands open of a resident who died: for who ends it, as far as they may see it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import ArrangementState, DataCategory, EventKind, LetterState, ProcedureState
from cases.models import Appointment, Arrangement, Case, Event, Letter, Procedure, Resident, Task
from cases.models.procedure import OBJECTION_RUNS
from cases.permissions import Access, access_to_case, can_work_on, readable_cases
from cases.permissions.letters import readable_letters
from sociaal.accounts.models import User
from sociaal.core.registry import StillRunning, registry
from sociaal.core.templatetags.ui import long_date, long_time

OPEN_HELP = policies.RUNNING | policies.PENDING


@dataclass(frozen=True)
class Standing:
    """Something that stands open: a line, the page it leads to, and how far it is. `key`: of help."""

    words: str
    url: str
    state: str = ""
    key: int = 0


@dataclass(frozen=True)
class CaseAfter:
    """An open case of theirs. `works`: this reader may end it. `planned`: what takes place no more.
    `in_the_way`: why it cannot close yet.
    """

    case: Case
    url: str
    works: bool
    help: Sequence[Standing]
    procedures: Sequence[Standing]
    tasks: Sequence[Standing]
    running: Sequence[StillRunning]
    planned: Sequence[str]
    in_the_way: Sequence[str]

    @property
    def is_plain(self) -> bool:
        """Nothing stands open in it that asks for thought before it closes."""
        return self.may_close and not (self.procedures or self.running)

    @property
    def may_close(self) -> bool:
        return self.works and not self.in_the_way


@dataclass(frozen=True)
class AfterDeath:
    """`elsewhere`: what is theirs in cases of others; `unsent`: letters to them that were stopped."""

    cases: Sequence[CaseAfter]
    elsewhere: Sequence[Standing]
    unsent: Sequence[Letter]
    noted: Event | None

    @property
    def is_settled(self) -> bool:
        return not (self.cases or self.elsewhere)


def after_death(resident: Resident, user: User, now: datetime) -> AfterDeath:
    """What this user may see of it. Some twelve queries, and a few for each open case."""
    noted = noted_death(resident)
    readable = readable_cases(user, now)
    cases = list(
        readable.filter(resident=resident, closed_at__isnull=True)
        .select_related("resident", "team")
        .order_by("opened_at", "pk")
    )
    found = _Found(cases)
    lines = [_line(case, access_to_case(user, case, now), found) for case in cases]
    theirs = _elsewhere(resident, readable, user, now)
    return AfterDeath(lines, theirs, _unsent(noted, user, now), noted)


class _Found:
    """What stands open in these cases, each read once."""

    def __init__(self, cases: Sequence[Case]) -> None:
        helps = Arrangement.objects.filter(case__in=cases, state__in=OPEN_HELP)
        running = Procedure.objects.filter(case__in=cases)
        unsent = Q(state=ProcedureState.DECIDED, sent_date__isnull=True)
        running = running.filter(Q(state__in=policies.OPEN_PROCEDURES) | unsent | OBJECTION_RUNS)
        tasks = Task.objects.filter(case__in=cases, done_at__isnull=True)
        planned = Appointment.objects.filter(case__in=cases, held__isnull=True)
        self.help = _by_case(helps.select_related("provision", "provider", "resident").order_by("pk"))
        self.procedures = _by_case(running.order_by("pk"))
        self.tasks = _by_case(tasks.select_related("assignee", "case").order_by("due_date", "pk"))
        self.appointments = _by_case(planned.order_by("at", "pk"))


def _by_case(rows: Iterable[Any]) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.case_id].append(row)
    return found


def _line(case: Case, access: Access, found: _Found) -> CaseAfter:
    def seen(rows: Mapping[int, list[Any]]) -> list[Any]:
        return [row for row in rows.get(case.pk, ()) if access.may_see(row.category)]

    general = access.may_see(DataCategory.GENERAL)
    died = case.resident.died_on
    lapsed = [row for row in seen(found.appointments) if died and timezone.localdate(row.at) > died]
    return CaseAfter(
        case=case,
        url=reverse("case", args=[case.number]),
        works=can_work_on(access, case),
        help=[_help(row) for row in seen(found.help) if row.resident_id == case.resident_id],
        procedures=[_procedure(row) for row in found.procedures.get(case.pk, ()) if general],
        tasks=[_task(row) for row in seen(found.tasks)],
        running=[*_running(case, access), *_agreed(case, access)],
        planned=[f"{long_time(row.at)}: {row.title}" for row in lapsed] + _conversations(case, general),
        in_the_way=in_the_way(case, case.resident),
    )


def _help(row: Arrangement) -> Standing:
    given_by = row.provider.name if row.provider else ""
    words = " · ".join(part for part in (row.provision.name, given_by) if part)
    state = str(ArrangementState(row.state).label)
    return Standing(words, reverse("arrangement", args=[row.pk]), state, row.pk)


def _procedure(row: Procedure) -> Standing:
    words = f"{row.get_law_display()}: {row.subject}"
    return Standing(words, reverse("procedure", args=[row.pk]), str(row.get_state_display()))


def _task(row: Task) -> Standing:
    before = _("before %(day)s") % {"day": long_date(row.due_date)} if row.due_date else ""
    words = ", ".join(part for part in (f"{row.title} ({row.assignee.name})", before) if part)
    return Standing(words, reverse("case", args=[row.case.number]))


def _running(case: Case, access: Access) -> list[StillRunning]:
    return [one for runs_in in registry.still_running for one in runs_in(case, access)]


def _agreed(case: Case, access: Access) -> list[StillRunning]:
    """Agreements that still stand, with the page on which they are settled."""
    rows = [one for agreed in registry.agreed for one in agreed(case) if access.may_see(one.category)]
    words = _("Agreed: %(what)s (%(who)s, before %(day)s).")
    url = reverse("case", args=[case.number])
    return [
        StillRunning(
            words % {"what": one.what, "who": one.who, "day": long_date(one.before)}, url, _("To the case")
        )
        for one in rows
    ]


def _conversations(case: Case, general: bool) -> list[str]:
    """What the apps above this one had planned with them, and takes place no more."""
    if not general:
        return []
    items = [item for lapsed in registry.lapsed for item in lapsed([case.pk])]
    return [f"{long_time(item.at)}: {item.words}" for item in sorted(items, key=lambda item: item.at)]


def in_the_way(case: Case, resident: Resident) -> list[str]:
    """Why a case cannot close just because its main subject died, in sentences; empty when it can."""
    others = case.arrangements.filter(state__in=OPEN_HELP).exclude(resident=resident)
    found = []
    if others.exists():
        words = _("In this case help goes on for somebody else. Close it yourself when that is settled.")
        found.append(words)
    applied = case.procedures.filter(state__in=policies.OPEN_PROCEDURES).exclude(applicant=resident)
    if applied.exists():
        found.append(_("In this case somebody else has applied. Decide on that, or end it, first."))
    return found


def _elsewhere(resident: Resident, readable: Any, user: User, now: datetime) -> list[Standing]:
    """Help for them in the case of somebody else, and what they applied for there."""
    theirs = Q(arrangements__resident=resident, arrangements__state__in=OPEN_HELP)
    theirs |= Q(procedures__applicant=resident, procedures__state__in=policies.OPEN_PROCEDURES)
    found: list[Standing] = []
    cases = Case.objects.filter(pk__in=readable.exclude(resident=resident).values("pk")).filter(theirs)
    for case in cases.select_related("resident", "team").distinct().order_by("pk"):
        access = access_to_case(user, case, now)
        helps = case.arrangements.filter(resident=resident, state__in=OPEN_HELP)
        rows = helps.select_related("provision", "provider").order_by("pk")
        found += [_help(row) for row in rows if access.may_see(row.category)]
        applied = case.procedures.filter(applicant=resident, state__in=policies.OPEN_PROCEDURES)
        found += [_procedure(row) for row in applied.order_by("pk") if access.may_see(DataCategory.GENERAL)]
    return found


def _unsent(noted: Event | None, user: User, now: datetime) -> list[Letter]:
    """Letters that were stopped when the death was noted, of those that this user may read."""
    keys = noted.codes.get("letters", []) if noted is not None else []
    rows = Letter.objects.filter(pk__in=keys, state=LetterState.STOPPED).select_related("case__resident")
    by_case: dict[int, Case] = {row.case_id: row.case for row in rows.defer("source", "pdf")}
    found = []
    for case in by_case.values():
        found += readable_letters(access_to_case(user, case, now), rows.filter(case=case))
    return sorted(found, key=lambda row: row.number)


def noted_death(resident: Resident) -> Event | None:
    """The event with which the death was noted last; one that came with a merged record is that record's."""
    rows = Event.objects.filter(kind=EventKind.DIED, case__isnull=True)
    whose = Q(resident=resident) | Q(resident__merged_into=resident)
    return rows.filter(whose).select_related("actor").order_by("-pk").first()
