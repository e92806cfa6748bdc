"""Whom a conversation concerns beside the resident whose case it is."""

from django.db import models

from intake.models.conversation import Conversation


class ConversationPerson(models.Model):
    """A conversation that also concerns this resident: it shows on their page, to who may read both.

    It gives nobody a right: who reads the resident's file still reads the conversation by the case and its
    data category.
    """

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="concerns")
    resident = models.ForeignKey("cases.Resident", models.PROTECT, related_name="concerned_in")

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "people a conversation concerns"
        constraints = [
            models.UniqueConstraint(fields=["conversation", "resident"], name="concerned_once"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} concerns {self.resident_id}"
