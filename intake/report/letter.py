"""The report as a letter: to whom, and what stands around its parts. Pure; in the active language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from cases.letters.text import LetterText, Section
from intake.report.deciding import Line
from sociaal.core.templatetags.ui import long_date

OWN_SAY, ALONE = 12, 16
"""From 12 on a child has a say beside the parents, from 16 on alone: Jeugdwet 7.3.4 and 7.3.5."""


@dataclass(frozen=True)
class Heading:
    """What stands above and under the report. `age` None: not known, taken as grown up."""

    municipality: str
    resident: str
    age: int | None
    address: tuple[str, ...]
    language: str
    day: date
    reference: str
    case_number: str
    version: int = 1
    contact_name: str = ""
    team: str = ""
    return_address: str = ""
    phone: str = ""
    signed_by: str = field(default="")


def report_title(version: int) -> str:
    """What the report is called; from the second version on with its number."""
    title = _("Report of our conversation")
    return title if version == 1 else _("%(title)s, version %(number)d") % {"title": title, "number": version}


def letter_of(lines: Sequence[Line], head: Heading) -> LetterText:
    """The letter with the parts that come in."""
    to, greeting = addressed(head.resident, head.age)
    facts = [(_("Date"), long_date(head.day)), (_("Our reference"), head.reference)]
    facts += [(_("Case"), head.case_number)]
    facts += [(_("Your contact person"), head.contact_name)] if head.contact_name else []
    sender = _("Municipality of %(name)s") % {"name": head.municipality}
    return LetterText(
        language=head.language,
        title=report_title(head.version),
        sender=sender,
        return_address=head.return_address,
        to=(to, *head.address),
        facts=tuple(facts),
        opening=greeting,
        sections=tuple(Section(one.heading, one.text) for one in lines if one.included and one.text),
        closing=tuple(part for part in (_("Kind regards,"), head.signed_by, head.team, sender) if part),
        page=_("Page {page} of {total}"),
    )


def addressed(name: str, age: int | None) -> tuple[str, str]:
    """The name on the envelope, and how the letter begins."""
    if age is not None and age < OWN_SAY:
        return (
            _("To the parents or carers of %(name)s") % {"name": name},
            _("Dear parents or carers of %(name)s,") % {"name": name},
        )
    if age is not None and age < ALONE:
        return (
            _("%(name)s and parents or carers") % {"name": name},
            _("Dear %(name)s, dear parents or carers,") % {"name": name},
        )
    return name, _("Dear %(name)s,") % {"name": name}
