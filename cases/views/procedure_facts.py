"""What is known of a procedure, and of an objection to its decision, in the words of the page."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.enums import DecisionOutcome, NoticeKind
from cases.models import Procedure
from cases.queries.term_facts import Notice
from cases.terms.penalty import penalty
from sociaal.core.templatetags.ui import long_date

Facts = list[tuple[str, object]]
OF_APPLICATION = (NoticeKind.LATE,)


def facts(row: Procedure, applicant: str, today: date) -> Facts:
    """What is known of the procedure; of the decision as it was made, before any objection. `applicant`: the
    name, "" for one who is not shown to this reader.
    """
    nameless = _("Somebody not shown to you")
    known: Facts = [
        (_("State"), row.get_state_display()),
        (_("Applicant"), applicant or nameless),
        (_("Way in"), row.get_way_in_display()),
        (_("Reported"), long_date(row.reported_date)),
        (_("Application received"), long_date(row.applied_date)),
        (_("Notice of default received"), long_date(row.default_notice_date)),
        (_("Penalty for a late decision"), _penalty(row, today)),
        *told(row, OF_APPLICATION),
        (_("Decided"), long_date(row.decided_date)),
        (_("Decided by"), row.mandate_holder.name if row.mandate_holder else ""),
        (_("Outcome"), row.get_first_outcome_display() or row.get_outcome_display()),
        (_("Reasons"), row.first_reasons or row.reasons),
        (_("Decision sent"), _sent(row, applicant or nameless)),
        (_("Ended"), long_date(row.ended_date)),
        (_("Why it ended"), row.end_reason),
    ]
    return [(label, value) for label, value in known if value]


def objection_facts(row: Procedure) -> Facts:
    """What is known of the objection; nothing when there is none."""
    if row.objection_date is None:
        return []
    known: Facts = [
        (_("Objection received"), long_date(row.objection_date)),
        (_("Who decides on it"), _another(row)),
        (_("Told that a committee advises"), long_date(row.committee_date)),
        *told(row, [kind for kind in NoticeKind if kind not in OF_APPLICATION]),
        (_("Decided on the objection"), long_date(row.objection_decided_date)),
        (_("Decided by"), row.objection_by.name if row.objection_by else ""),
        (_("Outcome of the objection"), row.get_objection_outcome_display()),
        (_("Reasons on the objection"), row.objection_reasons),
        (_("Decided instead"), _instead(row)),
        (_("Reasons for the new decision"), row.reasons if row.first_outcome else ""),
        *_end(row),
    ]
    return [(label, value) for label, value in known if value]


def told(row: Procedure, kinds: Collection[str]) -> Facts:
    """Of each notice of these kinds what was said and when. `row` has `with_term_facts`."""
    said = [Notice.of(one) for one in getattr(row, "said", None) or ()]
    return [(str(NoticeKind(one.kind).label), _notice(one)) for one in said if one.kind in kinds]


def _notice(one: Notice) -> str:
    words = _("%(until)s at the latest; told on %(told)s")
    if one.agreed:
        words = _("%(until)s at the latest; told on %(told)s, agreed on %(agreed)s")
    return words % {
        "until": long_date(one.until), "told": long_date(one.told), "agreed": long_date(one.agreed)
    }  # fmt: skip


def _another(row: Procedure) -> str:
    """As long as nobody did: not who made the decision (Awb 10:3 lid 3)."""
    if row.objection_outcome or row.mandate_holder is None:
        return ""
    return _("somebody with the mandate, other than %(name)s") % {"name": row.mandate_holder.name}


def _instead(row: Procedure) -> str:
    if not row.first_outcome:
        return ""
    return _("%(now)s (it was: %(before)s)") % {
        "now": row.get_outcome_display(),
        "before": str(DecisionOutcome(row.first_outcome).label).lower(),
    }


def _end(row: Procedure) -> Facts:
    label = _("Decision on the objection sent") if row.objection_decided_date else _("Objection taken back")
    return [(label, long_date(row.objection_ended_date))]


def _sent(row: Procedure, applicant: str) -> str:
    """On which day, and to whom: from then on that person can object."""
    if row.sent_date is None:
        return ""
    return _("%(day)s, to %(name)s") % {"day": long_date(row.sent_date), "name": applicant}


def _penalty(row: Procedure, today: date) -> str:
    """In words: until when nothing is owed, or how much by now."""
    if row.default_notice_date is None:
        return ""
    found = penalty(row.default_notice_date, today=today, sent=row.sent_date or row.ended_date)
    if not found.days:
        return _("none, if we decide by %(day)s") % {"day": long_date(found.decide_before)}
    return ngettext("%(euro)d euro, for %(days)d day", "%(euro)d euro, for %(days)d days", found.days) % {
        "euro": found.euro,
        "days": found.days,
    }
