"""Who may do what to a case, as one reads it in the design: the expectation of the state machines' test."""

from collections.abc import Mapping

YES, FORBIDDEN, UNKNOWN = "yes", "403", "404"
"""Allowed; refused to who may know that it exists; the same answer as for what does not exist."""

_NOT_THEIRS = {
    "own_team": FORBIDDEN, "other_team": FORBIDDEN, "case_director": FORBIDDEN, "care_coordinator": FORBIDDEN,
    "second_reader": FORBIDDEN, "reading_grant": FORBIDDEN, "break_glass": FORBIDDEN, "manager": FORBIDDEN,
    "other_manager": UNKNOWN, "administrator": UNKNOWN, "privacy_officer": FORBIDDEN, "partner": FORBIDDEN,
    "other_partner": UNKNOWN,
}  # fmt: skip

WORKS_ON: Mapping[str, str] = {"contact_person": YES, "deputy": YES} | _NOT_THEIRS
"""The steps of a case: the contact person and their deputy."""

FROM_SUPPORTED: Mapping[str, str] = {**WORKS_ON, "care_coordinator": YES}
"""Once help runs, the care coordinator too."""

UNDOES: Mapping[str, str] = {**WORKS_ON, "manager": YES}
"""A mistaken closing: the team's manager too."""

READS: Mapping[str, str] = {
    **WORKS_ON, "own_team": YES, "case_director": YES, "care_coordinator": YES, "reading_grant": YES,
    "break_glass": YES,
}  # fmt: skip
"""A decision: who reads the case and holds the mandate, as everybody of these tests does."""

IN_TEAM: Mapping[str, str] = {
    **dict.fromkeys(_NOT_THEIRS, FORBIDDEN), "contact_person": YES, "deputy": YES, "own_team": YES
}  # fmt: skip
"""A question in the inbox: who works with residents in the team whose inbox it is."""

RECEIVES: Mapping[str, str] = {
    **dict.fromkeys(WORKS_ON, UNKNOWN), "receiver": YES
}  # fmt: skip
"""The answer to a handover: the receiver, and to nobody else is there anything to answer."""

TAKES_BACK: Mapping[str, str] = {
    **dict.fromkeys(WORKS_ON, UNKNOWN), "contact_person": YES, "receiver": FORBIDDEN, "manager": FORBIDDEN
}  # fmt: skip
"""A handover is taken back by who asked for it: here the contact person."""


def of_case(state: str, who: Mapping[str, str]) -> Mapping[str, str]:
    """Who may, now that the case stands there: from `supported` on the care coordinator works on it too; a
    closed case is shared with no partner.
    """
    if state in ("supported", "reviewing"):
        return {**who, "care_coordinator": YES}
    return {**who, "partner": UNKNOWN} if state == "closed" else who
