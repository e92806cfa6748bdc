"""Puts the few third-party files that the pages use under `var/npm/vendor/`; none of them is committed.

Run as `python manage.py frontend`, or without Django as `python -m sociaal.core.frontend`, after `npm ci`.
The whole component library is 400 KB and the Voorbeeld theme 200 KB; a page uses a part. So the style sheet
is put together from the components named here, with only the design tokens that those components refer to.
"""

import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# fmt: off
COMPONENTS = (
    "root", "document", "link", "button", "button-link", "button-group", "alert", "status-badge",
    "badge-counter", "table", "textbox", "textarea", "select", "radio-button", "checkbox", "form-field",
    "form-label", "form-field-description", "form-field-error-message", "form-fieldset", "heading-1",
    "heading-2", "heading-3", "heading-4", "paragraph", "data-list", "skip-link", "unordered-list",
)
"""The NL Design System components (Utrecht's implementation) that the pages use."""

ICONS = (
    "alert-triangle", "arrow-left", "arrow-right", "calendar", "check", "chevron-down", "chevron-left",
    "chevron-right", "circle-check", "clock", "download", "external-link", "eye", "filter", "hand-stop",
    "home", "info-circle", "lifebuoy", "list", "logout", "map-pin", "message", "pencil", "phone", "plus",
    "printer", "search", "settings", "shield-lock", "steering-wheel", "user", "users", "x",
)
"""Names of the outline icons (Tabler) that the sprite holds."""
# fmt: on

FONTS = [
    f"noto-sans-{script}-{weight}-normal.woff2"
    for script in ("latin", "latin-ext")
    for weight in (400, 600, 700)
]

_TOKEN = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+);")
_USED = re.compile(r"var\((--[\w-]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def build(root: Path = ROOT) -> list[Path]:
    """Write all files and return them. Raises FileNotFoundError when `npm ci` has not run."""
    npm, vendor = root / "node_modules", root / "var" / "npm" / "vendor"
    if not npm.is_dir():
        raise FileNotFoundError(f"{npm} is missing: run `npm ci` first")
    (vendor / "fonts").mkdir(parents=True, exist_ok=True)
    written = [
        _write(vendor / "components.css", _style_sheet(root)),
        _write(vendor / "icons.svg", _sprite(npm)),
    ]
    copies = {
        npm / "htmx.org/dist/htmx.min.js": vendor / "htmx.min.js",
        # the common build: lines and bars, at two thirds of the size
        npm / "echarts/dist/echarts.common.min.js": vendor / "echarts.min.js",
        **{npm / "@fontsource/noto-sans/files" / font: vendor / "fonts" / font for font in FONTS},
    }
    for source, target in copies.items():
        shutil.copyfile(source, target)
        written.append(target)
    return written


def _style_sheet(root: Path) -> str:
    npm = root / "node_modules"
    components = "".join(
        squeeze((npm / f"@utrecht/{name}-css/dist/index.css").read_text(encoding="utf-8"))
        for name in COMPONENTS
    )
    own = "".join(path.read_text(encoding="utf-8") for path in sorted((root / "static").rglob("*.css")))
    theme = (npm / "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css").read_text(
        encoding="utf-8"
    )
    tokens = needed_tokens(theme, _USED.findall(components + own))
    declarations = "".join(f"{name}:{value};" for name, value in tokens.items())
    return f".voorbeeld-theme{{{declarations}}}\n{components}\n"


def needed_tokens(theme: str, used: Iterable[str]) -> dict[str, str]:
    """The tokens of `theme` that `used` refers to, directly or through other tokens, sorted by name."""
    defined = {name: value.strip() for name, value in _TOKEN.findall(_COMMENT.sub("", theme))}
    needed: set[str] = set()
    waiting = list(used)
    while waiting:
        name = waiting.pop()
        if name in defined and name not in needed:
            needed.add(name)
            waiting.extend(_USED.findall(defined[name]))
    return {name: defined[name] for name in sorted(needed)}


def squeeze(css: str) -> str:
    """The same style sheet without comments and needless white space."""
    return (
        re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", _COMMENT.sub("", css)))
        .replace(";}", "}")
        .strip()
    )


def _sprite(npm: Path) -> str:
    symbols = "".join(_symbol(name, npm / f"@tabler/icons/icons/outline/{name}.svg") for name in ICONS)
    return f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>\n'


def _symbol(name: str, path: Path) -> str:
    inner = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    paths = " ".join(re.findall(r"<(?:path|circle|line|rect|polyline)[^>]*/>", inner))
    return (
        f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round">{paths}</symbol>'
    )


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def main() -> int:
    """Build, say how much was written, and return the exit code."""
    try:
        written = build()
    except FileNotFoundError as missing:
        print(f"front end: {missing}", file=sys.stderr)
        return 1
    total = sum(path.stat().st_size for path in written) // 1024
    print(f"front end: {len(written)} files, {total} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
