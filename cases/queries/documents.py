"""Documents as pages show them. The bytes stay in the database until somebody downloads a version."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from cases.models import Case, Document, DocumentPiece, DocumentVersion
from cases.permissions import Access
from cases.permissions.documents import readable
from sociaal.core.errors import NotFound

SHOWN = 5
"""So many of the latest stand on the case page."""


@dataclass(frozen=True)
class Latest:
    """What the case page shows of its documents."""

    documents: list[Document]
    has_more: bool


def documents_in(case: Case, access: Access) -> QuerySet[Document]:
    """The documents of this case that this reader may see, each with its newest version's number, type and
    size as `version`, `type` and `size`.
    """
    newest = DocumentVersion.objects.filter(document=OuterRef("pk")).order_by("-number")
    return Document.objects.filter(case=case, **readable(access)).annotate(
        version=Subquery(newest.values("number")[:1]),
        type=Subquery(newest.values("type")[:1]),
        size=Subquery(newest.values("size")[:1]),
    )


def latest_in(case: Case, access: Access) -> Latest:
    """Those of the latest date. One query."""
    rows = list(Document.objects.filter(case=case, **readable(access))[: SHOWN + 1])
    return Latest(rows[:SHOWN], len(rows) > SHOWN)


def out_of_sight(case: Case, access: Access) -> QuerySet[Document]:
    """What was put out of sight, for who may still see it (the caller asks that). Latest first."""
    hidden = Document.objects.filter(
        case=case, category__in=sorted(access.categories), hidden_at__isnull=False
    )
    return hidden.select_related("hidden_by").order_by("-hidden_at", "-pk")


def document_called(key: int) -> Document:
    """The document with case and resident. Raises NotFound."""
    rows = Document.objects.select_related("case__resident", "case__team", "by", "hidden_by")
    document = rows.defer("case__resident__bsn").filter(pk=key).first()
    if document is None:
        raise NotFound
    return document


def version_of(document: Document, number: int) -> DocumentVersion:
    """Raises NotFound."""
    version = document.versions.filter(number=number).first()
    if version is None:
        raise NotFound
    return version


def bytes_of(version: DocumentVersion) -> Iterator[bytes]:
    """The file, piece by piece: one query and one piece in memory at a time."""
    pieces = DocumentPiece.objects.filter(version=version)
    places = list(pieces.order_by("place").values_list("place", flat=True))
    for place in places:
        yield bytes(pieces.get(place=place).content)
