"""The event log: what happened, when it happened and when it was recorded. Every figure comes from it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from cases.enums import EventKind
from sociaal.core.append_only import AppendOnly


class Event(AppendOnly):
    """Append-only, bitemporal. Holds keys and codes, never content, so content can be erased and figures
    stay.

    What is about something holds its key in `codes` (`arrangement`, `procedure`, `wait`, ...). A mistake is
    not changed: a later event `corrects` it.
    """

    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    kind = models.CharField(max_length=20, choices=EventKind)
    help_request = models.ForeignKey(
        "HelpRequest", models.PROTECT, null=True, related_name="events", db_index=False
    )
    case = models.ForeignKey("Case", models.PROTECT, null=True, related_name="events", db_index=False)
    resident = models.ForeignKey("Resident", models.PROTECT, null=True, related_name="events")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    codes = models.JSONField(default=dict)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="corrected_by", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(fields=["case", "occurred_at", "id"], name="event_of_case"),
            models.Index(
                fields=["resident", "occurred_at"], name="event_of_resident", condition=Q(case__isnull=True)
            ),
            # most events are of no question and correct nothing: those are not in these
            models.Index(
                fields=["help_request"], name="event_of_question", condition=Q(help_request__isnull=False)
            ),
            models.Index(
                fields=["corrects"], name="event_that_corrects", condition=Q(corrects__isnull=False)
            ),
            # from the first conversation on terms run: looked up for each procedure of a list
            models.Index(
                fields=["case", "occurred_at"],
                name="event_of_conversation",
                condition=Q(kind=EventKind.CONVERSATION_HELD),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occurred_at:%Y-%m-%d %H:%M} {self.kind}"
