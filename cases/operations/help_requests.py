"""The report: register it, then take it up, join it to a case, answer it or discard it."""

from datetime import datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import living, policies
from cases.enums import (
    EventKind,
    HelpRequestState,
    PartyRole,
    RedFlag,
    Urgency,
    WaitParty,
    WaitSubject,
)
from cases.models import Case, CaseParty, Event, HelpRequest, HouseholdMember, Resident
from cases.operations.cases import close_with
from cases.operations.contact_person import ensure_contact_person
from cases.operations.numbering import next_number
from cases.operations.recording import (
    close_wait,
    lock_case,
    lock_resident,
    open_wait,
    record,
    standing,
    step,
    sync_waits,
)
from cases.permissions import check_reads_case, check_works_on, findable_residents, is_locatable
from cases.queries.settled import settled_of
from sociaal.accounts.models import Team, User
from sociaal.core.errors import NotFound, NotPermitted, Refused


@transaction.atomic
def register(
    *,
    words: str,
    channel: str,
    team: Team,
    by: User | None,
    now: datetime,
    resident: Resident | None = None,
    reporter: str = "resident",
    reporter_name: str = "",
    reporter_phone: str = "",
    reach_by: str = "",
    red_flags: list[str] | None = None,
    received_at: datetime | None = None,
) -> HelpRequest:
    """A question reached the municipality: its clock starts at `received_at`. The resident may come later.

    Raises Refused without words, NotPermitted for who does not work with residents, NotFound for a resident
    whom this user may not know. `by` is None for what comes in without a person of ours.
    """
    if resident is not None:
        resident = standing(resident)
    if by is not None:
        _check_caseworker(by)
        _check_may_know_of(resident, by, now)
    if not words.strip():
        raise Refused(_("Write down the question, in their own words."), field="words")
    request = HelpRequest.objects.create(
        words=words.strip(), channel=channel, team=team, resident=resident, reporter=reporter,
        reporter_name=reporter_name, reporter_phone=reporter_phone, red_flags=sorted(set(red_flags or [])),
        received_at=received_at or now, registered_by=by, reach_by=reach_by.strip(),
    )  # fmt: skip
    record(
        EventKind.REPORTED, help_request=request, by=by, now=now, occurred_at=request.received_at,
        channel=request.channel, reporter=request.reporter, team=team.pk, red_flags=request.red_flags,
    )  # fmt: skip
    return request


@transaction.atomic
def name_resident(*, help_request: HelpRequest, resident: Resident, by: User, now: datetime) -> HelpRequest:
    """Say whose question it is, for a call that was caught without a resident."""
    request = _lock_new(help_request, by, now)
    resident = standing(resident)
    _check_may_know_of(resident, by, now)
    request.resident = resident
    request.save(update_fields=["resident"])
    record(
        EventKind.REPORTED, help_request=request, by=by, now=now, occurred_at=request.received_at, named=True
    )
    return request


@transaction.atomic
def take_up(
    *,
    help_request: HelpRequest,
    contact_person: User,
    subject: str,
    by: User,
    now: datetime,
    follows: Case | None = None,
) -> Case:
    """Open a case for the question. The resident's present contact person stays; else `contact_person`
    becomes it.

    The time since the report is recorded as waiting on us. Raises Refused when the question is settled
    already, has no resident or one who died, or the named person is not the resident's contact person.
    """
    request = _lock_new(help_request, by, now)
    if request.resident is None:
        raise Refused(_("Say first whose question this is."), field="resident")
    resident = lock_resident(request.resident)
    living.check_alive(
        resident.died_on,
        _(
            "This resident has died. Say for whom else this question is, add it to a case of the household, "
            "or answer or discard it."
        ),
    )
    term = ensure_contact_person(resident, contact_person, by=by, now=now)
    case = Case.objects.create(
        number=next_number(now), resident=resident, team=term.user.team or request.team,
        subject=subject[:120], urgency=_urgency(request), follows=follows, reported_at=request.received_at,
        opened_at=now, status_since=now,
    )  # fmt: skip
    step(request, "take_up")
    request.case, request.settled_at = case, now
    request.save()
    _heed_reach_by(request)
    record(
        EventKind.TAKEN_UP, case=case, help_request=request, by=by, now=now,
        team=case.team_id, contact_person=term.user_id, channel=request.channel,
    )  # fmt: skip
    inbox = open_wait(case, WaitParty.US, WaitSubject.REPORT, by=by, now=now, since=request.received_at)
    close_wait(inbox, case=case, by=by, now=now, at=now)
    sync_waits(case, by=by, now=now)
    return case


@transaction.atomic
def join(*, help_request: HelpRequest, case: Case, by: User, now: datetime) -> Case:
    """Add the question to a case that is already open: of the same resident, or of whom they live with.

    Then the case concerns them too, as a member of the household. Raises Refused for a closed case, and for
    one of somebody else.
    """
    request = _lock_new(help_request, by, now)
    case = lock_case(case)
    check_reads_case(by, case, now)
    if not case.is_open:
        raise Refused(_("This case is closed. Take the question up as a new case."))
    step(request, "join")
    if request.resident is None:
        request.resident = case.resident
    elif request.resident_id != case.resident_id:
        _concern(case, request.resident, now)
    request.case, request.settled_at = case, now
    request.save()
    _heed_reach_by(request)
    record(EventKind.JOINED, case=case, help_request=request, by=by, now=now)
    return case


@transaction.atomic
def answer(*, help_request: HelpRequest, text: str, by: User, now: datetime) -> HelpRequest:
    """Answered at once: no case is needed. The answer is kept."""
    request = _lock_new(help_request, by, now)
    policies.check_reason(text, "answer")
    step(request, "give_answer")
    request.answer, request.settled_at = text.strip(), now
    request.save()
    record(EventKind.ANSWERED, help_request=request, by=by, now=now)
    return request


@transaction.atomic
def discard(*, help_request: HelpRequest, reason: str, by: User, now: datetime) -> HelpRequest:
    """Not a question for us: with a reason."""
    request = _lock_new(help_request, by, now)
    policies.check_reason(reason)
    step(request, "discard")
    request.discard_reason, request.settled_at = reason.strip(), now
    request.save()
    record(EventKind.DISCARDED, help_request=request, by=by, now=now)
    return request


@transaction.atomic
def put_back(*, help_request: HelpRequest, reason: str, by: User, now: datetime) -> HelpRequest:
    """Discarded by mistake: it waits in the inbox again, as if it had never left it.

    Raises NotPermitted; Refused without a reason, after 14 days, or when it was not discarded.
    """
    request = _lock(help_request, by, now)
    if request.state != HelpRequestState.DISCARDED:
        raise Refused(_("This report was not discarded, or a colleague has put it back already."))
    policies.check_can_put_back(request.settled_at or now, now, reason)
    discarded = Event.objects.filter(help_request=request, kind=EventKind.DISCARDED).latest("pk")
    step(request, "put_back")
    request.put_back_reason, request.settled_at = reason.strip(), None
    request.save()
    record(EventKind.PUT_BACK, help_request=request, by=by, now=now, corrects=discarded)
    return request


@transaction.atomic
def answer_directly(*, case: Case, text: str, by: User, now: datetime) -> Case:
    """Close a case that was just registered, because the question is answered."""
    case = lock_case(case)
    check_works_on(by, case, now)
    policies.check_reason(text, "answer")
    record(EventKind.ANSWERED, case=case, by=by, now=now)
    return close_with(case, "answer_directly", outcome="answered", note=text, by=by, now=now)


def _lock_new(help_request: HelpRequest, by: User, now: datetime) -> HelpRequest:
    """The request, locked (see `_lock`). Raises Refused, saying who and when, when somebody settled it."""
    request = _lock(help_request, by, now)
    settled = settled_of(request)
    if settled is not None:
        raise Refused(settled.words)
    return request


def _lock(help_request: HelpRequest, by: User, now: datetime) -> HelpRequest:
    """The request, locked. Raises NotPermitted; NotFound for the question of a restricted file that this user
    may not know of, unless they registered it.
    """
    # without the resident in the same query: while we waited, the question may have gone to another record
    request = HelpRequest.objects.select_for_update().get(pk=help_request.pk)
    if not by.is_caseworker or (
        by.team_id not in (None, request.team_id) and request.registered_by_id != by.pk
    ):
        raise NotPermitted(_("This question is in the inbox of %(team)s.") % {"team": request.team})
    restricted = request.resident is not None and request.resident.restricted
    if restricted and request.registered_by_id != by.pk:
        _check_may_know_of(request.resident, by, now)
    return request


def _concern(case: Case, resident: Resident, now: datetime) -> None:
    """The case is about them too. Raises Refused for who does not live with its main subject."""
    today = timezone.localdate(now)
    present = {"case": case, "resident": resident, "during__contains": today}
    if CaseParty.objects.filter(**present).exists():
        return
    homes = HouseholdMember.objects.filter(resident=case.resident_id, during__contains=today)
    lived = living.last_day(resident.died_on, today)
    shared = HouseholdMember.objects.filter(resident=resident, during__contains=lived)
    if not shared.filter(household__in=homes.values("household")).exists():
        raise Refused(_("This case is of another resident."))
    CaseParty.objects.create(
        case=case, resident=resident, role=PartyRole.HOUSEHOLD_MEMBER, during=DateRange(today, None)
    )


def _heed_reach_by(request: HelpRequest) -> None:
    """How to reach the resident is what they asked for last."""
    if request.reach_by and request.resident_id:
        Resident.objects.filter(pk=request.resident_id).update(reach_by=request.reach_by)


def _check_may_know_of(resident: Resident | None, by: User, now: datetime) -> None:
    if resident is None or is_locatable(by, resident):  # nearly always; the list asks much of the database
        return
    if not findable_residents(by, now).filter(pk=resident.pk).exists():
        raise NotFound


def _check_caseworker(by: User) -> None:
    if not by.is_caseworker:
        raise NotPermitted(_("Only who works with residents can do this."))


def _urgency(request: HelpRequest) -> str:
    return Urgency.URGENT if set(request.red_flags) & set(RedFlag) else Urgency.NORMAL
