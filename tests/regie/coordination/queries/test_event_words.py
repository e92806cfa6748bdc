"""What the timeline tells about partners and agreements."""

import pytest

from cases.models import Event
from cases.permissions import access_to_case
from regie.coordination.operations.agreements import settle_agreement
from regie.coordination.operations.parties import end_party
from sociaal.core.registry import registry
from tests.factories import NOW, make_member


def told(case, user, kind):
    events = list(Event.objects.filter(case=case, kind=kind).order_by("pk"))
    words = registry.event_words[kind](access_to_case(user, case, NOW), events)
    return [words[event.pk] for event in events if event.pk in words]


def test_who_joined_and_who_left_is_told_to_everyone_around_the_table(case, anna, hanna, hannas_part, join):
    other = join(role="School")
    end_party(participation=other, by=anna, now=NOW)
    for reader in (anna, hanna):
        assert told(case, reader, "party_joined") == [
            "Woonstichting De Linde takes part: Landlord", f"{other.organisation.name} takes part: School"
        ]  # fmt: skip
        assert told(case, reader, "party_left") == [f"{other.organisation.name} no longer takes part"]


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        ("kept", "Agreement kept: Anna – Call about the rent"),
        ("not_kept", "Agreement not kept: Anna – Call about the rent"),
        ("cancelled", "Agreement no longer needed: Anna – Call about the rent"),
    ],
)
def test_an_agreement_tells_what_was_agreed_and_what_became_of_it(case, anna, agree, outcome, line):
    settle_agreement(agreement=agree(), outcome=outcome, why_not="Ill", by=anna, now=NOW)
    assert told(case, anna, "agreement_made") == ["Agreed: Anna – Call about the rent"]
    assert told(case, anna, "agreement_settled") == [line]


def test_an_agreement_is_not_told_to_who_may_not_see_what_it_is_about(case, anna, hanna, hannas_part, agree):
    agree(category="youth_safety")
    bram = make_member("bram")
    assert told(case, anna, "agreement_made")
    assert told(case, bram, "agreement_made") == []
    assert told(case, hanna, "agreement_made") == []
