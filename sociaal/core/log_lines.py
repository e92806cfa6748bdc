"""What the log of the process may not hold."""

import logging
import re

SECRET = re.compile(r"(/agenda/)[^\s'\"?]+")
"""The address of somebody's agenda is a key to it, whatever a program asks there and by whichever method."""


class NoSecrets(logging.Filter):
    """Writes lines without the secrets that stand in an address. Never drops a line."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage()
        if "/agenda/" in line:
            record.msg, record.args = SECRET.sub(r"\1…", line), None
        return True
