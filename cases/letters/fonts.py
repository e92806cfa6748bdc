"""The fonts of letters: Noto Sans (Latin, Greek, Cyrillic) and Noto Sans Arabic, from packages of their own.

Nothing of the machine is used, so a letter looks the same everywhere. PDF/UA allows no character without a
shape: what neither font has (an emoji, Chinese) is replaced, and the writer is told before.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont

PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
MISSING = "\ufffd"
"""Stands where a character cannot be printed; Noto Sans has a shape for it."""
INVISIBLE = frozenset("\t\n\r")


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
    return [one for one in dict.fromkeys(text) if one not in _shapes() and one not in INVISIBLE]


def printable(text: str) -> str:
    """The text with a mark in place of each character that no font has."""
    gaps = unprintable(text)
    return text.translate({ord(one): MISSING for one in gaps}) if gaps else text
