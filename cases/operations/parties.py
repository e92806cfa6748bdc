"""Whom a case concerns beside its main subject, and who agreed to what."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case, CaseParty, Consent, Resident
from cases.operations.periods import end_period
from cases.operations.recording import lock_case
from cases.permissions import check_directs
from cases.permissions.people import may_know
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.audit.changes import check_seen
from sociaal.core.editing import Marks
from sociaal.core.errors import NotFound, Refused


@transaction.atomic
def add_party(
    *, case: Case, resident: Resident, role: str, since: date, by: User, now: datetime
) -> CaseParty:
    """The case also concerns this resident, in this role.

    Raises NotPermitted, NotFound for whom this user may not know of, Refused for the main subject or the same
    role twice.
    """
    case = lock_case(case)
    check_directs(by, case, now)
    if not may_know(by, resident, now):
        raise NotFound
    if resident.pk == case.resident_id:
        raise Refused(_("This case is about them already."))
    if since > timezone.localdate(now):
        raise Refused(_("This day is still to come."), field="since")
    try:
        with transaction.atomic():
            row = CaseParty.objects.create(
                case=case, resident=resident, role=role, during=DateRange(since, None)
            )
    except IntegrityError:
        raise Refused(_("They have this role in the case already."), field="role") from None
    log.wrote(
        "add_case_party", by=by, now=now, about=row, residents=[case.resident_id, resident.pk], role=role
    )
    return row


@transaction.atomic
def end_party(
    *, party: CaseParty, until: date | None, by: User, now: datetime, seen: Marks | None = None
) -> None:
    """The case does not concern them any more from this day; None: it never did. Raises Conflict when another
    day was noted since `seen`.
    """
    case = lock_case(party.case)
    check_directs(by, case, now)
    rows = CaseParty.objects.select_for_update(of=("self",)).select_related("resident")
    row = rows.filter(pk=party.pk).first()
    if row is None or not may_know(by, row.resident, now):
        raise NotFound
    check_seen(row, (), seen, until=row.during.upper)
    residents = [case.resident_id, row.resident_id]
    log.wrote("end_case_party", by=by, now=now, about=row, residents=residents)
    try:
        with transaction.atomic():
            end_period(row, until)
    except IntegrityError:  # a later day than that on which they came into this role again
        raise Refused(_("They have this role in the case already."), field="until") from None


@transaction.atomic
def note_consent(
    *,
    case: Case,
    resident: Resident,
    law: str,
    given: bool,
    on_date: date,
    by: User,
    now: datetime,
    said: str = "",
) -> Consent:
    """Somebody of the case agrees, or does not (any more). Earlier answers stay; the newest counts.

    Raises NotPermitted, NotFound for who is no part of the case, Refused for a day to come.
    """
    case = lock_case(case)
    check_directs(by, case, now)
    is_party = CaseParty.objects.filter(case=case, resident=resident).exists()
    if resident.pk != case.resident_id and not (is_party and may_know(by, resident, now)):
        raise NotFound
    if on_date > timezone.localdate(now):
        raise Refused(_("This day is still to come."), field="on_date")
    row = Consent.objects.create(
        case=case, resident=resident, law=law, given=given, on_date=on_date, said=said.strip(),
        noted_by=by, noted_at=now,
    )  # fmt: skip
    residents = [case.resident_id, resident.pk]
    log.wrote("note_consent", by=by, now=now, about=row, residents=residents, law=law, given=given)
    return row
