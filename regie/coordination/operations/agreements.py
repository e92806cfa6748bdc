"""An agreement is made, and afterwards it is said whether it was kept."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.enums import DataCategory, EventKind, WaitParty, WaitSubject
from cases.models import Case, Wait
from cases.operations.recording import close_wait, lock_case, open_wait, record, step
from cases.permissions import check_directs
from regie.coordination import policies
from regie.coordination.models import Agreement, Participation
from regie.coordination.permissions import check_settles
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


@transaction.atomic
def make_agreement(
    *,
    case: Case,
    what: str,
    due_date: date,
    by: User,
    now: datetime,
    who: str = "",
    participation: Participation | None = None,
    category: str = DataCategory.GENERAL,
    we_wait: bool = False,
) -> Agreement:
    """Who does what, before when. With a partner, `who` may stay blank: it becomes their name.

    `we_wait`: the resident waits on this partner from now until it is settled. Raises Refused at the field
    that is missing or does not fit, and at `we_wait` when there is no partner to wait for.
    """
    case = lock_case(case)
    check_directs(by, case, now)
    policies.check_open(case.is_open)
    party = _current(case, participation, category)
    who = who.strip() or (str(party.professional or party.organisation) if party else "")
    policies.check_agreed(what, who, due_date, timezone.localdate(now))
    agreement = Agreement.objects.create(
        case=case, participation=party, who=who, what=what, due_date=due_date, category=category,
        wait=_wait_for(case, party, we_wait, by=by, now=now), made_by=by, made_at=now,
    )  # fmt: skip
    record(
        EventKind.AGREEMENT_MADE, case=case, by=by, now=now, agreement=agreement.pk,
        party=party.pk if party else None, due=due_date.isoformat(), wait=agreement.wait_id,
    )  # fmt: skip
    return agreement


@transaction.atomic
def settle_agreement(
    *, agreement: Agreement, outcome: str, by: User, now: datetime, why_not: str = ""
) -> Agreement:
    """Say what became of it: `kept`, `not_kept` (with what came between) or `cancelled`.

    Raises NotPermitted or NotFound; Refused at `outcome` or `why_not`, and when a colleague was just before.
    """
    case = lock_case(agreement.case)
    agreement = (
        Agreement.objects.select_for_update(of=("self",))
        .select_related("case__resident", "participation__professional")
        .get(pk=agreement.pk)
    )
    check_settles(by, agreement, outcome, now)
    policies.check_outcome(outcome, why_not)
    return settle(agreement, outcome, case=case, by=by, now=now, why_not=why_not)


def settle(
    agreement: Agreement, outcome: str, *, case: Case, by: User, now: datetime, why_not: str = ""
) -> Agreement:
    """The change itself. The caller has locked the case and checked."""
    step(agreement, policies.OUTCOMES[Agreement.State(outcome)])
    agreement.settled_at = now
    agreement.why_not = why_not if outcome == Agreement.State.NOT_KEPT else ""
    agreement.save()
    late = agreement.is_late(timezone.localdate(now))
    record(
        EventKind.AGREEMENT_SETTLED, case=case, by=by, now=now, agreement=agreement.pk,
        party=agreement.participation_id, outcome=str(outcome), late=late,
    )  # fmt: skip
    wait = Wait.objects.filter(agreement=agreement, until__isnull=True).first()
    if wait:
        close_wait(wait, case=case, by=by, now=now, at=now)
    return agreement


def _current(case: Case, participation: Participation | None, category: str) -> Participation | None:
    """The partner as they take part now, who may read this agreement. Raises Refused."""
    if category not in set(DataCategory):
        raise Refused(_("Choose from the list."), field="category")
    if participation is None:
        return None
    current = Participation.objects.select_related("organisation", "professional")
    party = current.filter(pk=participation.pk, case=case, until__isnull=True).first()
    if party is None:
        raise Refused(_("This partner does not take part in this case."), field="participation")
    policies.check_within(category, party.shared_categories)
    return party


def _wait_for(
    case: Case, party: Participation | None, we_wait: bool, *, by: User, now: datetime
) -> Wait | None:
    if not we_wait:
        return None
    if party is None:
        raise Refused(_("Choose for which partner we wait."), field="we_wait")
    return open_wait(
        case, WaitParty.PARTNER, WaitSubject.AGREEMENT, by=by, now=now, since=now,
        why=str(party.organisation), by_hand=True,
    )  # fmt: skip
