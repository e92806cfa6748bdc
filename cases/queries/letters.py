"""Letters as pages show them. What they say and the PDF stay in the database until somebody opens one."""

from datetime import datetime

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from cases.enums import LetterState
from cases.letters.text import LetterText
from cases.models import Case, Letter, Procedure
from cases.permissions import Access
from cases.permissions.letters import letters_to_handle, readable_letters
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound

TO_DO = (LetterState.QUEUED, LetterState.TO_PRINT)
HEAVY = ("source", "pdf", "case__resident__bsn", "procedure__applicant__bsn")


def letter_called(number: str, *, whole: bool = False) -> Letter:
    """The letter with this number, with case and who it is to. `whole`: with words and PDF.

    Raises NotFound.
    """
    rows = Letter.objects.select_related(
        "case__resident", "case__team", "procedure__applicant", "by", "printed_by", "template"
    ).defer("template__words")
    rows = rows.defer(*HEAVY[2:]) if whole else rows.defer(*HEAVY)
    letter = rows.filter(number=number).first()
    if letter is None:
        raise NotFound
    return letter


def words_in(letter: Letter) -> LetterText:
    """What it says. Raises NotFound for one that was erased."""
    if not letter.source:
        raise NotFound
    return LetterText.from_json(letter.source)


def letters_in(case: Case, access: Access) -> list[Letter]:
    """The letters of this case that this reader may read, latest first."""
    return readable_letters(access, Letter.objects.filter(case=case).order_by("-made_at", "-pk"))


def letters_about(procedure: Procedure, access: Access) -> list[Letter]:
    """The letters about this procedure that this reader may read, latest first."""
    return readable_letters(access, Letter.objects.filter(procedure=procedure).order_by("-made_at", "-pk"))


def outgoing(user: User, now: datetime) -> QuerySet[Letter]:
    """What this user may print, with case and who it is to; `to_name` to order by."""
    rows = letters_to_handle(user, now).select_related("case__resident", "procedure__applicant", "by")
    to_name = Coalesce("procedure__applicant__last_name", "case__resident__last_name")
    return rows.annotate(to_name=to_name).defer(*HEAVY)
