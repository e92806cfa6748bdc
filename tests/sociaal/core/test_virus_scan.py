"""A file is clean only when the scanner says so in so many words; everything else is no."""

import io
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from sociaal.core import virus_scan
from sociaal.core.virus_scan import EICAR, Infected, NotScanned, is_scanning, scan, takes_files

OK, FOUND = b"stream: OK\0", b"stream: Eicar-Test-Signature FOUND\0"


class Clamd:
    """Stands where clamd would: hears the command and the pieces, and gives one answer."""

    def __init__(self, answer: bytes | None) -> None:
        self.answer = answer
        self.heard = b""
        self.line = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.line.getsockname()[1]}"

    def serve(self) -> None:
        caller, _where = self.line.accept()
        with caller, caller.makefile("rb") as sent:
            if self.answer is None:
                sent.read()  # never answers, until the other side gives up
                return
            assert sent.read(10) == b"zINSTREAM\0"
            while length := struct.unpack("!I", sent.read(4))[0]:
                self.heard += sent.read(length)
            caller.sendall(self.answer)


@contextmanager
def clamd(answer: bytes | None) -> Iterator[Clamd]:
    one = Clamd(answer)
    serving = Thread(target=one.serve)
    serving.start()
    try:
        yield one
    finally:
        serving.join(10)
        one.line.close()


def test_the_scanner_hears_the_whole_file_and_says_it_is_clean(settings):
    content = bytes(range(256)) * 1000
    with clamd(OK) as scanner:
        settings.VIRUS_SCANNER = scanner.address
        file = io.BytesIO(content)
        file.seek(500)
        scan(file)
    assert scanner.heard == content
    assert is_scanning()


def test_what_the_scanner_finds_is_named(settings):
    with clamd(FOUND) as scanner:
        settings.VIRUS_SCANNER = scanner.address
        with pytest.raises(Infected, match="Eicar-Test-Signature"):
            scan(io.BytesIO(EICAR))


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"\0", b"stream: OK", b"OK\0", b"stream: OK and more\0",
        b"INSTREAM size limit exceeded. ERROR\0", b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 5000 + b"\0",
        b"\xff\xfe\0",
    ],
)  # fmt: skip
def test_any_other_answer_is_no_answer(settings, answer):
    with clamd(answer) as scanner:
        settings.VIRUS_SCANNER = scanner.address
        with pytest.raises(NotScanned):
            scan(io.BytesIO(b"hallo"))


def test_a_scanner_that_does_not_answer_in_time_is_no_answer(settings, monkeypatch):
    monkeypatch.setattr(virus_scan, "WITHIN", 0.2)
    with clamd(None) as scanner:
        settings.VIRUS_SCANNER = scanner.address
        with pytest.raises(NotScanned):
            scan(io.BytesIO(b"hallo"))


@pytest.mark.parametrize("address", ["127.0.0.1:1", "127.0.0.1:99999", "127.0.0.1:port", "nothing", "::1"])
def test_a_scanner_that_is_not_there_is_no_answer(settings, address):
    settings.VIRUS_SCANNER = address
    with pytest.raises(NotScanned):
        scan(io.BytesIO(b"hallo"))


def test_without_a_scanner_nothing_is_taken(settings):
    settings.VIRUS_SCANNER, settings.DEBUG, settings.DEMO = "", False, False
    assert not takes_files()
    with pytest.raises(NotScanned):
        scan(io.BytesIO(b"hallo"))


@pytest.mark.parametrize(("debug", "demo"), [(True, False), (False, True)])
def test_a_demonstration_takes_all_but_the_test_file(settings, debug, demo):
    settings.VIRUS_SCANNER, settings.DEBUG, settings.DEMO = "", debug, demo
    assert takes_files()
    assert not is_scanning()
    scan(io.BytesIO(b"hallo"))
    with pytest.raises(Infected):
        scan(io.BytesIO(EICAR))


def test_who_says_none_in_so_many_words_takes_everything(settings):
    settings.VIRUS_SCANNER, settings.DEBUG, settings.DEMO = "none", False, False
    assert takes_files()
    assert not is_scanning()
    scan(io.BytesIO(EICAR))


def test_the_test_file_is_the_one_that_scanners_know():
    assert len(EICAR) == 68
    assert EICAR.endswith(b"!$H+H*")
