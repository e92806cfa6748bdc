"""A letter written from its template and sent. A decision that is sent by letter is sent once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from cases.enums import Delivery, LetterKind, TemplateState
from cases.letters.templating import gaps_in
from cases.models import Case, Letter, LetterTemplate, Procedure
from cases.models.letter import addressee_of
from cases.operations.letters import Sending, send_letter
from cases.operations.recording import lock_case
from cases.permissions import check_works_on
from cases.permissions.letters import check_may_write_to
from cases.queries.letter_values import is_unsafe
from cases.queries.letter_writing import Blank, Given, blank_of, letters_for, letters_for_case
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound, Refused

TITLE_AT_MOST = 160


@dataclass(frozen=True)
class Written:
    """A letter as its writer wants to send it, in this language. `safe`: they agreed with the resident that
    a letter can come.
    """

    language: str
    given: Given
    categories: Collection[str]
    safe: bool = False


@transaction.atomic
def send_written_letter(
    *,
    case: Case,
    procedure: Procedure | None,
    template: LetterTemplate,
    written: Written,
    sending: Sending,
    by: User,
    now: datetime,
) -> Letter:
    """Send this letter; it keeps the version of the words it was made from.

    By who works on the case. Raises Refused when this letter cannot be written now, when something must still
    be filled in or a part is empty that the law asks for, when somebody may not be safe and nobody said that
    the letter can come, or as `send_letter`.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    if template.state == TemplateState.CONCEPT or (procedure is not None and procedure.case_id != case.pk):
        raise NotFound
    procedure = _locked(procedure)
    _check_can_be_written(case, procedure, template)
    check_may_write_to(by, case, addressee_of(case, procedure), now)
    blank = blank_of(template, written.language, case, procedure, now)
    check_given(blank, written.given)
    if sending.delivery == Delivery.POST and not written.safe and is_unsafe(case):
        raise Refused(_("Agree first how the resident can safely get this letter."), field="safe")
    return send_letter(
        case=case, kind=template.kind, title=written.given.title.strip()[:TITLE_AT_MOST],
        words=lambda number: blank.letter(written.given, reference=number, by=by, now=now),
        categories=written.categories, sending=sending, by=by, now=now,
        law=procedure.law if procedure else "", procedure=procedure, template=template,
    )  # fmt: skip


def _locked(procedure: Procedure | None) -> Procedure | None:
    if procedure is None:
        return None
    rows = Procedure.objects.select_related("mandate_holder", "objection_by", "applicant")
    return rows.select_for_update(of=("self",)).get(pk=procedure.pk)


def _check_can_be_written(case: Case, procedure: Procedure | None, template: LetterTemplate) -> None:
    can = letters_for(procedure) if procedure is not None else letters_for_case(case)
    if LetterKind(template.kind) not in can:
        raise Refused(_("This letter cannot be written now: it was sent already, or the case has moved on."))


def check_given(blank: Blank, given: Given) -> None:
    """Raises Refused at the field (`title`, `text_3`) where something is missing."""
    _check_gaps(blank, given.title, "title")
    if not given.title.strip():
        raise Refused(_("Every letter has a title."), field="title")
    for draft in blank.drafts(""):
        text, field = given.texts.get(draft.place, draft.text), f"text_{draft.place}"
        if draft.fixed:
            continue
        _check_gaps(blank, text, field)
        if draft.needed and not text.strip():
            raise Refused(_("This part cannot be left out of this letter."), field=field)


def _check_gaps(blank: Blank, text: str, field: str) -> None:
    with translation.override(blank.language):
        gaps = gaps_in(text, blank.kind)
    if gaps:
        raise Refused(_("Fill in what is not known yet: %(gaps)s.") % {"gaps": ", ".join(gaps)}, field=field)
