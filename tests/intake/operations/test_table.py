"""Who sat at the table."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from psycopg.types.range import DateRange

from cases.models import Household, HouseholdMember, NetworkMember, Professional, Resident
from intake.merging import digest
from intake.models import Conversation, TablePerson
from intake.operations.notes import keep_said
from intake.queries.table import chairs_twice, people_at, seats_around
from sociaal.audit.models import Entry
from tests.factories import NOW, OrganisationFactory, ResidentFactory, make_member
from tests.relations import take_part

pytestmark = pytest.mark.django_db
ALWAYS = DateRange(date(2020, 1, 1), None)


@pytest.fixture
def around(talk):
    """A daughter at home, a neighbour, a partner's professional; and a housemate whose address is secret."""
    home = Household.objects.create(name="Gezin")
    people = {"me": talk.case.resident, "daughter": ResidentFactory(first_names="Fleur")}
    people["secret"] = ResidentFactory(first_names="Verborgen", confidential_address=True)
    for who, role in (("me", "adult"), ("daughter", "child"), ("secret", "partner")):
        HouseholdMember.objects.create(household=home, resident=people[who], role=role, during=ALWAYS)
    people["neighbour"] = NetworkMember.objects.create(
        resident=talk.case.resident, name="Truus", relation="buurvrouw"
    )
    take_part(talk.case, make_member("hanna"))
    return people


def tick(talk, by, **here):
    given = {name.replace("__", "-"): value for name, value in here.items()}
    seen = {name: digest(not value) for name, value in given.items()}
    keep_said(conversation=talk, domain="housing", given=given, seen=seen, by=by, now=NOW)


def names(talk):
    return [row.name for row in TablePerson.objects.filter(conversation=talk)]


def test_who_can_sit_there_are_those_around_the_resident_whom_one_may_know(anna, talk, around):
    seats = seats_around(talk.case, anna, NOW)
    assert [seat.known for seat in seats] == ["resident", "resident", "network_member", "professional"]
    assert (seats[0].key, seats[1].key) == (around["me"].pk, around["daughter"].pk)
    assert seats[3].role == "Verhuurder, Woonstichting De Linde"
    assert "Verborgen" not in str(seats)


def test_whoever_is_ticked_sits_there_with_name_and_role_as_they_were(anna, talk, around):
    neighbour, daughter = (
        f"at__network_member__{around['neighbour'].pk}",
        f"at__resident__{around['daughter'].pk}",
    )
    tick(talk, anna, **{neighbour: True, daughter: True})
    assert sorted(names(talk)) == sorted(["Truus", around["daughter"].full_name])
    NetworkMember.objects.filter(pk=around["neighbour"].pk).delete()
    assert "Truus" in names(talk)
    line = Entry.objects.get(action="note_table")
    assert line.codes == {"seats": 2}
    tick(talk, anna, **{daughter: False})
    assert names(talk) == ["Truus"]


def test_two_who_tick_somebody_each_both_get_their_way(anna, talk, around):
    for seat in seats_around(talk.case, anna, NOW)[1:3]:
        tick(talk, anna, **{seat.field.replace("-", "__"): True})
    assert len(names(talk)) == 2


def test_a_box_that_nobody_touched_takes_nobody_away(anna, talk, around):
    seat = seats_around(talk.case, anna, NOW)[0]
    tick(talk, anna, **{seat.field.replace("-", "__"): True})
    keep_said(
        conversation=talk, domain="housing", given={seat.field: False}, seen={seat.field: digest(False)},
        by=anna, now=NOW,
    )  # fmt: skip
    assert len(names(talk)) == 1


@pytest.mark.parametrize("who", ["secret", "stranger"])
def test_who_is_not_around_or_not_to_be_known_cannot_be_put_there(anna, talk, around, who):
    key = (around.get(who) or ResidentFactory()).pk
    tick(talk, anna, **{f"at__resident__{key}": True})
    assert names(talk) == []


def test_a_reader_who_may_not_know_somebody_reads_that_it_was_a_housemate(anna, talk, around):
    tick(talk, anna, **{f"at__resident__{around['daughter'].pk}": True})
    Resident.objects.filter(pk=around["daughter"].pk).update(confidential_address=True)
    talk = Conversation.objects.select_related("case__resident").get(pk=talk.pk)
    (row,) = people_at(talk, make_member("bram"), NOW)
    assert row.name == "een huisgenoot"


def test_nobody_has_two_chairs_or_two_records(talk, around):
    house = OrganisationFactory()
    nurse = Professional.objects.create(organisation=house, name="Verpleegkundige")
    for _time in range(2):
        rows = {"conversation": talk, "name": "V", "professional": nurse}
        if _time:
            with pytest.raises(IntegrityError), transaction.atomic():
                TablePerson.objects.create(**rows)
        else:
            TablePerson.objects.create(**rows)
    with pytest.raises(IntegrityError), transaction.atomic():
        TablePerson.objects.create(
            conversation=talk, name="X", professional=nurse, resident=around["daughter"]
        )


def test_of_two_residents_that_are_one_the_second_chair_stays_behind(talk, around):
    kept, merged = around["me"], ResidentFactory()
    for resident in (kept, merged):
        TablePerson.objects.create(conversation=talk, name="Dezelfde", resident=resident)
    assert chairs_twice(TablePerson.objects.filter(resident=merged), kept.pk).count() == 1
    TablePerson.objects.filter(resident=kept).delete()
    assert not chairs_twice(TablePerson.objects.filter(resident=merged), kept.pk).exists()
