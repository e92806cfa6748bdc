"""The types of file that a document may be, recognised by content. The name and what a browser says count for
nothing.

A short list on purpose: what offices and telephones make, what anybody can open, and nothing that runs. The
few signatures stand here themselves: a package that knows a thousand types has the same lines for these, and
would still not look inside an office file (`office.py`).
"""

from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from cases.documents.office import office_type
from sociaal.core.errors import Refused

CHUNK = 256 * 1024
NO_TEXT = bytes(set(range(32)) - set(b"\t\n\r\f")) + b"\x7f"
"""Control characters: a file that holds one is no text."""
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"<body", b"<head")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class FileType:
    """What we send with it, and how its name may end (the first when it ends otherwise)."""

    code: str
    label: str
    content_type: str
    endings: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
TYPES = {
    one.code: one
    for one in (
        FileType("pdf", "PDF", "application/pdf", (".pdf",)),
        FileType("jpeg", "JPEG", "image/jpeg", (".jpg", ".jpeg")),
        FileType("png", "PNG", "image/png", (".png",)),
        FileType("docx", "Word", f"{_OFFICE}.wordprocessingml.document", (".docx",)),
        FileType("xlsx", "Excel", f"{_OFFICE}.spreadsheetml.sheet", (".xlsx",)),
        FileType("odt", "OpenDocument", f"{_OPEN}.text", (".odt",)),
        FileType("ods", "OpenDocument", f"{_OPEN}.spreadsheet", (".ods",)),
        FileType("text", "TXT", "text/plain", (".txt", ".csv")),
    )
}
ENDINGS = tuple(ending for one in TYPES.values() for ending in one.endings)
SIGNATURES = ((b"%PDF-", "pdf"), (b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"))


def type_of(file: BinaryIO) -> FileType:
    """What this file is. Raises Refused, with what to do, for anything that is not on the list."""
    file.seek(0)
    start = file.read(1024)
    for signature, code in SIGNATURES:
        if start.startswith(signature):
            return TYPES[code]
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return TYPES[office_type(file)]
    if not start:
        raise Refused(_("This file is empty."))
    if _is_markup(start):
        raise Refused(_("This is a web page or a drawing that can hold a program. Save it as PDF."))
    if not _is_text(file):
        raise Refused(
            _("We do not take this kind of file. Choose PDF, JPEG, PNG, Word, Excel, OpenDocument or text.")
        )
    return TYPES["text"]


def _is_markup(start: bytes) -> bool:
    return start.removeprefix(BYTE_ORDER_MARK).lstrip().lower().startswith(MARKUP)


def _is_text(file: BinaryIO) -> bool:
    file.seek(0)
    if file.read(2) == b"#!":
        return False
    file.seek(0)
    while chunk := file.read(CHUNK):
        if len(chunk.translate(None, NO_TEXT)) != len(chunk):
            return False
    return True
