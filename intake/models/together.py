"""Who sat at the table, and which colleagues have a conversation open now."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intake.models.conversation import Conversation

KNOWN = ("resident", "network_member", "professional")
"""Where somebody at the table can be known from; whoever is not known stands in `Conversation.at_table`."""


class TablePerson(models.Model):
    """Somebody whom we know, who sat at the table: with name and role as they were then."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="people")
    name = models.CharField(_("name"), max_length=200)
    role = models.CharField(_("role"), max_length=120, blank=True)
    resident = models.ForeignKey("cases.Resident", models.PROTECT, null=True, blank=True, related_name="+")
    network_member = models.ForeignKey(
        "cases.NetworkMember", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    professional = models.ForeignKey(
        "cases.Professional", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "people at the table"
        constraints = [
            models.CheckConstraint(
                condition=Q(resident__isnull=True, network_member__isnull=True)
                | Q(resident__isnull=True, professional__isnull=True)
                | Q(network_member__isnull=True, professional__isnull=True),
                name="table_person_known_once",
            ),
            *(
                models.UniqueConstraint(fields=["conversation", known], name=f"one_chair_a_{known}")
                for known in KNOWN
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} at {self.conversation_id}"


class Presence(models.Model):
    """A colleague who has the conversation open: `seen_at` is when their page last asked for changes."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()
    logged_at = models.DateTimeField(
        null=True, blank=True, help_text="When a line of the log last said that changes were read here."
    )

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["conversation", "user"], name="present_once")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.conversation_id}"
