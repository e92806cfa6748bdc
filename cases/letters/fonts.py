"""The fonts of letters: Noto Sans (Latin, Greek, Cyrillic) and Noto Sans Arabic, from packages of their own.

Nothing of the machine is used, so a letter looks the same everywhere. PDF/UA allows no character without a
shape: what neither font has (an emoji, Chinese) is replaced, and the writer is told before.
"""

import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont

PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
MISSING = "\ufffd"
"""Stands where a character cannot be printed; Noto Sans has a shape for it."""
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They can make a text read differently from what it is."""
UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")
"""Places where a word may be broken or not: a letter breaks no words."""


@cache
def font_files() -> tuple[Path, ...]:
    """Raises FileNotFoundError when the packages are not installed whole."""
    found = tuple(sorted(Path(str(one)) for name in PACKAGES for one in (files(name) / "files").iterdir()))
    if len(found) < len(PACKAGES):
        raise FileNotFoundError(f"fonts of {PACKAGES}")
    return found


@cache
def fonts() -> typst.Fonts:
    """For the typesetter, which must not look at the machine's own."""
    folders: list[Any] = [str(folder) for folder in sorted({one.parent for one in font_files()})]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def _shapes() -> frozenset[str]:
    shapes: set[str] = set()
    for path in font_files():
        with TTFont(path, lazy=True) as font:
            shapes.update(map(chr, font.getBestCmap()))
    return frozenset(shapes)


def unprintable(text: str) -> list[str]:
    """The characters of a text that no font has, each once, in order of appearance."""
    return [one for one in dict.fromkeys(_plain(text)) if one != "\n" and one not in _shapes()]


def printable(text: str) -> str:
    """The text as it stands on paper: a mark for each character that no font has; without what cannot be seen
    (controls, and marks that turn the direction of what follows).
    """
    plain = _plain(text)
    return plain.translate({ord(one): MISSING for one in unprintable(plain)})


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", "\n".join(text.splitlines())).replace("\t", " ")
    return "".join(one for one in composed if one == "\n" or not _is_hidden(one))


def _is_hidden(one: str) -> bool:
    return unicodedata.category(one) in ("Cc", "Cs") or one in TURNING | UNSEEN
