"""Word, Excel and OpenDocument files are zip archives: looked into, within bounds, without unpacking them."""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from typing import BinaryIO

from django.utils.translation import gettext as _

from sociaal.core.errors import Refused

MOST_ENTRIES = 5_000
LARGEST_DIRECTORY = 1024 * 1024
LARGEST_UNPACKED = 300 * 1024 * 1024
LARGEST_RATIO = 100
"""Unpacked to packed, for the whole file; what is small when unpacked may be packed as tight as it likes."""
SMALL = 20 * 1024 * 1024
DESCRIPTION = 256 * 1024
"""So much is read of the entry that says what kind of office file it is."""
_END = struct.Struct("<4s4H2LH")
_LONG_END = b"PK\x06\x07"
"""Before the end of an archive too large for its own end: what that says is then not what is read."""
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, RuntimeError, EOFError, ValueError,
    OSError,
)  # fmt: skip
MAIN_PARTS = (
    (b"wordprocessingml.document.main+xml", "docx"),
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
)
MIME_TYPES = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
PROGRAM = re.compile(
    r"vbaproject|vbadata|macrosheets/|^(basic|scripts)/"
    r"|\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|sh)$",
    re.IGNORECASE,
)


def office_type(file: BinaryIO) -> str:
    """`docx`, `xlsx`, `odt` or `ods`. Raises Refused, with what to do, for any other archive."""
    if not _has_small_directory(file):
        raise Refused(_broken())
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise Refused(_broken())
            _check_size(entries)
            _check_programs(entries)
            return _kind(archive)
    except BROKEN:
        raise Refused(_broken()) from None


def _has_small_directory(file: BinaryIO) -> bool:
    """Whether the list of contents, which is read whole, is short: asked of the end of the file alone."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - 65_535))
    tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) - place < _END.size or tail[max(0, place - 20) :].startswith(_LONG_END):
        return False
    _mark, _disk, _first, _here, entries, directory, _offset, comment = _END.unpack_from(tail, place)
    is_whole = len(tail) - place == _END.size + comment
    return bool(is_whole and entries <= MOST_ENTRIES and directory <= LARGEST_DIRECTORY)


def _check_size(entries: Sequence[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > LARGEST_UNPACKED or (unpacked > SMALL and unpacked > LARGEST_RATIO * packed):
        raise Refused(_("Unpacked this file would be very large. Save it as PDF."))


def _check_programs(entries: Sequence[zipfile.ZipInfo]) -> None:
    if any(PROGRAM.search(entry.filename) for entry in entries):
        raise Refused(_("There is a program (macro) in this file. Save it as PDF, or without macros."))


def _kind(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        described = _beginning(archive, "[Content_Types].xml")
        if b"macroenabled" in described.lower():
            raise Refused(_("There is a program (macro) in this file. Save it as PDF, or without macros."))
        for part, code in MAIN_PARTS:
            if part in described:
                return code
    if "mimetype" in names and (code := MIME_TYPES.get(_beginning(archive, "mimetype").strip(), "")):
        return code
    raise Refused(_("This is an archive (ZIP). Unpack it first and add the files themselves."))


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(DESCRIPTION)


def _broken() -> str:
    return _("This file cannot be opened; it is broken or locked. Open it yourself and save it as PDF.")
