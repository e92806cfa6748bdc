"""Everything the page of a conversation shows, for what this reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cases.categories import category_of
from cases.enums import HelpRequestState, LifeDomain, RedFlag
from cases.models import Case, HelpRequest
from cases.permissions import Access, can_work_on, check_reads_case
from cases.policies import missing_essentials
from intake.essentials import essentials_of, is_touched
from intake.merging import digest
from intake.models import Conversation, DomainNote
from intake.models.conversation import NOTE_FIELDS, WORD_FIELDS
from intake.queries.household import has_children
from intake.questions import QUESTIONS, Questions, domains_for
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound

START = LifeDomain.DAYTIME
"""An easy one to begin with: an ordinary day."""


@dataclass(frozen=True)
class DomainTab:
    """One domain at the left. `closed`: its category is not for this reader."""

    code: str
    label: str
    said: bool
    current: bool
    closed: bool


@dataclass(frozen=True)
class ReportPart:
    """What was noted about one domain so far, over all conversations of the case."""

    label: str
    notes: Sequence[DomainNote]


@dataclass(frozen=True)
class TalkPage:
    """The page around one domain of one conversation."""

    conversation: Conversation
    case: Case
    access: Access
    may_write: bool
    tabs: Sequence[DomainTab]
    domain: LifeDomain
    following: LifeDomain
    questions: Questions
    note: DomainNote
    closed: bool
    report: Sequence[ReportPart]
    missing: Sequence[str]
    seen: dict[str, str]


def load(pk: int) -> Conversation:
    """The conversation with this key, with its case. Raises NotFound."""
    rows = Conversation.objects.select_related("case__resident", "case__team", "changed_by")
    conversation = rows.filter(pk=pk).first()
    if conversation is None:
        raise NotFound
    return conversation


def talk_page(conversation: Conversation, asked: str, *, user: User, now: datetime) -> TalkPage:
    """The page for the domain `asked`, or a good one to begin with. Raises NotPermitted or NotFound."""
    case = conversation.case
    access = check_reads_case(user, case, now)
    if not access.may_see(conversation.category):
        raise NotFound
    all_of_case = list(Conversation.objects.filter(case=case).order_by("planned_at", "pk"))
    rows = DomainNote.objects.filter(conversation__case=case).select_related("changed_by")
    notes = list(rows.order_by("conversation__planned_at", "pk"))
    children, unsafe = has_children(case.resident, now), _is_unsafe(case)
    domains = domains_for(children=children or any(one.domain == LifeDomain.PARENTING for one in notes))
    domain = _chosen(asked, domains, notes)
    note = _own(notes, conversation, domain)
    hidden = {
        code for code in domains if not access.may_see(category_of(code, children=children, unsafe=unsafe))
    }
    hidden |= {LifeDomain(one.domain) for one in notes if not access.may_see(one.category)}
    return TalkPage(
        conversation=conversation, case=case, access=access,
        may_write=can_work_on(access, case) and case.is_open,
        tabs=[_tab(code, domain, notes, hidden) for code in domains],
        domain=domain, following=domains[(domains.index(domain) + 1) % len(domains)],
        questions=QUESTIONS[domain], note=note, closed=domain in hidden,
        report=_report(domains, notes, access),
        missing=missing_essentials(essentials_of(all_of_case, notes)),
        seen=_seen(conversation, note),
    )  # fmt: skip


def _is_unsafe(case: Case) -> bool:
    requests = HelpRequest.objects.filter(case=case).exclude(state=HelpRequestState.DISCARDED)
    return requests.filter(red_flags__contains=[RedFlag.UNSAFE]).exists()


def _chosen(asked: str, domains: Sequence[LifeDomain], notes: Sequence[DomainNote]) -> LifeDomain:
    if asked in domains:
        return LifeDomain(asked)
    written = [(note.changed_at, note.domain) for note in notes if note.changed_at and note.domain in domains]
    return LifeDomain(max(written)[1]) if written else START


def _own(notes: Sequence[DomainNote], conversation: Conversation, domain: LifeDomain) -> DomainNote:
    here = (note for note in notes if note.conversation_id == conversation.pk and note.domain == domain)
    return next(here, None) or DomainNote(conversation=conversation, domain=domain)


def _tab(
    code: LifeDomain, current: LifeDomain, notes: Sequence[DomainNote], hidden: set[LifeDomain]
) -> DomainTab:
    closed = code in hidden
    said = not closed and any(note.domain == code and is_touched(note) for note in notes)
    return DomainTab(str(code), str(code.label), said, code == current, closed)


def _report(domains: Sequence[LifeDomain], notes: Sequence[DomainNote], access: Access) -> list[ReportPart]:
    visible = [note for note in notes if is_touched(note) and access.may_see(note.category)]
    parts = (
        ReportPart(str(code.label), [note for note in visible if note.domain == code]) for code in domains
    )
    return [part for part in parts if part.notes]


def _seen(conversation: Conversation, note: DomainNote) -> dict[str, str]:
    seen = {name: digest(getattr(note, name)) for name in NOTE_FIELDS}
    return seen | {name: digest(getattr(conversation, name)) for name in WORD_FIELDS}
