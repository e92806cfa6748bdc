"""Partners take part and leave: with a ground, and not one more than needed."""

import pytest

from cases.models import Event, Professional, Wait
from cases.permissions import access_to_case, readable_cases
from regie.coordination.models import Agreement, Participation
from regie.coordination.operations.parties import end_party
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, OrganisationFactory, make_case, make_member


def test_a_partner_who_takes_part_reads_this_case_and_no_other(case, anna, hanna, hannas_part):
    make_case(anna)
    assert list(readable_cases(hanna, NOW)) == [case]


def test_a_partner_sees_the_shared_categories_and_nothing_else(case, hanna, join):
    professional = Professional.objects.get(user=hanna)
    join(professional.organisation, professional=professional, shared_categories=["finances", "finances"])
    assert access_to_case(hanna, case, NOW).categories == {"finances"}


def test_a_colleague_of_the_same_organisation_sees_nothing(case, hanna, hannas_part):
    hannas_part.professional = None
    hannas_part.save()
    assert not readable_cases(hanna, NOW).exists()


def test_when_the_case_closes_the_partner_no_longer_reads_it(anna, hanna, join):
    case = make_case(anna, status="supported")
    professional = Professional.objects.get(user=hanna)
    join(professional.organisation, professional=professional, case=case)
    type(case).objects.filter(pk=case.pk).update(
        status="closed", closed_at=NOW, outcome="moved", closed_from="supported"
    )
    assert not readable_cases(hanna, NOW).exists()


def test_the_log_says_which_organisation_joined_and_how_many_there_are(case, join):
    join()
    party = join(shared_categories=["health", "general"])
    event = Event.objects.filter(kind="party_joined").order_by("pk").last()
    assert event.codes == {
        "party": party.pk, "organisation": party.organisation_id, "shared": ["general", "health"], "number": 2
    }  # fmt: skip


def test_a_fourth_party_is_asked_why(join):
    for _number in range(3):
        join()
    with pytest.raises(Refused) as refusal:
        join()
    assert refusal.value.field == "why_more"
    assert join(why_more="Only they can stop the eviction.").pk


def test_who_left_leaves_room_for_another(join, anna):
    first, *_others = [join() for _number in range(3)]
    end_party(participation=first, by=anna, now=NOW)
    assert join().why_more == ""


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"role": ""}, "role"),
        ({"added_value": " "}, "added_value"),
        ({"ground": " "}, "ground"),
        ({"shared_categories": ["health"], "ground": ""}, "ground"),
        ({"shared_categories": ["gossip"]}, "shared_categories"),
    ],
)
def test_what_is_missing_is_said_at_its_field(join, facts, field):
    with pytest.raises(Refused) as refusal:
        join(**facts)
    assert refusal.value.field == field


def test_an_organisation_takes_part_once_at_a_time(join, anna):
    party = join()
    with pytest.raises(Refused) as refusal:
        join(party.organisation)
    assert refusal.value.field == "organisation"
    end_party(participation=party, by=anna, now=NOW)
    assert join(party.organisation).pk != party.pk


def test_a_professional_comes_from_the_organisation_that_takes_part(join, hanna):
    with pytest.raises(Refused):
        join(OrganisationFactory(), professional=Professional.objects.get(user=hanna))


@pytest.mark.parametrize(
    ("name", "error"), [("bram", NotPermitted), ("dirk", NotPermitted), ("fatma", NotFound)]
)
def test_only_who_directs_the_case_lets_a_partner_in_or_out(join, name, error):
    party, user = join(), make_member(name)
    with pytest.raises(error):
        join(by=user)
    with pytest.raises(error):
        end_party(participation=party, by=user, now=NOW)
    assert Participation.objects.get().until is None


def test_a_partner_does_not_bring_in_another(join, hanna, hannas_part):
    with pytest.raises(NotPermitted):
        join(by=hanna)


def test_nobody_joins_a_closed_case(join, anna):
    with pytest.raises(Refused, match="closed"):
        join(case=make_case(anna, status="closed"))


def test_when_a_partner_leaves_sharing_stops_and_what_was_open_falls_away(
    case, anna, hanna, hannas_part, agree
):
    agree(hannas_part, we_wait=True)
    end_party(participation=hannas_part, by=anna, now=NOW)
    assert not readable_cases(hanna, NOW).exists()
    assert Agreement.objects.get().state == "cancelled"
    assert not Wait.objects.filter(case=case, on="partner", until__isnull=True).exists()


def test_leaving_twice_is_refused_and_told_once(anna, hannas_part):
    end_party(participation=hannas_part, by=anna, now=NOW)
    with pytest.raises(Refused):
        end_party(participation=hannas_part, by=anna, now=NOW)
    assert Event.objects.filter(kind="party_left").count() == 1
