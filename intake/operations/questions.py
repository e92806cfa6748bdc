"""The questions of the conversation: which version it is held with, and how a new one comes into use."""

from intake.enums import QuestionSetState
from intake.models import Conversation, QuestionSet


def pin_questions(conversation: Conversation) -> None:
    """From now on this conversation shows the version that is in use now. What has one keeps it.

    Called in the operation that first writes in a conversation, which holds its lock and has checked who
    may.
    """
    if conversation.question_set_id is not None:
        return
    conversation.question_set = QuestionSet.objects.get(state=QuestionSetState.IN_USE)
    conversation.save(update_fields=["question_set"])
