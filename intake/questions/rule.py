"""Which questions a conversation shows: the opening of each life domain, the prompts that fit, and why.

Pure: texts and facts in, texts and reasons out.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cases.enums import LifeDomain
from intake.questions.facts import Fact

D = LifeDomain


class Why(TextChoices):
    """Why a domain is open from the start, beside the facts."""

    ALWAYS = "always", _("asked of everybody")
    IN_WORDS = "in_words", _("the question speaks of it")
    SAID = "said", _("something was said about it")


Reason = Why | Fact

ALWAYS = frozenset({D.DAYTIME, D.SOCIAL_NETWORK})
"""An ordinary day is easy to begin with; the own network has to be explored (Wmo 2015, article 2.3.2)."""

OPENED_BY: Mapping[LifeDomain, tuple[Fact, ...]] = {
    D.FINANCES: (Fact.DEBTS, Fact.EVICTION, Fact.UTILITIES, Fact.INSURANCE, Fact.NO_FOOD),
    D.WORK_EDUCATION: (Fact.UNDER_27,),
    D.HOUSING: (Fact.EVICTION, Fact.UTILITIES),
    D.HOME_RELATIONS: (Fact.UNSAFE,),
    D.PHYSICAL_HEALTH: (Fact.INSURANCE,),
    D.BASIC_ADL: (Fact.NO_FOOD,),
    D.SOCIAL_NETWORK: (Fact.LIVES_ALONE,),
    D.PARENTING: (Fact.CHILDREN,),
}


@dataclass(frozen=True)
class Text:
    """One question of a version."""

    domain: str
    text: str
    is_opening: bool = False
    only_when: tuple[str, ...] = ()


@dataclass(frozen=True)
class AskedDomain:
    """One life domain: what to begin with, what to ask on with, and why it matters here, if it does."""

    domain: LifeDomain
    opening: str
    prompts: tuple[str, ...]
    why: tuple[Reason, ...]

    @property
    def relevant(self) -> bool:
        """Whether it stands open from the start."""
        return bool(self.why)


@dataclass(frozen=True)
class Asked:
    """All domains of one conversation, in the order of the matrix, and the facts they follow from."""

    domains: tuple[AskedDomain, ...]
    facts: frozenset[Fact]

    def of(self, domain: str) -> AskedDomain | None:
        """One domain; None when it is not asked about here."""
        return next((one for one in self.domains if one.domain == domain), None)


def questions_for(
    texts: Iterable[Text],
    facts: Collection[Fact],
    *,
    in_words: Collection[LifeDomain] = (),
    said: Collection[LifeDomain] = (),
) -> Asked:
    """What to ask.

    `in_words`: domains that the question speaks of; `said`: about which something was noted. Parenting is
    there only with children in the household, or when it was spoken of. A prompt with conditions is there
    when one of them holds.
    """
    rows, known = list(texts), frozenset(facts)
    reasons = {domain: _reasons(domain, known, in_words, said) for domain in LifeDomain}
    wanted = [domain for domain in LifeDomain if domain != D.PARENTING or reasons[domain]]
    return Asked(tuple(_asked(domain, rows, known, reasons[domain]) for domain in wanted), known)


def _reasons(
    domain: LifeDomain,
    facts: frozenset[Fact],
    in_words: Collection[LifeDomain],
    said: Collection[LifeDomain],
) -> tuple[Reason, ...]:
    found: list[Reason] = [fact for fact in OPENED_BY.get(domain, ()) if fact in facts]
    found += [Why.IN_WORDS] if domain in in_words else []
    found += [Why.SAID] if domain in said else []
    return tuple(found) or ((Why.ALWAYS,) if domain in ALWAYS else ())


def _asked(
    domain: LifeDomain, rows: Sequence[Text], facts: frozenset[Fact], why: tuple[Reason, ...]
) -> AskedDomain:
    own = [row for row in rows if row.domain == domain]
    opening = next((row.text for row in own if row.is_opening), "")
    prompts = tuple(row.text for row in own if not row.is_opening and fits(row.only_when, facts))
    return AskedDomain(domain, opening, prompts, why)


def fits(only_when: Collection[str], facts: Collection[str]) -> bool:
    """Whether a prompt is shown: without conditions always, else as soon as one of them holds."""
    return not only_when or any(condition in facts for condition in only_when)
