"""The way in: the guided conversation and what was noted in it."""

from intake.models.conversation import Conversation, DomainNote

__all__ = ["Conversation", "DomainNote"]
