"""What the law wants a letter to say, in words that nobody takes out or changes. In the active language."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.letters.text import as_list


@dataclass(frozen=True)
class Office:
    """The municipality as a letter names it. `address`: where an objection goes."""

    name: str
    address: str
    phone: str


def objection_clause(office: Office, reference: str) -> str:
    """How, where and until when to object (Awb 3:45, 6:4, 6:5, 6:7, 6:8), and a provisional ruling (8:81)."""
    said = {"name": office.name, "address": office.address, "reference": reference}
    parts = [
        _("Do you not agree with this decision? Then you can object. Do it within six weeks."),
        _("The six weeks begin on the day after the day on which we sent you this letter."),
    ]
    asked = as_list(
        [
            _("your name and address"),
            _("the date of your letter"),
            _("our reference: %(reference)s") % said,
            _("why you do not agree"),
            _("your signature"),
        ]
    )
    where = _("Send your letter to: the mayor and aldermen of %(name)s, %(address)s. Say in it:") % said
    urgent = _(
        "Can you not wait for our answer? Then you can ask the court for a provisional ruling. You pay a fee."
    )
    more = _("Do you have a question about this? Call %(phone)s.") % {"phone": office.phone}
    return "\n\n".join([" ".join(parts), where, asked, urgent, more])


def appeal_clause(office: Office, reference: str) -> str:
    """How, where and until when to go to court (Awb 6:5, 6:7, 6:8, 6:23, 8:7, 8:41), and a provisional ruling
    (8:81).
    """
    said = {"name": office.name, "reference": reference}
    parts = [
        _("Do you not agree with this decision? Then you can go to court. Do it within six weeks."),
        _("The six weeks begin on the day after the day on which we sent you this letter."),
    ]
    asked = as_list(
        [
            _("your name and address"),
            _("the date of your letter"),
            _("our reference: %(reference)s, and a copy of this letter") % said,
            _("why you do not agree"),
            _("your signature"),
        ]
    )
    where = (
        _(
            "Send your letter to the administrative judge of the court of the area in which %(name)s lies. "
            "Its address is on rechtspraak.nl. Say in it:"
        )
        % said
    )
    urgent = _("Can you not wait for the judge? Then you can ask the court for a provisional ruling.")
    more = [_("You pay a fee to the court."), _("Do you have a question about this? Call %(phone)s.")]
    last = " ".join(more) % {"phone": office.phone}
    return "\n\n".join([" ".join(parts), where, asked, urgent, last])


def support_clause() -> str:
    """Free and independent client support, told before the inquiry: Wmo 2015 2.3.2 lid 3."""
    return " ".join(
        [
            _("An independent client supporter can help you, free of charge."),
            _("They think along with you only."),
        ]
    )


def clauses(office: Office, reference: str) -> dict[str, str]:
    """Each clause by the name of its field."""
    return {
        "objection_clause": objection_clause(office, reference),
        "appeal_clause": appeal_clause(office, reference),
        "support_clause": support_clause(),
    }
