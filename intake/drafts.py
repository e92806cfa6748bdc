"""What a browser sends while somebody types, and what a draft means. Pure: plain data in, plain data out."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from cases.terms.calendar import DAY, next_working_day

REGISTRATION = "help_request_new"
"""Name of the page whose drafts hold a help question."""
CONVERSATION = "conversation"
"""That page saves by itself; what it cannot save becomes a draft."""
QUESTION = "words"
"""The field of that page with the question itself."""
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OFFLINE_AT_MOST = timedelta(days=14)
"""How long before it reached us a draft may say that it was begun."""
STILL_TYPING = timedelta(minutes=15)
"""Who typed this recently is left in peace: the draft enters the inbox a round later."""


@dataclass(frozen=True)
class Content:
    """A form as typed: the title of its page, its fields, and the hidden ones that belong to them."""

    title: str
    fields: tuple[tuple[str, str], ...]
    hidden: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, text: str) -> "Content":
        """Raises ValueError for what is no content."""
        try:
            given = json.loads(text)
            return cls(str(given["title"])[:120], _pairs(given["fields"]), _pairs(given["hidden"]))
        except (KeyError, TypeError) as error:
            raise ValueError(str(error)) from None

    def written(self) -> str:
        """As it is kept; `read` gives the same back."""
        return json.dumps({"title": self.title, "fields": self.fields, "hidden": self.hidden})

    def values(self, name: str) -> list[str]:
        """All that was chosen or typed under this name."""
        return [value for key, value in (*self.fields, *self.hidden) if key == name]

    def value(self, name: str) -> str:
        return next(iter(self.values(name)), "").strip()

    @property
    def question(self) -> str:
        """The help question, in the words of who asks."""
        return self.value(QUESTION)

    @property
    def texts(self) -> list[str]:
        """What was typed in words: not the choices, which are codes."""
        return [value.strip() for _name, value in self.fields if " " in value.strip()]

    @property
    def excerpt(self) -> str:
        """What tells this draft from another: the question, else the longest text."""
        return self.question or max(self.texts, key=len, default="")


def _pairs(given: Collection[Collection[str]]) -> tuple[tuple[str, str], ...]:
    """Without the one sign that the database takes in no text."""
    return tuple((str(name), str(value).replace("\0", "")) for name, value in given)


@dataclass(frozen=True)
class Writing:
    """Who wrote last, as far as two browser tabs can be told apart. `typed`: the order within one tab."""

    tab: str
    typed: int
    version: int


class Standing(Enum):
    """What to do with what just came in."""

    LATE = auto()
    """The same tab sent something newer already."""
    NEWER = auto()
    ELSEWHERE = auto()
    """Another tab typed on meanwhile: both are kept."""


def standing(kept: Writing, given: Writing) -> Standing:
    """How what came in stands to what is kept. A tab that started from the last version may go on with it."""
    if given.tab == kept.tab:
        return Standing.NEWER if given.typed > kept.typed else Standing.LATE
    return Standing.NEWER if given.version == kept.version else Standing.ELSEWHERE


def began_at(said: datetime | None, now: datetime) -> datetime:
    """When typing began by the browser's clock, as far as that can be: without network we hear it later."""
    if said is None or said > now:
        return now
    return max(said, now - OFFLINE_AT_MOST)


def enters_inbox_at(started_at: datetime, decreed: Collection[date]) -> datetime:
    """One working day later: the same time of the first working day after the day it was begun."""
    local = started_at.astimezone(AMSTERDAM)
    day = next_working_day(local.date() + DAY, decreed)
    return local.replace(year=day.year, month=day.month, day=day.day).astimezone(started_at.tzinfo)


def is_due(started_at: datetime, changed_at: datetime, now: datetime, decreed: Collection[date]) -> bool:
    """Whether a draft with a question must now be seen by the team."""
    return enters_inbox_at(started_at, decreed) <= now and changed_at <= now - STILL_TYPING
