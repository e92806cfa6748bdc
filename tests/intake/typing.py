"""What a browser sends while somebody types, for the tests of drafts."""

from datetime import datetime
from typing import Any

from intake.drafts import Content, Writing
from intake.models import Draft
from intake.operations import drafts
from intake.operations.drafts import Typed
from sociaal.accounts.models import User
from tests.factories import NOW

REGISTRATION = "/hulpvraag/nieuw/"
WORDS = "Ik kom de trap niet meer op."


def typed(
    words: str = WORDS, *, key: str = "key-1", page: str = REGISTRATION, tab: str = "tab", at: int = 1,
    version: int = 0, fields: tuple[tuple[str, str], ...] = (), **more: Any,
) -> Typed:  # fmt: skip
    """A form with a question, and other fields beside it."""
    content = Content("Nieuwe hulpvraag", (("words", words), *fields))
    return Typed(page=page, form_key=key, content=content, writing=Writing(tab, at, version), **more)


def make_draft(by: User, words: str = WORDS, *, now: datetime = NOW, **about: Any) -> Draft:
    """A draft of `by`, kept as the browser does it."""
    kept = drafts.keep(typed=typed(words, **about), by=by, now=now)
    assert kept.draft is not None
    return kept.draft
