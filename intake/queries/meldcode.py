"""What the pages of the meldcode show. Who may see it is asked before: `check_sees_meldcode`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.enums import HelpRequestState
from cases.models import Case, HelpRequest
from cases.permissions import Access
from intake.enums.meldcode import EntryKind, MeldcodeState, OpenedBecause
from intake.meldcode import ABOUT_SAFETY, ORDER, STEP_OF, doubts
from intake.models import DomainNote, Meldcode, MeldcodeEntry
from intake.permissions import sees_meldcode
from sociaal.core.registry import StillRunning

DECISION = "decision"
KIND_OF: Mapping[MeldcodeState, str] = {
    **{state: str(kind) for kind, state in STEP_OF.items()},
    MeldcodeState.DECIDING: DECISION,
}
"""What is noted in each step."""
LEADS: Mapping[MeldcodeState, Any] = {
    MeldcodeState.SIGNALS: _("Facts: what you saw and heard, and what others told you. No judgement yet."),
    MeldcodeState.CONSULTING: _("Think it over with a colleague or an expert; if need be with Veilig Thuis."),
    MeldcodeState.TALKING: _("Say what you see and ask how they see it: parents, partner, the child itself."),
    MeldcodeState.WEIGHING: _("How great is the danger, for whom, and how long has it been so?"),
    MeldcodeState.DECIDING: _("Two questions: is a report to Veilig Thuis needed? Can help be organised?"),
}


@dataclass(frozen=True)
class StepRow:
    """One of the five steps: done, on now, or still to come; with what was noted in it."""

    number: int
    label: str
    lead: str
    kind: str
    is_done: bool
    is_now: bool
    entries: Sequence[MeldcodeEntry]


@dataclass(frozen=True)
class Settled:
    """One that has been decided, with what was noted on the way to it and what happened afterwards."""

    meldcode: Meldcode
    entries: Sequence[MeldcodeEntry]
    afterwards: Sequence[MeldcodeEntry]


@dataclass(frozen=True)
class MeldcodePage:
    """The meldcode that runs in a case, the earlier ones, and why safety is in doubt."""

    running: Meldcode | None
    because: Sequence[str]
    steps: Sequence[StepRow]
    beside: Sequence[MeldcodeEntry]
    """Advice of Veilig Thuis, and why it went straight to the decision."""
    earlier: Sequence[Settled]
    doubts: Sequence[str]


def doubts_in(case: Case) -> list[OpenedBecause]:
    """Why safety is in doubt in this case; empty when nothing says so. Three queries.

    What was known when a meldcode was decided has been weighed: only what came after it counts.
    """
    decided = Meldcode.objects.filter(case=case).aggregate(latest=Max("decided_at"))["latest"]
    reports = HelpRequest.objects.filter(case=case).exclude(state=HelpRequestState.DISCARDED)
    notes = DomainNote.objects.filter(conversation__case=case, domain__in=ABOUT_SAFETY)
    if decided is not None:
        reports, notes = reports.filter(received_at__gt=decided), notes.filter(changed_at__gt=decided)
    flags = set(chain.from_iterable(reports.order_by("pk").values_list("red_flags", flat=True)))
    return doubts(flags, notes.order_by("pk").values_list("domain", "level"))


def kind_now(meldcode: Meldcode) -> str:
    """What is noted in the step that comes now."""
    return KIND_OF[MeldcodeState(meldcode.state)]


def meldcodes_of(case: Case) -> tuple[Meldcode | None, list[Meldcode]]:
    """The one that runs, if any, and the ones that have been decided, newest first. One query."""
    rows = list(Meldcode.objects.filter(case=case).select_related("by", "decided_by", "case"))
    running = next((row for row in rows if row.is_running), None)
    return running, [row for row in rows if not row.is_running]


def meldcode_page(case: Case) -> MeldcodePage:
    """Everything about the meldcode in this case. Four queries."""
    running, earlier = meldcodes_of(case)
    entries = MeldcodeEntry.objects.filter(meldcode__case=case).select_related("by").order_by("at", "pk")
    by_row: dict[int, list[MeldcodeEntry]] = {}
    for entry in entries:
        by_row.setdefault(entry.meldcode_id, []).append(entry)
    own = by_row.get(running.pk, []) if running else []
    return MeldcodePage(
        running=running,
        because=[str(OpenedBecause(one).label) for one in running.because] if running else [],
        steps=_steps(running, own) if running else [],
        beside=[entry for entry in own if entry.kind not in STEP_OF],
        earlier=[_settled(row, by_row.get(row.pk, [])) for row in earlier],
        doubts=[str(one.label) for one in doubts_in(case)] if running is None else [],
    )


def _settled(row: Meldcode, entries: Sequence[MeldcodeEntry]) -> Settled:
    after = [entry for entry in entries if entry.kind == EntryKind.AFTERWARDS]
    return Settled(row, [entry for entry in entries if entry not in after], after)


def _steps(running: Meldcode, entries: Sequence[MeldcodeEntry]) -> list[StepRow]:
    now = ORDER.index(MeldcodeState(running.state))
    return [
        StepRow(
            number=place + 1,
            label=str(state.label),
            lead=str(LEADS[state]),
            kind=KIND_OF[state],
            is_done=any(entry.kind == KIND_OF[state] for entry in entries),
            is_now=place == now,
            entries=[entry for entry in entries if entry.kind == KIND_OF[state]],
        )
        for place, state in enumerate(ORDER[:-1])
    ]


def still_running(case: Case, access: Access) -> list[StillRunning]:
    """That the meldcode has not come to a decision, for who may know and is about to close the case."""
    if not sees_meldcode(access):
        return []
    if not Meldcode.objects.filter(case=case).exclude(state=MeldcodeState.SETTLED).exists():
        return []
    words = _("The meldcode still runs in this case. Decide first: safety does not close with it.")
    return [StillRunning(str(words), reverse("meldcode", args=[case.number]), str(_("Go to the meldcode")))]
