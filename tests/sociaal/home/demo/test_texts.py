from collections import Counter

import pytest

from cases.enums import CaseStatus, HandoverReason, Law, LifeDomain, OrganisationKind, Weight
from cases.models import Organisation, Provision, Wait
from regie.board.models.suggestion import Phase
from regie.coordination.models import Agreement, Participation
from regie.metrics.models.spells import Measure
from sociaal.accounts.operations.cast import TEAMS
from sociaal.home.demo.daily_notes import CONTACTS, QUICK_QUESTIONS, WAITS
from sociaal.home.demo.names import FIRST_NAMES, LAST_NAMES, SHARE
from sociaal.home.demo.organisations import ORGANISATIONS
from sociaal.home.demo.places import NEIGHBOURHOODS
from sociaal.home.demo.provisions import PROVISIONS
from sociaal.home.demo.suggestions import SUGGESTIONS
from sociaal.home.demo.together import AGREEMENTS, HANDOVERS, PARTICIPATIONS

MOVES = {"proposed": 0, "chosen": 1, "trying": 2, "measured": 3, "adopted": 4, "dropped": 3}
MEASURES = {"", *Measure.values}


def doubles(values):
    return [value for value, n in Counter(values).items() if n > 1]


def longest(model, field):
    return model._meta.get_field(field).max_length


@pytest.mark.parametrize(
    ("texts", "field", "enough"),
    [
        (ORGANISATIONS, "name", 20),
        (PROVISIONS, "name", 30),
        (SUGGESTIONS, "gets_in_the_way", 30),
        (AGREEMENTS, "what", 20),
        (HANDOVERS, "why", 10),
        (PARTICIPATIONS, "organisation", 8),
        (CONTACTS, "summary", 30),
        (WAITS, "why", 15),
        (QUICK_QUESTIONS, "words", 15),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_there_are_enough_texts_and_no_two_are_the_same(texts, field, enough):
    assert len(texts) >= enough
    assert doubles(getattr(text, field) for text in texts) == []


def test_a_provision_is_given_by_a_known_organisation_and_only_specialist_ones_need_a_law():
    known = {organisation.name for organisation in ORGANISATIONS}
    for provision in PROVISIONS:
        assert provision.provider in known
        assert (provision.law is not None) == (provision.weight == Weight.SPECIALIST)
        assert set(provision.domains) <= set(LifeDomain)
        assert bool(provision.price) == bool(provision.per)
        assert len(provision.name) <= longest(Provision, "name")
        assert len(provision.per) <= longest(Provision, "per")
    assert {p.law for p in PROVISIONS if p.law} == set(Law)


def test_every_kind_of_organisation_is_there_and_its_phone_number_cannot_exist():
    assert {organisation.kind for organisation in ORGANISATIONS} == set(OrganisationKind)
    for organisation in ORGANISATIONS:
        assert organisation.phone.startswith("0900 000 00")
        assert len(organisation.phone) <= longest(Organisation, "phone")
        assert organisation.professions


def test_a_suggestion_went_through_every_phase_before_its_own():
    assert {s.phase for s in SUGGESTIONS} == set(Phase)
    for suggestion in SUGGESTIONS:
        assert suggestion.step in CaseStatus.values
        assert suggestion.measure in MEASURES
        assert len(suggestion.moves) == MOVES[suggestion.phase]
        assert bool(suggestion.tried_by) or suggestion.phase in ("proposed", "chosen", "adopted", "measured")


def test_every_reason_of_a_handover_is_there_and_some_are_refused():
    assert {text.reason for text in HANDOVERS} == set(HandoverReason)
    assert any(text.refusal for text in HANDOVERS)
    for text in HANDOVERS:
        assert text.told
        assert bool(text.warm_transfer) != bool(text.refusal) or text.reason == HandoverReason.OVERRULED


def test_agreements_and_participations_fit_and_name_known_organisations():
    known = {organisation.name for organisation in ORGANISATIONS}
    assert any(text.why_not for text in AGREEMENTS)
    for text in AGREEMENTS:
        assert len(text.what) <= longest(Agreement, "what")
        assert len(text.why_not) <= longest(Agreement, "why_not")
        assert text.days > 0
    for text in PARTICIPATIONS:
        assert text.organisation in known
        assert len(text.mandate) <= longest(Participation, "mandate")
        assert text.categories


def test_a_wait_says_why_in_the_room_there_is():
    assert all(len(text.why) <= longest(Wait, "why") for text in WAITS)


def test_there_are_names_for_every_gender_age_and_background():
    women = {n for group in FIRST_NAMES if group.gender == "woman" for n in group.names}
    men = {n for group in FIRST_NAMES if group.gender == "man" for n in group.names}
    assert min(len(women), len(men)) >= 150
    assert len({name for group in LAST_NAMES for name in group.names}) >= 150
    assert sum(SHARE.values()) == 100
    for background in SHARE:
        assert any(group.background == background for group in LAST_NAMES)
        for gender in ("woman", "man"):
            years = [g for g in FIRST_NAMES if (g.gender, g.background) == (gender, background)]
            assert min(g.born_from for g in years) <= 1950
            assert max(g.born_until for g in years) == 2026


def test_prefixes_stand_apart_from_last_names():
    assert {"van", "de", "van der", "ten", "'t", "el"} <= {group.prefix for group in LAST_NAMES}
    assert all(doubles(group.names) == [] for group in (*FIRST_NAMES, *LAST_NAMES))


def test_every_street_has_a_postcode_of_its_own_that_is_not_in_use():
    streets = [street for neighbourhood in NEIGHBOURHOODS for street in neighbourhood.streets]
    assert len(NEIGHBOURHOODS) == 5
    assert doubles(street.name for street in streets) == []
    assert doubles(street.postcode for street in streets) == []
    assert all(street.postcode[:6] in {f"9999 {letter}" for letter in "ABCDE"} for street in streets)
    assert all(street.highest >= 20 for street in streets)


def test_every_neighbourhood_has_one_team():
    worked = [name for names in TEAMS.values() for name in names]
    assert sorted(worked) == sorted(neighbourhood.name for neighbourhood in NEIGHBOURHOODS)
