"""Words of the way in, one subject a module."""

from intake.enums.questions import QuestionSetState

__all__ = ["QuestionSetState"]
