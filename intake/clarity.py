"""Is the question clear? What a colleague would still ask. Pure: plain data in, prompts out.

Prompts, never a score: nothing here says how good a conversation or a conversation partner was. Only the
essentials keep a conversation from being finished; the rest may stay as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.enums import LifeDomain
from cases.policies import Essentials
from intake.essentials import is_touched, texts_of
from intake.questions import Fact, domains_mentioned, mentions_debts
from intake.signs import speaks_of_death

HARD = 2
"""At this level and below somebody does not manage."""
WELL = 4
"""At this level and above somebody manages."""
D = LifeDomain


@dataclass
class SaidOf:
    """What was noted about one domain, over all conversations; `level` is the latest."""

    domain: LifeDomain
    notes: str = ""
    goes_well: str = ""
    is_hard: str = ""
    can_do: str = ""
    network_can: str = ""
    cannot: str = ""
    level: int | None = None
    no_questions: bool = False


@dataclass(frozen=True)
class Talk:
    """What is known of a conversation, as far as the guide needs it."""

    essentials: Essentials
    said: Sequence[SaidOf] = ()
    facts: frozenset[Fact] = frozenset()
    relevant: Sequence[LifeDomain] = ()
    behind: str = ""
    interpreter: str = ""
    support_told: bool = False
    own_plan_until: date | None = None
    """Last day for an own plan, as long as nobody told of it and none came; None: nothing to tell."""
    own_plan_unread: bool = False


@dataclass(frozen=True)
class Prompt:
    """What a colleague would still ask. `domain`: where; empty for the whole. `needed`: to finish."""

    words: str
    domain: str = ""
    needed: bool = False


def still_to_ask(talk: Talk) -> list[Prompt]:
    """What is needed first, then contradictions and what is hard, then what the law asks to tell."""
    about = {one.domain: one for one in talk.said}
    touched = {domain for domain, one in about.items() if is_touched(one)}
    answered = touched | {one.domain for one in talk.said if one.no_questions}
    found = [
        *_needed(talk.essentials),
        *_contradictions(talk, about),
        *_unexplained(about),
        *_hard_ones(talk, answered),
        *_whole(talk, about),
    ]
    open_still = set(talk.relevant) - answered - {one.domain for one in found}
    return [
        *found,
        *(_not_asked(domain) for domain in talk.relevant if domain in open_still),
        *_to_tell(talk),
    ]


def _needed(essentials: Essentials) -> Iterator[Prompt]:
    if not essentials.own_words.strip():
        yield Prompt(_("What is the question, in the resident's own words?"), needed=True)
    if not essentials.wish.strip():
        yield Prompt(_("What would the resident like to reach?"), needed=True)
    if not essentials.domains_touched:
        yield Prompt(_("What is it about? Nothing is noted about any life domain yet."), needed=True)
    if not essentials.own_strength_asked:
        yield Prompt(_("What can the resident do themselves?"), needed=True)
    if not essentials.network_asked:
        yield Prompt(_("What can the people around them do?"), D.SOCIAL_NETWORK, needed=True)


def _contradictions(talk: Talk, about: dict[LifeDomain, SaidOf]) -> Iterator[Prompt]:
    money = about.get(D.FINANCES)
    texts = [text for one in talk.said for text in texts_of(one)] + [talk.essentials.own_words]
    if money and (money.level or 0) >= WELL and (mentions_debts(texts) or Fact.DEBTS in talk.facts):
        yield Prompt(_("Debts are mentioned, and money is going well. Do both hold?"), D.FINANCES)
    for one in talk.said:
        if (one.level or 0) > WELL and (one.is_hard.strip() or one.cannot.strip()):
            yield Prompt(
                _("%(domain)s: fully self-reliant, and yet something is hard. Do both hold?") % _named(one),
                one.domain,
            )
        if one.level and one.level <= HARD and one.goes_well.strip() and not _why_hard(one):
            yield Prompt(
                _("%(domain)s: only what goes well is noted, and it is a low level. What makes it hard?")
                % _named(one),
                one.domain,
            )


def _unexplained(about: dict[LifeDomain, SaidOf]) -> Iterator[Prompt]:
    for one in about.values():
        if one.level and one.level <= HARD and not _why_hard(one) and not one.goes_well.strip():
            yield Prompt(_("%(domain)s: what makes it so hard?") % _named(one), one.domain)


def _why_hard(one: SaidOf) -> bool:
    return any(text.strip() for text in (one.notes, one.is_hard, one.cannot))


def _hard_ones(talk: Talk, answered: set[LifeDomain]) -> Iterator[Prompt]:
    """What one would rather not ask."""
    texts = [text for one in talk.said for text in texts_of(one)] + [talk.essentials.own_words]
    if Fact.UNSAFE in talk.facts and D.HOME_RELATIONS not in answered:
        yield Prompt(
            _("The report says it is unsafe at home. Ask how it is between the people at home."),
            D.HOME_RELATIONS,
        )
    if speaks_of_death(texts) and D.MENTAL_HEALTH not in answered:
        yield Prompt(
            _("The resident speaks of not wanting to live. Ask about it openly: that helps."), D.MENTAL_HEALTH
        )
    if D.PARENTING not in answered and (
        Fact.CHILDREN in talk.facts or D.PARENTING in domains_mentioned(texts)
    ):
        yield Prompt(_("There are children. How are they, and how is it as a parent?"), D.PARENTING)
    if D.FINANCES not in answered and (Fact.DEBTS in talk.facts or mentions_debts(texts)):
        yield Prompt(_("Debts are mentioned. How is it with money?"), D.FINANCES)


def _whole(talk: Talk, about: dict[LifeDomain, SaidOf]) -> Iterator[Prompt]:
    wish, question = talk.essentials.wish.strip(), talk.essentials.own_words.strip()
    if wish and wish.casefold() == question.casefold():
        yield Prompt(_("The wish repeats the question. What would be different once it is solved?"))
    hard = [one for one in about.values() if one.level and one.level <= HARD]
    if len(hard) > 1 and not talk.behind.strip():
        yield Prompt(_("Several things are hard at once. What lies behind them?"))
    if Fact.INTERPRETER in talk.facts and not talk.interpreter.strip():
        yield Prompt(_("The resident speaks another language. Who interpreted?"))
    if talk.own_plan_unread:
        yield Prompt(_("The resident handed in a plan of their own. Read it before you go on."))


def _not_asked(domain: LifeDomain) -> Prompt:
    return Prompt(_("%(domain)s has not come up yet.") % {"domain": domain.label}, domain)


def _to_tell(talk: Talk) -> Iterator[Prompt]:
    """Wmo 2015 art. 2.3.2 lid 2 and 3: what the resident has to hear."""
    if not talk.support_told:
        yield Prompt(_("Tell that free independent client support is there for them."))
    if talk.own_plan_until is not None:
        words = _("Tell that they may hand in a plan of their own, until %(date)s.")
        yield Prompt(words % {"date": date_format(talk.own_plan_until, "j F")})


def _named(one: SaidOf) -> dict[str, object]:
    return {"domain": one.domain.label}
