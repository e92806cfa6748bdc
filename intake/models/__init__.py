"""The way in: the guided conversation, what was noted in it, the questions it is guided by; and what came in
without a colleague: reports, files of them, early signals.
"""

from intake.models.conversation import Conversation, DomainNote
from intake.models.conversation_report import ConversationReport, ReportPart
from intake.models.draft import Draft
from intake.models.household import ConversationPerson
from intake.models.imports import FileImport, ImportedRow
from intake.models.meldcode import Meldcode, MeldcodeEntry
from intake.models.own_plan import OwnPlan
from intake.models.questions import Question, QuestionSet
from intake.models.report import Allowance, ApiToken, ReportDetails
from intake.models.signals import EarlySignal, SignalledAddress
from intake.models.together import Presence, TablePerson

__all__ = [
    "Allowance",
    "ApiToken",
    "Conversation",
    "ConversationPerson",
    "ConversationReport",
    "DomainNote",
    "Draft",
    "EarlySignal",
    "FileImport",
    "ImportedRow",
    "Meldcode",
    "MeldcodeEntry",
    "OwnPlan",
    "Presence",
    "Question",
    "QuestionSet",
    "ReportDetails",
    "ReportPart",
    "SignalledAddress",
    "TablePerson",
]
