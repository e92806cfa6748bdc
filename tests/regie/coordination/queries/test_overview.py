"""The overview counts and lists only what its reader may see."""

from datetime import timedelta

import pytest

from cases.models import Case
from regie.coordination.operations.agreements import make_agreement
from regie.coordination.queries.overview import open_agreements, regie_cases, soonest
from tests.factories import NOW, make_case
from tests.relations import surrounded_case, take_part


def test_a_case_stands_in_the_overview_by_its_track_or_by_a_partner(anna, join):
    by_track, by_party, neither = make_case(anna), make_case(anna), make_case(anna)
    Case.objects.filter(pk=by_track.pk).update(track="regie")
    join(case=by_party)
    assert set(regie_cases(anna, NOW)) == {by_track, by_party}
    assert neither not in regie_cases(anna, NOW)


def test_parties_are_counted_while_they_take_part(case, anna, join):
    join()
    left = join()
    left.until = NOW
    left.save()
    assert regie_cases(anna, NOW).get().number_of_parties == 1


def test_the_agreement_that_is_due_first_comes_first(anna, agree, join):
    join()
    agree(due_date=NOW.date() + timedelta(days=9))
    first = agree(due_date=NOW.date() + timedelta(days=2))
    assert soonest(anna, NOW)[0] == first
    assert regie_cases(anna, NOW).get().next_due == first.due_date


@pytest.mark.parametrize(
    ("category", "sees"),
    [
        ("general", {"contact_person", "deputy", "own_team", "case_director", "care_coordinator",
                     "reading_grant", "break_glass"}),
        ("justice", {"contact_person", "deputy", "case_director", "care_coordinator", "reading_grant",
                     "break_glass"}),
    ],
)  # fmt: skip
def test_open_agreements_are_listed_for_who_may_see_what_they_are_about(category, sees):
    case, people = surrounded_case("arranging")
    make_agreement(
        case=case, what="Call", who="Anna", due_date=NOW.date(), category=category,
        by=people["contact_person"], now=NOW,
    )  # fmt: skip
    assert {name for name, user in people.items() if open_agreements(user, NOW).exists()} == sees
    due = {name for name, user in people.items() if regie_cases(user, NOW).filter(next_due__isnull=False)}
    assert due == sees


def test_a_partner_gets_their_own_agreements_only(case, hanna, agree, join):
    own, others = agree(take_part(case, hanna)), agree(join())
    assert list(open_agreements(hanna, NOW)) == [own]
    assert others.category == own.category
