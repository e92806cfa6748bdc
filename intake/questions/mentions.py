"""What a text says without being asked: words by which a life domain, or debts, are recognised.

Beginnings of words, in Dutch as people speak. A hit opens a domain or adds a prompt, nothing more; so it may
be wrong now and then, and what it does not recognise is one tap away.
"""

import re
from collections.abc import Iterable, Mapping

from cases.enums import LifeDomain

D = LifeDomain

DEBTS = (
    r"schuld(?!ig|gevoel)|\w*achterstand|aanmaning|deurwaarder|incasso|loonbeslag|betalingsregeling"
    r"|rood sta|sta\w* (?:\w+ )?rood\b|niet meer betalen|openstaande rekening|bewindvoer"
)
NOT_THERE = r"(?<!\bgeen )(?<!\bzonder )"
"""A word just after "no" or "without" says that there are none."""

WORDS: Mapping[LifeDomain, str] = {
    D.FINANCES: rf"{DEBTS}|geld|uitkering|rekening|inkomen|toeslag|bijstand|huurtoeslag|belasting|rondkom",
    D.WORK_EDUCATION: r"werk(?!elijk|t\b)|baan\b|ontslag|ontslagen|opleiding|studie|school|solliciter|stage",
    D.DAYTIME: r"dagbesteding|verveel|hele dag|niets te doen",
    D.HOUSING: (
        r"trap\b|traplift|woning|huur(?!toeslag)|huis kwijt|ontruim|verhui[sz]|schimmel|drempel|badkamer"
        r"|dakloos"
    ),
    D.HOME_RELATIONS: r"ruzie|scheid|gescheiden|slaat|geslagen|geweld|bedreig|bang voor|mantelzorg",
    D.MENTAL_HEALTH: r"somber|angst|depress|pieker|overspannen|burn-?out|psych|trauma|suïcid|stress",
    D.PHYSICAL_HEALTH: (
        r"trap\b|pijn|ziek|operatie|heup|knie|rug\b|gevallen|vallen|rollator|rolstoel|beroerte|reuma"
        r"|dement|vergeet"
    ),
    D.SUBSTANCE_USE: r"alcohol|drank|drinkt|te veel drink|drugs|blow|wiet|gokk|verslav",
    D.BASIC_ADL: r"wassen|douche|aankleden|steunkous|niet meer eten|incontinent",
    D.INSTRUMENTAL_ADL: r"huishoud|schoonma|boodschap|koken|de was\b|vervoer|taxi|formulier|de post\b|digid",
    D.SOCIAL_NETWORK: r"eenza|alleenstaand|helemaal alleen|woon alleen|niemand|overleden|weduw",
    D.PARTICIPATION: r"vrijwillig|meedoen|nederlands leren|inburger|vereniging",
    D.JUSTICE: r"politie|rechter|rechtbank|boete|aangifte|reclassering|gevangenis|detentie",
    D.PARENTING: r"kind\b|kinderen|zoon|dochter|opvoed|puber|baby|kleuter|zwanger|jeugd",
}
_DEBTS = re.compile(rf"\b{NOT_THERE}(?:{DEBTS})", re.IGNORECASE)
_DOMAINS = {domain: re.compile(rf"\b(?:{words})", re.IGNORECASE) for domain, words in WORDS.items()}


def mentions_debts(texts: Iterable[str]) -> bool:
    """Whether somebody speaks of debts or arrears."""
    return any(_DEBTS.search(text) for text in texts)


def domains_mentioned(texts: Iterable[str]) -> frozenset[LifeDomain]:
    """The life domains that these words are about, as far as the words give it away."""
    told = list(texts)
    return frozenset(
        domain for domain, pattern in _DOMAINS.items() if any(pattern.search(text) for text in told)
    )
