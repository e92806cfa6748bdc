"""Which column of an event log means what: a TOML file with `[columns]`, `[format]` and `[log]`.

[log]
name = "..."        # shown on the page
source = "..."      # where the log comes from; its citation
[columns]
case = "..."        # required: case, activity, time, resource
start = "..."       # optional: start, end, deadline, channel, responsible
[format]            # optional altogether
delimiter = ";"     # default ","
encoding = "cp1252" # default "utf-8", with or without byte order mark
timezone = "..."    # of times without an offset; default "Europe/Amsterdam"
time_format = "..." # as in Python's strptime; default ISO 8601
"""

import hashlib
import json
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.translation import gettext as _

from regie.metrics.event_log.refusals import MappingRefused

REQUIRED_COLUMNS = ("case", "activity", "time", "resource")
OPTIONAL_COLUMNS = ("start", "end", "deadline", "channel", "responsible")
LONGEST_NAME = 200
LOG_DEFAULTS = {"name": "", "source": ""}
FORMAT_DEFAULTS = {
    "delimiter": ",",
    "encoding": "utf-8",
    "timezone": "Europe/Amsterdam",
    "time_format": "",
}


@dataclass(frozen=True)
class Mapping:
    """A checked mapping: every required column is named, and the format can be read."""

    name: str
    source: str
    columns: dict[str, str]
    """What a column means to us → its name in the file."""
    delimiter: str
    encoding: str
    timezone: str
    time_format: str

    @property
    def digest(self) -> str:
        """SHA-256 over what the mapping says; comments and order do not count."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def read_mapping(path: Path) -> Mapping:
    """The mapping in this file. Raises MappingRefused, which names the key that is wrong."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MappingRefused(
            _("The mapping %(path)s cannot be read: %(reason)s.") % {"path": path, "reason": error.strerror}
        ) from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise MappingRefused(
            _("The mapping %(path)s is not valid TOML: %(reason)s") % {"path": path, "reason": error}
        ) from error
    return check_mapping(tables)


def check_mapping(tables: dict[str, Any]) -> Mapping:
    """The mapping these TOML tables describe. Raises MappingRefused, which names the key that is wrong."""
    _check_known(tables, ("log", "columns", "format"), prefix="")
    log = _texts(tables, "log", tuple(LOG_DEFAULTS))
    columns = _texts(tables, "columns", REQUIRED_COLUMNS + OPTIONAL_COLUMNS)
    form = FORMAT_DEFAULTS | _texts(tables, "format", tuple(FORMAT_DEFAULTS))
    for key in REQUIRED_COLUMNS:
        if key not in columns:
            raise MappingRefused(
                _("The mapping does not say which column is columns.%(key)s.") % {"key": key}
            )
    _check_name(log.get("name", ""))
    _check_delimiter(form["delimiter"])
    _check_encoding(form["encoding"])
    _check_timezone(form["timezone"])
    return Mapping(columns=columns, **(LOG_DEFAULTS | log), **form)


def _check_known(table: dict[str, Any], known: tuple[str, ...], prefix: str) -> None:
    for key in table:
        if key not in known:
            raise MappingRefused(
                _("The mapping has an unknown key, %(key)s. Known are: %(known)s.")
                % {"key": prefix + key, "known": ", ".join(prefix + name for name in known)}
            )


def _texts(tables: dict[str, Any], name: str, known: tuple[str, ...]) -> dict[str, str]:
    table = tables.get(name, {})
    if not isinstance(table, dict):
        raise MappingRefused(_("%(key)s must be a table, written as [%(key)s].") % {"key": name})
    _check_known(table, known, prefix=f"{name}.")
    for key, value in table.items():
        if not isinstance(value, str) or not value:
            raise MappingRefused(_("%(key)s must be a text that is not empty.") % {"key": f"{name}.{key}"})
    return table


def _check_name(name: str) -> None:
    if not name:
        raise MappingRefused(_("The mapping does not give the log a name: log.name."))
    if len(name) > LONGEST_NAME:
        raise MappingRefused(_("log.name is longer than %(longest)d characters.") % {"longest": LONGEST_NAME})


def _check_delimiter(delimiter: str) -> None:
    if len(delimiter) != 1 or delimiter in '"\r\n\0':
        raise MappingRefused(_("format.delimiter must be one character, such as a comma, semicolon or tab."))


def _check_encoding(encoding: str) -> None:
    """Only encodings in which a line ends with the one byte that we count lines by."""
    try:
        usable = "\n".encode(encoding) == b"\n"
    except LookupError as error:
        raise MappingRefused(
            _("format.encoding: %(encoding)s is not a known encoding.") % {"encoding": encoding}
        ) from error
    if not usable:
        raise MappingRefused(
            _("format.encoding: %(encoding)s cannot be read line by line. Save the file as UTF-8.")
            % {"encoding": encoding}
        )


def _check_timezone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise MappingRefused(
            _("format.timezone: %(name)s is not a known time zone.") % {"name": name}
        ) from error
