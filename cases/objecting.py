"""What may be done with an objection, and with a decision that comes later than the law asks.

Pure rules over plain data, as `policies`: each raises `Refused` with what is missing, or returns nothing.
Source: Awb 4:14, 6:10, 6:21, 7:10 to 7:13, 10:3.
"""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.enums import DecisionOutcome, ObjectionOutcome
from cases.policies import check_reason
from sociaal.core.errors import Refused

TO_CHOOSE = (ObjectionOutcome.FOUNDED, ObjectionOutcome.UNFOUNDED, ObjectionOutcome.INADMISSIBLE)
"""What a decision on an objection can say."""
FURTHEST = timedelta(days=365)
"""A day further ahead is a slip of the pen."""


def check_objection(decided: date | None, present: date | None, received: date) -> None:
    """One objection to a decision that was made; sent or not (Awb 6:10)."""
    if decided is None:
        raise Refused(_("There is no decision to object to yet."))
    if present is not None:
        raise Refused(_("An objection was received already."))
    if received < decided:
        raise Refused(_("Nobody objects before there is a decision."), field="received_date")


def check_treated(received: date | None, ended: date | None, outcome: str) -> date:
    """The day of receipt of an objection that runs and is not decided on."""
    if received is None or ended is not None:
        raise Refused(_("No objection runs."))
    if outcome:
        raise Refused(_("There is a decision on the objection already."))
    return received


def check_committee(present: date | None, received: date, told: date, due: date | None) -> None:
    """Twelve weeks hold for who was told, while the six ran, that a committee advises (7:13 lid 2)."""
    if present is not None:
        raise Refused(_("It is noted already that a committee advises."))
    if told < received:
        raise Refused(_("This day lies before the objection."), field="told_date")
    if due is not None and told > due:
        raise Refused(
            _("The term ended on %(day)s. What is told after it does not make it longer.") % _day(due),
            field="told_date",
        )


def check_postponement(
    received: date, due: date | None, longest: date | None, told: date, until: date, *, again: bool
) -> None:
    """Once, by six weeks at most, told while the term still runs (7:10 lid 3)."""
    due, longest = _while_it_runs(received, due, longest, told, until)
    if again:
        raise Refused(
            _("It was put off already. Further only when the resident agrees: note on which day."),
            field="agreed_date",
        )
    if until > longest:
        raise Refused(
            _("By six weeks at most: until %(day)s. Further only when the resident agrees.") % _day(longest),
            field="until_date",
        )


def check_further_postponement(
    received: date, due: date | None, told: date, until: date, agreed: date
) -> None:
    """With the consent of who objected (7:10 lid 4)."""
    _while_it_runs(received, due, due, told, until)
    if not received <= agreed:
        raise Refused(_("This day lies before the objection."), field="agreed_date")
    check_named_day(told, until)


def _while_it_runs(
    received: date, due: date | None, longest: date | None, told: date, until: date
) -> tuple[date, date]:
    if due is None or longest is None:
        raise Refused(_("No term runs yet: the decision has not been sent."))
    if told < received:
        raise Refused(_("This day lies before the objection."), field="told_date")
    if told > due:
        raise Refused(
            _("The term ended on %(day)s. After that it cannot be put off.") % _day(due), field="told_date"
        )
    if until <= due:
        raise Refused(_("The term runs until %(day)s. Name a later day.") % _day(due), field="until_date")
    return due, longest


def check_objection_decision(
    received: date, sent: date | None, decided: date, outcome: str, reasons: str, *, by_the_same: bool
) -> None:
    """After the decision was made known, with reasons (7:12), by another than who took that in mandate (10:3
    lid 3).
    """
    if sent is None:
        raise Refused(_("First send the decision that the resident objects to."))
    if by_the_same:
        raise Refused(_("You made the decision. Somebody else decides on the objection (Awb 10:3)."))
    if outcome not in TO_CHOOSE:
        raise Refused(_("Choose what is decided on the objection."), field="outcome")
    check_reason(reasons, "reasons")
    if decided < received:
        raise Refused(_("This day lies before the objection."), field="decided_date")


def check_instead(outcome: str, instead: str, reasons: str) -> None:
    """A founded objection puts another decision in the place of the first (7:11); any other leaves it."""
    if outcome != ObjectionOutcome.FOUNDED:
        if instead or reasons.strip():
            raise Refused(
                _("The decision changes only when the objection is well-founded."),
                field="instead" if instead else "instead_reasons",
            )
        return
    if instead not in set(DecisionOutcome):
        raise Refused(_("Choose what is decided instead."), field="instead")
    check_reason(reasons, "instead_reasons")


def check_objection_sent(decided: date | None, ended: date | None, sent: date) -> None:
    """Once, and not before it was made."""
    if ended is not None:
        raise Refused(_("The objection has come to an end already."))
    if decided is None:
        raise Refused(_("There is no decision on the objection to send yet."))
    if sent < decided:
        raise Refused(_("The decision cannot be sent before it was made."), field="sent_date")


def check_taken_back(received: date, taken_back: date) -> None:
    """As long as there is no decision on it (6:21)."""
    if taken_back < received:
        raise Refused(_("This day lies before the objection."), field="taken_back_date")


def check_objection_ended(received: date | None, ended: date | None) -> None:
    """A decision that was objected to is final only once that has come to an end."""
    if received is not None and ended is None:
        raise Refused(_("The resident objected. First note what was decided on that, and when it was sent."))


def check_notice_of_delay(since: date, due: date, told: date, until: date) -> None:
    """What we tell when we cannot decide in time (4:14): once the term runs, with a day after it."""
    if told < since:
        raise Refused(_("The term had not begun on this day."), field="told_date")
    if until <= due:
        raise Refused(_("The term runs until %(day)s. Name a later day.") % _day(due), field="until_date")
    check_named_day(told, until)


def check_named_day(told: date, until: date) -> None:
    """A day that was named lies ahead of the day on which it was said, and not years."""
    if until < told:
        raise Refused(_("The day you name lies before the day on which you said so."), field="until_date")
    if until > told + FURTHEST:
        raise Refused(_("This day is more than a year ahead."), field="until_date")


def _day(day: date) -> dict[str, str]:
    return {"day": date_format(day, "j F Y")}
