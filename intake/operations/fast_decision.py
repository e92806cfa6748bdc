"""The end of the shortened route for specialist support: the colleague agrees, and one page does the rest."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import CaseStatus, DecisionOutcome, Track, Weight
from cases.models import Arrangement, Case, Procedure, Weighing
from cases.operations import arrangements, cases, procedures
from cases.operations.recording import lock_case
from cases.operations.weighing import present_weighing
from cases.permissions import check_works_on
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


def awaited(case: Case) -> tuple[Weighing, Arrangement] | None:
    """The specialist weighing of the shortened route and the help it proposes; None when the case is not
    halfway. At most two queries.
    """
    weighing = present_weighing(case) if case.status == CaseStatus.WEIGHING else None
    if weighing is None or (weighing.weight, weighing.track) != (Weight.SPECIALIST, Track.FAST):
        return None
    rows = Arrangement.objects.filter(
        case=case, state="proposed", provision__weight=Weight.SPECIALIST,
        procedure__state__in=policies.OPEN_PROCEDURES,
    )  # fmt: skip
    arrangement = rows.select_related("provision", "procedure", "resident").order_by("-pk").first()
    return (weighing, arrangement) if arrangement else None


@transaction.atomic
def decide_fast_track(*, case: Case, reasons: str, start_now: bool, by: User, now: datetime) -> Case:
    """Decision and solution at once, after the second reader agreed; then the provider is asked, or help
    starts. It grants: what is refused takes the long way.

    Raises Refused while a guard misses something, NotPermitted without the mandate of this law.
    """
    case = lock_case(case)
    check_works_on(by, case, now)
    halfway = awaited(case)
    if halfway is None:
        raise Refused(_("There is no application of the fast track that waits for a decision."))
    _weighing, arrangement = halfway
    procedure = Procedure.objects.get(arrangements=arrangement)
    cases.await_decision(case=case, by=by, now=now)
    procedures.decide(
        procedure=procedure, outcome=DecisionOutcome.GRANTED, reasons=reasons, form=arrangement.form,
        decided_date=timezone.localdate(now), by=by, now=now,
    )  # fmt: skip
    cases.settle_decisions(case=case, by=by, now=now)
    step = arrangements.start_at_once if start_now else arrangements.request
    step(arrangement=arrangement, by=by, now=now)
    return Case.objects.select_related("resident", "team").get(pk=case.pk)
