"""What the report is made from: plain data, gathered by `intake.queries.conversation_report`."""

from dataclasses import dataclass
from datetime import date

from cases.enums import DataCategory


@dataclass(frozen=True)
class Talk:
    """A conversation that was held."""

    held: date
    place: str = ""
    at_table: tuple[str, ...] = ()
    interpreter: str = ""
    support_offered: bool = False
    category: str = DataCategory.GENERAL


@dataclass(frozen=True)
class Said:
    """What was noted about one life domain in one conversation. Field names as those of `DomainNote`."""

    domain: str
    category: str = DataCategory.GENERAL
    notes: str = ""
    goes_well: str = ""
    is_hard: str = ""
    can_do: str = ""
    network_can: str = ""
    cannot: str = ""
    no_questions: bool = False


@dataclass(frozen=True)
class Agreed:
    """Something that was agreed: who does what, before which day. `who` may be empty when `what` says it."""

    what: str
    who: str = ""
    before: date | None = None
    category: str = DataCategory.GENERAL


@dataclass(frozen=True)
class Told:
    """What the resident said, about the question or what they want to reach, with what it is about."""

    words: str
    category: str = DataCategory.GENERAL


@dataclass(frozen=True)
class Contact:
    """Who the resident can always call. Empty fields are not known."""

    name: str = ""
    team: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class ComingUp:
    """Something that happens before a day, or on it."""

    words: str
    day: date
    on_that_day: bool = False


@dataclass(frozen=True)
class ReportFacts:
    """All of it, of one case. Conversations add up, earliest first; wishes end with the goals of the plan."""

    talks: tuple[Talk, ...] = ()
    own_words: tuple[Told, ...] = ()
    wishes: tuple[Told, ...] = ()
    said: tuple[Said, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    contact: Contact = Contact()
    coming_up: tuple[ComingUp, ...] = ()
    general_phone: str = ""
    remarks: str = ""
    unsafe: bool = False
    """Somebody may not be safe at home: what is about that never comes in."""
    told_by_others: bool = False
    """The question reached us through somebody else than the resident, so the words may not be theirs."""
