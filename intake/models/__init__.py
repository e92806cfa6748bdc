"""The way in: the guided conversation, what was noted in it, and the questions it is guided by."""

from intake.models.conversation import Conversation, DomainNote
from intake.models.questions import Question, QuestionSet

__all__ = ["Conversation", "DomainNote", "Question", "QuestionSet"]
