"""The one file of a backup: a ZIP archive, not compressed itself, that holds the dump and its manifest.

Written in one go and never twice on disk: the dump streams into it. Any program for ZIP takes it apart again.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from django.utils.translation import gettext as _

from sociaal.core.errors import Refused
from sociaal.safekeeping.manifest import Manifest

DUMP, MANIFEST = "database.dump", "manifest.json"
CHUNK = 1 << 20
LARGEST_MANIFEST = 4 << 20


class Writer:
    """Takes the dump in pieces, and knows how long it became and what its digest is."""

    def __init__(self, into: IO[bytes]) -> None:
        self._into, self._digest, self.size = into, hashlib.sha256(), 0

    def write(self, piece: bytes) -> None:
        self._into.write(piece)
        self._digest.update(piece)
        self.size += len(piece)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


@contextmanager
def dump_into(file: ZipFile) -> Iterator[Writer]:
    """While the dump comes in. It goes first; the manifest follows when all of it is there."""
    with file.open(DUMP, "w", force_zip64=True) as into:
        yield Writer(into)


@contextmanager
def new_file(path: Path) -> Iterator[tuple[Path, IO[bytes]]]:
    """A file under another name beside `path`, which becomes `path` when the block ends well; else it is
    removed.

    Only its owner can read it. Raises Refused when `path` is there already: a backup is not overwritten.
    """
    _check_is_new(path)
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield draft, file
            file.flush()
            os.fsync(file.fileno())
        _check_is_new(path)
        draft.rename(path)
        _settle(path.parent)
    finally:
        draft.unlink(missing_ok=True)


class Reader:
    """A backup that was opened. `manifest` was checked: against the present secrets, and that it is
    unchanged.
    """

    def __init__(self, file: ZipFile) -> None:
        plain = {
            one.filename
            for one in file.infolist()
            if one.compress_type == ZIP_STORED and not one.flag_bits & 1
        }
        if not plain >= {DUMP, MANIFEST}:
            raise BadZipFile("another archive")
        self.file = file
        with file.open(MANIFEST) as inside:
            self.manifest = Manifest.from_json(inside.read(LARGEST_MANIFEST))

    def pieces(self) -> Iterator[bytes]:
        """The dump, piece by piece."""
        with self.file.open(DUMP) as inside:
            yield from iter(partial(inside.read, CHUNK), b"")

    def check_dump(self) -> None:
        """Read all of it. Raises Refused when it is not what was written."""
        digest = hashlib.sha256()
        for piece in self.pieces():
            digest.update(piece)
        if digest.hexdigest() != self.manifest.sha256:
            raise Refused(_("This backup was changed after it was made; it is not restored."))


@contextmanager
def opened(path: Path) -> Iterator[Reader]:
    """The backup at `path`. Raises Refused for what is none, or is not whole."""
    if not path.is_file():
        raise Refused(_("There is no file %(path)s.") % {"path": path})
    try:
        with ZipFile(path) as file:
            yield Reader(file)
    except (BadZipFile, EOFError) as error:
        raise Refused(
            _("%(path)s is not a backup of Sociaal, or not a whole one.") % {"path": path}
        ) from error


def _check_is_new(path: Path) -> None:
    if not path.parent.is_dir():
        raise Refused(_("There is no folder %(path)s.") % {"path": path.parent})
    if path.exists():
        raise Refused(_("%(path)s is there already, and a backup is never overwritten.") % {"path": path})


def _settle(folder: Path) -> None:
    """The new name survives a power cut too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
