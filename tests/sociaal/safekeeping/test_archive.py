"""The file of a backup is whole or not there, and only its owner reads it."""

import errno
import resource
import zipfile
from contextlib import contextmanager

import pytest

from sociaal.core.errors import Refused
from sociaal.safekeeping import archive
from sociaal.safekeeping.problems import in_words
from tests.sociaal.safekeeping.towns import write_backup


@contextmanager
def room_for(size):
    """No file of this process may become longer than so many bytes: like a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_it_gives_back_what_went_in(tmp_path):
    path = write_backup(tmp_path / "a.backup", b"rows" * 500_000, rows={"cases_case": 3})
    with archive.opened(path) as backup:
        assert b"".join(backup.pieces()) == b"rows" * 500_000
        assert backup.manifest.rows == {"cases_case": 3}
        backup.check_dump()
    assert [one.name for one in tmp_path.iterdir()] == ["a.backup"]


def test_only_its_owner_can_read_it(tmp_path):
    assert write_backup(tmp_path / "a.backup").stat().st_mode & 0o777 == 0o600


def test_a_backup_is_not_overwritten(tmp_path):
    path = write_backup(tmp_path / "a.backup", b"first")
    with pytest.raises(Refused, match=r"a\.backup"):
        write_backup(path, b"second")
    with archive.opened(path) as backup:
        assert b"".join(backup.pieces()) == b"first"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Refused, match=str(tmp_path / "nowhere")):
        write_backup(tmp_path / "nowhere" / "a.backup")


def test_a_full_disk_leaves_nothing_behind(tmp_path):
    with room_for(100_000), pytest.raises(Refused) as refused, in_words():
        write_backup(tmp_path / "a.backup", b"rows" * 500_000)
    assert refused.value.__cause__.errno in (errno.EFBIG, errno.ENOSPC)
    assert list(tmp_path.iterdir()) == []


def interrupted(path):
    with archive.new_file(path) as (_draft, file):
        file.write(b"half")
        raise KeyboardInterrupt


def test_what_goes_wrong_half_way_leaves_nothing_behind(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "a.backup")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_breaks_off_is_refused(tmp_path):
    path = write_backup(tmp_path / "a.backup", b"rows" * 1000)
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(Refused, match=r"a\.backup"), archive.opened(path):
        pass


def test_a_dump_that_was_changed_is_refused(tmp_path):
    path = write_backup(tmp_path / "a.backup", b"rows" * 1000)
    path.write_bytes(path.read_bytes().replace(b"rowsrows", b"sworrows", 1))
    with pytest.raises(Refused), archive.opened(path) as backup:
        backup.check_dump()


def test_a_dump_that_was_changed_with_its_checksum_is_refused(tmp_path):
    """The digest in the signed manifest, not the archive's own sum, says what it was."""
    path = write_backup(tmp_path / "a.backup", b"rows")
    with archive.opened(path) as backup:
        manifest = backup.manifest.as_json()
    with zipfile.ZipFile(path, "w") as other:
        other.writestr(archive.DUMP, b"sworn")
        other.writestr(archive.MANIFEST, manifest)
    with pytest.raises(Refused), archive.opened(path) as backup:
        backup.check_dump()


def a_text(path):
    path.write_text("PGDMP but not really")


def another_archive(path):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("letter.txt", "hello")


def a_squeezed_one(path):
    write_backup(path.with_suffix(".right"))
    with (
        zipfile.ZipFile(path.with_suffix(".right")) as right,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file,
    ):
        for name in right.namelist():
            file.writestr(name, right.read(name))


@pytest.mark.parametrize(
    "make", [a_text, another_archive, a_squeezed_one, lambda path: path.mkdir(), lambda path: None]
)
def test_what_is_no_backup_is_refused(tmp_path, make):
    make(tmp_path / "a.backup")
    with pytest.raises(Refused, match=r"a\.backup"), archive.opened(tmp_path / "a.backup"):
        pass
