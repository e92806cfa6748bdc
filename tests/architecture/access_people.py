"""The people around the resident of the world: some may be known to the reader, some may not."""

from datetime import date
from typing import Any

from cases.merging import MergeChoices
from cases.models import Case, Household, HouseholdMember, NetworkMember, ParentalAuthority, Resident
from cases.operations.merging import merge_residents
from cases.operations.parties import add_party
from sociaal.accounts.models import User
from tests.factories import NOW, ResidentFactory

ALWAYS = (date(2020, 1, 1), None)


def people_around(case: Case, known: Resident, secret: Resident, by: User) -> dict[str, dict[str, Any]]:
    """Both live with the resident of this case; `secret` is a restricted file. And a record that was merged
    into the resident's. Keys by name of the address.
    """
    pk, home = case.resident_id, Household.objects.create(name="Huishouden")
    members = {
        one.pk: HouseholdMember.objects.create(household=home, resident=one, during=ALWAYS)
        for one in (case.resident, known, secret)
    }
    authority = ParentalAuthority.objects.create(child=known, holder=case.resident, during=ALWAYS)
    ParentalAuthority.objects.create(child=case.resident, holder=secret, during=ALWAYS)
    helper = NetworkMember.objects.create(resident=case.resident, name="Corrie", relation="zus")
    party = add_party(case=case, resident=known, role="parent", since=date(2026, 1, 1), by=by, now=NOW)
    add_party(case=case, resident=secret, role="parent", since=date(2026, 1, 1), by=by, now=NOW)
    other = ResidentFactory(last_name="Dubbelganger")
    merge = merge_residents(keep=case.resident, other=other, choices=MergeChoices(), by=by, now=NOW)
    return {
        **_all(("household", "household_member_new", "household_newcomer"), pk=pk),
        **_all(("household_member", "household_member_end"), pk=pk, member=members[known.pk].pk),
        "household_change": {"pk": pk, "household": home.pk},
        **_all(("authority_new", "network_new", "resident_merge", "resident_conversations"), pk=pk),
        "authority_end": {"pk": pk, "authority": authority.pk},
        **_all(("network_member", "network_remove"), pk=helper.pk),
        "resident_merge_undo": {"pk": merge.pk},
        "case_party_end": {"number": case.number, "pk": party.pk},
        "consent_new": {"number": case.number, "pk": known.pk},
    }


def _all(names: tuple[str, ...], **keys: int) -> dict[str, dict[str, Any]]:
    return dict.fromkeys(names, keys)
