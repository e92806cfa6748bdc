"""A letter on its way, in as few words as a test needs."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from cases.letters.text import LetterText
from cases.models import Letter
from cases.operations.letters import Sending, send_letter, set_letter
from tests.factories import NOW
from tests.letters import letter_text


def saying(text: str = "Wij spraken met u.") -> Callable[[str], LetterText]:
    return lambda number: letter_text(reference=number, text=text)


def send(case: Any, by: Any, *, now: Any = NOW, **facts: Any) -> Letter:
    given = {"kind": "conversation_report", "title": "Verslag", "words": saying(), "categories": {"general"}}
    return send_letter(case=case, by=by, now=now, **{**given, "sending": Sending(), **facts})


@transaction.atomic
def set_now(letter: Letter) -> Letter:
    """What the worker does."""
    set_letter(str(letter.pk), NOW)
    return Letter.objects.get(pk=letter.pk)
