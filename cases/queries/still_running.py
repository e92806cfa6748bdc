"""What does not end with the case it is in, for who is about to close that case."""

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.enums import DataCategory, ProcedureState
from cases.models import Case, Procedure
from cases.models.procedure import OBJECTION_RUNS
from cases.permissions import Access
from sociaal.core.registry import StillRunning


def unsent_decisions(case: Case, access: Access) -> list[StillRunning]:
    """Decisions that nobody was told of: one has effect only once it is made known (Awb 3:40). One query."""
    if not access.may_see(DataCategory.GENERAL):
        return []
    rows = Procedure.objects.filter(case=case, state=ProcedureState.DECIDED, sent_date__isnull=True)
    words = _("The decision about “%(subject)s” has not been sent. Until then it does not count.")
    return [
        StillRunning(
            words % {"subject": row.subject}, reverse("procedure", args=[row.pk]), _("To the decision")
        )
        for row in rows.order_by("pk")
    ]


def running_objections(case: Case, access: Access) -> list[StillRunning]:
    """Objections that are not decided on: the law asks it in a closed case too (Awb 7:10). One query."""
    if not access.may_see(DataCategory.GENERAL):
        return []
    words = _("An objection to the decision about “%(subject)s” runs, and goes on when you close this case.")
    return [
        StillRunning(
            words % {"subject": row.subject}, reverse("procedure", args=[row.pk]), _("To the objection")
        )
        for row in Procedure.objects.filter(OBJECTION_RUNS, case=case).order_by("pk")
    ]
