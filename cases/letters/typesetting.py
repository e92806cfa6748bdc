"""From the words of a letter to a PDF that everybody can read: PDF/UA-1 (accessible) and PDF/A-2a (to keep).

The words go in as data, never as part of the template: nothing that somebody writes is taken as markup. The
same words at the same moment give the same bytes.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import typst
from django.utils import timezone

from cases.letters.fonts import fonts, printable
from cases.letters.look import brand_colour
from cases.letters.text import LetterText, typst_input

TEMPLATE = Path(__file__).with_name("letter.typ")
STANDARDS: Any = ["a-2a", "ua-1"]


def typeset(letter: LetterText, *, at: datetime) -> bytes:
    """The PDF. `at` is written in it as its date. Takes some hundredths of a second.

    Raises typst.TypstError when the template is at fault: no words can make it fail.
    """
    pdf = typst.compile(
        TEMPLATE, root=TEMPLATE.parent, font_paths=fonts(), format="pdf", pdf_standards=STANDARDS,
        sys_inputs=_inputs(letter, at), timestamp=int(at.timestamp()),
    )  # fmt: skip
    assert isinstance(pdf, bytes)
    return pdf


def _inputs(letter: LetterText, at: datetime) -> dict[str, str]:
    day = timezone.localtime(at)
    data = typst_input(letter) | {"brand": brand_colour(), "date": [day.year, day.month, day.day]}
    return {"letter": json.dumps(_printable(data), ensure_ascii=False)}


def _printable(data: Any) -> Any:
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, dict):
        return {name: _printable(value) for name, value in data.items()}
    return [_printable(one) for one in data] if isinstance(data, list | tuple) else data
