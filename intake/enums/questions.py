"""How a version of the questions stands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class QuestionSetState(TextChoices):
    CONCEPT = "concept", _("Concept")
    IN_USE = "in_use", _("In use")
    RETIRED = "retired", _("Used before")
