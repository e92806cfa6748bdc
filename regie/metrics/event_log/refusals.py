"""Why an event log is not imported, in words with the line it is about."""

from django.utils.translation import gettext as _

from sociaal.core.errors import Refused


class MappingRefused(Refused):
    """The mapping cannot be used; the message names the key."""


class LogRefused(Refused):
    """The file cannot be imported; the message starts with the line of the file, counted from 1."""

    def __init__(self, message: str, *, line: int) -> None:
        super().__init__(_("Line %(line)d: %(message)s") % {"line": line, "message": message})
        self.line = line
