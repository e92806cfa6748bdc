"""The one way from a file that came in to a file that an operation takes."""

import hashlib
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from cases.documents.names import safe_name
from cases.documents.types import FileType, type_of
from sociaal.core.errors import Refused
from sociaal.core.uploads import MOST_FILES, NotKept
from sociaal.core.virus_scan import Infected, NotScanned, scan

CHUNK = 1024 * 1024


@dataclass(frozen=True)
class CheckedFile:
    """A file of a type we take, with a name that harms nobody, in which no virus was found."""

    name: str
    type: FileType
    size: int
    sha256: str
    content: BinaryIO


class CannotScan(Refused):
    """There is no answer from the scanner: about the next file there will be none either."""


def checked(upload: Any, until: float | None = None) -> CheckedFile:
    """Look at a file that came in (Django's `UploadedFile`). Raises Refused with what to do.

    Takes as long as the scanner does, `until` at most (see `sociaal.core.virus_scan`), so it is done before
    any transaction begins.
    """
    limit = settings.MAX_UPLOAD_BYTES
    if upload.size > limit:
        raise Refused(
            _("This file is larger than %(limit)d MB. Make it smaller, or cut it in parts.")
            % {"limit": limit // 1024**2}
        )
    if isinstance(upload, NotKept):
        raise Refused(_("You may add %(most)d files at once. Add the rest later.") % {"most": MOST_FILES})
    content = upload.file
    file_type = type_of(content)
    check_for_viruses(content, until)
    return CheckedFile(
        safe_name(upload.name or "", file_type), file_type, upload.size, _sha256(content), content
    )


def check_for_viruses(content: BinaryIO, until: float | None = None) -> None:
    """Every file that somebody sends by browser passes here. Raises Refused for a virus, and CannotScan when
    there is no scanner, or none that answers.
    """
    try:
        scan(content, until)
    except Infected:
        raise Refused(_("There is a virus in this file. Do not open it; tell your service desk.")) from None
    except NotScanned:
        raise CannotScan(
            _("This file cannot be checked for viruses now, so it was not added. Try again later.")
        ) from None


def _sha256(content: BinaryIO) -> str:
    content.seek(0)
    found = hashlib.sha256()
    while chunk := content.read(CHUNK):
        found.update(chunk)
    return found.hexdigest()
