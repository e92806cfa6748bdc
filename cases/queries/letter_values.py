"""What the fields of a letter say about one case or procedure, in the active language. Some six queries."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from cases.enums import DataCategory, EventKind, LetterKind, NoticeKind, RedFlag
from cases.letters.clauses import Office
from cases.letters.kinds import TEMPLATE_KINDS
from cases.letters.text import as_list
from cases.models import Appointment, Case, ContactTerm, Event, HelpRequest, Procedure, Resident
from cases.models.letter import addressee_of
from cases.queries.calendar_days import decreed_days
from cases.queries.next_dates import planned_in
from cases.queries.terms import decision_due
from cases.terms import TermCode, due_date
from cases.terms.penalty import penalty
from sociaal.core.templatetags.ui import long_date

Values = dict[str, str]


def office() -> Office:
    """The municipality, as its settings say."""
    return Office(settings.MUNICIPALITY, settings.MUNICIPALITY_ADDRESS, settings.MUNICIPALITY_PHONE)


def is_unsafe(case: Case) -> bool:
    """Whether somebody may not be safe at home, so that a letter can be read by whom it should not reach."""
    flagged = HelpRequest.objects.filter(case=case, red_flags__contains=[RedFlag.UNSAFE])
    return flagged.exists() or Event.objects.filter(case=case, kind=EventKind.MELDCODE).exists()


def values_of(kind: LetterKind, case: Case, procedure: Procedure | None, now: datetime) -> Values:
    """Per field what it says; nothing for what is not known. Without the clauses: they need a reference."""
    values = _of_everybody(case, addressee_of(case, procedure), now)
    if procedure is not None and TEMPLATE_KINDS[kind].of_procedure:
        values |= _of_procedure(procedure, timezone.localdate(now))
        if kind in (LetterKind.OBJECTION_POSTPONED, LetterKind.OBJECTION_DECISION):
            values |= _of_objection(procedure)
    elif kind == LetterKind.RECEIPT:
        values |= _of_report(timezone.localdate(case.reported_at))
    elif kind == LetterKind.INVITATION:
        values |= _of_appointment(case, now)
    elif kind == LetterKind.NEW_CONTACT:
        values["former_contact"] = _former_contact(case)
    return values


def _of_everybody(case: Case, whom: Resident, now: datetime) -> Values:
    terms = ContactTerm.objects.filter(resident=case.resident_id, during__contains=now)
    term = terms.select_related("user").first()
    return {
        "resident_name": whom.full_name,
        "today": long_date(timezone.localdate(now)),
        "case_number": case.number,
        "subject": case.subject,
        "municipality": settings.MUNICIPALITY,
        "municipality_phone": settings.MUNICIPALITY_PHONE,
        "contact_name": term.user.name if term else "",
        "contact_phone": term.user.phone if term else "",
    }


def _of_report(reported: date) -> Values:
    plan = due_date(TermCode.WMO_PERSOONLIJK_PLAN, reported, decreed=decreed_days()).date
    return {"reported_date": long_date(reported), "own_plan_date": long_date(plan)}


def _of_appointment(case: Case, now: datetime) -> Values:
    """The next conversation or appointment. One that is about something special is left out: an invitation
    lies on a table at home.
    """
    rows = Appointment.objects.filter(case=case, at__gte=now, category=DataCategory.GENERAL)
    found = [(row.at, row.place) for row in rows.order_by("at", "pk")[:1]]
    found += [(one.at, one.place) for one in planned_in([case.pk], now)]
    if not found:
        return {}
    at, place = min(found)
    day = timezone.localtime(at)
    return {"appointment_when": f"{long_date(day)}, {date_format(day, 'H.i')}", "appointment_place": place}


def _former_contact(case: Case) -> str:
    ended = ContactTerm.objects.filter(resident=case.resident_id, during__upper_inf=False)
    row = ended.select_related("user").order_by("-during").first()
    return row.user.name if row else ""


def _of_procedure(row: Procedure, today: date) -> Values:
    still = row.suspensions.order_by("-from_date", "-pk").first()
    late = row.notices.filter(kind=NoticeKind.LATE).last()
    said: dict[str, Any] = {
        "subject": row.subject,
        "law": row.get_law_display(),
        "reported_date": long_date(row.reported_date),
        "applied_date": long_date(row.applied_date),
        "due_date": long_date(decision_due(row.pk, today)),
        "new_due_date": long_date(late.until_date if late else None),
        "decided_date": long_date(row.decided_date),
        "reasons": row.reasons,
        "conditions": as_list([one.words for one in row.conditions.all()]),
        "delivery_form": row.get_form_display() if row.form else "",
        "notice_date": long_date(row.default_notice_date),
        "suspended_from": long_date(still.from_date if still else None),
        "suspended_until": long_date(still.until_date if still else None),
        "suspended_why": still.reason if still else "",
    }
    if row.default_notice_date:
        said["decide_before"] = long_date(penalty(row.default_notice_date, today=today).decide_before)
    return said


def _of_objection(row: Procedure) -> Values:
    """`decided_date` is that of the decision objected to."""
    put_off = row.notices.filter(kind__in=(NoticeKind.POSTPONED, NoticeKind.AGREED)).last()
    return {
        "new_due_date": long_date(put_off.until_date if put_off else None),
        "agreed_date": long_date(put_off.agreed_date if put_off else None),
        "objection_date": long_date(row.objection_date),
        "objection_decided_date": long_date(row.objection_decided_date),
        "objection_outcome": row.get_objection_outcome_display().lower(),
        "objection_reasons": row.objection_reasons,
        "instead": row.get_outcome_display().lower() if row.first_outcome else "",
        "instead_reasons": row.reasons if row.first_outcome else "",
    }
