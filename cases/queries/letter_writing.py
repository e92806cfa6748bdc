"""A letter as it is written from its template: which can be written now, and what it says before anybody
changes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation

from cases.enums import LetterKind, LetterState, NoticeKind, ProcedureState
from cases.letters.clauses import clauses
from cases.letters.head import Heading, framed
from cases.letters.kinds import DECIDED, DECISIONS, TEMPLATE_KINDS, TemplateKind
from cases.letters.templating import Draft, drafts_of, in_one_line, sections_of
from cases.letters.text import LetterText
from cases.models import Case, Letter, LetterTemplate, Procedure, Resident
from cases.models.letter import addressee_of
from cases.queries.letter_values import Values, office, values_of
from sociaal.accounts.models import User

K = LetterKind
OF_CASE = (K.RECEIPT, K.INVITATION, K.NEW_CONTACT)
ENGLISH = ("en", "engels", "english")
"""How the file says that somebody speaks English."""


def letters_for_case(case: Case) -> list[LetterKind]:
    """What can be written about a case: anything as long as it is open. No query."""
    return list(OF_CASE) if case.is_open else []


def letters_for(row: Procedure) -> list[LetterKind]:
    """What can be written about a procedure as it stands now. Two queries at most."""
    if row.state == ProcedureState.APPLIED:
        found = [K.NOTICE_RECEIVED] if row.default_notice_date else []
        found += [K.TERM_SUSPENDED] if row.suspensions.exists() else []
        return [*found, K.DECISION_LATE]
    if row.state == ProcedureState.DECIDED and row.sent_date is None and decision_letter(row) is None:
        return [DECISIONS[row.outcome]]
    return _about_objection(row) if row.objection_runs else []


def _about_objection(row: Procedure) -> list[LetterKind]:
    """The decision on it, once; before that, that it comes later, as it is noted."""
    if row.objection_decided_date is not None:
        written = Letter.objects.filter(procedure=row, kind=K.OBJECTION_DECISION)
        return [] if written.exclude(state=LetterState.STOPPED).exists() else [K.OBJECTION_DECISION]
    put_off = row.notices.filter(kind__in=(NoticeKind.POSTPONED, NoticeKind.AGREED))
    return [K.OBJECTION_POSTPONED] if put_off.exists() else []


def decision_letter(row: Procedure) -> Letter | None:
    """The letter with the decision of this procedure that was not stopped, without what it says."""
    letters = Letter.objects.filter(procedure=row, kind__in=DECISIONS.values()).defer("source", "pdf")
    return letters.exclude(state=LetterState.STOPPED).first()


def language_for(whom: Resident) -> str:
    """English for who speaks English, else Dutch: the language of the letter until the writer chooses."""
    spoken = whom.language.strip().lower()
    return "en" if spoken in ENGLISH else settings.LANGUAGE_CODE


@dataclass(frozen=True)
class Given:
    """What the writer made of it: the title, and the text of each part by its place in the template."""

    title: str
    texts: Mapping[int, str]


@dataclass(frozen=True)
class Blank:
    """A letter that is being written: from which template, in which language, about what."""

    kind: TemplateKind
    template: LetterTemplate
    language: str
    case: Case
    procedure: Procedure | None
    values: Values

    def drafts(self, reference: str) -> list[Draft]:
        """Its parts with their fields filled."""
        with translation.override(self.language):
            values = self._values(reference)
            return drafts_of(self.template.wording(self.language), self.kind, values)

    def title(self) -> str:
        with translation.override(self.language):
            return in_one_line(self.template.wording(self.language).title, self.values)

    def letter(self, given: Given, *, reference: str, by: User, now: datetime) -> LetterText:
        """The letter with these words in the place of its own; a fixed part keeps its words."""
        with translation.override(self.language):
            drafts = [
                one if one.fixed else replace(one, text=given.texts.get(one.place, one.text).strip())
                for one in self.drafts(reference)
            ]
            return framed(given.title.strip(), sections_of(drafts), self._head(reference, by, now))

    def _values(self, reference: str) -> Values:
        return self.values | clauses(office(), reference)

    def _head(self, reference: str, by: User, now: datetime) -> Heading:
        resident, today = self.whom, timezone.localdate(now)
        town = f"{resident.postcode}  {settings.MUNICIPALITY.upper()}".strip()
        decides = self._decides
        return Heading(
            municipality=settings.MUNICIPALITY, resident=resident.full_name, age=resident.age_on(today),
            address=(resident.address, town) if resident.address else (), language=self.language, day=today,
            reference=reference, case_number=self.case.number, contact_name=self.values["contact_name"],
            return_address=settings.MUNICIPALITY_ADDRESS, signed_by=by.name,
            team=by.team.name if by.team else "", decided_by=decides.name if decides else "",
        )  # fmt: skip

    @property
    def whom(self) -> Resident:
        """To whom it is."""
        return addressee_of(self.case, self.procedure)

    @property
    def _decides(self) -> User | None:
        """Who made the decision that it is, if it is one."""
        if self.procedure is None or self.kind.kind not in DECIDED:
            return None
        first = self.kind.kind in DECISIONS.values()
        return self.procedure.mandate_holder if first else self.procedure.objection_by


def blank_of(
    template: LetterTemplate, language: str, case: Case, procedure: Procedure | None, now: datetime
) -> Blank:
    """Needs `case.resident`, `procedure.applicant`, and `procedure.mandate_holder` of a decision."""
    kind = TEMPLATE_KINDS[template.kind]
    with translation.override(language):
        values = values_of(kind.kind, case, procedure, now)
    return Blank(kind, template, language, case, procedure, values)
