"""The team's inbox: questions that nobody has taken up yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet

from cases.enums import HelpRequestState, RedFlag
from cases.models import HelpRequest
from intake.permissions import readable_requests
from intake.wording import waited
from sociaal.accounts.models import Team, User

LONG = timedelta(days=3)
"""From here a question that waits in the inbox is shown as late: the term of a threatening situation."""


@dataclass(frozen=True)
class InboxNumbers:
    """How many questions wait in a team's inbox, how many long, and since when the first."""

    waiting: int
    long: int
    flagged: int
    nameless: int
    oldest: datetime | None


@dataclass(frozen=True)
class InboxRow:
    """One question as the list shows it. `late`: it waits longer than `LONG`."""

    help_request: HelpRequest
    waited: str
    late: bool
    flags: Sequence[str]

    @classmethod
    def of(cls, row: HelpRequest, now: datetime) -> "InboxRow":
        """The row of this question at this moment."""
        flags = [str(RedFlag(flag).label) for flag in row.red_flags]
        return cls(row, waited(row.received_at, now), now - row.received_at >= LONG, flags)


def inbox_of(user: User, now: datetime) -> QuerySet[HelpRequest]:
    """The questions that wait for this user's team, as far as this user may read them."""
    rows = readable_requests(user, now).filter(team=user.team_id, state=HelpRequestState.NEW)
    return rows.select_related("resident", "registered_by")


def numbers_of(team: Team, now: datetime) -> InboxNumbers:
    """The whole inbox in numbers, for who may see no words."""
    rows = HelpRequest.objects.filter(team=team, state=HelpRequestState.NEW)
    return InboxNumbers(
        **rows.aggregate(
            waiting=Count("pk"),
            long=Count("pk", filter=Q(received_at__lte=now - LONG)),
            flagged=Count("pk", filter=~Q(red_flags=[])),
            nameless=Count("pk", filter=Q(resident__isnull=True)),
            oldest=Min("received_at"),
        )
    )
