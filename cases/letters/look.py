"""How our letters look: the municipality's colour, from the same theme as the screen."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

PLAIN = "#1c2b33"
_BRAND = re.compile(r"--sociaal-brand:\s*(#[0-9a-fA-F]{6})\b")


@cache
def brand_colour(theme: str | None = None) -> str:
    """`--sociaal-brand` of the theme's style sheet as `#rrggbb`; a dark grey when it names none."""
    path = finders.find(theme or settings.THEME_CSS)
    found = _BRAND.search(Path(path).read_text(encoding="utf-8")) if isinstance(path, str) else None
    return found.group(1) if found else PLAIN
