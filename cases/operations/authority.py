"""Who has authority over a child (gezag), from when, and where that was seen.

Parental authority: BW 1:245 and following; the register that anyone may look into: BW 1:244. Whose consent is
needed follows from it (`cases.consent`).
"""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.enums import AuthorityKind, AuthoritySource
from cases.models import ParentalAuthority, Resident
from cases.operations.periods import end_period
from cases.permissions.people import check_keeps_file, may_know
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.audit.changes import check_seen
from sociaal.core.editing import Marks
from sociaal.core.errors import NotFound, Refused

GROWN_UP = 18


@transaction.atomic
def note_authority(
    *,
    child: Resident,
    beside: Resident,
    since: date,
    source: str,
    by: User,
    now: datetime,
    holder: Resident | None = None,
    holder_name: str = "",
    kind: str = AuthorityKind.PARENTAL,
    seen_date: date | None = None,
) -> ParentalAuthority:
    """`holder`, or somebody we know by name only, has authority over `child`. `beside`: on whose page this is
    noted, the child or somebody of the same household.

    Raises NotPermitted, NotFound, and Refused for a grown-up, a holder of both kinds or none, or a source
    without the day on which it was seen.
    """
    check_keeps_file(by, beside, now)
    for person in (child, holder):
        if person is not None and not may_know(by, person, now):
            raise NotFound
    _check(child, holder, holder_name, since, source, seen_date, timezone.localdate(now))
    try:
        with transaction.atomic():
            row = ParentalAuthority.objects.create(
                child=child, holder=holder, holder_name=holder_name.strip(), kind=kind, source=source,
                seen_date=seen_date, during=DateRange(since, None),
            )  # fmt: skip
    except IntegrityError:
        raise Refused(_("This is noted already for this period."), field="holder") from None
    about = [child.pk, beside.pk, *([holder.pk] if holder else [])]
    log.wrote("note_authority", by=by, now=now, about=row, residents=about, source=source)
    return row


@transaction.atomic
def end_authority(
    *,
    authority: ParentalAuthority,
    beside: Resident,
    until: date | None,
    by: User,
    now: datetime,
    seen: Marks | None = None,
) -> None:
    """It ends on this day; None: it never was so, and was noted by mistake. Raises Conflict when another day
    was noted since `seen`.
    """
    check_keeps_file(by, beside, now)
    row = ParentalAuthority.objects.select_for_update().filter(pk=authority.pk).first()
    if row is None or not may_know(by, row.child, now):
        raise NotFound
    check_seen(row, (), seen, until=row.during.upper)
    log.wrote("end_authority", by=by, now=now, about=row, residents=[row.child_id, beside.pk])
    end_period(row, until)


def _check(
    child: Resident,
    holder: Resident | None,
    holder_name: str,
    since: date,
    source: str,
    seen_date: date | None,
    today: date,
) -> None:
    if (holder is None) == (not holder_name.strip()):
        raise Refused(_("Choose a person, or write down a name; not both."), field="holder_name")
    if holder is not None and holder.pk == child.pk:
        raise Refused(_("Nobody has authority over themselves."), field="holder")
    age = child.age_on(today)
    if age is not None and age >= GROWN_UP:
        raise Refused(_("From 18 on nobody has parental authority."), field="child")
    if since > today:
        raise Refused(_("This day is still to come."), field="since")
    if source != AuthoritySource.TOLD and seen_date is None:
        raise Refused(_("On which day did you see this?"), field="seen_date")
