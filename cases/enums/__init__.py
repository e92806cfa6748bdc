"""The fixed words of the file. Labels are what people read; meanings stand in the glossary."""

from cases.enums.calendar_days import CalendarDayKind
from cases.enums.case import (
    OPEN_STATUSES,
    CaseRoleKind,
    CaseStatus,
    Outcome,
    PartyRole,
    Track,
    Urgency,
    Weight,
)
from cases.enums.contact_person import (
    AFTER_A_DEATH,
    NO_GRANT_REASONS,
    HandoverReason,
    HandoverState,
    TermBegan,
    TermEnded,
)
from cases.enums.documents import DocumentKind
from cases.enums.events import EventKind, StoryPart
from cases.enums.household import AuthorityKind, AuthoritySource, HouseholdRole
from cases.enums.letters import (
    Delivery,
    EmailKind,
    EmailState,
    LetterKind,
    LetterState,
    TemplateState,
)
from cases.enums.life_domains import DataCategory, Level, LevelMoment, LifeDomain
from cases.enums.objections import NoticeKind, ObjectionOutcome, ObjectionStep
from cases.enums.report import Channel, HelpRequestState, RedFlag, Reporter
from cases.enums.support import (
    ArrangementState,
    ContactKind,
    DecisionOutcome,
    DeliveryForm,
    OrganisationKind,
    ProcedureState,
    WayIn,
)
from cases.enums.waits import WaitParty, WaitSubject
from sociaal.core.laws import Law

__all__ = [
    "AFTER_A_DEATH",
    "NO_GRANT_REASONS",
    "OPEN_STATUSES",
    "ArrangementState",
    "AuthorityKind",
    "AuthoritySource",
    "CalendarDayKind",
    "CaseRoleKind",
    "CaseStatus",
    "Channel",
    "ContactKind",
    "DataCategory",
    "DecisionOutcome",
    "Delivery",
    "DeliveryForm",
    "DocumentKind",
    "EmailKind",
    "EmailState",
    "EventKind",
    "HandoverReason",
    "HandoverState",
    "HelpRequestState",
    "HouseholdRole",
    "Law",
    "LetterKind",
    "LetterState",
    "Level",
    "LevelMoment",
    "LifeDomain",
    "NoticeKind",
    "ObjectionOutcome",
    "ObjectionStep",
    "OrganisationKind",
    "Outcome",
    "PartyRole",
    "ProcedureState",
    "RedFlag",
    "Reporter",
    "StoryPart",
    "TemplateState",
    "TermBegan",
    "TermEnded",
    "Track",
    "Urgency",
    "WaitParty",
    "WaitSubject",
    "WayIn",
    "Weight",
]
