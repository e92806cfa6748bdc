"""A sitting at the leaver's desk: many ordinary requests, each by its own guard."""

import pytest

from cases.models import ContactTerm, Handover
from cases.operations import contact_person
from cases.operations.leaver import Ask, ask_handovers
from sociaal.core.errors import NotFound, NotPermitted
from tests.factories import NOW, TeamFactory, make_case, make_member
from tests.threads import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db):
    return {name: make_member(name) for name in ("anna", "bram", "esra", "dirk")}


def ask(resident, to, **more):
    words = {"explanation": "Anna gaat weg.", "told_resident": "Een brief."} | more
    return Ask(resident_id=resident.pk, to=to, **words)


def sit(cast, *asks, by="esra"):
    return ask_handovers(leaver=cast["anna"], asks=asks, by=cast[by], now=NOW)


def test_each_becomes_an_ordinary_request_for_the_reason_that_the_contact_person_leaves(cast):
    residents = [make_case(cast["anna"]).resident for _one in range(3)]
    done = sit(cast, *(ask(one, cast["bram"]) for one in residents))
    rows = Handover.objects.all()
    assert {row.pk for row in rows} == {row.pk for row in done.handovers}
    assert {(row.reason, row.state, row.asked_by) for row in rows} == {("leaves", "asked", cast["esra"])}
    assert ContactTerm.objects.filter(user=cast["anna"], during__upper_inf=True).count() == 3


def test_what_cannot_be_asked_is_told_and_keeps_nobody_waiting(cast):
    twice, moved, fine = (make_case(cast["anna"]).resident for _one in range(3))
    sit(cast, ask(twice, cast["dirk"]))
    sit(cast, ask(moved, cast["bram"]))
    contact_person.accept_handover(handover=Handover.objects.get(resident=moved), by=cast["bram"], now=NOW)
    done = sit(cast, *(ask(one, cast["bram"]) for one in (twice, moved, fine)))
    assert [row.resident for row in done.handovers] == [fine]
    assert dict(done.refused).keys() == {twice.pk, moved.pk}
    assert "Bram" in dict(done.refused)[moved.pk]


def test_a_manager_asks_for_nobody_whose_case_is_in_another_team(cast):
    resident = make_case(cast["dirk"]).resident
    done = ask_handovers(leaver=cast["dirk"], asks=[ask(resident, cast["bram"])], by=cast["esra"], now=NOW)
    assert [key for key, _why in done.refused] == [resident.pk]
    assert not Handover.objects.exists()


def test_who_is_no_longer_there_is_not_found(cast):
    with pytest.raises(NotFound):
        sit(cast, Ask(999_999, cast["bram"], "Weg.", "Een brief."))


def test_of_who_has_no_open_case_the_manager_of_the_contact_persons_team_asks(cast):
    resident = make_case(cast["anna"], status="closed").resident
    assert sit(cast, ask(resident, cast["bram"])).handovers


def test_no_other_manager_asks_for_who_has_no_open_case(cast):
    resident = make_case(cast["anna"], status="closed").resident
    cast["esra"].team = TeamFactory(name="Wijkteam West")
    cast["esra"].save()
    with pytest.raises(NotPermitted):
        contact_person.request_handover(
            resident=resident, to=cast["bram"], reason="leaves", explanation="Weg.",
            told_resident="Een brief.", by=cast["esra"], now=NOW,
        )  # fmt: skip


def test_a_request_prepared_for_another_contact_person_is_refused(cast):
    resident = make_case(cast["bram"]).resident
    assert [key for key, _why in sit(cast, ask(resident, cast["dirk"])).refused] == [resident.pk]


@pytest.mark.django_db(transaction=True)
def test_two_sittings_at_once_ask_each_resident_once(cast):
    residents = [make_case(cast["anna"]).resident for _one in range(6)]
    forth = [ask(one, cast["bram"]) for one in residents]
    outcomes = at_once(lambda: sit(cast, *forth), lambda: sit(cast, *reversed(forth)))
    assert sum(len(done.handovers) for done in outcomes) == 6
    assert sum(len(done.refused) for done in outcomes) == 6
    assert Handover.objects.count() == 6


def test_a_request_to_who_left_meanwhile_does_not_keep_the_next_one_out(cast):
    resident = make_case(cast["anna"]).resident
    sit(cast, ask(resident, cast["dirk"]))
    cast["dirk"].is_active = False
    cast["dirk"].save()
    (row,) = sit(cast, ask(resident, cast["bram"])).handovers
    assert set(Handover.objects.values_list("to_user", "state")) == {
        (cast["dirk"].pk, "cancelled"),
        (row.to_user_id, "asked"),
    }
