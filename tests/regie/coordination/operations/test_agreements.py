"""Agreements: who does what, the waiting that comes with it, and what became of it."""

from datetime import timedelta

import pytest

from cases.models import Event, Wait
from cases.operations.cases import withdraw
from regie.coordination.models import Agreement
from regie.coordination.operations.agreements import settle_agreement
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, make_case, make_member

LATER = NOW + timedelta(days=3)


def running(case):
    return Wait.objects.filter(case=case, on="partner", until__isnull=True)


def test_an_agreement_with_a_partner_bears_their_name_by_itself(agree, hannas_part):
    assert agree(hannas_part).who == "Hanna"


def test_an_agreement_is_in_the_event_log_as_keys_and_never_as_words(agree, hannas_part):
    agreement = agree(hannas_part)
    event = Event.objects.get(kind="agreement_made")
    assert event.codes == {
        "agreement": agreement.pk,
        "party": hannas_part.pk,
        "due": "2026-11-25",
        "wait": None,
    }


def test_an_agreement_we_wait_for_is_a_wait_on_the_partner_until_it_is_kept(case, anna, agree, hannas_part):
    agreement = agree(hannas_part, we_wait=True)
    wait = running(case).get()
    assert (wait.subject, wait.by_hand, wait.since) == ("agreement", True, NOW)
    settle_agreement(agreement=agreement, outcome="kept", by=anna, now=LATER)
    assert Wait.objects.get(pk=wait.pk).until == LATER


def test_two_agreements_we_wait_for_end_each_with_their_own(case, anna, agree, hannas_part):
    first, second = agree(hannas_part, we_wait=True), agree(hannas_part, we_wait=True)
    settle_agreement(agreement=first, outcome="cancelled", by=anna, now=LATER)
    assert list(running(case)) == [second.wait]


def test_an_agreement_whose_wait_ended_with_the_case_can_still_be_settled(case, anna, agree, hannas_part):
    agreement = agree(hannas_part, we_wait=True)
    withdraw(
        case=case, who="Resident", reason="Moved", outcome="moved", by=anna, now=NOW + timedelta(hours=1)
    )
    settle_agreement(agreement=agreement, outcome="cancelled", by=anna, now=LATER)
    assert Wait.objects.get(pk=agreement.wait_id).until == NOW + timedelta(hours=1)


def test_without_a_partner_there_is_nobody_to_wait_for(agree):
    with pytest.raises(Refused) as refusal:
        agree(we_wait=True)
    assert refusal.value.field == "we_wait"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"what": "  "}, "what"),
        ({"who": ""}, "who"),
        ({"due_date": NOW.date() - timedelta(days=1)}, "due_date"),
        ({"category": "gossip"}, "category"),
    ],
)
def test_what_is_missing_is_said_at_its_field(agree, facts, field):
    with pytest.raises(Refused) as refusal:
        agree(**facts)
    assert refusal.value.field == field


def test_an_agreement_with_a_partner_is_about_what_we_share_with_them(agree, hannas_part):
    with pytest.raises(Refused) as refusal:
        agree(hannas_part, category="health")
    assert refusal.value.field == "category"


def test_an_agreement_is_not_made_with_a_partner_of_another_case(agree, anna, join):
    other = join(case=make_case(anna))
    with pytest.raises(Refused):
        agree(other)


def test_nothing_is_agreed_in_a_closed_case(agree, anna):
    with pytest.raises(Refused, match="closed"):
        agree(case=make_case(anna, status="closed"))


def test_a_colleague_of_the_team_reads_along_and_agrees_nothing(agree):
    with pytest.raises(NotPermitted):
        agree(by=make_member("bram"))


def test_not_kept_asks_what_came_between(agree, anna):
    with pytest.raises(Refused) as refusal:
        settle_agreement(agreement=agree(), outcome="not_kept", by=anna, now=NOW)
    assert refusal.value.field == "why_not"


def test_what_came_between_is_kept_only_where_it_belongs(agree, anna):
    kept, missed = agree(), agree()
    settle_agreement(agreement=kept, outcome="kept", why_not="Ill", by=anna, now=NOW)
    settle_agreement(agreement=missed, outcome="not_kept", why_not="Ill", by=anna, now=NOW)
    assert list(Agreement.objects.order_by("pk").values_list("why_not", flat=True)) == ["", "Ill"]


def test_a_partner_who_left_no_longer_speaks_for_the_agreement(agree, anna, hanna, hannas_part):
    agreement = agree(hannas_part)
    hannas_part.until = NOW
    hannas_part.save()
    with pytest.raises(NotFound):
        settle_agreement(agreement=agreement, outcome="kept", by=hanna, now=LATER)
