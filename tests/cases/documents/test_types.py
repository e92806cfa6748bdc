"""What a file is follows from its content; the name it comes with changes nothing."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.documents.types import TYPES, type_of
from sociaal.core.errors import Refused
from tests.documents import EXCEL, JPEG, PDF, PNG, open_document, word

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (PDF, "pdf"),
        (JPEG, "jpeg"),
        (PNG, "png"),
        (word(), "docx"),
        (word(EXCEL), "xlsx"),
        (open_document("text"), "odt"),
        (open_document("spreadsheet"), "ods"),
        (b"naam;bedrag\nDe Vries;12\n", "text"),
        ("Geïnd: € 12".encode(), "text"),
        ("Geïnd: 12".encode("cp1252"), "text"),
        (b"\xef\xbb\xbfmet een merkteken", "text"),
        (b"PKB is een afkorting", "text"),
        (b"Beste collega, <script>alert(1)</script> stond erin.", "text"),
    ],
)
def test_what_we_take_is_recognised(content, code):
    assert type_of(io.BytesIO(content)).code == code


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leeg"),
        (b"MZ\x90\x00\x03\x00\x00\x00This program cannot be run in DOS mode", "Dit soort bestand"),
        (b"\x7fELF\x02\x01\x01\x00", "Dit soort bestand"),
        (b"#!/bin/sh\nrm -rf /\n", "Dit soort bestand"),
        (b"GIF89a\x01\x00\x01\x00", "Dit soort bestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Dit soort bestand"),
        (b"{\\rtf1 \x00}", "Dit soort bestand"),
        ("tekst".encode("utf-16"), "Dit soort bestand"),
        (b"a" * 600_000 + b"\x00", "Dit soort bestand"),
        (SVG, "webpagina"),
        (b'<?xml version="1.0"?>\n' + SVG, "webpagina"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><p>", "webpagina"),
        (b"<HTML><body onload=alert(1)>", "webpagina"),
        (b"<ScRiPt>alert(1)</script>", "webpagina"),
    ],
)
def test_anything_else_is_refused_with_what_to_do(content, says):
    with pytest.raises(Refused, match=says):
        type_of(io.BytesIO(content))


@given(st.binary(max_size=300))
def test_whatever_comes_in_is_of_a_type_we_know_or_refused(content):
    try:
        found = type_of(io.BytesIO(content))
    except Refused:
        return
    assert TYPES[found.code] is found


def test_no_type_that_we_send_is_one_that_a_browser_runs():
    runs = ("html", "xml", "svg", "javascript")
    assert not [one for one in TYPES.values() if any(word in one.content_type.split(".")[0] for word in runs)]
