"""Which terms start when something comes in."""

from collections.abc import Collection
from datetime import date

from cases.enums import Law, RedFlag
from cases.terms.law import StartedBy, TermCode, is_in_force

THREATENING = frozenset({RedFlag.EVICTION, RedFlag.UTILITIES, RedFlag.INSURANCE})
"""Wgs 4 lid 2: the situations in which the first conversation is within three working days."""

ON_APPLICATION: dict[Law, tuple[TermCode, ...]] = {
    Law.WMO: (TermCode.WMO_BESCHIKKING,),
    Law.JEUGDWET: (TermCode.AWB_REDELIJK,),
    Law.PARTICIPATIEWET: (TermCode.AWB_REDELIJK, TermCode.PW_VOORSCHOT),
    Law.WGS: (),  # the term of a decision under the Wgs starts at the first conversation
}


def terms_for(
    law: Law,
    started_by: StartedBy,
    *,
    received: date,
    red_flags: Collection[RedFlag] = (),
    under_27: bool | None = None,
    committee: bool = False,
) -> tuple[TermCode, ...]:
    """The terms that start on `received` in a procedure under this law.

    `started_by` says what was received; `under_27` only matters for the Participatiewet, and None (birth date
    unknown) counts as no, so that nobody is made to wait on a guess. `committee`: the resident was told that
    a committee advises on the objection (Awb 7:13 lid 2).
    """
    if started_by == StartedBy.REPORT:
        codes = _on_report(law, frozenset(red_flags), bool(under_27))
    elif started_by == StartedBy.APPLICATION:
        codes = ON_APPLICATION[law]
    elif started_by == StartedBy.NOTIFICATION:
        codes = (TermCode.AWB_BEZWAAR,)
    elif started_by == StartedBy.OBJECTION_TERM:
        codes = (TermCode.AWB_BEZWAAR_COMMISSIE if committee else TermCode.AWB_BEZWAAR_BESLUIT,)
    elif started_by == StartedBy.OBJECTION_DECISION:
        codes = (TermCode.AWB_BEROEP,)
    else:
        codes = (TermCode.WGS_BESCHIKKING,) if law == Law.WGS else ()
    return tuple(code for code in codes if is_in_force(code, received))


def _on_report(law: Law, red_flags: frozenset[RedFlag], under_27: bool) -> tuple[TermCode, ...]:
    if law == Law.WMO:
        at_once = (TermCode.WMO_SPOED,) if RedFlag.UNSAFE in red_flags else ()
        return (TermCode.WMO_ONDERZOEK, TermCode.WMO_PERSOONLIJK_PLAN, *at_once)
    if law == Law.WGS:
        return (TermCode.WGS_BEDREIGEND if red_flags & THREATENING else TermCode.WGS_EERSTE_GESPREK,)
    if law == Law.PARTICIPATIEWET and under_27:
        return (TermCode.PW_ZOEKTERMIJN_27MIN,)
    return ()
