"""The versions of the questions, as the administrator sees them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from cases.enums import LifeDomain
from intake.enums import QuestionSetState
from intake.models import Question, QuestionSet
from intake.questions.differences import Difference, Wording, differences
from sociaal.core.errors import NotFound


@dataclass(frozen=True)
class DomainRow:
    """One life domain of a version: the opening question and the prompts in their order."""

    domain: LifeDomain
    opening: Question | None
    prompts: Sequence[Question]


def versions() -> QuerySet[QuestionSet]:
    """All versions, newest first, with how many conversations were held with each."""
    rows = QuestionSet.objects.select_related("made_by").annotate(held=Count("conversations"))
    return rows.order_by("-version")


def concept() -> QuestionSet | None:
    """The version that is being made, if any."""
    return QuestionSet.objects.filter(state=QuestionSetState.CONCEPT).first()


def version_called(version: int) -> QuestionSet:
    """Raises NotFound."""
    row = QuestionSet.objects.select_related("made_by").filter(version=version).first()
    if row is None:
        raise NotFound
    return row


def concept_called(version: int) -> QuestionSet:
    """This version, as long as it can be changed. Raises NotFound."""
    row = version_called(version)
    if row.state != QuestionSetState.CONCEPT:
        raise NotFound
    return row


def questions_of(row: QuestionSet) -> list[Question]:
    """All questions in their order. One query."""
    return list(Question.objects.filter(question_set=row).order_by("domain", "-is_opening", "order", "pk"))


def domains_of(row: QuestionSet) -> list[DomainRow]:
    """All life domains with their questions. One query."""
    rows = questions_of(row)
    return [_domain_row(domain, [one for one in rows if one.domain == domain]) for domain in LifeDomain]


def domain_of(row: QuestionSet, domain: str) -> DomainRow:
    """One life domain. Raises NotFound for a word that is none."""
    if domain not in set(LifeDomain):
        raise NotFound
    rows = Question.objects.filter(question_set=row, domain=domain).order_by("-is_opening", "order", "pk")
    return _domain_row(LifeDomain(domain), list(rows))


def _domain_row(domain: LifeDomain, rows: Sequence[Question]) -> DomainRow:
    opening = next((one for one in rows if one.is_opening), None)
    return DomainRow(domain, opening, [one for one in rows if not one.is_opening])


def changes_in(row: QuestionSet) -> list[tuple[LifeDomain, list[Difference]]]:
    """What this version changes of the one in use. Two queries."""
    in_use = Question.objects.filter(question_set__state=QuestionSetState.IN_USE)
    before = in_use.order_by("domain", "-is_opening", "order", "pk")
    return differences(map(_wording, before), map(_wording, questions_of(row)))


def _wording(one: Question) -> Wording:
    return Wording(one.pk, one.domain, one.text_nl, one.text_en, tuple(one.only_when), one.copied_from_id)


def mark_of(row: QuestionSet) -> str:
    """Changes with each change of this version, so that one sees whether it is still what one looked at."""
    told = "".join(f"{one.pk}.{one.version}.{one.order} " for one in questions_of(row))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
