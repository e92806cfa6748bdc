"""What we send on paper and by e-mail, and how far each of them is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LetterKind(TextChoices):
    """Every letter we send. All but the first are made from a template: see `cases.letters.kinds`."""

    CONVERSATION_REPORT = "conversation_report", _("Conversation report")
    RECEIPT = "receipt", _("Receipt of a help question")
    INVITATION = "invitation", _("Invitation to a conversation")
    NEW_CONTACT = "new_contact", _("Another contact person")
    TERM_SUSPENDED = "term_suspended", _("The term stands still")
    DECISION_LATE = "decision_late", _("The decision comes later")
    NOTICE_RECEIVED = "notice_received", _("Receipt of a notice of default")
    DECISION_GRANTED = "decision_granted", _("Decision: granted")
    DECISION_PARTLY = "decision_partly", _("Decision: partly granted")
    DECISION_REFUSED = "decision_refused", _("Decision: refused")
    OBJECTION_POSTPONED = "objection_postponed", _("The decision on an objection is put off")
    OBJECTION_DECISION = "objection_decision", _("Decision on an objection")


class TemplateState(TextChoices):
    """Of a letter template."""

    CONCEPT = "concept", _("Concept")
    IN_USE = "in_use", _("In use")
    RETIRED = "retired", _("Used before")


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
    HELD = "held", _("Held back")
