"""Names as people search them: one key for spellings that sound and look alike to a Dutch ear."""

import re
import unicodedata

_PREFIXES = frozenset(
    "van der den de het ter ten te 't la le el al ben bin in op aan bij onder over uit uijt voor tot von zu du des d".split()
)


def plain(text: str) -> str:
    """Lower case without diacritics or punctuation, single spaces."""
    flat = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o").replace("ı", "i"))
    letters = "".join(c for c in flat if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())


def search_key(text: str) -> str:
    """`plain`, with ij and y as one, double letters single, and tussenvoegsels left out (unless nothing else is left).

    So "Jansen" and "Janssen", "Dijk" and "van Dyk" meet; what is left of a difference, trigrams bridge.
    """
    words = plain(text).split()
    kept = [word for word in words if word not in _PREFIXES] or words
    return " ".join(re.sub(r"(.)\1+", r"\1", word.replace("ij", "y")) for word in kept)
