"""Leading principles (leidende principes): a few sentences that every weighing can be held against."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

MOST_PRINCIPLES = 10


class Principle(models.Model):
    """One sentence, at its own place. At most ten, also in the database: more is not read beside the work."""

    place = models.PositiveSmallIntegerField(_("place"))
    words = models.CharField(_("principle"), max_length=200, unique=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["place"], name="principle_own_place", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                condition=Q(place__range=(1, MOST_PRINCIPLES)), name="principle_at_most_ten"
            ),
        ]

    def __str__(self) -> str:
        return f"principle {self.place}"
