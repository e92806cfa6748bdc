"""The rules of the meldcode."""

import pytest

from cases.enums import LifeDomain, RedFlag
from intake.enums.meldcode import Danger, EntryKind, MeldcodeDecision, MeldcodeState, OpenedBecause
from intake.meldcode import Move, doubts, move_of, reason_needed

K, S = EntryKind, MeldcodeState
HOME, PARENTING = LifeDomain.HOME_RELATIONS, LifeDomain.PARENTING


@pytest.mark.parametrize(
    ("flags", "levels", "because"),
    [
        ([], [], []),
        ([RedFlag.UNSAFE], [], [OpenedBecause.RED_FLAG]),
        ([RedFlag.EVICTION], [(LifeDomain.FINANCES, 1)], []),
        ([], [(HOME, 2)], [OpenedBecause.LEVEL]),
        ([], [(PARENTING, 1)], [OpenedBecause.LEVEL]),
        ([], [(HOME, 3), (PARENTING, None)], []),
        (["unsafe"], [(HOME, 1)], [OpenedBecause.RED_FLAG, OpenedBecause.LEVEL]),
    ],
)
def test_safety_is_in_doubt_with_the_red_flag_or_a_low_level_where_it_is_about_safety(flags, levels, because):
    assert doubts(flags, levels) == because


ON, STAY, STRAIGHT, NO = Move.ON, Move.STAY, Move.STRAIGHT, Move.NO
MOVES = {
    #                signals   consulting talking   weighing  deciding  settled
    K.SIGNALS:      (ON,       STAY,      STAY,     STAY,     STAY,     NO),
    K.COLLEAGUE:    (NO,       ON,        STAY,     STAY,     STAY,     NO),
    K.TALK:         (NO,       NO,        ON,       STAY,     STAY,     NO),
    K.WEIGHING:     (NO,       NO,        NO,       ON,       STAY,     NO),
    K.VEILIG_THUIS: (STAY,     STAY,      STAY,     STAY,     STAY,     NO),
    K.ACUTE:        (STRAIGHT, STRAIGHT,  STRAIGHT, STRAIGHT, NO,       NO),
    K.AFTERWARDS:   (NO,       NO,        NO,       NO,       NO,       STAY),
}  # fmt: skip


@pytest.mark.parametrize("kind", EntryKind)
def test_the_steps_go_in_order_and_advice_can_be_asked_in_each(kind):
    assert tuple(move_of(kind, state) for state in MeldcodeState) == MOVES[kind]


REPORT, HELP, BOTH, NEITHER = (
    MeldcodeDecision.REPORT,
    MeldcodeDecision.HELP,
    MeldcodeDecision.BOTH,
    MeldcodeDecision.NEITHER,
)
NEEDED = {
    #                report  both   help   neither
    Danger.NONE:     (False, False, False, True),
    Danger.CONCERN:  (False, False, False, True),
    Danger.DOUBT:    (False, False, True,  True),
    Danger.REPEATED: (False, False, True,  True),
    Danger.ACUTE:    (False, False, True,  True),
}  # fmt: skip


@pytest.mark.parametrize("danger", Danger)
def test_not_reporting_what_is_unsafe_or_unclear_needs_a_reason_and_so_does_doing_nothing(danger):
    assert tuple(bool(reason_needed(one, danger)) for one in (REPORT, BOTH, HELP, NEITHER)) == NEEDED[danger]
