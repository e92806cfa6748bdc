"""Names as people say, write and search them: one form for spellings that sound alike to a Dutch ear.

Pure rules. `search_key` is what lists sort by; `sound_key` is by what search meets; `near_keys` brings
together what one slip of the hand keeps apart.
"""

import re
import unicodedata

TUSSENVOEGSELS = frozenset(
    {"aan", "bij", "de", "den", "der", "des", "die", "du", "het", "in", "la", "le", "onder", "op", "over"}
    | {"s", "t", "te", "ten", "ter", "tot", "uijt", "uit", "van", "von", "voor", "zu", "vd", "vdr", "vdn"}
)
"""Words before a Dutch last name that people leave out, swap, shorten or put elsewhere."""

TITLES = frozenset(
    {"dhr", "mevr", "mevrouw", "meneer", "heer", "mw", "mej", "mr", "drs", "ir", "ing", "dr", "prof", "fam"}
    | {"familie", "geb", "geboren", "ev", "weduwe", "wed", "erven", "jr", "sr"}
)
"""Words beside a name that are no part of it."""

_SHORTENED = re.compile(r"\b(?:v (?:d|de|den|der|dr|dn|t|h)|op d|aan d|vh|vt)\b")
_GROWN_TOGETHER = re.compile(r"^(?:van(?:den|der|de)?|ten|ter|(?:op|uit|in|aan)(?:den|der|de|t))(?=.{4})")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
    | {"þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ĳ": "ij", "Ĳ": "IJ"}
)
_DOUBLE = re.compile(r"(.)\1+")
_SOUNDS = (
    # at the beginning J and Y are one: Yusuf, Joesoef; Djamila, Jamila
    (r"^y(?=[aeou])|^dj", "j"),
    (r"sch", "sg"),
    (r"sh|c(?=[eiy])|z", "s"),
    (r"[ckg]h", "g"),
    (r"ph|v", "f"),
    (r"[td]h|dt|d$", "t"),
    (r"b$", "p"),
    (r"(?<=.)h", ""),
    (r"qu", "kw"),
    (r"x", "ks"),
    (r"[cq]", "k"),
    # what is written in several ways and sounds as one; capitals are sounds, no letters
    (r"uij|uy|ui", "U"),
    (r"eij|ij|ei|ey|ay|ai|y", "Y"),
    (r"ouw|auw|ou|au|oe|ue", "u"),
    (r"ie", "i"),
    (r"ae", "a"),
)
"""From left to right, the first that fits."""
_HEARD = re.compile("|".join(f"({letters})" for letters, _sound in _SOUNDS))


def plain(text: str) -> str:
    """Lower case without diacritics or punctuation, single spaces."""
    flat = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    letters = "".join(c for c in flat if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())


def light_key(word: str) -> str:
    """One plain word, with ij and y as one and double letters single."""
    return _DOUBLE.sub(r"\1", word.replace("ij", "y"))


def search_key(text: str) -> str:
    """`plain`, each word as its `light_key`, and tussenvoegsels left out.

    They stay when nothing else is left. So "Jansen" and "Janssen", "Dijk" and "van Dyk" meet.
    """
    words = plain(text).split()
    kept = [word for word in words if word not in TUSSENVOEGSELS] or words
    return " ".join(light_key(word) for word in kept)


def sound_key(word: str) -> str:
    """One plain word as it sounds: Claassen and Klaasen, Meijer and Meier, Schouten and Sgouten meet.

    Empty for an empty word only.
    """
    single = _DOUBLE.sub(r"\1", word)
    heard = _HEARD.sub(lambda match: _SOUNDS[(match.lastindex or 1) - 1][1], single)
    return _DOUBLE.sub(r"\1", heard) or word


def near_keys(word: str) -> frozenset[str]:
    """The `sound_key` of a plain word and of that word with any one letter left out.

    Two words that differ in one letter (one too many, one missing, another one, two swapped) share at least
    one of these, whatever they sound like.
    """
    if len(word) < 3:
        return frozenset({sound_key(word)})
    return frozenset({sound_key(word), *(sound_key(word[:n] + word[n + 1 :]) for n in range(len(word)))})


_NEAR_COMMON = frozenset().union(*map(near_keys, ("van", "der", "den", "ter", "ten")))


def name_words(text: str) -> tuple[str, ...]:
    """The plain words of a name by which it is known: without tussenvoegsels, however shortened, and titles.

    They stay when nothing else is left.
    """
    words = plain(text).split()
    kept = [word for word in _SHORTENED.sub(" ", " ".join(words)).split() if word not in TUSSENVOEGSELS]
    return tuple([word for word in kept if word not in TITLES] or words)


def is_nearly_tussenvoegsel(word: str) -> bool:
    """Whether this may be a common tussenvoegsel with a slip, such as "vna" or "dre"."""
    return len(word) < 5 and not near_keys(word).isdisjoint(_NEAR_COMMON)


def joined_words(text: str) -> tuple[str, ...]:
    """Other ways to divide a last name into words: written as one, and without what has grown on to it.

    So "van den Berg" is met by "Vandenberg", and the other way round.
    """
    words = plain(text).split()
    if len(words) > 1:
        return ("".join(words),)
    rest = _GROWN_TOGETHER.sub("", words[0]) if words else ""
    return (rest,) if words and rest != words[0] else ()
