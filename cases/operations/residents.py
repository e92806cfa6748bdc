"""Add and change residents."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from cases import living
from cases.models import Resident
from cases.permissions import check_reads_resident
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.audit.changes import check_seen
from sociaal.core.editing import Marks
from sociaal.core.errors import NotPermitted, Refused


def add_resident(*, by: User | None, now: datetime, **fields: Any) -> Resident:
    """A new resident. Raises Refused (field `bsn`) when this BSN is already known, without saying whose
    it is. `by` is None for who comes out of a file.
    """
    if by is not None and not by.is_caseworker:
        raise NotPermitted(_("Only who works with residents can add one."))
    resident = Resident(created_at=now, **fields)
    _save(resident)
    log.wrote("add_resident", by=by, now=now, about=resident, residents=[resident.pk])
    return resident


@transaction.atomic
def change_resident(
    *, resident: Resident, by: User, now: datetime, seen: Marks | None = None, **fields: Any
) -> Resident:
    """Change what is known of a resident. Raises Refused, NotPermitted or NotFound; Conflict when one of the
    fields changed since `seen`.
    """
    check_reads_resident(by, resident, now)
    resident = Resident.objects.select_for_update(no_key=True).get(pk=resident.pk)
    check_seen(resident, fields, seen)
    changed = sorted(name for name, value in fields.items() if getattr(resident, name) != value)
    for name in changed:
        setattr(resident, name, fields[name])
    living.check_birth(resident.birth_date, resident.died_on)
    _save(resident)
    log.wrote("change_resident", by=by, now=now, about=resident, residents=[resident.pk], fields=changed)
    return resident


def _save(resident: Resident) -> None:
    refusal = Refused(
        _("There is already a resident with this BSN. Search by BSN to find them."), field="bsn"
    )
    with with_its_own_bsn(refusal):
        resident.save()


@contextmanager
def with_its_own_bsn(refusal: Refused) -> Iterator[None]:
    """For saving residents: raises `refusal` when another resident has this BSN; then nothing is saved."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "resident_bsn_once" not in str(error):
            raise
        raise refusal from None
