"""What is typed is kept while it is typed, until the form is sent, and goes with it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from cases.models import Case, Resident
from cases.permissions import findable_residents, readable_cases
from intake.drafts import CONVERSATION, REGISTRATION, Content, Standing, Writing, began_at, standing
from intake.enums.drafts import DraftEnd
from intake.models import Conversation, Draft
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.errors import NotFound, Refused
from sociaal.outbox.models import Effect
from sociaal.outbox.once import new_key


@dataclass(frozen=True)
class Typed:
    """One form as a browser tab has it now. `nothing`: what was typed has been taken away again."""

    page: str
    form_key: str
    content: Content
    writing: Writing
    part: str = ""
    nothing: bool = False
    began_at: datetime | None = None


@dataclass(frozen=True)
class Kept:
    """`state`: `saved`; `sent` when the form has had its effect already; `apart` when another tab typed on in
    the same draft, so that this text now is a draft of its own, under a new key.
    """

    state: str
    form_key: str
    version: int = 0
    draft: Draft | None = None


_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"
_LOCK_AND_LOOK = f"{_LOCK}; SELECT 1 FROM intake_draft WHERE form_key = %s AND owner_id = %s"
"""Sent together, done one after the other: the second sees what was committed while the first waited."""


@transaction.atomic
def keep(*, typed: Typed, by: User, now: datetime) -> Kept:
    """Keep what was typed so far. Never overwrites what another tab typed, and revives no form that was sent.

    Raises Refused for an address that is no page of ours.
    """
    lock_form(typed.form_key)
    row = Draft.objects.select_for_update().filter(owner=by, form_key=typed.form_key).first()
    if row is None:
        return _begin(typed, typed.form_key, by, now)
    stands = standing(Writing(row.tab, row.typed, row.version), typed.writing)
    if stands is Standing.ELSEWHERE and Content.read(row.content) != typed.content:
        return _begin(typed, new_key(), by, now, state="apart")
    if stands is not Standing.LATE:
        _write(row, typed, by, now)
        row.version += 1
        row.save()
    return Kept("saved", row.form_key, row.version, row)


def forget_sent(user: Any, form_key: str, now: datetime) -> None:
    """The form has its effect in the transaction that is going on: its draft goes with it.

    Raises Refused when the draft has entered the inbox meanwhile: sending it would register it twice.
    """
    if not user.is_authenticated:
        return
    with connection.cursor() as cursor:
        cursor.execute(_LOCK_AND_LOOK, [_name_of_lock(form_key), form_key, user.pk])
        cursor.nextset()
        if cursor.fetchone() is None:  # of hardly a form something was kept
            return
    row = Draft.objects.get(owner=user, form_key=form_key)
    if row.help_request_id:
        raise Refused(
            _(
                "This question waited for a working day and is now in the inbox of the team. Go on with it"
                " there; what you typed here stays in your drafts."
            )
        )
    row.delete()


@transaction.atomic
def discard(*, draft: Draft, by: User, now: datetime, reason: str = "") -> None:
    """Throw away what was typed. Only the owner, else NotFound.

    A help question that nobody else has seen yet needs a reason of `DraftEnd`: Refused without one.
    """
    lock_form(draft.form_key)
    row = Draft.objects.filter(owner=by, pk=draft.pk).first()
    if row is None:
        raise NotFound
    asks = row.has_question and row.help_request_id is None
    if asks and reason not in DraftEnd:
        raise Refused(_("Say why this question may go."), field="reason")
    codes: dict[str, Any] = {"reason": reason} if asks else {}
    log.wrote("draft_discarded", by=by, now=now, about=row, residents=_about(row), question=asks, **codes)
    row.delete()


def lock_form(form_key: str) -> None:
    """One at a time per form, until the transaction ends: keeping, sending and entering the inbox."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [_name_of_lock(form_key)])


def _name_of_lock(form_key: str) -> str:
    return f"draft:{form_key}"


def _begin(typed: Typed, form_key: str, by: User, now: datetime, *, state: str = "saved") -> Kept:
    if Effect.objects.filter(key=form_key).exists():
        return Kept("sent", form_key)
    if typed.nothing and not _asks(typed):
        return Kept(state, form_key)
    row = Draft(
        owner=by, page=typed.page, part=typed.part, form_key=form_key, team=by.team,
        started_at=began_at(typed.began_at, now),
    )  # fmt: skip
    _write(row, typed, by, now)
    row.save()
    log.wrote("draft_begun", by=by, now=now, about=row, residents=_about(row))
    return Kept(state, form_key, row.version, row)


def _write(row: Draft, typed: Typed, by: User, now: datetime) -> None:
    row.has_question = _asks(typed)
    row.is_empty = typed.nothing and not row.has_question
    row.content, row.changed_at = typed.content.written(), now
    row.tab, row.typed = typed.writing.tab, typed.writing.typed
    row.resident, row.case = _whom(row, typed, by, now)


def _asks(typed: Typed) -> bool:
    return page_name(typed.page) == REGISTRATION and bool(typed.content.question)


def page_name(page: str) -> str:
    """The name of the page at this address. Raises Refused for what is no page of ours."""
    return _resolved(page)[0]


def _resolved(page: str) -> tuple[str, dict[str, Any]]:
    try:
        match = resolve(page)
    except Resolver404:
        raise Refused(_("This is no page of ours.")) from None
    return match.view_name, match.kwargs


def _whom(row: Draft, typed: Typed, by: User, now: datetime) -> tuple[Resident | None, Case | None]:
    """Whom it is about, as far as this user may know them."""
    name, keys = _resolved(typed.page)
    if "number" in keys:
        if row.case_id is None:
            found = readable_cases(by, now).select_related("resident").filter(number=keys["number"]).first()
            return (found.resident, found) if found else (None, None)
        return row.resident, row.case
    if name == CONVERSATION:
        talk = Conversation.objects.filter(pk=keys["pk"], case__in=readable_cases(by, now))
        found = Case.objects.select_related("resident").filter(conversations__in=talk).first()
        return (found.resident, found) if found else (None, None)
    chosen = typed.content.value("resident") if name == REGISTRATION else ""
    if not chosen.isdecimal() or len(chosen) > 17:
        return None, None
    if row.resident_id == int(chosen):
        return row.resident, None
    return findable_residents(by, now).filter(pk=int(chosen)).first(), None


def _about(row: Draft) -> list[int]:
    return [row.resident_id] if row.resident_id else []
