"""Every relation ends: from then on the file is read no more, and what is left is what the role gives."""

from datetime import timedelta

import pytest

from cases.enums import DataCategory
from cases.models import BreakGlass, CaseRole, ReadingGrant, Weighing
from cases.operations.access import break_glass
from cases.operations.contact_person import accept_handover, request_handover
from cases.operations.weighing import second_read
from cases.permissions import access_to_case, check_decides, check_manages, readable_cases
from regie.coordination.models import Participation
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, make_case, make_member
from tests.relations import surrounded_case

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def _reads(user, case, when=NOW):
    single = access_to_case(user, case, when).reads
    assert readable_cases(user, when).filter(pk=case.pk).exists() == single
    return single


@pytest.fixture
def scene():
    return surrounded_case("supported")


def test_a_reading_grant_and_break_glass_end_at_their_moment(scene):
    case, people = scene
    for relation, model in (("reading_grant", ReadingGrant), ("break_glass", BreakGlass)):
        until = model.objects.get().until
        assert _reads(people[relation], case, until - SECOND)
        assert not _reads(people[relation], case, until)


def test_a_deputy_replaces_only_during_the_absence(scene):
    case, people = scene
    categories = access_to_case(people["deputy"], case, NOW + timedelta(days=2)).categories
    assert DataCategory.YOUTH_SAFETY not in categories  # a colleague again, like any other


@pytest.mark.parametrize("kind", ["case_director", "care_coordinator"])
def test_a_role_in_the_case_ends(scene, kind):
    case, people = scene
    assert _reads(people[kind], case)
    CaseRole.objects.filter(kind=kind).update(until=NOW)
    assert not _reads(people[kind], case)


def test_a_partner_reads_until_they_leave_and_not_after_the_case_closed(scene):
    case, people = scene
    assert _reads(people["partner"], case)
    Participation.objects.update(until=NOW)
    assert not _reads(people["partner"], case)


def test_a_partner_sees_the_categories_of_each_ground_and_no_more(scene):
    case, people = scene
    Participation.objects.update(shared_categories=["finances", "justice"])
    assert access_to_case(people["partner"], case, NOW).categories == {"finances", "justice"}


def test_a_second_reader_is_done_after_answering(scene):
    case, people = scene
    reader = people["second_reader"]
    row = Weighing.objects.get(second_reader=reader)
    assert "second_reader" in access_to_case(reader, case, NOW).relations
    second_read(weighing=row, agrees=True, words="Goed gewogen.", by=reader, now=NOW)
    assert "second_reader" not in access_to_case(reader, case, NOW).relations


@pytest.mark.parametrize(("reason", "reads"), [("expertise", True), ("resident_asks", False),
                                               ("conflict_of_interest", False)])  # fmt: skip
def test_after_a_handover_the_former_contact_person_reads_along_for_30_days_unless_the_reason_forbids(
    reason, reads
):
    anna, dirk = make_member("anna"), make_member("dirk")
    case = make_case(anna)
    row = request_handover(
        resident=case.resident, to=dirk, reason=reason, explanation="Schulden.",
        told_resident="Zij weet het.", by=anna, now=NOW,
    )  # fmt: skip
    accept_handover(handover=row, by=dirk, now=NOW)
    assert _reads(dirk, case)
    assert _reads(anna, case, NOW + timedelta(days=29)) == reads
    assert not _reads(anna, case, NOW + timedelta(days=30))


# --- break-glass ----------------------------------------------------------------------------------------
def _break(case, user, reason="Moeder staat met een kind aan de balie."):
    return break_glass(resident=case.resident, reason=reason, by=user, now=NOW)


@pytest.mark.parametrize(
    ("who", "outcome"),
    [
        ("other_team", None), ("privacy_officer", None), ("manager", NotFound), ("administrator", NotFound),
        ("other_partner", NotFound), ("partner", NotFound),
    ],
)  # fmt: skip
def test_break_glass_is_for_who_works_with_residents_and_the_privacy_officer(scene, who, outcome):
    case, people = scene
    if outcome:
        with pytest.raises(outcome):
            _break(case, people[who])
        return
    row = _break(case, people[who])
    assert row.until == NOW + timedelta(minutes=60)
    assert _reads(people[who], case, NOW + timedelta(minutes=59))
    assert not _reads(people[who], case, NOW + timedelta(minutes=60))


def test_break_glass_asks_for_a_reason(scene):
    case, people = scene
    with pytest.raises(Refused):
        _break(case, people["other_team"], reason="nodig")


# --- deciding and managing ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "law", "outcome"),
    [
        ("contact_person", "wmo", None), ("own_team", "wmo", None), ("own_team", "jeugdwet", NotPermitted),
        ("other_team", "wmo", NotPermitted), ("manager", "wmo", NotPermitted),
        ("partner", "wmo", NotPermitted), ("administrator", "wmo", NotFound),
    ],
)  # fmt: skip
def test_a_decision_is_made_by_who_reads_the_case_and_holds_the_mandate(scene, who, law, outcome):
    case, people = scene
    if outcome is None:
        check_decides(people[who], case, law, NOW)
        return
    with pytest.raises(outcome):
        check_decides(people[who], case, law, NOW)


def test_only_the_manager_of_the_team_manages_it(scene):
    case, people = scene
    check_manages(people["manager"], case)
    for relation in ("other_manager", "contact_person", "administrator"):
        with pytest.raises(NotPermitted):
            check_manages(people[relation], case)
