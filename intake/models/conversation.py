"""The intake conversation (gesprek): several may be held in one case and add up."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.enums import DataCategory, Level, LifeDomain
from cases.models.content import Content


class Conversation(Content):
    """Planned, then held. What is noted per life domain stands in `DomainNote`."""

    planned_at = models.DateTimeField(_("planned for"))
    place = models.CharField(_("where"), max_length=120, blank=True)
    at_table = models.CharField(_("who sat at the table"), max_length=200, blank=True)
    support_offered = models.BooleanField(_("told about free independent client support"), default=False)
    own_words = models.TextField(_("the question, in the resident's own words"), blank=True)
    wish = models.TextField(_("what the resident wants to reach"), blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    question_set = models.ForeignKey(
        "intake.QuestionSet", models.PROTECT, null=True, blank=True, related_name="conversations"
    )
    """The version it was held with; nothing yet: the one in use."""
    version = models.PositiveIntegerField(default=0)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["planned_at", "pk"]

    def __str__(self) -> str:
        return f"conversation {self.pk} of {self.case_id}"


class DomainNote(models.Model):
    """What was said about one life domain: notes, who can do what, and how the resident manages."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="notes")
    domain = models.CharField(max_length=20, choices=LifeDomain)
    category = models.CharField(max_length=12, choices=DataCategory, default=DataCategory.GENERAL)
    notes = models.TextField(_("what was said"), blank=True)
    can_do = models.TextField(_("what the resident can do"), blank=True)
    network_can = models.TextField(_("what the network can do"), blank=True)
    cannot = models.TextField(_("what really cannot"), blank=True)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level, null=True, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["conversation", "domain"], name="one_note_a_domain")]

    def __str__(self) -> str:
        return f"{self.domain} of {self.conversation_id}"


NOTE_FIELDS = ("notes", "can_do", "network_can", "cannot", "level")
"""What is typed about one life domain."""

WORD_FIELDS = ("own_words", "wish", "at_table", "support_offered")
"""What is typed about the conversation as a whole."""
