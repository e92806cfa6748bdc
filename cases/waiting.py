"""Who a case waits for, from where it stands. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from cases.enums import ArrangementState, CaseStatus, WaitParty, WaitSubject

_BY_STATUS = {
    CaseStatus.REGISTERED: (WaitParty.US, WaitSubject.CONVERSATION),
    CaseStatus.CONVERSATION: (WaitParty.US, WaitSubject.CONVERSATION),
    CaseStatus.WEIGHING: (WaitParty.US, WaitSubject.WEIGHING),
    CaseStatus.DECIDING: (WaitParty.US, WaitSubject.PROCEDURE),
    CaseStatus.REVIEWING: (WaitParty.US, WaitSubject.REVIEW),
}
WAITS_FOR_HELP = frozenset({CaseStatus.ARRANGING, CaseStatus.SUPPORTED})
"""Where the waits follow from the arrangements; elsewhere these do not matter."""
_BY_ARRANGEMENT = {
    ArrangementState.PROPOSED: WaitParty.US,
    ArrangementState.REQUESTED: WaitParty.PROVIDER,
    ArrangementState.ACCEPTED: WaitParty.PROVIDER,
}


def subject_of(status: str) -> str:
    """What our own turn in this status is about; "other" where we have none by ourselves."""
    if status == CaseStatus.ARRANGING:
        return WaitSubject.ARRANGEMENT
    return _BY_STATUS[CaseStatus(status)][1] if status in _BY_STATUS else WaitSubject.OTHER


@dataclass(frozen=True)
class Waiting:
    """One wait that follows from the state of a case; `arrangement` is the key of what is waited for."""

    on: str
    subject: str
    arrangement: int | None = None


def expected_waits(
    status: str, arrangements: Collection[tuple[int, str]], elsewhere: Collection[str] = ()
) -> frozenset[Waiting]:
    """The waits a case has by itself. `arrangements` are (key, state) pairs; `elsewhere` the subjects about
    which somebody else is waited for: there it is not our move until that has come.

    Agreed help that has not started is waited for: with us until it is asked for, then with the provider.
    While help is arranged and nothing has been proposed, or all was refused, it is our move.
    """
    if status == CaseStatus.CLOSED:
        return frozenset()
    if status in _BY_STATUS:
        on, subject = _BY_STATUS[CaseStatus(status)]
        return frozenset() if subject in elsewhere else frozenset({Waiting(on, subject)})
    pending = frozenset(
        Waiting(_BY_ARRANGEMENT[ArrangementState(state)], WaitSubject.ARRANGEMENT, key)
        for key, state in arrangements
        if state in _BY_ARRANGEMENT
    )
    if status == CaseStatus.ARRANGING and not pending and WaitSubject.ARRANGEMENT not in elsewhere:
        return frozenset({Waiting(WaitParty.US, WaitSubject.ARRANGEMENT)})
    return pending
