"""The report as a letter: to whom, and what stands around its parts. Pure; in the active language."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.letters import head as letterhead
from cases.letters.text import LetterText, Section
from intake.report.deciding import Line


@dataclass(frozen=True)
class Heading(letterhead.Heading):
    """What stands above and under the report, and which version of it this is."""

    version: int = 1


def report_title(version: int) -> str:
    """What the report is called; from the second version on with its number."""
    title = _("Report of our conversation")
    return title if version == 1 else _("%(title)s, version %(number)d") % {"title": title, "number": version}


def letter_of(lines: Sequence[Line], head: Heading) -> LetterText:
    """The letter with the parts that come in."""
    going = [Section(one.heading, one.text) for one in lines if one.included and one.text]
    return letterhead.framed(report_title(head.version), going, head)
