"""Words after which one asks on about wanting to live. Beginnings of words, in Dutch as people speak."""

import re
from collections.abc import Iterable

_DEATH = re.compile(
    r"\b(?:su[iï]cid|zelfmoord|zelfdod|niet meer (?:willen )?leven|niet meer wakker"
    r"|er (?:liever )?niet meer (?:te )?(?:zijn|wil)|liever dood|dood wil|wil\w* dood|een eind aan)",
    re.IGNORECASE,
)


def speaks_of_death(texts: Iterable[str]) -> bool:
    """Whether somebody says that they would rather not live. Opens a prompt, nothing more."""
    return any(_DEATH.search(text) for text in texts)
