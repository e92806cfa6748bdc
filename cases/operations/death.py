"""A resident died: it is noted once, and what would go on for them by itself stops. Or it was a mistake."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import living, policies
from cases.enums import AFTER_A_DEATH, CaseStatus, EventKind, HandoverState
from cases.models import Case, Handover, Letter, Resident
from cases.models.letter import is_to
from cases.operations.contact_person import take_back
from cases.operations.households import come_home, leave_homes
from cases.operations.recording import record, step
from cases.operations.resident_locks import lock_with_cases
from cases.permissions.people import check_keeps_file
from cases.queries.after_death import noted_death
from cases.queries.death_ahead import NOT_OUT_YET
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


@transaction.atomic
def note_death(*, resident: Resident, died_on: date, by: User, now: datetime) -> Resident:
    """They died on this day, perhaps some time ago. Letters to them that did not go out are stopped, a
    handover that was asked is taken back, and they live with nobody from that day on. What is planned for
    them is not shown in any agenda any more. Help and cases end by who works on them (`after_death`).

    By who keeps the file. Raises NotPermitted or NotFound; Refused for a day that cannot be, or once noted.
    """
    resident = lock_with_cases(resident)
    check_keeps_file(by, resident, now)
    if resident.died_on is not None:
        raise Refused(_("The date of death has been noted already. Look at the file again."))
    living.check_death(died_on, resident.birth_date, timezone.localdate(now))
    resident.died_on = died_on
    resident.save(update_fields=["died_on"])
    homes = leave_homes(resident, died_on)
    letters = stop_letters(resident, by=by, now=now)
    for handover in _asked(resident):
        take_back(handover, resident, by, now)
    _tell(EventKind.DIED, resident, by=by, now=now, homes=homes, letters=letters)
    return resident


@transaction.atomic
def take_back_death(*, resident: Resident, reason: str, by: User, now: datetime) -> Resident:
    """They live: it was noted by mistake. They live where they lived, and what was planned is there again.
    A letter that was stopped stays so: who wants it sent writes it again.

    By who keeps the file. Raises NotPermitted or NotFound; Refused without a reason, or when none was noted.
    """
    resident = lock_with_cases(resident)
    check_keeps_file(by, resident, now)
    policies.check_reason(reason)
    if resident.died_on is None:
        raise Refused(_("No date of death is noted any more. Look at the file again."))
    noted = noted_death(resident)
    resident.died_on, resident.not_died_because = None, reason.strip()[:300]
    resident.save(update_fields=["died_on", "not_died_because"])
    come_home(resident, noted.codes.get("homes", ()) if noted else ())
    _tell(EventKind.NOT_DIED, resident, by=by, now=now, corrects=noted)
    return resident


def stop_letters(resident: Resident, *, by: User, now: datetime) -> list[int]:
    """What is to somebody who has died and not out yet does not go out; gives the keys. The caller has locked
    the resident, and has checked. Cases are locked before their letters, as whoever prints one does.
    """
    rows = Letter.objects.filter(is_to(resident), state__in=NOT_OUT_YET)
    cases = Case.objects.filter(pk__in=rows.values("case")).order_by("pk")
    list(cases.select_for_update().values_list("pk"))
    held = rows.select_for_update(of=("self",)).select_related("case__resident").defer("source", "pdf")
    letters = list(held.order_by("pk"))
    for letter in letters:
        step(letter, "stop")
        letter.stop_reason = _("The resident died.")
        letter.save(update_fields=["state", "stop_reason"])
        record(EventKind.LETTER_STOPPED, case=letter.case, by=by, now=now, letter=letter.pk, what=letter.kind)
    return [letter.pk for letter in letters]


def _asked(resident: Resident) -> list[Handover]:
    """What was asked for the resident's sake; whoever leaves still hands over what stands open."""
    rows = Handover.objects.filter(resident=resident, state=HandoverState.ASKED)
    return list(rows.exclude(reason__in=AFTER_A_DEATH).select_for_update(of=("self",)))


def _tell(kind: EventKind, resident: Resident, *, by: User, now: datetime, **codes: Any) -> None:
    """On the resident, and on each open case: its pages say it too."""
    record(kind, resident=resident, by=by, now=now, **codes)
    for case in _open_cases(resident):
        record(kind, case=case, by=by, now=now)


def _open_cases(resident: Resident) -> list[Case]:
    rows = Case.objects.filter(resident=resident).exclude(status=CaseStatus.CLOSED)
    return list(rows.select_related("resident").order_by("pk"))
