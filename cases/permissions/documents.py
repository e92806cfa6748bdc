"""Who may read a document: who may read the case and the category the document is about. Who adds to them, or
puts one out of sight: who coordinates the case; they alone still see what is out of sight.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from cases.models import Case, Document
from cases.permissions.checks import can_direct, check_reads_case
from cases.permissions.relations import Access
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound, NotPermitted


def can_read_document(access: Access, document: Document) -> bool:
    """Whether this document is open to this reader of the case."""
    in_sight = document.hidden_at is None or can_direct(access)
    return access.reads and in_sight and access.may_see(document.category)


def readable(access: Access) -> dict[str, Any]:
    """The same rule, without what is out of sight, as a condition on documents of this case."""
    return {"category__in": sorted(access.categories), "hidden_at__isnull": True}


def check_reads_document(user: User, document: Document, now: datetime) -> Access:
    """Raises NotPermitted (403, who can help) or NotFound. Needs `document.case.resident`."""
    access = check_reads_case(user, document.case, now)
    if not can_read_document(access, document):
        raise NotFound
    return access


def check_adds_documents(user: User, case: Case, now: datetime) -> Access:
    """Raises NotPermitted for who only reads along, or as `check_reads_case`."""
    access = check_reads_case(user, case, now)
    _check_keeps(access)
    return access


def check_keeps_document(user: User, document: Document, now: datetime) -> Access:
    """Raises NotPermitted for who only reads along, or as `check_reads_document`."""
    access = check_reads_document(user, document, now)
    _check_keeps(access)
    return access


def _check_keeps(access: Access) -> None:
    if not can_direct(access):
        raise NotPermitted(
            _("Only the contact person, the case director or the care coordinator keeps the documents.")
        )
