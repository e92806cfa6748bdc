"""Who takes part in one case and what was agreed, as this reader may see it. Two queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from cases.enums import DataCategory
from cases.models import Case
from cases.permissions import Access, Relation, can_direct
from regie.coordination.models import Agreement, Participation
from regie.coordination.permissions import can_settle
from regie.coordination.policies import ROOM_AT_THE_TABLE
from sociaal.accounts.models import User
from sociaal.outbox.once import new_key


@dataclass(frozen=True)
class PartyRow:
    """A party. What is shared with it, and why, is shown to our own people and to the partner itself."""

    party: Participation
    shared: str
    """The shared categories in words; empty for who may not know."""
    knows_ground: bool


@dataclass(frozen=True)
class AgreementRow:
    agreement: Agreement
    late: bool
    may_settle: bool
    may_keep: bool
    key: str
    """Of the small form that says it was kept."""


@dataclass(frozen=True)
class Panel:
    parties: Sequence[PartyRow]
    former: Sequence[Participation]
    open: Sequence[AgreementRow]
    settled: Sequence[Agreement]
    may_direct: bool
    is_full: bool
    """So many parties that one more is asked why."""


def panel_of(case: Case, access: Access, user: User, now: datetime) -> Panel:
    """What the regie panel of this case shows to this user."""
    parties = list(_parties(case))
    present = [party for party in parties if party.until is None]
    agreements = [agreement for agreement in _agreements(case) if access.may_see(agreement.category)]
    today, directs = timezone.localdate(now), can_direct(access) and case.is_open
    return Panel(
        parties=[_party_row(party, access, user) for party in present],
        former=[party for party in parties if party.until is not None],
        open=[_agreement_row(one, access, user, today) for one in agreements if one.is_open],
        settled=[one for one in reversed(agreements) if not one.is_open],
        may_direct=directs,
        is_full=len(present) >= ROOM_AT_THE_TABLE,
    )


def _parties(case: Case) -> QuerySet[Participation]:
    return Participation.objects.filter(case=case).select_related("organisation", "professional")


def _agreements(case: Case) -> QuerySet[Agreement]:
    return Agreement.objects.filter(case=case).select_related(
        "participation__organisation", "participation__professional"
    )


def _party_row(party: Participation, access: Access, user: User) -> PartyRow:
    professional = party.professional
    own = bool(professional and professional.user_id == user.pk)
    knows = own or access.relations != {Relation.PARTNER}
    labels = [str(DataCategory(category).label) for category in party.shared_categories]
    return PartyRow(party, ", ".join(labels) if knows else "", knows)


def _agreement_row(agreement: Agreement, access: Access, user: User, today: date) -> AgreementRow:
    return AgreementRow(
        agreement,
        late=agreement.is_late(today),
        may_settle=can_settle(user, access, agreement, Agreement.State.NOT_KEPT),
        may_keep=can_settle(user, access, agreement, Agreement.State.KEPT),
        key=new_key(),
    )
