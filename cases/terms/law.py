"""The statutory terms as data, with the version of the law each belongs to.

Source: the texts in force in 2026. A change of the law is a new `TermVersion` after the one it replaces; the
one it replaces keeps its rows, because a term is computed with the law of the day on which it started.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TermCode(TextChoices):
    WMO_ONDERZOEK = "WMO_ONDERZOEK", _("Investigation after the report")
    WMO_PERSOONLIJK_PLAN = "WMO_PERSOONLIJK_PLAN", _("Time for a plan of the resident's own")
    WMO_BESCHIKKING = "WMO_BESCHIKKING", _("Decision on the Wmo application")
    WMO_SPOED = "WMO_SPOED", _("Temporary provision, at once")
    AWB_REDELIJK = "AWB_REDELIJK", _("Decision within a reasonable term")
    PW_ZOEKTERMIJN_27MIN = (
        "PW_ZOEKTERMIJN_27MIN",
        _("Four weeks of searching first (under 27)"),
    )
    PW_VOORSCHOT = "PW_VOORSCHOT", _("Advance on the benefit")
    WGS_EERSTE_GESPREK = "WGS_EERSTE_GESPREK", _("First conversation about debts")
    WGS_BEDREIGEND = "WGS_BEDREIGEND", _("First conversation in a threatening situation")
    WGS_BESCHIKKING = "WGS_BESCHIKKING", _("Decision on debt counselling")
    AWB_BEZWAAR = "AWB_BEZWAAR", _("The resident may object")
    AWB_BEZWAAR_BESLUIT = "AWB_BEZWAAR_BESLUIT", _("Decision on the objection")
    AWB_BEZWAAR_COMMISSIE = (
        "AWB_BEZWAAR_COMMISSIE",
        _("Decision on the objection, after advice of a committee"),
    )
    AWB_BEROEP = "AWB_BEROEP", _("The resident may appeal to the court")


class StartedBy(TextChoices):
    """What starts a term."""

    REPORT = "report", _("Report")
    APPLICATION = "application", _("Application")
    FIRST_CONVERSATION = "first_conversation", _("First conversation")
    NOTIFICATION = "notification", _("Notification of the decision")
    OBJECTION_TERM = "objection_term", _("Last day to object, or a later day on which the objection came")
    OBJECTION_DECISION = "objection_decision", _("Notification of the decision on the objection")


class TermKind(TextChoices):
    """Who is bound by it. Only a term of the municipality counts in the share of terms met."""

    MUNICIPALITY = "municipality", _("Term of the municipality")
    RESIDENT = "resident", _("Time the resident has")
    WAITING = "waiting", _("Earliest day")


class Unit(Enum):
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True)
class Length:
    amount: int
    unit: Unit


@dataclass(frozen=True)
class TermVersion:
    """One term as one version of the law has it. `length` is None where the law says "at once"."""

    code: TermCode
    article: str
    length: Length | None
    started_by: StartedBy
    kind: TermKind
    valid_from: date
    valid_until: date | None = None
    """Last day on which this version could start a term; None: still in force."""
    suspendable: bool = False
    """Awb 4:15 stands still only the term for a decision on an application."""
    by_ordinance: bool = False
    """The municipality sets the length; the one here is the most that the law allows."""


class NoVersionInForceError(LookupError):
    """The law did not have this term on that day."""


def weeks(amount: int) -> Length:
    return Length(amount, Unit.WEEKS)


_C, _S, _K = TermCode, StartedBy, TermKind
_WMO, _PW, _WGS, _AWB = date(2015, 1, 1), date(2015, 1, 1), date(2012, 7, 1), date(1994, 1, 1)
PW_IN_BALANCE = date(2026, 1, 1)
"""First step of the act that brought the Participatiewet into balance: leave to skip the search term (41 lid
11)."""
OBJECTIONS_COUNTED_ANEW = date(2009, 10, 1)
"""Since the act on penalties for late decisions the term of 7:10 begins once the time to object has ended."""

VERSIONS: tuple[TermVersion, ...] = (
    TermVersion(_C.WMO_ONDERZOEK, "Wmo 2015 art. 2.3.2 lid 1", weeks(6), _S.REPORT, _K.MUNICIPALITY, _WMO),
    TermVersion(
        _C.WMO_PERSOONLIJK_PLAN,
        "Wmo 2015 art. 2.3.2 lid 2",
        Length(7, Unit.DAYS),
        _S.REPORT,
        _K.RESIDENT,
        _WMO,
    ),
    TermVersion(
        _C.WMO_BESCHIKKING,
        "Wmo 2015 art. 2.3.5 lid 2",
        weeks(2),
        _S.APPLICATION,
        _K.MUNICIPALITY,
        _WMO,
        suspendable=True,
    ),
    TermVersion(_C.WMO_SPOED, "Wmo 2015 art. 2.3.3", None, _S.REPORT, _K.MUNICIPALITY, _WMO),
    TermVersion(
        _C.AWB_REDELIJK,
        "Awb art. 4:13 lid 2",
        weeks(8),
        _S.APPLICATION,
        _K.MUNICIPALITY,
        _AWB,
        suspendable=True,
    ),
    TermVersion(
        _C.PW_ZOEKTERMIJN_27MIN,
        "Participatiewet art. 41 lid 4",
        weeks(4),
        _S.REPORT,
        _K.WAITING,
        _PW,
        date(2025, 12, 31),
    ),
    TermVersion(
        _C.PW_ZOEKTERMIJN_27MIN,
        "Participatiewet art. 41 lid 4 en 11",
        weeks(4),
        _S.REPORT,
        _K.WAITING,
        PW_IN_BALANCE,
    ),
    TermVersion(
        _C.PW_VOORSCHOT, "Participatiewet art. 52 lid 1 en 2", weeks(4), _S.APPLICATION, _K.MUNICIPALITY, _PW
    ),
    TermVersion(_C.WGS_EERSTE_GESPREK, "Wgs art. 4 lid 1", weeks(4), _S.REPORT, _K.MUNICIPALITY, _WGS),
    TermVersion(
        _C.WGS_BEDREIGEND,
        "Wgs art. 4 lid 2",
        Length(3, Unit.WORKING_DAYS),
        _S.REPORT,
        _K.MUNICIPALITY,
        _WGS,
    ),
    TermVersion(
        _C.WGS_BESCHIKKING,
        "Wgs art. 4a lid 3",
        weeks(8),
        _S.FIRST_CONVERSATION,
        _K.MUNICIPALITY,
        date(2021, 1, 1),
        suspendable=True,
        by_ordinance=True,
    ),
    TermVersion(_C.AWB_BEZWAAR, "Awb art. 6:7 en 6:8", weeks(6), _S.NOTIFICATION, _K.RESIDENT, _AWB),
    TermVersion(
        _C.AWB_BEZWAAR_BESLUIT,
        "Awb art. 7:10 lid 1",
        weeks(6),
        _S.OBJECTION_TERM,
        _K.MUNICIPALITY,
        OBJECTIONS_COUNTED_ANEW,
    ),
    TermVersion(
        _C.AWB_BEZWAAR_COMMISSIE,
        "Awb art. 7:10 lid 1 en 7:13",
        weeks(12),
        _S.OBJECTION_TERM,
        _K.MUNICIPALITY,
        OBJECTIONS_COUNTED_ANEW,
    ),
    TermVersion(_C.AWB_BEROEP, "Awb art. 6:7 en 6:8", weeks(6), _S.OBJECTION_DECISION, _K.RESIDENT, _AWB),
)


def version_on(term: TermCode, day: date) -> TermVersion:
    """The version in force on that day. Raises NoVersionInForceError where the law had no such term yet."""
    if version := _version(term, day):
        return version
    raise NoVersionInForceError(f"{term} on {day}")


def is_in_force(term: TermCode, day: date) -> bool:
    """Whether the law had this term on that day."""
    return _version(term, day) is not None


def _version(term: TermCode, day: date) -> TermVersion | None:
    return next(
        (v for v in VERSIONS if v.code == term and v.valid_from <= day <= (v.valid_until or date.max)), None
    )
