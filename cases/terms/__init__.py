"""Statutory terms: what the law says, the calendar it counts with, and the date that comes out.

Pure: no database and no clock inside. `law` holds the terms as data, each with its version; `calendar` knows
working days and holidays; `starts` knows which terms begin; `compute` makes the due date; `later` knows when
a notice puts it off; `standing` says whether a term is open, met or late.
"""

from cases.terms.calendar import DECREED_DAYS, is_working_day, next_working_day
from cases.terms.compute import DueDate, Period, due_date
from cases.terms.later import Later, LaterBy
from cases.terms.law import (
    Length,
    NoVersionInForceError,
    StartedBy,
    TermCode,
    TermKind,
    TermVersion,
    Unit,
    is_in_force,
    version_on,
)
from cases.terms.standing import Standing, TermState, standing
from cases.terms.starts import terms_for

__all__ = [
    "DECREED_DAYS",
    "DueDate",
    "Later",
    "LaterBy",
    "Length",
    "NoVersionInForceError",
    "Period",
    "Standing",
    "StartedBy",
    "TermCode",
    "TermKind",
    "TermState",
    "TermVersion",
    "Unit",
    "due_date",
    "is_in_force",
    "is_working_day",
    "next_working_day",
    "standing",
    "terms_for",
    "version_on",
]
