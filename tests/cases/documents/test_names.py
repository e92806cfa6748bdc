"""The name of a file is text, of which nothing can do harm."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.documents.names import LONGEST, NOT_SHOWN, RESERVED, safe_name
from cases.documents.types import TYPES

PDF, TEXT, JPEG = TYPES["pdf"], TYPES["text"], TYPES["jpeg"]


@pytest.mark.parametrize(
    ("name", "file_type", "safe"),
    [
        ("Brief van de bank.pdf", PDF, "Brief van de bank.pdf"),
        ("../../etc/passwd", TEXT, "passwd.txt"),
        ("C:\\Users\\anna\\scan.pdf", PDF, "scan.pdf"),
        ("brief\u202efdp.exe", PDF, "brieffdp.exe.pdf"),
        ("brief\x00\r\nSet-Cookie: a=b.pdf", PDF, "briefSet-Cookie_ a=b.pdf"),
        ("con.pdf", PDF, "_con.pdf"),
        ("LPT1.foto.jpg", JPEG, "_LPT1.foto.jpg"),
        ("console.pdf", PDF, "console.pdf"),
        ("setup.bat", TEXT, "setup.bat.txt"),
        ("lijst.csv", TEXT, "lijst.csv"),
        ("FOTO.JPEG", JPEG, "FOTO.jpeg"),
        ("", PDF, "document.pdf"),
        ("...", PDF, "document.pdf"),
        (".htaccess", TEXT, "htaccess.txt"),
        ("brief.pdf. . ", PDF, "brief.pdf"),
        ("café ☕ verslag.pdf", PDF, "café ☕ verslag.pdf"),
        ("cafe\u0301.pdf", PDF, "café.pdf"),
        ('a<b>:"|?*.pdf', PDF, "a_b______.pdf"),
        ("x" * 300 + ".pdf", PDF, "x" * (LONGEST - 4) + ".pdf"),
    ],
)
def test_a_name_becomes_harmless(name, file_type, safe):
    assert safe_name(name, file_type) == safe


@given(st.text(max_size=300), st.sampled_from(sorted(TYPES)))
def test_any_name_is_short_visible_without_folders_and_ends_as_its_type(name, code):
    safe = safe_name(name, TYPES[code])
    assert len(safe) <= LONGEST
    assert safe.endswith(TYPES[code].endings)
    assert not set(safe) & set('/\\<>:"|?*')
    assert not safe.startswith((".", " "))
    assert not {unicodedata.category(sign) for sign in safe} & NOT_SHOWN
    assert not RESERVED.fullmatch(safe.split(".")[0])
