"""Files that were brought in, for who brought them."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from intake.models import FileImport
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound
from sociaal.outbox.models import Message

SHOWN = 20


@dataclass(frozen=True)
class Reading:
    """How far a file is. `stopped`: rows are left and nothing is going on with them."""

    file: FileImport
    stopped: bool

    @property
    def is_done(self) -> bool:
        return self.file.state == FileImport.State.DONE

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What became of the rows that were read."""
        file, signals = self.file, self.file.kind == FileImport.Kind.SIGNALS
        middle = (
            (_("Joined to a report of the same address"), file.joined)
            if signals
            else (_("New residents who look like one we knew"), file.doubtful)
        )
        known = (_("Known already, nothing done"), file.known)
        counts = ((_("New reports"), file.made), middle, known, (_("Refused"), file.refused))
        return [(label, str(number)) for label, number in counts]


def files_of(user: User, kind: str) -> QuerySet[FileImport]:
    """The latest files of this kind that this user brought, without what stood in them."""
    rows = FileImport.objects.filter(started_by=user, kind=kind).defer("content", "refused_rows")
    return rows.order_by("-started_at", "-pk")[:SHOWN]


def file_of(user: User, pk: int) -> FileImport:
    """A file that this user brought, with its refused rows. Raises NotFound for any other."""
    row = FileImport.objects.filter(pk=pk, started_by=user).defer("content").first()
    if row is None:
        raise NotFound
    return row


def reading_of(file: FileImport) -> Reading:
    """How far it is, now."""
    waiting = Message.objects.filter(topic=FileImport.TOPIC, key=str(file.pk), state=Message.State.WAITING)
    done = file.state == FileImport.State.DONE
    return Reading(file, stopped=not done and not waiting.exists())
