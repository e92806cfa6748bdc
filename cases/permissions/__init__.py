"""May this person? One set of conditions serves a single case, a list and a count, so they cannot disagree.

Rules: `design.md` section 5, "Who may see what".
"""

from cases.permissions.access import (
    access_to_case,
    access_to_resident,
)
from cases.permissions.checks import (
    FROM_SUPPORTED,
    WORKERS,
    can_decide,
    can_direct,
    can_work_on,
    check_decides,
    check_decides_exception,
    check_directs,
    check_manages,
    check_reads_case,
    check_reads_resident,
    check_works_on,
    who_can_help,
)
from cases.permissions.lists import (
    findable_residents,
    followed_cases,
    is_locatable,
    locatable_residents,
    readable_among,
    readable_cases,
    readable_residents,
)
from cases.permissions.managing import managed_residents, manages_resident, residents_of_team
from cases.permissions.relations import (
    ALL_CATEGORIES,
    FULL_READERS,
    NO_ACCESS,
    NOT_FOR_THE_TEAM,
    READERS,
    Access,
    Relation,
    Sight,
    case_conditions,
)

__all__ = [
    "ALL_CATEGORIES",
    "FROM_SUPPORTED",
    "FULL_READERS",
    "NOT_FOR_THE_TEAM",
    "NO_ACCESS",
    "READERS",
    "WORKERS",
    "Access",
    "Relation",
    "Sight",
    "access_to_case",
    "access_to_resident",
    "can_decide",
    "can_direct",
    "can_work_on",
    "case_conditions",
    "check_decides",
    "check_decides_exception",
    "check_directs",
    "check_manages",
    "check_reads_case",
    "check_reads_resident",
    "check_works_on",
    "findable_residents",
    "followed_cases",
    "is_locatable",
    "locatable_residents",
    "managed_residents",
    "manages_resident",
    "readable_among",
    "readable_cases",
    "readable_residents",
    "residents_of_team",
    "who_can_help",
]
