"""Names as people search them: one key for spellings that sound and look alike to a Dutch ear."""

import re
import unicodedata

TUSSENVOEGSELS = frozenset(
    {"aan", "bij", "de", "den", "der", "des", "die", "du", "het", "in", "la", "le", "onder", "op", "over"}
    | {"s", "t", "te", "ten", "ter", "tot", "uijt", "uit", "van", "von", "voor", "zu"}
)
"""Words before a Dutch last name that people leave out, swap or put elsewhere."""


def plain(text: str) -> str:
    """Lower case without diacritics or punctuation, single spaces."""
    flat = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o").replace("ı", "i"))
    letters = "".join(c for c in flat if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())


def search_key(text: str) -> str:
    """`plain`, with ij and y as one, double letters single, and tussenvoegsels left out.

    They stay when nothing else is left. So "Jansen" and "Janssen", "Dijk" and "van Dyk" meet; what is left of
    a difference, trigrams bridge.
    """
    words = plain(text).split()
    kept = [word for word in words if word not in TUSSENVOEGSELS] or words
    return " ".join(re.sub(r"(.)\1+", r"\1", word.replace("ij", "y")) for word in kept)
