"""What reaches across apps without an import upward: each app fills these when it is ready.

A relation to a case that a lower app does not know (a partner takes part), what the timeline says about an
event, panels of the case page, and what somebody has today.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

RelationCondition = Callable[[Any, Any], Any]
"""`(user, now)` to a condition on cases."""


@dataclass(frozen=True)
class TodayItem:
    """Something in somebody's diary of today, with the page it leads to."""

    at: datetime
    words: str
    resident_id: int
    url: str


@dataclass(frozen=True)
class PlannedItem:
    """Something planned in a case, in words that stand after a date. `place`: where, if that is known."""

    case_id: int
    at: datetime
    words: str
    place: str = ""


@dataclass(frozen=True)
class CasePanel:
    """A part of the case page that another app draws: its URL name (with the case number as one argument),
    what the link to it says until it is loaded, and from `access` whether this reader gets it at all.
    `beside`: from the case, whether it stands in the small column beside the story; else it comes before it.
    """

    name: str
    label: Any
    seen_by: Callable[[Any], bool] = lambda access: True
    beside: Callable[[Any], bool] = lambda case: True


@dataclass(frozen=True)
class AgreedItem:
    """Something agreed in a case: who does what, before which day, and what it is about (data category)."""

    who: str
    what: str
    before: date
    category: str


@dataclass(frozen=True)
class StillRunning:
    """What does not end with the case it is in: a sentence for who closes that case, and where to go."""

    words: str
    url: str
    link: str


@dataclass(frozen=True)
class Follows:
    """What the rows of one table do when two residents turn out to be one (see `cases.operations.merging`).

    All that points at the merged resident goes along to the kept one, unless `stays` picks it out: `(rows of
    the merged one, key of the kept one)` to the rows that stay, because they would be there twice or are a
    log. They are still read through `merged_into`; nothing is changed or deleted. `label` names the rows in
    the plural. `binds`: a row that comes after the merge keeps it from being undone.
    """

    label: Any
    stays: Callable[[Any, int], Any] | None = None
    binds: bool = True


def all_stay(rows: Any, kept: int) -> Any:
    """For `Follows`: a log, or what is settled in another way."""
    return rows


@dataclass
class Registry:
    """One place per kind of contribution; filled in `AppConfig.ready`, read afterwards."""

    case_relations: dict[str, RelationCondition] = field(default_factory=dict)
    shared_categories: dict[str, Callable[[Any, Any], frozenset[str]]] = field(default_factory=dict)
    """Per relation: `(user, case)` to the data categories this user may see of this case."""
    event_words: dict[str, Callable[[Any, list[Any]], dict[int, str]]] = field(default_factory=dict)
    """Per event kind: `(access, events)` to words by event key, for what the reader may see."""
    case_panels: list[CasePanel] = field(default_factory=list)
    """What the case page loads, in this order."""
    resident_panels: list[str] = field(default_factory=list)
    """URL names of panels that a resident's page loads, with the resident's key as `pk`."""
    lists: dict[str, Any] = field(default_factory=dict)
    """URL names of lists that people save with their filters, and what each is called."""
    today: list[Callable[[Any, date], list[TodayItem]]] = field(default_factory=list)
    """`(user, day)` to what this user has that day; each of one query."""
    still_running: list[Callable[[Any, Any], list[StillRunning]]] = field(default_factory=list)
    """`(case, access)` to what still runs in a case that is about to be closed; only what may be seen."""
    planned: list[Callable[[Collection[int], datetime], list[PlannedItem]]] = field(default_factory=list)
    """`(cases, since)` to what is planned in these cases from that moment on; each of one query."""
    lapsed: list[Callable[[Collection[int]], list[PlannedItem]]] = field(default_factory=list)
    """Of cases what was planned with a main subject for after the day they died; each of one query."""
    agreed: list[Callable[[Any], list[AgreedItem]]] = field(default_factory=list)
    """Of a case the agreements that still stand, soonest first; each of one query."""
    professionals_around: list[Callable[[Any], list[tuple[int, str, str]]]] = field(default_factory=list)
    """Of a case the professionals who take part in it: key, name, and what they are; each of one query."""
    weighing_begins: list[Callable[[Any], dict[str, Any]]] = field(default_factory=list)
    """Of a case that has not been weighed yet: what is known already of the fields of the weighing's form."""
    weighing_beside: list[Callable[[Any, Any], list[tuple[str, str]]]] = field(default_factory=list)
    """`(case, access)` to what was said that a weighing needs beside it: who or what, and the words."""
    form_sent: list[Callable[[Any, str, datetime], None]] = field(default_factory=list)
    """`(user, form key, now)`, in the transaction in which a form has its effect, before that effect."""
    before_closing: list[Callable[[Any], list[str]]] = field(default_factory=list)
    """Of a user what must be settled before the account is closed, or works with residents no longer, in
    sentences for the administrator that say who can do it; empty when nothing is in the way.
    """
    merging: dict[str, Follows] = field(default_factory=dict)
    """Per column that points at a resident ("app.model.field", small letters) what merging does with it. One
    that is not named here goes along whole."""
    same_person: Callable[[int], list[int]] = lambda resident: [resident]
    """A resident's key to the keys of all records of that person: the kept one and those merged into it."""


registry = Registry()
