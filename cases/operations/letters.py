"""Letters: made with their number, set as PDF by the worker, printed, or stopped before that.

What is sent is one row, written in the transaction of the change it follows from; the outbox does the rest.
So nothing is lost when the broker or the worker is away, and nothing is done twice.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import Delivery, EmailKind, EventKind, LetterKind, LetterState
from cases.letters.text import LetterText
from cases.letters.typesetting import typeset
from cases.living import check_alive
from cases.models import Case, Letter, LetterTemplate, Procedure, Resident
from cases.models.letter import DECISION_LETTERS, addressee_of
from cases.operations.emails import queue_email
from cases.operations.numbering import next_letter_number
from cases.operations.objections import objection_decision_went_out
from cases.operations.procedures import decision_went_out
from cases.operations.recording import lock_case, lock_resident, record, step
from cases.permissions import check_works_on
from cases.permissions.letters import check_prints
from sociaal.accounts.models import User
from sociaal.core.errors import Refused
from sociaal.outbox.posting import post

TYPESET = "typeset_letter"


@dataclass(frozen=True)
class Sending:
    """How a letter goes out. `announce`: an e-mail to the resident says that it is on its way."""

    delivery: str = Delivery.POST
    announce: bool = False


@transaction.atomic
def send_letter(
    *,
    case: Case,
    kind: str,
    title: str,
    words: Callable[[str], LetterText],
    categories: Collection[str],
    sending: Sending,
    by: User,
    now: datetime,
    law: str = "",
    procedure: Procedure | None = None,
    template: LetterTemplate | None = None,
) -> Letter:
    """Make a letter to the resident of this case, or to who applied in this procedure; `words` gets its
    number and gives what it says. `template`: the version of the words it was made from.

    By who works on the case. Raises Refused when it goes by post and there is no address, is announced and
    there is no e-mail address, or would go to somebody who has died.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    whom = addressee_of(case, procedure)
    check_alive(
        lock_resident(whom).died_on,
        _(
            "This letter would go to somebody who has died. Write to the heirs (“De erven van …”) yourself, "
            "and keep that letter with the documents of the case."
        ),
    )
    _check_reaches(whom, sending)
    number = next_letter_number(now)
    text = words(number)
    letter = Letter.objects.create(
        case=case, kind=kind, number=number, title=title, categories=sorted(set(map(str, categories))),
        law=law, delivery=sending.delivery, source=text.as_json(), by=by, made_at=now,
        procedure=procedure, template=template,
    )  # fmt: skip
    record(EventKind.LETTER_MADE, case=case, by=by, now=now, letter=letter.pk, what=str(kind))
    post(TYPESET, letter.pk, now=now)
    if sending.announce:
        queue_email(
            kind=EmailKind.LETTER_COMING, to=whom.email, language=text.language, letter=letter,
            now=now,
        )  # fmt: skip
    return letter


def _check_reaches(resident: Resident, sending: Sending) -> None:
    if sending.delivery == Delivery.POST and not (resident.address and resident.postcode):
        raise Refused(
            _("There is no address to send the letter to. Add the address, or give the letter yourself."),
            field="delivery",
        )
    if sending.announce and sending.delivery != Delivery.POST:
        raise Refused(_("An e-mail only announces a letter that comes by post."), field="announce")
    if sending.announce and not resident.email:
        raise Refused(_("There is no e-mail address of this resident."), field="announce")


def set_letter(key: str, now: datetime) -> None:
    """Handler of the outbox: make the PDF, once. Called again for the same letter it changes nothing.

    Set at the moment the letter was made, so that the same words give the same bytes whenever that happens.
    """
    letter = Letter.objects.select_for_update().get(pk=key)
    if letter.state != LetterState.QUEUED:
        return
    letter.pdf = typeset(LetterText.from_json(letter.source), at=letter.made_at)
    letter.sha256 = hashlib.sha256(letter.pdf).hexdigest()
    letter.set_as_pdf()
    letter.save(update_fields=["pdf", "sha256", "state"])


@transaction.atomic
def mark_printed(*, letter: Letter, by: User, now: datetime) -> Letter:
    """It was printed and is on its way: of a decision the term for objection starts. Doing it twice changes
    nothing.

    By who works with the resident, or their team. Raises Refused when it is not set yet, or was stopped.
    """
    letter = _locked(letter, by, now)
    if letter.state == LetterState.PRINTED:
        return letter
    step(letter, "mark_printed")
    letter.printed_at, letter.printed_by = now, by
    letter.save(update_fields=["state", "printed_at", "printed_by"])
    record(EventKind.LETTER_SENT, case=letter.case, by=by, now=now, letter=letter.pk, what=letter.kind)
    if letter.kind in DECISION_LETTERS and letter.procedure_id:
        decision_went_out(letter.procedure_id, case=letter.case, by=by, now=now)
    if letter.kind == LetterKind.OBJECTION_DECISION and letter.procedure_id:
        objection_decision_went_out(letter.procedure_id, case=letter.case, by=by, now=now)
    return letter


@transaction.atomic
def mark_all_printed(*, letters: Iterable[Letter], by: User, now: datetime) -> list[Letter]:
    """A pile of them: all, or none when one may not be marked. Locked in the order of their numbers."""
    ordered = sorted(letters, key=lambda letter: letter.number)
    return [mark_printed(letter=letter, by=by, now=now) for letter in ordered]


@transaction.atomic
def stop_letter(*, letter: Letter, reason: str, by: User, now: datetime) -> Letter:
    """It must not go out. Raises Refused without a reason, or once it is printed."""
    letter = _locked(letter, by, now)
    policies.check_reason(reason)
    step(letter, "stop")
    letter.stop_reason = reason.strip()[:300]
    letter.save(update_fields=["state", "stop_reason"])
    record(EventKind.LETTER_STOPPED, case=letter.case, by=by, now=now, letter=letter.pk, what=letter.kind)
    return letter


def _locked(letter: Letter, by: User, now: datetime) -> Letter:
    """The letter as it is now, its case locked before it, after checking that `by` may print it."""
    case = lock_case(letter.case)
    letter = Letter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    letter.case = case
    check_prints(by, letter, now)
    return letter
