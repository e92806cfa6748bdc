from datetime import date, timedelta
from itertools import pairwise

import pytest

from cases.terms import NoVersionInForceError, StartedBy, TermCode, TermKind, is_in_force, version_on
from cases.terms.law import VERSIONS


@pytest.mark.parametrize("term", TermCode)
def test_every_term_has_a_version_in_force_today_and_none_overlap_or_leave_a_gap(term):
    versions = sorted((v for v in VERSIONS if v.code == term), key=lambda v: v.valid_from)
    assert versions[-1].valid_until is None
    for earlier, later in pairwise(versions):
        assert earlier.valid_until + timedelta(days=1) == later.valid_from


def test_the_search_term_follows_the_law_of_the_day_it_started():
    before = version_on(TermCode.PW_ZOEKTERMIJN_27MIN, date(2025, 12, 31))
    after = version_on(TermCode.PW_ZOEKTERMIJN_27MIN, date(2026, 1, 1))
    assert before.article == "Participatiewet art. 41 lid 4"
    assert after.article == "Participatiewet art. 41 lid 4 en 11"


def test_a_day_before_the_law_has_no_version():
    assert not is_in_force(TermCode.WMO_ONDERZOEK, date(2014, 12, 31))
    with pytest.raises(NoVersionInForceError, match="WMO_ONDERZOEK on 2014-12-31"):
        version_on(TermCode.WMO_ONDERZOEK, date(2014, 12, 31))


def test_only_decisions_on_an_application_can_be_suspended():
    suspendable = {v.code for v in VERSIONS if v.suspendable}
    assert suspendable == {TermCode.WMO_BESCHIKKING, TermCode.AWB_REDELIJK, TermCode.WGS_BESCHIKKING}


def test_time_that_the_resident_has_is_no_term_of_the_municipality():
    theirs = {v.code for v in VERSIONS if v.kind != TermKind.MUNICIPALITY}
    assert theirs == {
        TermCode.WMO_PERSOONLIJK_PLAN,
        TermCode.PW_ZOEKTERMIJN_27MIN,
        TermCode.AWB_BEZWAAR,
        TermCode.AWB_BEROEP,
    }


@pytest.mark.parametrize("term", [TermCode.AWB_BEZWAAR_BESLUIT, TermCode.AWB_BEZWAAR_COMMISSIE])
def test_a_decision_on_an_objection_is_counted_this_way_since_the_act_on_penalties(term):
    assert not is_in_force(term, date(2009, 9, 30))
    assert version_on(term, date(2009, 10, 1)).started_by == StartedBy.OBJECTION_TERM


def test_only_the_temporary_provision_has_no_length():
    assert {v.code for v in VERSIONS if v.length is None} == {TermCode.WMO_SPOED}
    assert version_on(TermCode.WMO_SPOED, date(2026, 3, 2)).started_by == StartedBy.REPORT
