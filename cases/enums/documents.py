"""What a document is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DocumentKind(TextChoices):
    LETTER = "letter", _("Letter")
    REPORT = "report", _("Report or advice")
    MEDICAL = "medical", _("Medical statement")
    DECISION = "decision", _("Decision")
    APPLICATION = "application", _("Application")
    INCOME = "income", _("Income, money and debts")
    CONSENT = "consent", _("Signed consent")
    PLAN = "plan", _("Plan")
    PHOTO = "photo", _("Photo or drawing")
    ID_CHECK = "id_check", _("Note that identity was checked")
    OTHER = "other", _("Something else")
