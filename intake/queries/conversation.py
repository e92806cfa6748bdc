"""Everything the page of a conversation shows, for what this reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cases.categories import category_of
from cases.enums import DataCategory, HelpRequestState, LifeDomain, RedFlag
from cases.models import Case, HelpRequest
from cases.permissions import Access, can_work_on, check_reads_case
from intake.clarity import Prompt, Talk, still_to_ask
from intake.essentials import essentials_of, is_touched
from intake.meldcode import doubts
from intake.merging import digest
from intake.models import Conversation, DomainNote, TablePerson
from intake.models.conversation import NOTE_FIELDS, WORD_FIELDS
from intake.permissions import sees_meldcode
from intake.queries.household import has_children
from intake.queries.own_plan import OwnPlanState, own_plan_of
from intake.queries.questions import asked_in
from intake.queries.said import (
    Earlier,
    LevelRow,
    ReportPart,
    SaidSoFar,
    added_up,
    earlier_about,
    levels_of,
    report_of,
    said_so_far,
)
from intake.queries.table import people_at, seat_of, seats_around
from intake.questions import Asked, AskedDomain
from intake.seats import Seat
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound

START = LifeDomain.DAYTIME
"""An easy one to begin with: an ordinary day."""


@dataclass(frozen=True)
class DomainTab:
    """One domain at the left. `closed`: its category is not for this reader; `relevant`: it matters here."""

    code: str
    label: str
    said: bool
    current: bool
    closed: bool
    relevant: bool
    no_questions: bool
    level: int | None


@dataclass(frozen=True)
class TalkPage:
    """The page around one domain of one conversation."""

    conversation: Conversation
    case: Case
    access: Access
    may_write: bool
    so_far: SaidSoFar
    asked: Asked
    tabs: Sequence[DomainTab]
    domain: LifeDomain
    following: LifeDomain
    questions: AskedDomain
    note: DomainNote
    closed: bool
    earlier: Sequence[Earlier]
    wished_before: Sequence[tuple[datetime, str]]
    asked_before: Sequence[tuple[datetime, str]]
    report: Sequence[ReportPart]
    levels: Sequence[LevelRow]
    to_ask: Sequence[Prompt]
    people: Sequence[TablePerson]
    seats: Sequence[Seat]
    own_plan: OwnPlanState
    safety_in_doubt: bool
    seen: dict[str, str]

    @property
    def needed(self) -> list[Prompt]:
        """What must be known before the conversation can be finished."""
        return [prompt for prompt in self.to_ask if prompt.needed]

    @property
    def asked_on(self) -> list[Prompt]:
        """What a colleague would ask on about."""
        return [prompt for prompt in self.to_ask if not prompt.needed]

    @property
    def open_tabs(self) -> list[DomainTab]:
        """The domains that matter here, and the one that is open."""
        return [tab for tab in self.tabs if tab.relevant or tab.current]

    @property
    def other_tabs(self) -> list[DomainTab]:
        """The domains that are one tap away."""
        return [tab for tab in self.tabs if not (tab.relevant or tab.current)]


def load(pk: int) -> Conversation:
    """The conversation with this key, with its case. Raises NotFound."""
    rows = Conversation.objects.select_related("case__resident", "case__team", "changed_by")
    conversation = rows.filter(pk=pk).first()
    if conversation is None:
        raise NotFound
    return conversation


def talk_page(conversation: Conversation, wanted: str, *, user: User, now: datetime) -> TalkPage:
    """The page for the domain `wanted`, or a good one to begin with. Raises NotPermitted or NotFound."""
    case = conversation.case
    access = check_reads_case(user, case, now)
    if not access.may_see(conversation.category):
        raise NotFound
    so_far = said_so_far(case, access)
    asked = asked_in(conversation, now, access=access, notes=so_far.notes)
    domains = tuple(one.domain for one in asked.domains)
    hidden = so_far.hidden | _hidden(case, access, domains, now)
    domain = _chosen(wanted, domains, so_far.notes)
    note = so_far.of(conversation, domain)
    may_write = can_work_on(access, case) and case.is_open
    people = people_at(conversation, user, now)
    seats = seats_around(case, user, now) if may_write else []
    own_plan = own_plan_of(case, access, now)
    questions = asked.of(domain)
    assert questions is not None  # it was chosen from them
    return TalkPage(
        conversation=conversation, case=case, access=access, may_write=may_write, so_far=so_far, asked=asked,
        tabs=[_tab(one, domain, so_far, hidden) for one in asked.domains],
        domain=domain, following=_following(domain, asked), questions=questions, note=note,
        closed=domain in hidden, earlier=earlier_about(so_far, conversation, domain),
        wished_before=_words_before(so_far, conversation, "wish"),
        asked_before=_words_before(so_far, conversation, "own_words"),
        report=report_of(so_far, domains), levels=levels_of(so_far, [d for d in domains if d not in hidden]),
        to_ask=still_to_ask(_talk(conversation, so_far, asked, own_plan)) if may_write else [],
        people=people, seats=_with_who_sat(seats, people), own_plan=own_plan,
        safety_in_doubt=_in_doubt(access, asked, so_far), seen=_seen(conversation, note, seats, people),
    )  # fmt: skip


def _hidden(
    case: Case, access: Access, domains: Sequence[LifeDomain], now: datetime
) -> frozenset[LifeDomain]:
    """The domains whose category is not for this reader. Who may see everything is not asked about."""
    if all(access.may_see(category) for category in DataCategory):
        return frozenset()
    children, unsafe = has_children(case.resident, now), _is_unsafe(case)
    return frozenset(
        domain
        for domain in domains
        if not access.may_see(category_of(domain, children=children, unsafe=unsafe))
    )


def _is_unsafe(case: Case) -> bool:
    requests = HelpRequest.objects.filter(case=case).exclude(state=HelpRequestState.DISCARDED)
    return requests.filter(red_flags__contains=[RedFlag.UNSAFE]).exists()


def _chosen(wanted: str, domains: Sequence[LifeDomain], notes: Sequence[DomainNote]) -> LifeDomain:
    if wanted in domains:
        return LifeDomain(wanted)
    written = [(note.changed_at, note.domain) for note in notes if note.changed_at and note.domain in domains]
    return LifeDomain(max(written)[1]) if written else START


def _following(domain: LifeDomain, asked: Asked) -> LifeDomain:
    """The next one that matters here, in the order of the matrix; after the last the first."""
    relevant = [one.domain for one in asked.domains if one.relevant or one.domain == domain]
    return relevant[(relevant.index(domain) + 1) % len(relevant)]


def _tab(
    one: AskedDomain, current: LifeDomain, so_far: SaidSoFar, hidden: frozenset[LifeDomain]
) -> DomainTab:
    closed = one.domain in hidden
    notes = [note for note in so_far.notes if note.domain == one.domain and not closed]
    levels = [note.level for note in notes if note.level]
    return DomainTab(
        code=str(one.domain), label=str(one.domain.label), said=any(is_touched(note) for note in notes),
        current=one.domain == current, closed=closed, relevant=one.relevant and not closed,
        no_questions=any(note.no_questions for note in notes), level=levels[-1] if levels else None,
    )  # fmt: skip


def _words_before(so_far: SaidSoFar, conversation: Conversation, field: str) -> list[tuple[datetime, str]]:
    """What stands in this field in the earlier conversations, with when that was; the last one first."""
    before = so_far.before(conversation)
    return [(one.held_at or one.planned_at, text) for one in before if (text := getattr(one, field))]


def _talk(conversation: Conversation, so_far: SaidSoFar, asked: Asked, own_plan: OwnPlanState) -> Talk:
    told = so_far.conversations
    tell_until = own_plan.until if not own_plan.is_past and own_plan.plan is None else None
    return Talk(
        essentials=essentials_of(told, so_far.notes), said=added_up(so_far), facts=asked.facts,
        relevant=[one.domain for one in asked.domains if one.relevant],
        behind="\n".join(one.behind for one in told), interpreter=conversation.interpreter,
        support_told=any(one.support_offered for one in told),
        own_plan_until=None if any(one.own_plan_told for one in told) else tell_until,
        own_plan_unread=own_plan.unread,
    )  # fmt: skip


def _in_doubt(access: Access, asked: Asked, so_far: SaidSoFar) -> bool:
    """Whether the reporting code is at hand: unsafe was reported, or it goes badly between people at home."""
    if not sees_meldcode(access):
        return False
    levels = [(note.domain, note.level) for note in so_far.notes]
    return bool(doubts({str(fact) for fact in asked.facts}, levels))


def _with_who_sat(seats: Sequence[Seat], people: Sequence[TablePerson]) -> list[Seat]:
    """Who can be ticked: also who sat there and is not around any more."""
    sat = [one for row in people if (one := seat_of(row)).key]
    return list({one.field: one for one in (*sat, *seats)}.values()) if seats else []


def _seen(
    conversation: Conversation, note: DomainNote, seats: Sequence[Seat], people: Sequence[TablePerson]
) -> dict[str, str]:
    seen = {name: digest(getattr(note, name)) for name in NOTE_FIELDS}
    seen |= {name: digest(getattr(conversation, name)) for name in WORD_FIELDS}
    sat = {seat_of(row).field for row in people}
    return seen | {one.field: digest(one.field in sat) for one in _with_who_sat(seats, people)}
