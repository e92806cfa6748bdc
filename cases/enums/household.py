"""Who lives with whom, and who has authority over a child."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class HouseholdRole(TextChoices):
    ADULT = "adult", _("Adult")
    PARTNER = "partner", pgettext_lazy("household", "Partner")
    PARENT = "parent", _("Parent")
    CHILD = "child", _("Child")
    OTHER = "other", _("Other")


class AuthorityKind(TextChoices):
    """Authority over a child: of a parent (BW 1:245), or guardianship of somebody else (BW 1:280)."""

    PARENTAL = "parental", _("Parental authority")
    GUARDIAN = "guardian", _("Guardianship")


class AuthoritySource(TextChoices):
    """Where it was seen. The register of parental authority is kept by the court and open to everyone
    (BW 1:244).
    """

    REGISTER = "register", _("Register of parental authority")
    POPULATION = "population", _("Population register")
    COURT = "court", _("Decision of the court")
    TOLD = "told", _("Told, not seen yet")
