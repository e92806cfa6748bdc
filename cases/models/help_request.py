"""The report (melding): a question that reached the municipality. Every clock starts at its receipt."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from cases.enums import Channel, HelpRequestState, RedFlag, Reporter

S = HelpRequestState


class HelpRequest(models.Model):
    """`new -> taken_up | joined | answered | discarded`. While it is new, the resident waits for us.

    What was discarded by mistake can be put back (`cases.policies.PUT_BACK_WITHIN`): it is new again.
    """

    received_at = models.DateTimeField(_("received"))
    channel = models.CharField(_("channel"), max_length=12, choices=Channel)
    reporter = models.CharField(_("reported by"), max_length=14, choices=Reporter, default=Reporter.RESIDENT)
    reporter_name = models.CharField(_("name of who reports"), max_length=120, blank=True)
    reporter_phone = models.CharField(_("phone of who reports"), max_length=20, blank=True)
    reach_by = models.CharField(
        _("how the resident wants to be reached"), max_length=120, blank=True, default="", db_default=""
    )
    words = models.TextField(_("the question, in their own words"))
    red_flags = ArrayField(models.CharField(max_length=12, choices=RedFlag), default=list, blank=True)
    resident = models.ForeignKey(
        "Resident", models.PROTECT, null=True, blank=True, related_name="help_requests"
    )
    team = models.ForeignKey("accounts.Team", models.PROTECT, related_name="help_requests")
    case = models.ForeignKey("Case", models.PROTECT, null=True, blank=True, related_name="help_requests")
    state = FSMField(default=S.NEW, choices=S.choices, protected=True)
    answer = models.TextField(_("the answer"), blank=True)
    discard_reason = models.CharField(_("why it is discarded"), max_length=300, blank=True)
    put_back_reason = models.CharField(
        _("why it was put back"), max_length=300, blank=True, default="", db_default=""
    )
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["team", "received_at"], name="request_inbox", condition=Q(state="new"))
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[S.TAKEN_UP, S.JOINED])
                | Q(case__isnull=False, resident__isnull=False),
                name="request_taken_up_has_case",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.DISCARDED) | ~Q(discard_reason=""), name="request_discard_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state=S.ANSWERED) | ~Q(answer=""), name="request_answered_with_answer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} ({self.state})"

    @transition(state, source=S.NEW, target=S.TAKEN_UP)
    def take_up(self) -> None: ...

    @transition(state, source=S.NEW, target=S.JOINED)
    def join(self) -> None: ...

    @transition(state, source=S.NEW, target=S.ANSWERED)
    def give_answer(self) -> None: ...

    @transition(state, source=S.NEW, target=S.DISCARDED)
    def discard(self) -> None: ...

    @transition(state, source=S.DISCARDED, target=S.NEW)
    def put_back(self) -> None: ...
