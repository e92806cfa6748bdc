"""A letter template with example data, to look at before it is used. Pure; no resident is in it."""

from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from cases.letters.clauses import Office, clauses
from cases.letters.fields import FIELDS, example_of
from cases.letters.head import Heading, framed
from cases.letters.kinds import DECIDED, TemplateKind
from cases.letters.templating import Wording, drafts_of, in_one_line, sections_of
from cases.letters.text import LetterText


def example_letter(wording: Wording, kind: TemplateKind, language: str, office: Office) -> LetterText:
    """The letter as the example resident would get it."""
    with translation.override(language):
        reference = "B2026-000123"
        examples = {name: example_of(field, language) for name, field in FIELDS.items()}
        own = {"municipality": office.name, "municipality_phone": office.phone}
        values = examples | own | clauses(office, reference)
        head = Heading(
            municipality=office.name, resident=values["resident_name"], age=None,
            address=("Lindelaan 4", f"9999 XA  {office.name.upper()}"), language=language,
            day=date(2026, 11, 18), reference=reference, case_number=values["case_number"],
            contact_name=values["contact_name"], return_address=office.address,
            signed_by=values["contact_name"], team=_("Team East"),
            decided_by=values["contact_name"] if kind.kind in DECIDED else "",
        )  # fmt: skip
        return framed(in_one_line(wording.title, values), sections_of(drafts_of(wording, kind, values)), head)
