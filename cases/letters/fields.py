"""What a letter template may ask of the case: a closed list of fields, each with what it is and an example.

Pure. A field stands in a template as `{resident_name}`. Its value is placed as text, never read again.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sociaal.core.templatetags.ui import long_date

Text = str | Promise


@dataclass(frozen=True)
class Field:
    """`label` says what it is, to the administrator, and in square brackets what the writer must fill in.

    `optional`: a line with this field is left out when there is nothing to say. `paragraphs`: what people
    wrote may have several. `clause`: whole sentences that the law asks for; it stands on a line of its own,
    and nobody changes its words in a letter.
    """

    name: str
    label: Text
    example: Text | date
    optional: bool = False
    paragraphs: bool = False
    clause: bool = False

    @property
    def code(self) -> str:
        return f"{{{self.name}}}"


FIELDS = {
    field.name: field
    for field in (
        Field("resident_name", _("name of the resident"), "Aaltje de Testpersoon"),
        Field("today", _("date of the letter"), date(2026, 11, 18)),
        Field("case_number", _("number of the case"), "2026-000123"),
        Field("subject", _("what it is about"), _("Stairlift")),
        Field("municipality", _("name of the municipality"), "Voorbeeldstad"),
        Field("municipality_phone", _("phone number of the municipality"), "0900 000 0000"),
        Field("contact_name", _("name of the contact person"), "Anna Aanspreek"),
        Field("contact_phone", _("phone number of the contact person"), "0900 000 0001", optional=True),
        Field("former_contact", _("name of the contact person before"), "Bram Bedankt", optional=True),
        Field("reported_date", _("day on which the question reached us"), date(2026, 11, 16)),
        Field("own_plan_date", _("last day to hand in a plan of one's own"), date(2026, 11, 23)),
        Field("appointment_when", _("day and time of the appointment"), _("25 November 2026, 10.00")),
        Field("appointment_place", _("place of the appointment"), _("at your home")),
        Field("law", _("law under which is decided"), "Wmo 2015"),
        Field("applied_date", _("day on which the application reached us"), date(2026, 11, 2)),
        Field("due_date", _("last day on which we decide"), date(2026, 12, 14)),
        Field("new_due_date", _("new day on which we decide at the latest"), date(2026, 12, 21)),
        Field("suspended_from", _("first day on which the term stands still"), date(2026, 11, 19)),
        Field(
            "suspended_until",
            _("last day on which the term stands still"),
            date(2026, 12, 3),
            optional=True,
        ),
        Field(
            "suspended_why",
            _("why the term stands still"),
            _("We need the quotation of the supplier."),
            paragraphs=True,
        ),
        Field("notice_date", _("day on which the notice of default reached us"), date(2026, 12, 16)),
        Field("decide_before", _("last day to decide before we owe a penalty"), date(2026, 12, 30)),
        Field("decided_date", _("day of the decision"), date(2026, 12, 9)),
        Field(
            "reasons",
            _("reasons for the decision"),
            _("You cannot climb the stairs any more.\n\nA lighter solution does not help enough."),
            paragraphs=True,
        ),
        Field(
            "conditions",
            _("conditions of the decision"),
            _("- The lift is looked after once a year.\n- You tell us when you move house."),
            optional=True,
            paragraphs=True,
        ),
        Field("delivery_form", _("in kind or personal budget"), _("In kind"), optional=True),
        Field("objection_date", _("day on which the objection reached us"), date(2026, 12, 16)),
        Field("objection_decided_date", _("day of the decision on the objection"), date(2027, 2, 3)),
        Field("objection_outcome", _("what is decided on the objection"), _("well-founded")),
        Field(
            "objection_reasons",
            _("reasons for the decision on the objection"),
            _("Your doctor writes that a lighter solution did not work."),
            paragraphs=True,
        ),
        Field("instead", _("what is decided instead"), _("granted"), optional=True),
        Field(
            "instead_reasons",
            _("reasons for the new decision"),
            _("You need the lift to go on living at home."),
            optional=True,
            paragraphs=True,
        ),
        Field("agreed_date", _("day on which the resident agreed"), date(2026, 12, 20), optional=True),
        Field("appeal_clause", _("how to go to court, as the law asks"), "", clause=True),
        Field("objection_clause", _("how to object, as the law asks"), "", clause=True),
        Field("support_clause", _("free help of a client supporter, as the law asks"), "", clause=True),
    )
}


def example_of(field: Field, language: str) -> str:
    """The example in this language; nothing of a clause, which has words of its own."""
    with translation.override(language):
        return long_date(field.example) if isinstance(field.example, date) else str(field.example)
