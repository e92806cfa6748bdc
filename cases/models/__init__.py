"""The file, one concept a module."""

from cases.models.access import BreakGlass
from cases.models.arrangement import Arrangement
from cases.models.calendar_day import CalendarDay
from cases.models.case import Case, CaseNumber, CaseRole
from cases.models.condition import Condition
from cases.models.contact_term import ContactTerm, Deputyship, Handover, ReadingGrant
from cases.models.content import Appointment, ContactMoment, Task
from cases.models.document import Document, DocumentPiece, DocumentVersion
from cases.models.event import Event
from cases.models.help_request import HelpRequest
from cases.models.household import Household, HouseholdMember, NetworkMember, ParentalAuthority
from cases.models.letter import Email, Letter, LetterNumber
from cases.models.letter_template import LetterTemplate
from cases.models.merge import MergedValues, ResidentMerge
from cases.models.open_case import OpenCase
from cases.models.organisation import Organisation, Professional, Provision
from cases.models.party import CaseParty, Consent
from cases.models.plan import Goal, LevelReading, Plan, PlanAction, Progress
from cases.models.principle import Principle
from cases.models.procedure import Procedure, Suspension
from cases.models.resident import Resident
from cases.models.review import Review
from cases.models.term_notice import TermNotice
from cases.models.wait import Wait
from cases.models.weighing import Rung, SecondReading, Weighing

__all__ = [
    "Appointment",
    "Arrangement",
    "BreakGlass",
    "CalendarDay",
    "Case",
    "CaseNumber",
    "CaseParty",
    "CaseRole",
    "Condition",
    "Consent",
    "ContactMoment",
    "ContactTerm",
    "Deputyship",
    "Document",
    "DocumentPiece",
    "DocumentVersion",
    "Email",
    "Event",
    "Goal",
    "Handover",
    "HelpRequest",
    "Household",
    "HouseholdMember",
    "Letter",
    "LetterNumber",
    "LetterTemplate",
    "LevelReading",
    "MergedValues",
    "NetworkMember",
    "OpenCase",
    "Organisation",
    "ParentalAuthority",
    "Plan",
    "PlanAction",
    "Principle",
    "Procedure",
    "Professional",
    "Progress",
    "Provision",
    "ReadingGrant",
    "Resident",
    "ResidentMerge",
    "Review",
    "Rung",
    "SecondReading",
    "Suspension",
    "Task",
    "TermNotice",
    "Wait",
    "Weighing",
]
