"""What every operation does at its end: the event, the audit line, the figures' wake-up, the waits.

An operation locks with `lock_case` (which also notices that somebody else changed the case), checks, changes,
and calls `record` for each thing that happened. All inside the operation's own transaction.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_fsm import TransitionNotAllowed

from cases import living
from cases.enums import EventKind, WaitParty, WaitSubject
from cases.models import Arrangement, Case, Event, HelpRequest, Resident, Wait
from cases.waiting import WAITS_FOR_HELP, Waiting, expected_waits
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.batch import Batch
from sociaal.core.errors import Conflict, Refused
from sociaal.core.prepared import Given, Prepared
from sociaal.outbox.posting import post

CASE_CHANGED = "case_changed"
REQUEST_CHANGED = "help_request_changed"


_LOCKED = Prepared(lambda given: Case.objects.select_for_update().filter(pk=given.number("key")))


def lock_case(case: Case, seen: int | None = None) -> Case:
    """The case as it is now, locked until the transaction ends.

    `seen` is the version a form was filled in against: raises Conflict when the case changed since.
    """
    locked = _LOCKED(key=case.pk)[0]
    for name in ("resident", "team"):  # who was loaded with the case stays, while it is still the same one
        loaded = case._state.fields_cache.get(name)
        if loaded is not None and loaded.pk == getattr(locked, f"{name}_id"):
            setattr(locked, name, loaded)
    if seen is not None and locked.version != seen:
        raise Conflict(
            _("Somebody else changed this case meanwhile. Look at what changed; your text is kept.")
        )
    return locked


def lock_resident(resident: Resident) -> Resident:
    """The resident, locked: contact terms of one resident change one at a time. Of a merged record the one it
    went into.
    """
    # not the key: an event that refers to the resident need not wait, so no two wait for each other
    row = Resident.objects.select_for_update(no_key=True).get(pk=resident.pk)
    return lock_resident(Resident(pk=row.merged_into_id)) if row.merged_into_id else row


def standing(resident: Resident) -> Resident:
    """The record that stands for this person until the transaction ends: it cannot be merged meanwhile."""
    row = Resident.objects.select_for_update(no_key=True).get(pk=resident.pk)
    return standing(Resident(pk=row.merged_into_id)) if row.merged_into_id else row


def check_alive(resident: int, refusal: str, *, on: date | None = None, field: str = "") -> None:
    """Raises Refused with this sentence when this resident has died (by the day `on`). Asked of the database:
    who waited for a lock may hold a case that was read before.
    """
    died_on = _DIED_ON(resident=resident)[0].died_on
    living.check_alive(died_on, refusal, on=on, field=field)


_DIED_ON = Prepared(lambda given: Resident.objects.filter(pk=given.number("resident")).values_list("died_on"))


def record(
    kind: EventKind,
    *,
    by: User | None,
    now: datetime,
    case: Case | None = None,
    help_request: HelpRequest | None = None,
    resident: Resident | None = None,
    occurred_at: datetime | None = None,
    corrects: Event | None = None,
    follows: bool = False,
    batch: Batch | None = None,
    **codes: Any,
) -> Event:
    """Add an event and its audit line, and ask for the figures to be counted anew.

    `follows` from an event of the same case that this transaction has recorded: the version went up and the
    figures were asked for with that one. `batch`: the change itself, not sent yet; the version goes up
    with it. `codes` hold keys and codes only, never content: figures stay when content is erased.
    """
    together = batch or Batch()
    about = resident or (case.resident if case else help_request.resident if help_request else None)
    event = Event(
        kind=kind, occurred_at=occurred_at or now, recorded_at=now, case=case, help_request=help_request,
        resident=about, actor=by, codes=codes, corrects=corrects,
    )  # fmt: skip
    together.insert(event)
    whose = [about.pk] if about else []
    log.wrote(str(kind), by=by, now=now, about=case or help_request or about, residents=whose, into=together)
    if case and not follows:
        if batch is None:
            together.update(case, (), count_up="version")
        post(CASE_CHANGED, case.pk, now=now, into=together)
    elif help_request and not follows:
        post(REQUEST_CHANGED, help_request.pk, now=now, into=together)
    together.send()
    return event


def move(
    case: Case,
    transition: str,
    *,
    by: User | None,
    now: datetime,
    at: datetime | None = None,
    changes: Mapping[str, Any] | None = None,
) -> Event:
    """Take a step of the case: transition, what changes with it, event and waits.

    `at` is when it happened, if that was before now. Raises Refused when the step cannot follow from here.
    """
    before = case.status
    step(case, transition)
    for name, value in (changes or {}).items():
        setattr(case, name, value)
    case.status_since = at or now
    change = Batch()
    change.update(case, ["status", "status_since", *(changes or ())], count_up="version")
    event = record(
        EventKind.STATUS_CHANGED, case=case, by=by, now=now, occurred_at=at, batch=change,
        **{"step": transition, "from": before, "to": case.status, "weight": case.weight, "track": case.track},
    )  # fmt: skip
    sync_waits(case, by=by, now=now, at=at)
    return event


def step(thing: Any, transition: str, *given: str) -> None:
    """A transition of any state machine, with a refusal that a person can read; `given`: what it asks for.
    The caller saves.
    """
    try:
        getattr(thing, transition)(*given)
    except TransitionNotAllowed:
        raise Refused(_("This step is not possible now. Perhaps a colleague was just before you.")) from None


def _helps(given: Given) -> QuerySet[Any, Any]:
    return Arrangement.objects.filter(case=given.number("case")).order_by("pk").values_list("pk", "state")


def _running(given: Given) -> QuerySet[Any, Any]:
    return Wait.objects.filter(case=given.number("case"), until__isnull=True).order_by("since", "pk")


_HELPS, _RUNNING = Prepared(_helps), Prepared(_running)


def sync_waits(case: Case, *, by: User | None, now: datetime, at: datetime | None = None) -> None:
    """Open and close the waits that follow from where the case stands; those set by hand, or by a term that
    stands still, end with the case. After the event that brought the case there is recorded.
    """
    moment = at or now
    helps: list[tuple[int, str]] = []
    if case.status in WAITS_FOR_HELP:
        helps = [(row.pk, row.state) for row in _HELPS(case=case.pk)]
    waits = _RUNNING(case=case.pk)
    told = [one for one in waits if one.by_hand or one.procedure_id]
    elsewhere = {one.subject for one in told if one.on != WaitParty.US}
    expected = expected_waits(case.status, helps, elsewhere)
    running = {Waiting(one.on, one.subject, one.arrangement_id): one for one in waits if one not in told}
    for gone in running.keys() - expected:
        close_wait(running[gone], case=case, by=by, now=now, at=moment, follows=True)
    for wait in told:
        if not case.is_open:
            close_wait(wait, case=case, by=by, now=now, at=moment, follows=True)
    for new in sorted(expected - running.keys(), key=lambda waiting: (waiting.on, waiting.arrangement or 0)):
        open_wait(
            case, new.on, new.subject, arrangement_id=new.arrangement, by=by, now=now, since=moment,
            follows=True,
        )  # fmt: skip


def open_wait(
    case: Case,
    on: str,
    subject: str,
    *,
    by: User | None,
    now: datetime,
    since: datetime,
    arrangement_id: int | None = None,
    procedure_id: int | None = None,
    why: str = "",
    by_hand: bool = False,
    follows: bool = False,
) -> Wait:
    """Start waiting, with its event; `follows` as in `record`."""
    wait = Wait(
        case=case, on=WaitParty(on), subject=WaitSubject(subject), since=since,
        arrangement_id=arrangement_id, procedure_id=procedure_id, why=why, by_hand=by_hand,
    )  # fmt: skip
    batch = Batch()
    batch.insert(wait)
    batch.send()  # its key stands in the event
    record(
        EventKind.WAIT_OPENED, case=case, by=by, now=now, occurred_at=since, follows=follows,
        wait=wait.pk, on=wait.on, subject=wait.subject,
    )  # fmt: skip
    return wait


def close_wait(
    wait: Wait, *, case: Case, by: User | None, now: datetime, at: datetime, follows: bool = False
) -> None:
    """Stop waiting, never before it began; `follows` as in `record`."""
    wait.until = max(at, wait.since)
    batch = Batch()
    batch.update(wait, ["until"])
    if not follows:
        batch.update(case, (), count_up="version")
    record(
        EventKind.WAIT_CLOSED, case=case, by=by, now=now, occurred_at=wait.until, follows=follows,
        batch=batch, wait=wait.pk, on=wait.on, subject=wait.subject,
    )  # fmt: skip
