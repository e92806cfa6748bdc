"""A partner joins a case, and leaves it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases.enums import EventKind
from cases.models import Case, Organisation, Professional
from cases.operations.recording import lock_case, record
from cases.permissions import check_directs
from regie.coordination import policies
from regie.coordination.models import Agreement, Participation
from regie.coordination.operations.agreements import settle
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


@transaction.atomic
def add_party(
    *,
    case: Case,
    organisation: Organisation,
    role: str,
    added_value: str,
    shared_categories: Sequence[str],
    ground: str,
    by: User,
    now: datetime,
    professional: Professional | None = None,
    mandate: str = "",
    why_more: str = "",
) -> Participation:
    """A partner takes part from now on; their professional sees the shared categories of this case.

    Raises Refused at `why_more` for a fourth party without a reason, at `ground` for sharing without a
    ground, at `organisation` for who takes part already or is of another organisation.
    """
    case = lock_case(case)
    check_directs(by, case, now)
    policies.check_open(case.is_open)
    present = list(Participation.objects.filter(case=case, until__isnull=True))
    _check_new(organisation, professional, present)
    policies.check_party(role, added_value)
    policies.check_ground(shared_categories, ground)
    policies.check_room(len(present), why_more)
    party = Participation.objects.create(
        case=case, organisation=organisation, professional=professional, role=role, mandate=mandate,
        added_value=added_value, shared_categories=sorted(set(shared_categories)), ground=ground,
        why_more=why_more, since=now,
    )  # fmt: skip
    record(
        EventKind.PARTY_JOINED, case=case, by=by, now=now, party=party.pk, organisation=organisation.pk,
        shared=party.shared_categories, number=len(present) + 1,
    )  # fmt: skip
    return party


@transaction.atomic
def end_party(*, participation: Participation, by: User, now: datetime) -> Participation:
    """The partner no longer takes part: sharing stops at once, and what was still open with them falls away.

    Raises Refused when they had left already.
    """
    case = lock_case(participation.case)
    check_directs(by, case, now)
    party = Participation.objects.select_for_update().get(pk=participation.pk)
    if party.until is not None:
        raise Refused(_("This partner has left already."))
    for agreement in Agreement.objects.filter(participation=party, state=Agreement.State.MADE):
        settle(agreement, Agreement.State.CANCELLED, case=case, by=by, now=now)
    party.until = now
    party.save(update_fields=["until"])
    record(
        EventKind.PARTY_LEFT, case=case, by=by, now=now, party=party.pk, organisation=party.organisation_id
    )  # fmt: skip
    return party


def _check_new(
    organisation: Organisation, professional: Professional | None, present: Sequence[Participation]
) -> None:
    if any(party.organisation_id == organisation.pk for party in present):
        raise Refused(_("This partner takes part already."), field="organisation")
    if professional and professional.organisation_id != organisation.pk:
        raise Refused(_("This person works for another organisation."), field="organisation")
