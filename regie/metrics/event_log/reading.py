"""The events of a log file, checked line by line."""

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO, NamedTuple

from django.utils.translation import gettext as _

from regie.metrics.event_log.lines import Progress, read_records
from regie.metrics.event_log.mapping import Mapping
from regie.metrics.event_log.refusals import LogRefused
from regie.metrics.event_log.times import MomentReader

LONGEST_CASE_KEY = 200
"""Characters; a longer key is another column by mistake."""
TIMES = ("time", "start", "end", "deadline")


class LoggedEvent(NamedTuple):
    """One line of the log, with what it repeats about its case. Activities and people are numbers."""

    line: int
    case: str
    at: datetime
    activity: int
    resource: int | None
    start: datetime | None
    end: datetime | None
    deadline: datetime | None
    channel: str
    responsible: int | None


class Names(dict[str, int]):
    """Gives each new name the next number."""

    def number(self, name: str) -> int:
        return self.setdefault(name, len(self))


class LogReader:
    """Reads one file, once. The names of employees stay in this object: what leaves it are numbers."""

    def __init__(self, mapping: Mapping) -> None:
        self.mapping = mapping
        self.activities = Names()
        self.resources = Names()
        self.responsible = Names()
        self.until: datetime | None = None
        """The last event so far; after the last line, the moment until which the log holds."""
        self._moments = {key: MomentReader(mapping.timezone, mapping.time_format) for key in TIMES}

    def events(self, file: BinaryIO, progress: Progress = lambda done: None) -> Iterator[LoggedEvent]:
        """The events in the order of the file. Raises LogRefused at the first line that is wrong."""
        records = read_records(
            file, encoding=self.mapping.encoding, delimiter=self.mapping.delimiter, progress=progress
        )
        line, header = next(records, (1, []))
        if not header:
            raise LogRefused(_("the file is empty."), line=1)
        places = self._places(header, line)
        for line, fields in records:
            if len(fields) != len(header):
                raise LogRefused(
                    _("%(found)d fields where the header has %(expected)d. Is the line cut off?")
                    % {"found": len(fields), "expected": len(header)},
                    line=line,
                )
            yield self._event(line, {key: fields[place].strip() for key, place in places.items()})
        if self.until is None:
            raise LogRefused(_("the file has a header and no events."), line=line)

    def _places(self, header: list[str], line: int) -> dict[str, int]:
        names = [name.strip() for name in header]
        for column in self.mapping.columns.values():
            if column not in names:
                raise LogRefused(
                    _("there is no column %(column)s. The columns are: %(found)s.")
                    % {"column": column, "found": ", ".join(names)},
                    line=line,
                )
            if names.count(column) > 1:
                raise LogRefused(
                    _("there is more than one column %(column)s.") % {"column": column}, line=line
                )
        return {key: names.index(column) for key, column in self.mapping.columns.items()}

    def _event(self, line: int, fields: dict[str, str]) -> LoggedEvent:
        for key in ("case", "activity", "time"):
            if not fields[key]:
                raise LogRefused(
                    _("the column %(column)s is empty.") % {"column": self.mapping.columns[key]}, line=line
                )
        if len(fields["case"]) > LONGEST_CASE_KEY:
            raise LogRefused(
                _("the column %(column)s is longer than %(longest)d characters.")
                % {"column": self.mapping.columns["case"], "longest": LONGEST_CASE_KEY},
                line=line,
            )
        moments = {key: self._moment(key, fields.get(key, ""), line) for key in TIMES}
        at = moments["time"]
        assert at is not None  # its text is not empty
        self.until = max(self.until or at, at)
        return LoggedEvent(
            line=line,
            case=fields["case"],
            at=at,
            activity=self.activities.number(fields["activity"]),
            resource=_numbered(self.resources, fields["resource"]),
            start=moments["start"],
            end=moments["end"],
            deadline=moments["deadline"],
            channel=fields.get("channel", ""),
            responsible=_numbered(self.responsible, fields.get("responsible", "")),
        )

    def _moment(self, key: str, text: str, line: int) -> datetime | None:
        if not text:
            return None
        reader = self._moments[key]
        try:
            return reader.read_deadline(text) if key == "deadline" else reader.read(text)
        except ValueError as error:
            column = self.mapping.columns[key]
            raise LogRefused(
                _("column %(column)s: %(reason)s") % {"column": column, "reason": error}, line=line
            ) from error


def _numbered(names: Names, name: str) -> int | None:
    return names.number(name) if name else None
