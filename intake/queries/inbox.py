"""The team's inbox: questions that nobody has taken up yet."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from cases.enums import HelpRequestState, RedFlag, Reporter
from cases.models import HelpRequest
from intake.alone import why_alone
from intake.permissions import readable_requests
from intake.promises import promises
from intake.queries.told import ToldOf, contact_before
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
    """One question as the list shows it. `late`: it waits longer than `LONG`, or its day has come.

    `said`: the name that came with it, while it is not known whose it is. `elsewhere`: the other team in
    whose inbox it waits, or "". `mine_to_settle`: this user may take it up, answer or discard it.
    """

    help_request: HelpRequest
    waited: str
    before: date
    late: bool
    flags: Sequence[str]
    said: str
    elsewhere: str
    mine_to_settle: bool
    tickable: bool
    """It may be discarded together with others."""

    @classmethod
    def of(cls, row: HelpRequest, user: User, now: datetime, decreed: Collection[date]) -> "InboxRow":
        """The row of this question at this moment, for this user."""
        before = before_which_day(row, decreed)
        details = getattr(row, "details", None)  # there is none with what a colleague took down
        mine = is_mine_to_settle(row, user)
        return cls(
            help_request=row,
            waited=waited(row.received_at, now),
            before=before,
            late=now - row.received_at >= LONG or before <= timezone.localdate(now),
            flags=[str(RedFlag(flag).label) for flag in row.red_flags],
            said="" if row.resident_id else ToldOf(details).name or row.reporter_name,
            elsewhere=str(row.team) if row.team_id != user.team_id else "",
            mine_to_settle=mine,
            tickable=mine and not why_alone(row.reporter, row.red_flags),
        )


def is_mine_to_settle(row: HelpRequest, user: User) -> bool:
    """Whether this reader may take it up, answer or discard it: their team, or who registered it."""
    return user.pk == row.registered_by_id or row.team_id == user.team_id


def before_which_day(row: HelpRequest, decreed: Collection[date]) -> date:
    """The first day before which something must have happened with this report: what a caller was told, and
    after an early signal contact.
    """
    received = timezone.localdate(row.received_at)
    if row.reporter == Reporter.EARLY_SIGNAL:
        return contact_before(received, decreed).date
    return promises(received, row.red_flags, decreed)[0].before


def inbox_of(user: User, now: datetime) -> QuerySet[HelpRequest]:
    """The questions that wait for this user's team, as far as this user may read them."""
    return waiting_for(user, now).filter(team=user.team_id)


def waiting_for(user: User, now: datetime) -> QuerySet[HelpRequest]:
    """All questions that nobody has taken up and this user may read: of the own team, and elsewhere those
    this user registered or that are of a resident of theirs.
    """
    rows = readable_requests(user, now).filter(state=HelpRequestState.NEW)
    return rows.select_related("resident", "team", "details").defer("resident__bsn")


def ticked_in_inbox(keys: Collection[int], user: User, now: datetime) -> list[HelpRequest]:
    """Of the questions with these keys those this user may read and settle, oldest first; also what was
    answered or discarded meanwhile.

    What is not for them is left out, as what does not exist; so is what became part of a case: that is read
    as the case is.
    """
    rows = readable_requests(user, now).filter(pk__in=keys).select_related("resident", "team")
    rows = rows.exclude(state__in=(HelpRequestState.TAKEN_UP, HelpRequestState.JOINED))
    ordered = rows.defer("resident__bsn").order_by("received_at", "pk")
    return [row for row in ordered if is_mine_to_settle(row, user)]


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
