"""Documents: added, described, given a newer version, put out of sight and back. No file is ever deleted or
replaced.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.documents.checking import CheckedFile
from cases.enums import EventKind
from cases.models import Case, Document, DocumentPiece, DocumentVersion
from cases.models.document import PIECE
from cases.operations.recording import lock_case, record
from cases.permissions.documents import check_adds_documents, check_keeps_document
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.audit.changes import check_seen
from sociaal.core.editing import Marks
from sociaal.core.errors import Refused
from sociaal.core.uploads import MOST_FILES


@transaction.atomic
def add_documents(
    *,
    case: Case,
    files: Sequence[CheckedFile],
    kind: str,
    category: str,
    dated: date,
    by: User,
    now: datetime,
    title: str = "",
) -> list[Document]:
    """Each file becomes a document; without a title it is called after its file.

    By who coordinates the case. Raises Refused without a file, with too many, or as `check_document` does.
    """
    case = lock_case(case)
    check_adds_documents(by, case, now)
    if not 0 < len(files) <= MOST_FILES:
        raise Refused(_("Choose between one and %(most)d files.") % {"most": MOST_FILES}, field="upload")
    policies.check_document(kind, category, dated, timezone.localdate(now))
    titles = _titles(title.strip(), files)
    documents = []
    for file, called in zip(files, titles, strict=True):
        document = Document.objects.create(
            case=case, kind=kind, category=category, title=called, date=dated, by=by, added_at=now
        )
        _keep(document, 1, file, by, now)
        documents.append(document)
    return documents


@transaction.atomic
def add_version(*, document: Document, file: CheckedFile, by: User, now: datetime) -> DocumentVersion:
    """A newer file for the same document; the older ones stay.

    Raises Refused for the very file that is the newest already, or when the document is out of sight.
    """
    document = _locked(document, by, now)
    _check_in_sight(document)
    newest = document.versions.first()
    if newest and newest.sha256 == file.sha256:
        raise Refused(_("This is the same file as the newest version."), field="upload")
    return _keep(document, newest.number + 1 if newest else 1, file, by, now)


@transaction.atomic
def change_document(
    *,
    document: Document,
    title: str,
    kind: str,
    category: str,
    dated: date,
    by: User,
    now: datetime,
    seen: Marks | None = None,
) -> Document:
    """Say better what it is, what it is about, or of which day. What it is about says who may see it, also of
    what was told before. The files stay. Nothing changed: nothing is written.

    `seen`: what the form started from; raises Conflict when somebody changed it since. Raises Refused without
    a title, when it is out of sight, or as `check_document` does.
    """
    document = _locked(document, by, now)
    _check_in_sight(document)
    check_seen(document, ("title", "kind", "category"), seen, dated=document.date)
    title = title.strip()[:120]
    if not title:
        raise Refused(_("Give the document a title."), field="title")
    policies.check_document(kind, category, dated, timezone.localdate(now))
    given = {"title": title, "kind": kind, "category": category, "date": dated}
    changed = sorted(name for name, value in given.items() if getattr(document, name) != value)
    if not changed:
        return document
    for name in changed:
        setattr(document, name, given[name])
    document.save(update_fields=changed)
    log.wrote(
        "change_document", by=by, now=now, about=document, residents=[document.case.resident_id],
        fields=changed,
    )  # fmt: skip
    codes = _codes(document) | {"changed": True}
    record(EventKind.DOCUMENT_ADDED, case=document.case, by=by, now=now, **codes)
    return document


@transaction.atomic
def hide_document(*, document: Document, reason: str, by: User, now: datetime) -> Document:
    """Out of sight for who reads along: it does not belong here. Doing it twice changes nothing.

    Raises Refused without a reason.
    """
    document = _locked(document, by, now)
    if document.hidden_at:
        return document
    policies.check_reason(reason)
    document.hidden_at, document.hidden_by, document.hidden_reason = now, by, reason.strip()[:300]
    return _moved(document, EventKind.DOCUMENT_HIDDEN, by, now)


@transaction.atomic
def put_back_document(*, document: Document, by: User, now: datetime) -> Document:
    """Back in sight. Doing it twice changes nothing."""
    document = _locked(document, by, now)
    if document.hidden_at is None:
        return document
    document.hidden_at, document.hidden_by, document.hidden_reason = None, None, ""
    return _moved(document, EventKind.DOCUMENT_BACK, by, now)


def _moved(document: Document, kind: EventKind, by: User, now: datetime) -> Document:
    document.save(update_fields=["hidden_at", "hidden_by", "hidden_reason"])
    record(kind, case=document.case, by=by, now=now, **_codes(document))
    return document


def _check_in_sight(document: Document) -> None:
    if document.hidden_at:
        raise Refused(_("This document is out of sight. Put it back first."))


def _locked(document: Document, by: User, now: datetime) -> Document:
    """The document as it is now, its case locked before it, after checking that `by` may keep it."""
    case = lock_case(document.case)
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    document.case = case
    check_keeps_document(by, document, now)
    return document


def _keep(document: Document, number: int, file: CheckedFile, by: User, now: datetime) -> DocumentVersion:
    version = DocumentVersion.objects.create(
        document=document, number=number, name=file.name, type=file.type.code, size=file.size,
        sha256=file.sha256, by=by, added_at=now,
    )  # fmt: skip
    for place, content in enumerate(_pieces(file.content)):
        DocumentPiece.objects.create(version=version, place=place, content=content)
    record(EventKind.DOCUMENT_ADDED, case=document.case, by=by, now=now, version=number, **_codes(document))
    return version


def _codes(document: Document) -> dict[str, Any]:
    return {"document": document.pk, "what": str(document.kind), "about": str(document.category)}


def _pieces(content: BinaryIO) -> Iterator[bytes]:
    content.seek(0)
    while piece := content.read(PIECE):
        yield piece


def _titles(title: str, files: Sequence[CheckedFile]) -> list[str]:
    """One title for several files gets their number behind it."""
    if not title:
        return [file.name.rsplit(".", 1)[0][:120] for file in files]
    if len(files) == 1:
        return [title[:120]]
    return [f"{title[:112]} ({place})" for place, _file in enumerate(files, start=1)]
