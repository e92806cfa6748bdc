"""Files that are sent to us, bounded while they come in: what is too large is held nowhere, not even on disk.

The only upload handler (`FILE_UPLOAD_HANDLERS`), so it guards every address, also before anybody signed in.
"""

from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

IN_MEMORY = 2 * 1024 * 1024
MOST_FILES = 10
"""So many at once are kept; of more than that only the names."""


class NotKept(UploadedFile):
    """A file of which nothing was kept: larger than `MAX_UPLOAD_BYTES`, one of too many, or sent by a browser
    without a session.

    `size` is what came in, so whoever checks the size refuses it; there is nothing to read.
    """


class BoundedUploads(FileUploadHandler):
    """Keeps what is within the limits and reads on past the rest: then the form can say which file it was."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.kept = 0
        # who is not signed in has no form with a file
        self.keeps = request is None or settings.SESSION_COOKIE_NAME in request.COOKIES

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file: Any = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # closed with the request
        self.length = 0
        self.is_kept = self.keeps and self.kept < MOST_FILES

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep it while there is room; past the limit what was kept goes too."""
        self.length += len(raw_data)
        if self.is_kept and self.length <= settings.MAX_UPLOAD_BYTES:
            self.file.write(raw_data)
        elif self.is_kept:
            self.is_kept = False
            self.file.close()

    def file_complete(self, file_size: int) -> UploadedFile:
        facts: dict[str, Any] = {
            "name": self.file_name, "content_type": self.content_type, "size": file_size
        }  # fmt: skip
        if not self.is_kept:
            self.file.close()
            return NotKept(file=BytesIO(), **facts)
        self.kept += 1
        self.file.seek(0)
        return UploadedFile(file=self.file, charset=self.charset, **facts)

    def upload_interrupted(self) -> None:
        """Whoever sent it went away."""
        if self.file:
            self.file.close()
