"""The fixed contact person: named when a question is taken up, changed by handover and by nothing else."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import living, policies
from cases.enums import NO_GRANT_REASONS, EventKind, HandoverReason, HandoverState, TermBegan, TermEnded
from cases.models import Appointment, Case, ContactTerm, Deputyship, Handover, ReadingGrant, Resident
from cases.operations.recording import lock_resident, record, step
from cases.operations.resident_locks import lock_with_cases
from cases.permissions import Relation, access_to_resident, manages_resident
from cases.queries.handovers import answer_day
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.audit import log
from sociaal.core.errors import NotFound, NotPermitted, Refused

QUIET_AFTER = timedelta(days=365)
SHORTEST = timedelta(microseconds=1)
"""A period that began at this very moment, or later, still has a length."""


def ensure_contact_person(resident: Resident, wanted: User, *, by: User, now: datetime) -> ContactTerm:
    """The resident's open term; opens one for `wanted` when there is none. Needs the resident's row lock.

    Raises Refused when somebody else is the contact person already: then a handover is the way.
    """
    present = (
        ContactTerm.objects.filter(resident=resident, during__upper_inf=True)
        .select_related("user__team")
        .first()
    )
    if present is None:
        return _open_term(resident, _held(wanted), TermBegan.TAKEN_UP, by=by, now=now)
    if present.user_id != wanted.pk:
        raise Refused(
            _("%(name)s is already the contact person. Another one comes only by handover.")
            % {"name": present.user.name},
            field="contact_person",
        )
    return present


@transaction.atomic
def request_handover(
    *,
    resident: Resident,
    to: User,
    reason: str,
    explanation: str,
    told_resident: str,
    by: User,
    now: datetime,
    warm_transfer_at: datetime | None = None,
    answer_by: date | None = None,
    from_user: User | None = None,
) -> Handover:
    """Ask a colleague to become the contact person. Nothing changes until they accept. `answer_by`: the day
    on which an answer is wanted at the latest; without one that of the municipality.

    `from_user`: who was contact person when this was prepared. Raises NotPermitted, or Refused when that is
    somebody else by now, the reason is none, the receiver cannot be a contact person or is it already, or
    another request is open.
    """
    resident = lock_with_cases(resident)
    term = _open_term_of(resident)
    if from_user is not None and term.user_id != from_user.pk:
        raise Refused(_("%(name)s is the contact person by now.") % {"name": term.user.name})
    by_manager = manages_resident(by, resident)
    relations = access_to_resident(by, resident, now).relations
    if not by_manager and not relations & {Relation.CONTACT_PERSON, Relation.DEPUTY}:
        raise NotPermitted(
            _("Only the contact person, their deputy or the team's manager can ask for a handover.")
        )
    policies.check_handover(reason, told_resident, explanation, by_manager=by_manager)
    living.check_can_hand_over(resident.died_on, reason)
    _check_receiver(to, term)
    if answer_by is not None and answer_by < timezone.localdate(now):
        raise Refused(_("This day has passed."), field="answer_by")
    overruled_by = by if reason == HandoverReason.OVERRULED else None
    _take_back_from_who_left(resident, by, now)
    try:
        with transaction.atomic():
            handover = Handover.objects.create(
                resident=resident, from_user=term.user, to_user=to, reason=reason, explanation=explanation,
                told_resident=told_resident, warm_transfer_at=warm_transfer_at, overruled_by=overruled_by,
                asked_by=by, asked_at=now, answer_by=answer_by or answer_day(now),
            )  # fmt: skip
    except IntegrityError:
        raise Refused(_("A handover has already been asked and waits for an answer.")) from None
    _record_on_open_cases(
        resident, EventKind.HANDOVER_ASKED, by=by, now=now, handover=handover.pk, reason=str(reason)
    )
    return handover


@transaction.atomic
def accept_handover(*, handover: Handover, by: User, now: datetime) -> ContactTerm:
    """The receiver becomes the contact person; the former one may read along for 30 days, unless the
    reason forbids. The warm transfer stands in the case from now on.
    """
    resident = lock_with_cases(handover.resident)
    handover = _lock_asked(handover, by)
    term = _open_term_of(resident)
    step(handover, "accept")
    handover.answered_at = now
    handover.save()
    _close_term(term, handover.reason, by=by, now=now)
    new = _open_term(resident, handover.to_user, TermBegan.HANDOVER, by=by, now=now)
    if handover.reason not in NO_GRANT_REASONS:
        ReadingGrant.objects.create(resident=resident, user=term.user, until=now + policies.READING_GRANT_FOR)
    if handover.to_user.team_id:
        Case.objects.filter(resident=resident).exclude(status="closed").update(team=handover.to_user.team_id)
    _record_on_open_cases(
        resident, EventKind.HANDOVER_ANSWERED, by=by, now=now,
        handover=handover.pk, reason=str(handover.reason), accepted=True,
    )  # fmt: skip
    _book_warm_transfer(handover, by=by, now=now)
    return new


def _book_warm_transfer(handover: Handover, *, by: User, now: datetime) -> None:
    """When the three of them meet stands in the case too, if that is still to come."""
    cases = Case.objects.filter(resident=handover.resident_id).exclude(status="closed").order_by("pk")
    case = cases.first()
    if case is None or handover.warm_transfer_at is None or handover.warm_transfer_at < now:
        return
    title = _("Warm transfer with %(name)s") % {"name": handover.from_user.name}
    row = Appointment.objects.create(case=case, at=handover.warm_transfer_at, title=title[:120], by=by)
    log.wrote("plan_appointment", by=by, now=now, about=row, residents=[handover.resident_id])


@transaction.atomic
def refuse_handover(*, handover: Handover, refusal: str, by: User, now: datetime) -> Handover:
    """The receiver says no, with a reason; everything stays as it was."""
    resident = lock_with_cases(handover.resident)
    handover = _lock_asked(handover, by)
    policies.check_reason(refusal, "refusal")
    step(handover, "refuse")
    handover.refusal, handover.answered_at = refusal.strip(), now
    handover.save()
    _record_on_open_cases(
        resident, EventKind.HANDOVER_ANSWERED, by=by, now=now,
        handover=handover.pk, reason=str(handover.reason), accepted=False,
    )  # fmt: skip
    return handover


@transaction.atomic
def cancel_handover(*, handover: Handover, by: User, now: datetime) -> Handover:
    """Who asked takes the request back. Raises NotPermitted for others concerned, else NotFound."""
    resident = lock_with_cases(handover.resident)
    handover = Handover.objects.select_for_update(of=("self",)).select_related("resident").get(pk=handover.pk)
    if handover.asked_by_id != by.pk:
        if by.pk not in (handover.from_user_id, handover.to_user_id) and not manages_resident(by, resident):
            raise NotFound
        raise NotPermitted(_("Only who asked for the handover can take it back."))
    return take_back(handover, resident, by, now)


def take_back(handover: Handover, resident: Resident, by: User, now: datetime) -> Handover:
    """The request falls away. The caller has locked and checked."""
    step(handover, "cancel")
    handover.answered_at = now
    handover.save()
    _record_on_open_cases(
        resident, EventKind.HANDOVER_ANSWERED, by=by, now=now,
        handover=handover.pk, reason=str(handover.reason), accepted=False, taken_back=True,
    )  # fmt: skip
    return handover


def _take_back_from_who_left(resident: Resident, by: User, now: datetime) -> None:
    """Whose account is closed answers nothing any more: that request does not keep the next one out."""
    gone = Handover.objects.filter(resident=resident, state=HandoverState.ASKED, to_user__is_active=False)
    for handover in gone.select_for_update(of=("self",)):
        take_back(handover, resident, by, now)


@transaction.atomic
def set_deputy(
    *, absent: User, deputy: User, start: datetime, end: datetime, by: User, now: datetime
) -> Deputyship:
    """Somebody replaces `absent` for a period. By the absent person or the team's manager."""
    manages = by.has_role(Role.MANAGER) and by.team_id == absent.team_id
    if by.pk != absent.pk and not manages:
        raise NotPermitted(_("Only you or your manager can name your deputy."))
    if not deputy.is_active or not deputy.is_caseworker or deputy.team_id != absent.team_id:
        raise Refused(_("The deputy is a colleague of the same team."), field="deputy")
    if end <= start:
        raise Refused(_("The period ends before it begins."), field="until")
    try:
        with transaction.atomic():
            row = Deputyship.objects.create(absent=absent, deputy=deputy, during=DateTimeTZRange(start, end))
    except IntegrityError:
        raise Refused(
            _("There is already a deputy in this period, or you named yourself."), field="deputy"
        ) from None
    log.wrote("set_deputy", by=by, now=now, about=row)
    return row


@transaction.atomic
def end_quiet_terms(*, now: datetime) -> int:
    """Nightly: a resident without an open case for twelve months no longer has a fixed contact person."""
    quiet = list(_quiet_terms(now).select_related("resident").order_by("pk"))
    ended = 0
    for term in quiet:
        lock_resident(term.resident)
        if not _quiet_terms(now).filter(pk=term.pk).exists():
            continue  # a question was taken up while we came to this one
        _close_term(term, TermEnded.QUIET, by=None, now=now)
        ended += 1
    return ended


def _quiet_terms(now: datetime) -> QuerySet[ContactTerm]:
    recent = Case.objects.filter(Q(closed_at__isnull=True) | Q(closed_at__gt=now - QUIET_AFTER))
    terms = ContactTerm.objects.filter(during__upper_inf=True, during__startswith__lt=now - QUIET_AFTER)
    return terms.exclude(resident__in=recent.values("resident"))


def _check_receiver(to: User, term: ContactTerm) -> None:
    if not to.is_active or not to.is_caseworker:
        raise Refused(_("Choose a colleague who works with residents."), field="to")
    if to.pk == term.user_id:
        raise Refused(_("%(name)s is already the contact person.") % {"name": to.name}, field="to")


def _open_term_of(resident: Resident) -> ContactTerm:
    term = (
        ContactTerm.objects.filter(resident=resident, during__upper_inf=True)
        .select_related("user__team")
        .first()
    )
    if term is None:
        raise Refused(_("This resident has no contact person now; take up a question first."))
    return term


def _lock_asked(handover: Handover, by: User) -> Handover:
    """Held together with the receiver, whose account is not closed meanwhile."""
    held = Handover.objects.select_for_update(of=("self", "to_user"), no_key=True)
    handover = held.select_related("resident", "from_user", "to_user__team").get(pk=handover.pk)
    if handover.to_user_id != by.pk:
        raise NotFound
    return handover


def _held(user: User) -> User:
    """As they are now; their account is not closed until the transaction ends."""
    held = User.objects.select_for_update(of=("self",), no_key=True).select_related("team")
    return held.get(pk=user.pk)


def _open_term(resident: Resident, user: User, began: TermBegan, *, by: User, now: datetime) -> ContactTerm:
    if not user.is_active or not user.is_caseworker:
        raise Refused(_("Choose a colleague who works with residents."), field="contact_person")
    last = ContactTerm.objects.filter(resident=resident).order_by("-during").first()
    start = max(now, last.during.upper) if last else now
    term = ContactTerm.objects.create(
        resident=resident, user=user, during=DateTimeTZRange(start, None), began=began
    )
    record(
        EventKind.TERM_OPENED, resident=resident, by=by, now=now, term=term.pk, user=user.pk, began=str(began)
    )
    return term


def _close_term(term: ContactTerm, reason: str, *, by: User | None, now: datetime) -> None:
    # whoever waited for a colleague comes with a moment from before what the colleague did
    term.during = DateTimeTZRange(term.during.lower, max(now, term.during.lower + SHORTEST))
    term.end_reason = reason
    term.save(update_fields=["during", "end_reason"])
    record(EventKind.TERM_CLOSED, resident=term.resident, by=by, now=now, term=term.pk, reason=str(reason))


def _record_on_open_cases(
    resident: Resident, kind: EventKind, *, by: User, now: datetime, **codes: Any
) -> None:
    cases = list(
        Case.objects.filter(resident=resident)
        .exclude(status="closed")
        .select_related("resident")
        .order_by("pk")
    )
    for case in cases:
        record(kind, case=case, by=by, now=now, **codes)
    if not cases:
        record(kind, resident=resident, by=by, now=now, **codes)
