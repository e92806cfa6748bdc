"""The intake conversation (gesprek): several may be held in one case and add up."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.enums import DataCategory, Level, LifeDomain
from cases.models.content import Content

TEXT_FIELDS = ("notes", "goes_well", "is_hard", "can_do", "network_can", "cannot")
"""What is written about one life domain."""

NOTE_FIELDS = (*TEXT_FIELDS, "level")
"""What is filled in about one life domain."""

WORD_FIELDS = ("own_words", "wish", "behind", "at_table", "interpreter", "support_offered", "own_plan_told")
"""What is filled in about the conversation as a whole."""


class Conversation(Content):
    """Planned, then held. What is noted per life domain stands in `DomainNote`."""

    planned_at = models.DateTimeField(_("planned for"))
    place = models.CharField(_("where"), max_length=120, blank=True)
    at_table = models.CharField(_("who sat at the table"), max_length=200, blank=True)
    support_offered = models.BooleanField(_("told about free independent client support"), default=False)
    own_plan_told = models.BooleanField(_("told about handing in an own plan"), default=False)
    interpreter = models.CharField(_("interpreter, into which language"), max_length=60, blank=True)
    own_words = models.TextField(_("the question, in the resident's own words"), blank=True)
    wish = models.TextField(_("what the resident wants to reach"), blank=True)
    behind = models.TextField(_("what lies behind the question"), blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    question_set = models.ForeignKey(
        "intake.QuestionSet", models.PROTECT, null=True, blank=True, related_name="conversations"
    )
    """The version it was held with; nothing yet: the one in use."""
    version = models.PositiveIntegerField(default=0, help_text="Goes up with each change, also of a note.")
    written = models.JSONField(default=dict, editable=False)
    """Per field who wrote it last, when and through which form: keys and codes, never content."""
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["planned_at", "pk"]
        indexes = [
            models.Index(
                fields=["planned_at"],
                name="conversation_to_come",
                condition=models.Q(held_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"conversation {self.pk} of {self.case_id}"


class DomainNote(models.Model):
    """What was said about one life domain: notes, who can do what, and how the resident manages.

    `no_questions`: it was asked after, and there is nothing there.
    """

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="notes")
    domain = models.CharField(max_length=20, choices=LifeDomain)
    category = models.CharField(max_length=12, choices=DataCategory, default=DataCategory.GENERAL)
    notes = models.TextField(_("what was said"), blank=True)
    goes_well = models.TextField(_("what goes well"), blank=True)
    is_hard = models.TextField(_("what is hard"), blank=True)
    can_do = models.TextField(_("what the resident can do"), blank=True)
    network_can = models.TextField(_("what the network can do"), blank=True)
    cannot = models.TextField(_("what really cannot"), blank=True)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level, null=True, blank=True)
    no_questions = models.BooleanField(_("no questions here"), default=False)
    written = models.JSONField(default=dict, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "domain"], name="one_note_a_domain"),
            models.CheckConstraint(
                condition=models.Q(level__isnull=True) | models.Q(level__range=(1, 5)),
                name="note_level_one_to_five",
            ),
            models.CheckConstraint(
                condition=models.Q(no_questions=False)
                | models.Q(level__isnull=True, **dict.fromkeys(TEXT_FIELDS, "")),
                name="no_questions_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.domain} of {self.conversation_id}"
