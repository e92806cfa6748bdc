"""What somebody typed in a form and did not send yet. Personal: nobody but the owner ever sees it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sociaal.core.crypto import EncryptedField


class Draft(models.Model):
    """One rendered form, as it was typed so far. Gone when the form is sent, in the same transaction.

    A draft with a help question enters the team's inbox after one working day (`help_request`) and is never
    swept before its owner sent or discarded it.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    page = models.CharField(max_length=200, help_text="Address of the form's page; it holds keys only.")
    part = models.CharField(max_length=40, blank=True, help_text="Which form of that page.")
    form_key = models.CharField(max_length=64)
    content = EncryptedField(help_text="Title of the page and the fields as typed, as JSON.")
    is_empty = models.BooleanField(default=False)
    has_question = models.BooleanField(default=False)
    team = models.ForeignKey("accounts.Team", models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey("cases.Case", models.SET_NULL, null=True, related_name="+")
    resident = models.ForeignKey("cases.Resident", models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    tab = models.CharField(max_length=40, help_text="Browser tab that wrote last.")
    typed = models.BigIntegerField(
        default=0, help_text="Order of what one tab sent: the clock of its browser."
    )
    help_request = models.OneToOneField(
        "cases.HelpRequest",
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="Entered the inbox as this.",
    )
    entered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["owner", "page"], name="draft_of_form"),
            models.Index(
                fields=["started_at"],
                name="draft_with_question",
                condition=Q(has_question=True, help_request__isnull=True),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "form_key"], name="one_draft_a_form"),
            models.CheckConstraint(
                condition=~Q(has_question=True) | Q(is_empty=False), name="draft_question_is_no_empty_draft"
            ),
            models.CheckConstraint(
                condition=Q(help_request__isnull=True, entered_at__isnull=True)
                | Q(help_request__isnull=False, entered_at__isnull=False),
                name="draft_entered_at_a_moment",
            ),
            models.CheckConstraint(condition=Q(changed_at__gte=F("started_at")), name="draft_began_first"),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk} of {self.page}"
