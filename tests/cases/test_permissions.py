"""Who may see what. Read it as a policy; the rules: `design.md` section 5."""

import pytest

from cases.enums import CaseStatus
from cases.models import Case, Resident
from cases.permissions import (
    ALL_CATEGORIES,
    Sight,
    access_to_case,
    access_to_resident,
    can_direct,
    can_work_on,
    check_reads_case,
    check_reads_resident,
    findable_residents,
    followed_cases,
    locatable_residents,
    readable_cases,
    readable_residents,
)
from sociaal.core.errors import NotFound, NotPermitted
from tests.factories import NOW
from tests.relations import RELATIONS, surrounded_case

pytestmark = pytest.mark.django_db

NOTHING, LOCATE, FLOW, READ = Sight.NOTHING, Sight.LOCATE, Sight.FLOW, Sight.READ
GENERAL = frozenset({"general"})
NOT_SENSITIVE = frozenset({"general", "finances", "health"})

POLICY = {
    # relation           the case  the person  hidden: case, person  categories
    "contact_person":   (READ,     READ,       READ,     READ,       ALL_CATEGORIES),
    "deputy":           (READ,     READ,       READ,     READ,       ALL_CATEGORIES),
    "case_director":    (READ,     READ,       READ,     READ,       ALL_CATEGORIES),
    "care_coordinator": (READ,     READ,       READ,     READ,       ALL_CATEGORIES),
    "reading_grant":    (READ,     READ,       READ,     READ,       ALL_CATEGORIES),
    "break_glass":      (READ,     READ,       READ,     READ,       ALL_CATEGORIES),
    "own_team":         (READ,     READ,       NOTHING,  NOTHING,    NOT_SENSITIVE),
    "partner":          (READ,     NOTHING,    READ,     NOTHING,    GENERAL),
    "manager":          (FLOW,     NOTHING,    FLOW,     NOTHING,    frozenset()),
    "second_reader":    (LOCATE,   LOCATE,     LOCATE,   NOTHING,    frozenset()),
    "other_team":       (LOCATE,   LOCATE,     NOTHING,  NOTHING,    frozenset()),
    "privacy_officer":  (LOCATE,   LOCATE,     LOCATE,   LOCATE,     frozenset()),
    "other_manager":    (NOTHING,  NOTHING,    NOTHING,  NOTHING,    frozenset()),
    "administrator":    (NOTHING,  NOTHING,    NOTHING,  NOTHING,    frozenset()),
    "other_partner":    (NOTHING,  NOTHING,    NOTHING,  NOTHING,    frozenset()),
}  # fmt: skip
"""`hidden`: a restricted file. A confidential address hides a person just so from who only locates; it leaves
the team its file.
"""
FINDS = frozenset(RELATIONS) - {
    "manager", "other_manager", "administrator", "privacy_officer", "other_partner",
}  # fmt: skip
"""Who finds an ordinary resident by name: everybody who works with residents; a partner, of its own cases."""


@pytest.fixture
def scene():
    return surrounded_case("supported")


def _hide(case, **how):
    Resident.objects.filter(pk=case.resident_id).update(**how)
    return Case.objects.select_related("resident", "team").get(pk=case.pk)


def _sights(case, people):
    return {
        relation: (access_to_case(user, case, NOW).sight, access_to_resident(user, case.resident, NOW).sight)
        for relation, user in people.items()
    }


def test_the_policy_names_everybody():
    assert set(POLICY) == set(RELATIONS)


def test_everybody_sees_as_much_as_the_policy_says(scene):
    assert _sights(*scene) == {relation: row[:2] for relation, row in POLICY.items()}


def test_a_restricted_file_is_there_only_for_who_has_their_own_relation_to_it(scene):
    case, people = scene
    assert _sights(_hide(case, restricted=True), people) == {r: row[2:4] for r, row in POLICY.items()}


def test_a_confidential_address_is_not_located_and_stays_readable_for_the_team(scene):
    case, people = scene
    expected = {relation: row[2:4] for relation, row in POLICY.items()} | {"own_team": (READ, READ)}
    assert _sights(_hide(case, confidential_address=True), people) == expected


def test_everybody_sees_the_categories_of_the_policy(scene):
    case, people = scene
    seen = {relation: access_to_case(user, case, NOW).categories for relation, user in people.items()}
    assert seen == {relation: row[4] for relation, row in POLICY.items()}


def test_with_the_setting_off_a_team_reads_no_more_than_other_teams(scene, settings):
    settings.OWN_TEAM_READS = False
    case, people = scene
    assert access_to_case(people["own_team"], case, NOW).sight == LOCATE
    assert not readable_cases(people["own_team"], NOW).exists()
    assert access_to_case(people["contact_person"], case, NOW).sight == READ


# --- one check and the list agree -----------------------------------------------------------------------
HIDING = [{}, {"restricted": True}, {"confidential_address": True}]


@pytest.mark.parametrize("how", HIDING, ids=str)
@pytest.mark.parametrize("status", ["supported", "closed"])
def test_a_list_holds_exactly_what_the_single_check_allows(how, status):
    case, people = surrounded_case(status)
    case = _hide(case, **how) if how else case
    for relation, user in people.items():
        sight = access_to_case(user, case, NOW).sight
        person = access_to_resident(user, case.resident, NOW).sight
        assert (relation, readable_cases(user, NOW).count()) == (relation, int(sight == READ))
        assert (relation, followed_cases(user, NOW).count()) == (relation, int(sight >= FLOW))
        assert (relation, readable_residents(user, NOW).count()) == (relation, int(person == READ))


@pytest.mark.parametrize("how", HIDING, ids=str)
def test_search_shows_whom_one_may_locate_or_read_and_no_count_says_more(scene, how):
    case, people = scene
    case = _hide(case, **how) if how else case
    for relation, user in people.items():
        sights = _sights(case, {relation: user})[relation]
        finds = relation in FINDS and (sights[1] >= LOCATE or sights[0] == READ)
        found = findable_residents(user, NOW)
        assert (relation, found.count(), len(found)) == (relation, int(finds), int(finds))
        named = found.filter(last_name=case.resident.last_name).exists()
        assert (relation, named) == (relation, finds)


def test_only_who_works_with_residents_locates_anyone(scene):
    _case, people = scene
    locating = {relation for relation, user in people.items() if locatable_residents(user).exists()}
    assert locating == FINDS - {"partner"}


def test_nobody_finds_a_resident_who_was_merged_into_another(scene):
    case, people = scene
    other = Resident.objects.create(last_name="Dubbel", created_at=NOW)
    Resident.objects.filter(pk=other.pk).update(merged_into=case.resident)
    for user in people.values():
        assert not findable_residents(user, NOW).filter(pk=other.pk).exists()
        assert not locatable_residents(user).filter(pk=other.pk).exists()


# --- the raising forms ----------------------------------------------------------------------------------
def _refusal(check, *args):
    try:
        check(*args)
    except (NotPermitted, NotFound) as refusal:
        return refusal
    return None


def test_who_may_know_is_told_who_can_help_and_who_may_not_is_told_nothing(scene):
    case, people = scene
    for relation, user in people.items():
        sights = _sights(case, {relation: user})[relation]
        for sight, refusal in zip(
            sights,
            (
                _refusal(check_reads_case, user, case, NOW),
                _refusal(check_reads_resident, user, case.resident, NOW),
            ),
            strict=True,
        ):
            if sight == READ:
                assert refusal is None
            elif sight == NOTHING:
                assert isinstance(refusal, NotFound)
                assert str(refusal) == ""
            else:
                assert isinstance(refusal, NotPermitted)
                assert "Anna" in str(refusal)
                assert "Wijkteam Oost" in str(refusal)
                assert case.resident.last_name not in str(refusal)


# --- who works on a case --------------------------------------------------------------------------------
@pytest.mark.parametrize("status", CaseStatus.values)
def test_contact_person_and_deputy_work_on_a_case_the_care_coordinator_once_help_runs(scene, status):
    case, people = scene
    there = Case(status=status)
    working = {r for r, user in people.items() if can_work_on(access_to_case(user, case, NOW), there)}
    expected = {"contact_person", "deputy"}
    assert working == expected | ({"care_coordinator"} if status in ("supported", "reviewing") else set())


def test_a_case_is_directed_by_these(scene):
    case, people = scene
    directing = {relation for relation, user in people.items() if can_direct(access_to_case(user, case, NOW))}
    assert directing == {"contact_person", "deputy", "case_director", "care_coordinator"}
