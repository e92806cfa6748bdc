"""Two residents that turned out to be one: what was moved, so that it can be undone."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sociaal.core.crypto import EncryptedField


class ResidentMerge(models.Model):
    """`merged` became part of `kept`. Holds keys only; what was written of them stands in `MergedValues`.

    `moved`: per column of a table that points at a resident, the keys of the rows that went along (`moved`)
    and of those that were the kept one's own already (`own`). `terms`: keys of what happened to the running
    contact terms.
    """

    kept = models.ForeignKey("Resident", models.PROTECT, related_name="merges")
    merged = models.ForeignKey("Resident", models.PROTECT, related_name="merges_away")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    moved = models.JSONField(default=dict)
    terms = models.JSONField(default=dict)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["merged"], name="merged_once", condition=Q(undone_at__isnull=True)
            ),
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="merged_with_someone_else"),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="merge_undone_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.merged_id} into {self.kept_id}"


class MergedValues(models.Model):
    """What stood in the two records before they were merged, and why it was undone: content, erasable apart
    from the merge.
    """

    merge = models.OneToOneField(
        ResidentMerge, models.CASCADE, primary_key=True, related_name="values_before"
    )
    before = EncryptedField(help_text="JSON: per field the kept one's value before and after.")
    undo_reason = models.TextField(_("why it was undone"), blank=True)

    class Meta:
        verbose_name_plural = "merged values"

    def __str__(self) -> str:
        return f"values of merge {self.merge_id}"
