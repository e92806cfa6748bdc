"""Files as they come in, and documents of a case, in as few words as a test needs."""

import io
import zipfile
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from cases.documents.checking import CheckedFile, checked
from cases.models import Case, Document
from cases.operations.documents import add_documents
from sociaal.accounts.models import User
from sociaal.core.virus_scan import NONE
from tests.factories import NOW

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00 and so on \xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def upload(content: bytes = PDF, name: str = "brief.pdf") -> SimpleUploadedFile:
    """What a browser sends; that it says application/pdf counts for nothing."""
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def archive(**entries: bytes | str) -> bytes:
    """A zip archive with these entries; `_in_` in a name is a slash, `_dot_` a dot."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name.replace("_in_", "/").replace("_dot_", "."), content)
    return packed.getvalue()


def word(main: str = WORD, **more: bytes | str) -> bytes:
    """An office file whose main part is of this type."""
    entries: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types><Override ContentType="{main}"/></Types>',
        "word/document.xml": "<w:document/>",
    }
    return archive(**(entries | more))


def open_document(kind: str = "text") -> bytes:
    return archive(mimetype=f"application/vnd.oasis.opendocument.{kind}", content_dot_xml="<office/>")


def checked_file(content: bytes = PDF, name: str = "brief.pdf") -> CheckedFile:
    with override_settings(VIRUS_SCANNER=NONE):
        return checked(upload(content, name))


def add_document(
    case: Case, by: User, *, content: bytes = PDF, name: str = "brief.pdf", **facts: Any
) -> Document:
    """One document with one version."""
    given = {"kind": "letter", "category": "general", "dated": date(2026, 11, 1), "now": NOW, **facts}
    (document,) = add_documents(case=case, files=[checked_file(content, name)], by=by, **given)
    return document
