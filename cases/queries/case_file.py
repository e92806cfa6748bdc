"""All that the case page shows, as far as this reader may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.categories import category_of
from cases.enums import (
    ArrangementState,
    CaseRoleKind,
    Channel,
    DataCategory,
    HouseholdRole,
    Level,
    LevelMoment,
    LifeDomain,
    RedFlag,
    Reporter,
    StoryPart,
    Track,
    WaitParty,
)
from cases.models import Case
from cases.permissions import WORKERS, Access, Relation, can_direct
from cases.queries import case_rows
from cases.queries.event_words import Known, documents_of
from cases.queries.households import Housemate, housemates
from cases.queries.identity import Fact, bar, contact_fact, date_fact, step_fact, wait_fact
from cases.queries.next_dates import planned_in
from cases.queries.procedure_rows import ProcedureRow, procedure_row
from cases.queries.same_person import same_person
from cases.queries.steps import Steps, steps_of
from cases.queries.terms import running_terms
from cases.queries.timeline import Moment, moments_of, newest_first, stretches_of
from cases.queries.waits import shown_wait, waits_on
from sociaal.accounts.models import User


@dataclass(frozen=True)
class HelpLine:
    """An arrangement as the page shows it. `tone`: of its badge."""

    pk: int
    name: str
    given_by: str
    state: str
    label: str
    tone: str
    volume: str
    review_date: date | None


@dataclass(frozen=True)
class LevelRow:
    """How it goes in one domain: at intake, review and closing."""

    domain: str
    readings: Sequence[tuple[str, int, str]]


@dataclass(frozen=True)
class Line:
    """Someone or something with a word beside it, and the key of where it leads."""

    key: int
    text: str
    beside: str


@dataclass(frozen=True)
class CaseFile:
    """What this reader may see of one case."""

    case: Case
    access: Access
    identity: Mapping[str, Any]
    steps: Steps
    question: str
    moments: Sequence[Moment]
    has_older: bool
    arrangements: Sequence[HelpLine]
    hidden_help: int
    procedures: Sequence[ProcedureRow]
    goals: Sequence[tuple[str, str, bool | None]]
    levels: Sequence[LevelRow]
    tasks: Sequence[Any]
    appointments: Sequence[Any]
    waits: Sequence[Line]
    household: Sequence[Housemate]
    network: Sequence[Any]
    roles: Sequence[tuple[str, str]]
    residents: Sequence[int]
    untold: int | None
    """The handover after which the resident was not told who the contact person is, for who tells it."""

    @property
    def sees_general(self) -> bool:
        return self.access.may_see(DataCategory.GENERAL)

    @property
    def asks_director(self) -> bool:
        """Whether this case goes along regie, and nobody directs it yet."""
        directed = str(CaseRoleKind.CASE_DIRECTOR.label) in {label for label, _name in self.roles}
        return self.case.is_open and self.case.track == Track.REGIE and not directed

    @property
    def others_to_wait_for(self) -> Sequence[tuple[str, str]]:
        """Whom this reader can say in one click that we wait for: code and name. Where somebody is waited for
        by hand already, it is said on its own page.
        """
        if self.waits or not (self.case.is_open and can_direct(self.access)):
            return ()
        return [(str(party), str(party.label)) for party in WaitParty if party != WaitParty.US]

    @property
    def household_of(self) -> int | None:
        """The resident whose household may be looked at; not for a partner, who reads this case only."""
        return None if Relation.PARTNER in self.access.relations else self.case.resident_id


def case_file(
    case: Case, access: Access, now: datetime, *, user: User, whole_story: bool = False
) -> CaseFile:
    """The case as `access` allows it, and others of the household as `user` may see them, in a handful
    of queries. Needs `case.resident` and `case.team`.
    """
    key, who, today = case.pk, case.resident_id, timezone.localdate(now)
    records = same_person(who)
    general = access.may_see(DataCategory.GENERAL)
    lists = case_rows.LISTS(case=key, resident=who, residents=records, since=_midnight(now), today=today)
    running = [wait for wait in lists.waits if wait.until is None]
    seen_help = _seen(lists.help, access)
    procedures = [procedure_row(row, today) for row in lists.procedures]
    goals, appointments = _seen(lists.goals, access), _seen(lists.appointments, access)
    questions = lists.questions
    events = (case_rows.ALL_EVENTS if whole_story else case_rows.EVENTS)(case=key, residents=records)
    known = Known(
        contacts=_contacts(key, events),
        arrangements={row.pk: row for row in lists.help},
        procedures={row.pk: row for row in procedures} if general else {},
        goals={row.pk: row for row in goals},
        documents=documents_of(events),
        weighings={row.pk: row for row in lists.weighings} if general else {},
        people={row.user_id: row.name for row in (*lists.terms, *lists.roles)},
        outcome_note=case.outcome_note if general else "",
    )
    has_older = not whole_story and len(events) >= case_rows.STORY_LENGTH
    moments = [
        *moments_of(events, known, access),
        *_asked(questions, general),
        *stretches_of(lists.waits, now, reasons=general),
    ]
    if has_older:  # a question or a wait from before the oldest event that is told is older too
        moments = [moment for moment in moments if moment.at >= events[-1].occurred_at]
    household = housemates(user, who, lists.household, now) if general else []
    diary = [(one.at, one.title) for one in appointments]
    if general:
        diary += [(one.at, one.words) for one in planned_in([key], _midnight(now))]
    present = next((term for term in lists.terms if now in term.during), None)
    facts = [
        contact_fact(present.name if present else "", present.during.lower if present else None),
        step_fact(case),
        wait_fact(shown_wait(running, now, reasons=general)),
        next_date(procedures, seen_help, diary, today),
    ]
    return CaseFile(
        case=case,
        access=access,
        identity=bar(case, access, facts, now),
        steps=steps_of(case, access, lists.help, procedures, now),
        question=questions[0].words if general and questions else "",
        moments=newest_first(moments),
        has_older=has_older,
        arrangements=[_help(row) for row in seen_help],
        hidden_help=len(lists.help) - len(seen_help),
        procedures=procedures if general else [],
        goals=[(goal.words, str(LifeDomain(goal.domain).label), goal.reached) for goal in goals],
        levels=_levels(
            lists.levels,
            access,
            children=_has_children(case, lists.household, today),
            unsafe=_is_unsafe(questions),
        ),
        tasks=_seen(lists.tasks, access),
        appointments=appointments,
        waits=[Line(row.pk, row.why if general else "", waits_on(row.on)) for row in running if row.by_hand],
        household=household,
        network=lists.network if general else [],
        roles=[(str(CaseRoleKind(row.kind).label), row.name) for row in lists.roles if row.until is None],
        residents=[who, *(one.person.key for one in household if one.person.is_known)],
        untold=_untold(lists.untold, case, access),
    )


def next_date(
    procedures: Sequence[ProcedureRow],
    arrangements: Sequence[Any],
    diary: Sequence[tuple[datetime, str]],
    today: date,
) -> Fact:
    """The first of: a term of ours, something in the diary, a review of help. A late term stands first."""
    dates: list[tuple[date, str, bool]] = [
        (term.due, term.label, term.is_late)
        for term in running_terms([row.facts for row in procedures], today)
    ]
    dates += [(timezone.localdate(at), words, False) for at, words in diary]
    dates += [
        (one.review_date, _("review of %(help)s") % {"help": one.name}, one.review_date < today)
        for one in arrangements
        if one.review_date and one.state in policies.RUNNING | policies.PENDING
    ]
    day, label, late = min(dates, default=(None, "", False))
    return date_fact(label, day, late=late)


def _seen(rows: Any, access: Access) -> list[Any]:
    return [row for row in rows if access.may_see(row.category)]


def _untold(rows: Sequence[Any], case: Case, access: Access) -> int | None:
    return rows[0].pk if rows and case.is_open and access.relations & WORKERS else None


def _midnight(now: datetime) -> datetime:
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)


def _contacts(case: int, events: Sequence[Any]) -> dict[int, Any]:
    keys = [event.codes["contact"] for event in events if event.codes.get("contact")]
    return {row.pk: row for row in case_rows.CONTACTS(case=case, keys=keys)} if keys else {}


def _help(row: Any) -> HelpLine:
    tone = "waiting" if row.state in policies.PENDING else "good" if row.state in policies.RUNNING else "done"
    label = str(ArrangementState(row.state).label)
    given_by = row.given_by or ""
    return HelpLine(row.pk, row.name, given_by, row.state, label, tone, row.volume, row.review_date)


def _asked(questions: Sequence[Any], general: bool) -> list[Moment]:
    """A question received is the first line of the story, in the resident's own words."""
    return [
        Moment(
            row.received_at,
            _("Question received: %(channel)s") % {"channel": str(Channel(row.channel).label).lower()},
            f"“{row.words}”" if general else "",
            row.received_at,
            str(Reporter(row.reporter).label),
            part=StoryPart.CONTACT,
        )
        for row in questions
    ]


def _levels(rows: Sequence[Any], access: Access, *, children: bool, unsafe: bool) -> list[LevelRow]:
    """Of the domains this reader may see, by what such a domain is about in this household."""
    order = {str(moment): place for place, moment in enumerate(LevelMoment)}
    by_domain: dict[str, list[tuple[str, int, str]]] = {}
    for row in sorted(rows, key=lambda row: order[row.moment]):
        reading = (str(LevelMoment(row.moment).label), row.level, str(Level(row.level).label))
        by_domain.setdefault(row.domain, []).append(reading)
    seen = (
        domain for domain in LifeDomain
        if domain in by_domain and access.may_see(category_of(domain, children=children, unsafe=unsafe))
    )  # fmt: skip
    return [LevelRow(str(domain.label), by_domain[domain]) for domain in seen]


def _has_children(case: Case, members: Sequence[Any], today: date) -> bool:
    """Whether a child lives in this household, or the resident is one."""
    born = [case.resident.birth_date, *(row.birth_date for row in members)]
    youngest = max((day for day in born if day), default=None)
    grown_up = today.replace(year=today.year - 18, day=min(today.day, 28))
    return any(row.role == HouseholdRole.CHILD for row in members) or (
        youngest is not None and youngest > grown_up
    )


def _is_unsafe(questions: Sequence[Any]) -> bool:
    return any(RedFlag.UNSAFE in row.red_flags for row in questions)
