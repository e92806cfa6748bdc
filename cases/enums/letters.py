"""What we send on paper and by e-mail, and how far each of them is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LetterKind(TextChoices):
    CONVERSATION_REPORT = "conversation_report", _("Conversation report")


class LetterState(TextChoices):
    QUEUED = "queued", _("Being set")
    TO_PRINT = "to_print", _("To be printed")
    PRINTED = "printed", _("Printed and sent")
    STOPPED = "stopped", _("Stopped")


class Delivery(TextChoices):
    """How the paper reaches the resident."""

    POST = "post", _("By post")
    BY_HAND = "by_hand", _("I give it to the resident myself")


class EmailKind(TextChoices):
    """What an e-mail says. Its text names nobody and nothing: see `cases.letters.emails`."""

    LETTER_COMING = "letter_coming", _("A letter is on its way")


class EmailState(TextChoices):
    WAITING = "waiting", _("Waiting to be sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not accepted")
