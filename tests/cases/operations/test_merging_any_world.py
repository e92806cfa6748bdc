"""Whatever two residents have: merged nothing is lost and the database agrees; undone it is row for row as it
was.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from cases.models import Case, CaseParty, ContactTerm, NetworkMember, ParentalAuthority, Resident
from cases.operations.contact_person import accept_handover, request_handover
from cases.operations.merging import undo_merge
from tests.cases.operations.merged import LATER, everything, lives_in, merge
from tests.factories import NOW, ResidentFactory, make_case, make_member, make_request
from tests.undoing import taken_back

pytestmark = pytest.mark.django_db
TERMS = frozenset({"contactterm", "readinggrant"})
"""What a merge may add to: the periods that are settled. Of all else the number of rows stays the same."""


@dataclass(frozen=True)
class Life:
    """What one record has. `contact_person`: of the cases; `handed_over`: to the other one since."""

    statuses: tuple[str, ...]
    contact_person: str
    handed_over: bool
    waiting: int
    homes: tuple[str, ...]
    network: tuple[str, ...]
    bsn: str | None
    restricted: bool


def lives(bsn):
    return st.builds(
        Life,
        statuses=st.lists(st.sampled_from(["registered", "weighing", "supported", "closed"]), max_size=2).map(
            tuple
        ),
        contact_person=st.sampled_from(["anna", "bram"]),
        handed_over=st.booleans(),
        waiting=st.integers(0, 1),
        homes=st.lists(st.sampled_from(["Oost", "West"]), max_size=2, unique=True).map(tuple),
        network=st.lists(st.sampled_from(["Corrie", "Piet"]), max_size=2, unique=True).map(tuple),
        bsn=st.sampled_from([None, bsn]),
        restricted=st.booleans(),
    )


SIDES = st.sampled_from(["kept", "merged"])


# kept: at home in Oost, also in West; the other at home in West, and that home is chosen
BOTH_HOMES = {
    "statuses": (), "contact_person": "anna", "handed_over": False, "waiting": 0, "network": (), "bsn": None,
    "restricted": False,
}  # fmt: skip


@pytest.mark.slow
@example(
    first=Life(homes=("Oost", "West"), **BOTH_HOMES), second=Life(homes=("West",), **BOTH_HOMES),
    fields={}, person="kept", home="merged",
)  # fmt: skip
@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking a world takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    first=lives("999900006"), second=lives(None), fields=st.dictionaries(st.just("phone"), SIDES),
    person=SIDES, home=SIDES,
)  # fmt: skip
def test_merged_nothing_is_lost_and_undone_all_is_as_it_was(first, second, fields, person, home, db):
    with taken_back():
        staff = {name: make_member(name) for name in ("anna", "bram")}
        keep, other = _live(first, staff), _live(second, staff)
        who, before = _who_may(staff, keep, other), everything()
        row = merge(keep, other, who, fields=fields, contact_person=person, household=home)
        _agrees()
        after = everything()
        assert {name: len(rows) for name, rows in after.items() if name not in TERMS} == {
            name: len(rows) for name, rows in before.items() if name not in TERMS
        }
        assert not Case.objects.filter(resident=other).exists()
        ended = [one for one in before["contactterm"] if one["during"].upper is not None]
        assert all(one in after["contactterm"] for one in ended)
        undo_merge(merge=row, reason="Twee mensen", by=who, now=LATER)
        _agrees()
        assert everything() == before


def _agrees():
    """The database checks now what it would check at commit."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _live(life, staff):
    resident = ResidentFactory(last_name="Zonneveld", bsn=life.bsn)
    by = staff[life.contact_person]
    for number, status in enumerate(life.statuses):
        make_case(by, resident=resident, status=status, at=NOW - timedelta(days=9 - number))
    if life.statuses and life.handed_over:
        to = staff["bram" if life.contact_person == "anna" else "anna"]
        asked = request_handover(
            resident=resident, to=to, reason="expertise", explanation="x", told_resident="x",
            by=by, now=NOW - timedelta(hours=2),
        )  # fmt: skip
        accept_handover(handover=asked, by=to, now=NOW - timedelta(hours=1))
    for _number in range(life.waiting):
        make_request(by, resident=resident)
    for number, name in enumerate(life.homes):
        lives_in(resident, name, other_home=number > 0)
    for name in life.network:
        NetworkMember.objects.create(resident=resident, name=name, relation="buur")
    child = ResidentFactory(birth_date=date(2020, 1, 1))
    ParentalAuthority.objects.create(child=child, holder=resident, during=(date(2020, 1, 1), None))
    for case in Case.objects.filter(resident=resident):
        CaseParty.objects.create(case=case, resident=child, role="subject", during=(date(2020, 1, 1), None))
    if life.restricted and life.statuses:
        Resident.objects.filter(pk=resident.pk).update(restricted=True)
        resident.refresh_from_db()
    return resident


def _who_may(staff, keep, other):
    """Somebody who is contact person of one, and by team or the same reads the other."""
    Resident.objects.filter(pk__in=(keep.pk, other.pk), restricted=True).exclude(
        pk__in=ContactTerm.objects.filter(user=staff["anna"], during__upper_inf=True).values("resident")
    ).update(restricted=False)
    running = ContactTerm.objects.filter(resident__in=(keep, other), during__upper_inf=True)
    people = set(running.values_list("user__name", flat=True))
    return staff["bram"] if people == {"Bram"} else staff["anna"]
