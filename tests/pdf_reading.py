"""What a screen reader says of a PDF: the text of its structure tree, in order, without what is only
decoration (headers and footers are marked so). Read from the file itself, apart from what made it.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

HEX = re.compile(r"<([0-9A-Fa-f\s]+)>")
SHOWS = {"Tj", "TJ", "'", '"'}


@dataclass(frozen=True)
class Said:
    """One element that holds text: what it is (P, H1, H2, LBody ...) and what it says."""

    role: str
    text: str


def read_aloud(pdf: bytes) -> list[Said]:
    """Everything, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.obj.objgen: _marked(page) for page in document.pages}
        return [one for one in _walk(document.Root.StructTreeRoot, "", None, pages) if one.text]


def _walk(element: Any, role: str, page: Any, pages: dict[Any, dict[int, str]]) -> Iterator[Said]:
    page = element.get("/Pg", page)
    role = str(element.get("/S", role)).lstrip("/")
    if "/ActualText" in element:
        yield Said(role, str(element.ActualText))
        return
    kids = element.get("/K", [])
    own = ""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            own += pages[page.objgen].get(kid, "")
        elif kid.get("/Type") == "/MCR":
            own += pages[kid.get("/Pg", page).objgen].get(int(kid.MCID), "")
        elif kid.get("/Type") != "/OBJR":
            if own:
                yield Said(role, own)
            own = ""
            yield from _walk(kid, role, page, pages)
    if own:
        yield Said(role, own)


@dataclass
class _Open:
    """A stretch of marked content that has begun."""

    mcid: int | None
    actual: str | None
    shown: list[str] = field(default_factory=list)


def _marked(page: Any) -> dict[int, str]:
    """The text of each piece of marked content of a page, by its number."""
    fonts = {name: _cmap(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    stack: list[_Open] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            stack.append(_opened(operands))
        elif name == "EMC":
            closed = stack.pop()
            text = closed.actual if closed.actual is not None else "".join(closed.shown)
            if closed.mcid is not None:
                found[closed.mcid] = found.get(closed.mcid, "") + text
            elif stack:
                stack[-1].shown.append(text)
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in SHOWS and stack:
            stack[-1].shown.append(_decoded(operands[-1], font))
    return found


def _opened(operands: Any) -> _Open:
    properties = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
    mcid = int(properties["/MCID"]) if "/MCID" in properties else None
    return _Open(mcid, str(properties["/ActualText"]) if "/ActualText" in properties else None)


def _decoded(operand: Any, font: dict[int, str]) -> str:
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    raw = b"".join(bytes(one) for one in pieces if isinstance(one, pikepdf.String))
    return "".join(font[int.from_bytes(raw[n : n + 2], "big")] for n in range(0, len(raw), 2))


def _cmap(font: Any) -> dict[int, str]:
    """From the code of a glyph to what it stands for: the font's ToUnicode table."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        codes = HEX.findall(block)
        found |= {int(code, 16): _text(text) for code, text in zip(codes[::2], codes[1::2], strict=True)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        codes = HEX.findall(block)
        for first, last, text in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(ord(_text(text)) + step)
    return found


def _text(code: str) -> str:
    return bytes.fromhex(re.sub(r"\s", "", code)).decode("utf-16-be")
