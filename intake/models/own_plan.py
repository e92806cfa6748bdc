"""The plan that the resident or the family makes themselves: Wmo 2015 art. 2.3.2 lid 2, Jeugdwet 4.1.2."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.content import Content


class OwnPlan(Content):
    """Handed in by the resident; one a case. `read_at`: when one of us had read it."""

    class Kind(models.TextChoices):
        PERSONAL = "personal", _("Personal plan")
        FAMILY_GROUP = "family_group", _("Family group plan")

    kind = models.CharField(_("kind of plan"), max_length=12, choices=Kind, default=Kind.PERSONAL)
    received_date = models.DateField(_("received on"))
    words = models.TextField(_("what it says"))
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case"], name="one_own_plan_a_case")]

    def __str__(self) -> str:
        return f"own plan of {self.case_id}"
