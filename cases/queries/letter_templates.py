"""The words of letters, as the administrator sees them and as a letter is made from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.conf import settings
from django.db.models import Count, QuerySet

from cases.enums import LetterKind, TemplateState
from cases.letters.kinds import TEMPLATE_KINDS, TemplateKind
from cases.models import LetterTemplate
from sociaal.core.errors import NotFound


@dataclass(frozen=True)
class KindRow:
    """A kind of letter with the version that is in use, and the concept when there is one."""

    kind: LetterKind
    in_use: LetterTemplate
    concept: LetterTemplate | None


@dataclass(frozen=True)
class Change:
    """Lines that are gone and lines that came, in one place."""

    before: Sequence[str]
    after: Sequence[str]


def kind_called(kind: str) -> TemplateKind:
    """Raises NotFound for a kind of letter that has no template."""
    found = TEMPLATE_KINDS.get(kind)
    if found is None:
        raise NotFound
    return found


def kinds() -> list[KindRow]:
    """All kinds, in their order. One query."""
    rows = LetterTemplate.objects.filter(state__in=[TemplateState.CONCEPT, TemplateState.IN_USE])
    of = {(row.kind, row.state): row for row in rows.defer("words")}
    return [
        KindRow(LetterKind(kind), of[kind, TemplateState.IN_USE], of.get((kind, TemplateState.CONCEPT)))
        for kind in TEMPLATE_KINDS
    ]


def versions_of(kind: str) -> QuerySet[LetterTemplate]:
    """All versions of a kind, newest first, with how many letters were made from each."""
    rows = LetterTemplate.objects.filter(kind=kind).select_related("made_by").defer("words")
    return rows.annotate(made=Count("letters")).order_by("-version")


def template_called(kind: str, version: int) -> LetterTemplate:
    """Raises NotFound."""
    rows = LetterTemplate.objects.select_related("made_by", "changed_by")
    row = rows.filter(kind=kind_called(kind).kind, version=version).first()
    if row is None:
        raise NotFound
    return row


def concept_called(kind: str, version: int) -> LetterTemplate:
    """This version, as long as it can be changed. Raises NotFound."""
    row = template_called(kind, version)
    if row.state != TemplateState.CONCEPT:
        raise NotFound
    return row


def template_in_use(kind: str) -> LetterTemplate:
    """What a letter of this kind is made from now. Raises NotFound for a kind without a template."""
    return LetterTemplate.objects.get(kind=kind_called(kind).kind, state=TemplateState.IN_USE)


def changes_in(row: LetterTemplate) -> list[tuple[str, str, list[Change]]]:
    """What this version changes of the one in use: code of the language, its name, and the changes."""
    before = template_in_use(row.kind)
    found = [
        (code, str(name), _changes(before.wording(code).lines(), row.wording(code).lines()))
        for code, name in settings.LANGUAGES
    ]
    return [one for one in found if one[2]]


def _changes(before: list[str], after: list[str]) -> list[Change]:
    steps = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    return [Change(before[a:b], after[c:d]) for tag, a, b, c, d in steps if tag != "equal"]
