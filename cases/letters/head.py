"""What stands around the words of a letter: address, greeting, and who signs. In the active language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.letters.text import LetterText, Section
from sociaal.core.templatetags.ui import long_date

OWN_SAY, ALONE = 12, 16
"""From 12 on a child has a say beside the parents, from 16 on alone: Jeugdwet 7.3.4 and 7.3.5."""


@dataclass(frozen=True)
class Heading:
    """To whom and from whom. `age` None: not known, taken as grown up. `address`: the lines under the name.

    `decided_by`: who decided in the name of mayor and aldermen; empty for a letter that is no decision.
    """

    municipality: str
    resident: str
    age: int | None
    address: tuple[str, ...]
    language: str
    day: date
    reference: str
    case_number: str
    contact_name: str = ""
    return_address: str = ""
    signed_by: str = ""
    team: str = ""
    decided_by: str = ""


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


def framed(title: str, sections: Sequence[Section], head: Heading) -> LetterText:
    """The whole letter."""
    to, greeting = addressed(head.resident, head.age)
    facts = [(_("Date"), long_date(head.day)), (_("Our reference"), head.reference)]
    facts += [(_("Case"), head.case_number)]
    facts += [(_("Your contact person"), head.contact_name)] if head.contact_name else []
    sender = _("Municipality of %(name)s") % {"name": head.municipality}
    return LetterText(
        language=head.language, title=title, sender=sender, return_address=head.return_address,
        to=(to, *head.address), facts=tuple(facts), opening=greeting, sections=tuple(sections),
        closing=_closing(head, sender), page=_("Page {page} of {total}"),
    )  # fmt: skip


def _closing(head: Heading, sender: str) -> tuple[str, ...]:
    """A decision under a mandate says in whose name it was made: Awb 10:10."""
    if head.decided_by:
        authority = _("The mayor and aldermen of %(name)s,") % {"name": head.municipality}
        return _("Kind regards,"), authority, _("in their name:"), head.decided_by
    return tuple(part for part in (_("Kind regards,"), head.signed_by, head.team, sender) if part)
