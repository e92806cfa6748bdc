"""Who may read a letter: who may read the case and every category the letter is about. Who prints it: the
people of ours among them who work with this resident or in their team.
"""

from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from cases.models import Case, Letter, Resident
from cases.permissions.checks import can_direct, check_reads_case
from cases.permissions.lists import findable_residents
from cases.permissions.people import known_among, may_know
from cases.permissions.relations import (
    FULL_READERS,
    NOT_FOR_THE_TEAM,
    Access,
    Relation,
    any_of,
    case_conditions,
)
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound, NotPermitted


def can_read_letter(access: Access, letter: Letter) -> bool:
    """Whether nothing that this letter is about is closed to this reader of the case. To whom it is: see
    `readable_letters`.
    """
    return access.reads and all(access.may_see(category) for category in letter.categories)


def check_reads_letter(user: User, letter: Letter, now: datetime) -> Access:
    """Raises NotPermitted (403, who can help) or NotFound. Needs `letter.case.resident`, and
    `letter.procedure.applicant`.

    A letter to another than the main subject names them, with their address: for who may not know of them it
    is not there.
    """
    access = check_reads_case(user, letter.case, now)
    if not can_read_letter(access, letter):
        raise NotFound
    whom = letter.addressee
    if whom.pk != letter.case.resident_id and not may_know(user, whom, now):
        raise NotFound
    return access


def readable_letters(access: Access, letters: QuerySet[Letter]) -> list[Letter]:
    """The list form of `check_reads_letter`, for letters of cases that this reader reads; without what they
    say. One query, and some more for each addressee who is not the main subject.
    """
    rows = letters.defer("source", "pdf").annotate(main=F("case__resident"), other=F("procedure__applicant"))
    open_to_me = [row for row in rows if can_read_letter(access, row)]
    known = known_among(access, {row.other for row in open_to_me if row.other not in (None, row.main)})
    return [row for row in open_to_me if row.other in (None, row.main) or row.other in known]


def check_may_write_to(user: User, case: Case, whom: Resident, now: datetime) -> None:
    """Raises NotPermitted for another than the main subject, of whom this user may not know."""
    if whom.pk != case.resident_id and not may_know(user, whom, now):
        raise NotPermitted(_("This letter is to somebody whose file is closed to you."))


def can_print(access: Access) -> bool:
    """Who works with this resident, and their team."""
    return can_direct(access) or Relation.OWN_TEAM in access.relations


def check_prints(user: User, letter: Letter, now: datetime) -> Access:
    """Raises NotPermitted for who only reads along, or as `check_reads_letter`."""
    access = check_reads_letter(user, letter, now)
    if not can_print(access):
        raise NotPermitted(_("Only who works with this resident, or their team, sends letters."))
    return access


def letters_to_handle(user: User, now: datetime) -> QuerySet[Letter]:
    """The letters that this user may print: the list form of `check_prints`."""
    if not user.is_caseworker:
        return Letter.objects.none()
    conditions = case_conditions(user, now)
    theirs = {name: rule for name, rule in conditions.items() if name in FULL_READERS - ONLY_READ}
    of_team = {name: rule for name, rule in conditions.items() if name == Relation.OWN_TEAM}
    whole = Case.objects.filter(any_of(theirs, theirs)).values("pk")
    part = Case.objects.filter(any_of(of_team, of_team)).values("pk")
    to_main = Q(procedure__isnull=True) | Q(procedure__applicant=F("case__resident"))
    known = to_main | Q(procedure__applicant__in=findable_residents(user, now).values("pk"))
    open_to_team = ~Q(categories__overlap=sorted(str(one) for one in NOT_FOR_THE_TEAM))
    return Letter.objects.filter(Q(case__in=whole) | Q(open_to_team, case__in=part)).filter(known)


ONLY_READ = frozenset({Relation.READING_GRANT, Relation.BREAK_GLASS})
