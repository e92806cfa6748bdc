"""Whether a file is free of viruses, according to the scanner of this installation. No scanner: no file.

`settings.VIRUS_SCANNER` is `host:port` of a clamd (its INSTREAM command), or the word `none` for who decides
to do without. Empty, files are taken in development and demonstrations only, and only the harmless test file
of virus scanners (EICAR) is recognised.
"""

import socket
import struct
import time
from typing import BinaryIO

from django.conf import settings

NONE = "none"
WITHIN = 30.0
"""Seconds for all files of one form: a web server stops a request that takes a minute."""
CHUNK = 64 * 1024
LONGEST_ANSWER = 1024
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
"""In pieces, or a virus scanner would take this module away."""


class Infected(Exception):
    """The scanner found something; `str` is its name for it."""


class NotScanned(Exception):
    """There is no answer from a scanner, so nothing is known about this file."""


def takes_files() -> bool:
    """Whether this installation can take files at all: it has a scanner, or said that it needs none."""
    return bool(settings.VIRUS_SCANNER) or settings.DEBUG or settings.DEMO


def is_scanning() -> bool:
    """Whether a real scanner looks at each file."""
    return settings.VIRUS_SCANNER not in ("", NONE)


def deadline() -> float:
    """Until when the scanner may take over what is scanned from now on."""
    return time.monotonic() + WITHIN


def scan(file: BinaryIO, until: float | None = None) -> None:
    """Read the file from its start. Raises Infected, or NotScanned for any answer that is not "clean", or
    none before `until` (a `deadline`).
    """
    file.seek(0)
    if is_scanning():
        _read_answer(_ask_clamd(file, settings.VIRUS_SCANNER, until or deadline()))
    elif not takes_files():
        raise NotScanned("no scanner is set")
    elif not settings.VIRUS_SCANNER and file.read(len(EICAR)) == EICAR:
        raise Infected("EICAR")


def _read_answer(answer: str) -> None:
    if answer == "stream: OK":
        return
    if answer.startswith("stream: ") and answer.endswith(" FOUND"):
        raise Infected(answer.removeprefix("stream: ").removesuffix(" FOUND"))
    raise NotScanned(answer)


def _ask_clamd(file: BinaryIO, address: str, until: float) -> str:
    """What clamd says about these bytes. Protocol: man clamd, INSTREAM."""
    host, _colon, port = address.rpartition(":")
    try:
        with socket.create_connection((host, int(port)), timeout=_left(until)) as line:
            line.sendall(b"zINSTREAM\0")
            while chunk := file.read(CHUNK):
                line.settimeout(_left(until))
                line.sendall(struct.pack("!I", len(chunk)) + chunk)
            line.sendall(struct.pack("!I", 0))
            return _answer_of(line, until)
    except (OSError, ValueError, OverflowError) as error:
        raise NotScanned(type(error).__name__) from error


def _answer_of(line: socket.socket, until: float) -> str:
    answer = b""
    while not answer.endswith(b"\0"):
        line.settimeout(_left(until))
        part = line.recv(LONGEST_ANSWER)
        answer += part
        if not part or len(answer) > LONGEST_ANSWER:
            raise NotScanned("the answer broke off")
    return answer.rstrip(b"\0").decode("utf-8", "replace")


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
