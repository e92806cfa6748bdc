"""The shapes of Voorbeeldstad's texts. Codes are those of the enums of `cases`; lengths fit its models."""

from dataclasses import dataclass
from enum import StrEnum

from cases.enums import (
    ContactKind,
    DataCategory,
    HandoverReason,
    Law,
    Level,
    LifeDomain,
    OrganisationKind,
    RedFlag,
    Reporter,
    WaitParty,
    WaitSubject,
    Weight,
)


class Gender(StrEnum):
    WOMAN = "woman"
    MAN = "man"


class HouseholdKind(StrEnum):
    SINGLE = "single"
    COUPLE = "couple"
    SINGLE_PARENT = "single_parent"
    FAMILY = "family"
    YOUNG = "young"
    OLDER_SINGLE = "older_single"
    OLDER_COUPLE = "older_couple"


class Season(StrEnum):
    """When a question comes up more often. `MONTH_WEIGHTS` says how much, January first."""

    ALL = "all"
    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"
    SCHOOL = "school"
    NEW_YEAR = "newyear"


MONTH_WEIGHTS: dict[Season, tuple[int, ...]] = {
    Season.ALL: (3, 3, 3, 3, 3, 3, 2, 2, 3, 3, 3, 2),
    Season.WINTER: (5, 5, 3, 2, 1, 1, 1, 1, 2, 3, 5, 5),
    Season.SPRING: (2, 3, 5, 5, 5, 3, 2, 1, 2, 2, 1, 1),
    Season.SUMMER: (1, 1, 2, 3, 5, 5, 5, 4, 2, 2, 1, 1),
    Season.SCHOOL: (3, 3, 3, 2, 2, 2, 1, 2, 5, 5, 4, 2),
    Season.NEW_YEAR: (6, 5, 4, 3, 2, 2, 1, 1, 2, 2, 2, 2),
}


@dataclass(frozen=True)
class DomainText:
    """What was said about one life domain, and how the resident manages there at intake."""

    domain: LifeDomain
    level: Level
    notes: str


@dataclass(frozen=True)
class RungText:
    """One rung of the weighing; `why_not` is blank on the rung that was chosen."""

    weight: Weight
    considered: str
    tried: str = ""
    why_not: str = ""


@dataclass(frozen=True, kw_only=True)
class HelpQuestion:
    """A help question from first words to chosen solution. `words` come from the reporter; `wish` and `goal`
    are the resident's. `ages` is the range of the (adult) resident; `child_ages` is given where it is about a
    child, who is then the resident helped, unless `of_parent`."""

    code: str
    reporter: Reporter
    household: HouseholdKind
    ages: tuple[int, int]
    gender: Gender | None = None
    """Of the adult resident, where the texts give it away ("mevrouw"); None: either."""
    child_ages: tuple[int, int] | None = None
    child_gender: Gender | None = None
    of_parent: bool = False
    """The child matters, but it is the adult who is helped: the case is the adult's."""
    season: Season = Season.ALL
    laws: tuple[Law, ...]
    red_flags: tuple[RedFlag, ...] = ()
    words: str
    behind: str
    wish: str
    domains: tuple[DomainText, ...]
    own_strength: str
    network: str
    rungs: tuple[RungText, ...]
    weight: Weight
    provision: str
    """Name of a provision in `provisions.PROVISIONS`."""
    safety: bool = False
    clear: bool
    stable: bool
    parties: int
    goal: str


@dataclass(frozen=True)
class QuickQuestion:
    """A question that is answered straight away."""

    words: str
    answer: str


@dataclass(frozen=True)
class OrganisationText:
    name: str
    kind: OrganisationKind
    phone: str
    professions: tuple[str, ...]


@dataclass(frozen=True)
class ProvisionText:
    """An entry of the catalogue. `price` is in euro per `per`; None costs nothing. `places` None: no
    maximum."""

    name: str
    weight: Weight
    law: Law | None
    provider: str
    domains: tuple[LifeDomain, ...]
    price: str | None = None
    per: str = ""
    places: int | None = None
    waiting_weeks: int = 0


@dataclass(frozen=True)
class SuggestionText:
    """An improvement suggestion, the step where it arose and how far it came. `moves` are the words of each
    move."""

    gets_in_the_way: str
    would_help: str
    step: str
    phase: str
    measure: str = ""
    tried_by: str = ""
    moves: tuple[str, ...] = ()


@dataclass(frozen=True)
class HandoverText:
    """`told` is what the resident was told; `refusal` is blank where the receiver accepts."""

    reason: HandoverReason
    why: str
    told: str
    warm_transfer: str
    refusal: str = ""


@dataclass(frozen=True)
class AgreementText:
    """`kind` is of the organisation that does it; None: one of us. `why_not` is blank where it was kept."""

    kind: OrganisationKind | None
    what: str
    days: int
    category: DataCategory = DataCategory.GENERAL
    why_not: str = ""


@dataclass(frozen=True)
class ParticipationText:
    """How a partner takes part in a case."""

    organisation: str
    role: str
    mandate: str
    added_value: str
    categories: tuple[DataCategory, ...]
    ground: str


@dataclass(frozen=True)
class ContactText:
    kind: ContactKind
    summary: str
    with_resident: bool = True


@dataclass(frozen=True)
class WaitText:
    on: WaitParty
    subject: WaitSubject
    why: str
