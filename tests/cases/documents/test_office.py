"""Office files are looked into without unpacking them."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from cases.documents import office
from cases.documents.office import office_type
from sociaal.core.errors import Refused
from tests.documents import EXCEL, WORD, archive, word

MACROS = WORD.replace("openxmlformats-officedocument.wordprocessingml", "ms-word").replace(
    "main+xml", "macroEnabled.main+xml"
)


def refused(content, says):
    with pytest.raises(Refused, match=says):
        office_type(io.BytesIO(content))


@pytest.mark.parametrize(
    "content",
    [
        word(**{"word/vbaProject.bin": b"program"}),
        word(MACROS),
        word(EXCEL, **{"xl/macrosheets/sheet1.xml": b"<m/>"}),
        archive(mimetype="application/vnd.oasis.opendocument.text", **{"Basic/Standard/Module1.xml": "Sub"}),
        word(**{"word/embeddings/setup.EXE": b"MZ"}),
    ],
    ids=["vba", "docm", "macro sheet", "odt with basic", "program inside"],
)
def test_a_program_inside_is_refused(content):
    refused(content, "macro")


@pytest.mark.parametrize(
    "content",
    [
        archive(brief_dot_txt="hallo"),
        archive(),
        archive(mimetype="application/epub+zip"),
        archive(**{"[Content_Types].xml": "<Types/>"}),
    ],
    ids=["files", "empty", "a book", "no main part"],
)
def test_an_ordinary_archive_is_refused(content):
    refused(content, "zipbestand")


def test_a_zip_bomb_is_refused_without_unpacking_it():
    bomb = word(**{"word/media/nothing.xml": bytes(60 * 1024 * 1024)})
    assert len(bomb) < 100_000
    tracemalloc.start()
    refused(bomb, "heel groot")
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2 * 1024 * 1024


def test_many_files_that_are_each_small_are_a_bomb_too(monkeypatch):
    monkeypatch.setattr(office, "SMALL", 1024)
    refused(word(**{f"word/{number}.xml": bytes(20_000) for number in range(50)}), "heel groot")


def test_what_would_fill_the_disk_is_refused_however_badly_it_is_packed(monkeypatch):
    monkeypatch.setattr(office, "LARGEST_UNPACKED", 1024)
    refused(word(**{"word/a.xml": bytes(range(256)) * 8}), "heel groot")


def test_a_table_that_repeats_itself_is_no_bomb():
    assert office_type(io.BytesIO(word(**{"word/a.xml": b"<w:p>nul</w:p>" * 100_000}))) == "docx"


def test_an_endless_list_of_contents_is_not_read():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for number in range(office.MOST_ENTRIES + 1):
            made.writestr(str(number), b"")
    refused(packed.getvalue(), "kapot of op slot")


@pytest.mark.parametrize("keep", [4, 30, 200])
def test_a_broken_archive_is_refused(keep):
    refused(word()[:keep], "kapot of op slot")


def test_an_end_that_lies_about_itself_is_refused():
    content = word()
    for lie in (struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, 2**31, 0, 0), b"PK\5\6"):
        refused(content + lie, "kapot of op slot")


def test_one_with_a_password_is_refused():
    content = bytearray(word())
    place = content.rfind(b"PK\x01\x02")
    for start in (0, place):
        content[start + (6 if start == 0 else 8)] |= 1
    first = content.find(b"PK\x01\x02")
    content[first + 8] |= 1
    refused(bytes(content), "kapot of op slot")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_content_that_is_damaged_is_refused(method):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as made:
        made.writestr("[Content_Types].xml", WORD * 20)
    content = bytearray(packed.getvalue())
    place = 30 + len("[Content_Types].xml") + 6
    content[place : place + 8] = bytes(255 - byte for byte in content[place : place + 8])
    refused(bytes(content), "kapot of op slot")


def test_a_long_end_that_hides_a_long_list_is_refused():
    """The short end says one entry; Python reads what the long one before it says."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("[Content_Types].xml", WORD)
    content = packed.getvalue()
    end = content.rfind(b"PK\5\6")
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, 0, 1)
    refused(content[:end] + locator + content[end:], "kapot of op slot")
