"""The rules of the meldcode: when it offers itself, which step may be taken now, what a decision needs.

Source: Besluit verplichte meldcode huiselijk geweld en kindermishandeling (the five steps in order, advice of
Veilig Thuis at any moment) and the professional norm that who sees acute or lasting danger reports it; Wmo
2015 article 3.3, Jeugdwet article 4.1.7. Plain data in, plain data out.
"""

from collections.abc import Collection, Iterable, Mapping
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.enums import LifeDomain, RedFlag
from intake.enums.meldcode import Danger, EntryKind, MeldcodeDecision, MeldcodeState, OpenedBecause

S, K = MeldcodeState, EntryKind

ABOUT_SAFETY = frozenset({LifeDomain.HOME_RELATIONS, LifeDomain.PARENTING})
IN_DOUBT = 2
"""From this level (not self-reliant) down to 1 (acute) safety is in doubt."""

STEP_OF: Mapping[EntryKind, MeldcodeState] = {
    K.SIGNALS: S.SIGNALS,
    K.COLLEAGUE: S.CONSULTING,
    K.TALK: S.TALKING,
    K.WEIGHING: S.WEIGHING,
}
ORDER = tuple(MeldcodeState)
REPORTS = frozenset({MeldcodeDecision.BOTH, MeldcodeDecision.REPORT})
MUST_REPORT = frozenset({Danger.ACUTE, Danger.REPEATED})


class Move(Enum):
    """What an entry does to the meldcode."""

    ON = "on"
    """It completes the step that comes now."""
    STAY = "stay"
    """It is added; the step stays."""
    STRAIGHT = "straight"
    """Acute danger: past all other steps to the decision."""
    NO = "no"
    """Not now."""


def doubts(red_flags: Collection[str], levels: Iterable[tuple[str, int | None]]) -> list[OpenedBecause]:
    """Why safety is in doubt: a red flag, or a low level (`levels`: by domain) where it is about safety."""
    found = []
    if RedFlag.UNSAFE in red_flags:
        found.append(OpenedBecause.RED_FLAG)
    if any(domain in ABOUT_SAFETY and level is not None and level <= IN_DOUBT for domain, level in levels):
        found.append(OpenedBecause.LEVEL)
    return found


def move_of(kind: EntryKind, state: MeldcodeState) -> Move:
    """What noting this does in this state.

    The steps go in order; an earlier one can always be added to while nothing is decided. Veilig Thuis can be
    asked in every step. After the decision only what happened afterwards is added.
    """
    if kind == K.AFTERWARDS or state == S.SETTLED:
        return Move.STAY if kind == K.AFTERWARDS and state == S.SETTLED else Move.NO
    if kind == K.VEILIG_THUIS:
        return Move.STAY
    if kind == K.ACUTE:
        return Move.STRAIGHT if state != S.DECIDING else Move.NO
    ahead = ORDER.index(STEP_OF[kind]) - ORDER.index(state)
    return Move.ON if ahead == 0 else Move.STAY if ahead < 0 else Move.NO


def reason_needed(decision: MeldcodeDecision, danger: Danger | str) -> str | Promise:
    """Why this decision cannot do without a reason; empty when it can."""
    if decision not in REPORTS and danger in MUST_REPORT:
        return _("With danger that is acute or that lasts, a report is the norm. Say why there is none.")
    if decision not in REPORTS and danger == Danger.DOUBT:
        return _("It is not clear whether it is safe. Say why you do not report.")
    if decision == MeldcodeDecision.NEITHER and danger != Danger.NONE:
        return _("Say why neither a report nor help is needed.")
    return _("Say what explains the signals.") if decision == MeldcodeDecision.NEITHER else ""
