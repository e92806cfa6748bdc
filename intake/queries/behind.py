"""What the conversations of a case say already of what its weighing asks: nobody types it twice."""

from typing import Any

from cases.models import Case
from intake.models import Conversation


def weighing_begins(case: Case) -> dict[str, Any]:
    """What lies behind the question, as all conversations together have it. One query."""
    rows = Conversation.objects.filter(case=case).exclude(behind="").order_by("planned_at", "pk")
    told = "\n".join(rows.values_list("behind", flat=True))
    return {"behind_question": told} if told else {}
