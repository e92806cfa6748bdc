"""Documents of a case: each with its versions, and the bytes of each version in encrypted pieces."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.enums import DocumentKind
from cases.models.content import Content
from sociaal.core.crypto import EncryptedBytesField, EncryptedField

PIECE = 512 * 1024
"""Bytes of a file in one row, so that no more than that is ever in memory to be encrypted or sent."""


class Document(Content):
    """Something on paper or in a file about this case. Not deleted: put out of sight, with a reason."""

    kind = models.CharField(_("kind"), max_length=16, choices=DocumentKind)
    title = models.CharField(_("what it is"), max_length=120)
    date = models.DateField(_("date of the document"))
    added_at = models.DateTimeField()
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    hidden_reason = models.CharField(_("why it is out of sight"), max_length=300, blank=True)

    class Meta:
        ordering = ["-date", "-pk"]
        indexes = [models.Index(fields=["case", "-date", "-id"], name="document_of_case")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(DocumentKind)), name="document_kind_known"),
            models.CheckConstraint(
                condition=Q(hidden_at__isnull=True, hidden_by__isnull=True, hidden_reason="")
                | (Q(hidden_at__isnull=False, hidden_by__isnull=False) & ~Q(hidden_reason="")),
                name="document_hidden_by_someone_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.pk}"


class DocumentVersion(models.Model):
    """A file of a document. The database refuses to change it: a new file is a new version."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    name = EncryptedField(help_text="As it is offered when somebody saves it; never used as an address.")
    type = models.CharField(max_length=8, help_text="A key of `cases.documents.types.TYPES`.")
    size = models.PositiveIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64, help_text="Of the file, not encrypted.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_version_of_a_number"),
            models.CheckConstraint(condition=Q(number__gt=0, size__gt=0), name="version_holds_something"),
        ]

    def __str__(self) -> str:
        return f"document {self.document_id}, version {self.number}"


class DocumentPiece(models.Model):
    """The next bytes of a version, `PIECE` long but for the last."""

    version = models.ForeignKey(DocumentVersion, models.CASCADE, related_name="pieces")
    place = models.PositiveIntegerField()
    content = EncryptedBytesField()

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["version", "place"], name="one_piece_in_a_place")]

    def __str__(self) -> str:
        return f"piece {self.place} of {self.version_id}"
