"""Drafts: what somebody typed and did not send yet."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DraftEnd(TextChoices):
    """Why a draft with a help question may be thrown away. Codes: the log holds no content."""

    REGISTERED = "registered", _("The question is already registered elsewhere")
    WITHDRAWN = "withdrawn", _("The resident withdrew the question")
    NO_QUESTION = "no_question", _("It was no question, or I was only trying something")
