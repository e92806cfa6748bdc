from datetime import date

import pytest

from cases.enums import Law, RedFlag
from cases.terms import StartedBy, TermCode, terms_for, version_on

RECEIVED = date(2026, 3, 2)
T = TermCode


@pytest.mark.parametrize(
    ("law", "started_by", "red_flags", "under_27", "expected"),
    [
        (Law.WMO, StartedBy.REPORT, [], None, [T.WMO_ONDERZOEK, T.WMO_PERSOONLIJK_PLAN]),
        (Law.WMO, StartedBy.REPORT, [RedFlag.EVICTION], None, [T.WMO_ONDERZOEK, T.WMO_PERSOONLIJK_PLAN]),
        (
            Law.WMO,
            StartedBy.REPORT,
            [RedFlag.UNSAFE],
            None,
            [T.WMO_ONDERZOEK, T.WMO_PERSOONLIJK_PLAN, T.WMO_SPOED],
        ),
        (Law.WMO, StartedBy.APPLICATION, [], None, [T.WMO_BESCHIKKING]),
        (Law.WGS, StartedBy.REPORT, [], None, [T.WGS_EERSTE_GESPREK]),
        (Law.WGS, StartedBy.REPORT, [RedFlag.NO_FOOD], None, [T.WGS_EERSTE_GESPREK]),
        (Law.WGS, StartedBy.REPORT, [RedFlag.EVICTION], None, [T.WGS_BEDREIGEND]),
        (Law.WGS, StartedBy.REPORT, [RedFlag.UTILITIES, RedFlag.UNSAFE], None, [T.WGS_BEDREIGEND]),
        (Law.WGS, StartedBy.REPORT, ["insurance"], None, [T.WGS_BEDREIGEND]),
        (Law.WGS, StartedBy.FIRST_CONVERSATION, [], None, [T.WGS_BESCHIKKING]),
        (Law.WGS, StartedBy.APPLICATION, [], None, []),
        (Law.WMO, StartedBy.FIRST_CONVERSATION, [], None, []),
        (Law.PARTICIPATIEWET, StartedBy.REPORT, [], True, [T.PW_ZOEKTERMIJN_27MIN]),
        (Law.PARTICIPATIEWET, StartedBy.REPORT, [], False, []),
        (Law.PARTICIPATIEWET, StartedBy.REPORT, [], None, []),
        (Law.PARTICIPATIEWET, StartedBy.APPLICATION, [], True, [T.AWB_REDELIJK, T.PW_VOORSCHOT]),
        (Law.JEUGDWET, StartedBy.REPORT, [RedFlag.UNSAFE], True, []),
        (Law.JEUGDWET, StartedBy.APPLICATION, [], None, [T.AWB_REDELIJK]),
    ],
)
def test_these_terms_start(law, started_by, red_flags, under_27, expected):
    found = terms_for(law, started_by, received=RECEIVED, red_flags=red_flags, under_27=under_27)
    assert list(found) == expected


@pytest.mark.parametrize("law", Law)
def test_a_decision_starts_the_term_to_object_under_every_law(law):
    assert terms_for(law, StartedBy.NOTIFICATION, received=RECEIVED) == (T.AWB_BEZWAAR,)


@pytest.mark.parametrize("law", Law)
@pytest.mark.parametrize(
    "started_by",
    [
        StartedBy.REPORT, StartedBy.FIRST_CONVERSATION, StartedBy.NOTIFICATION, StartedBy.OBJECTION_TERM,
        StartedBy.OBJECTION_DECISION,
    ],
)  # fmt: skip
def test_what_starts_agrees_with_what_the_law_says_starts_it(law, started_by):
    for term in terms_for(law, started_by, received=RECEIVED, red_flags=list(RedFlag), under_27=True):
        assert version_on(term, RECEIVED).started_by == started_by


@pytest.mark.parametrize("law", Law)
@pytest.mark.parametrize(
    ("committee", "expected"), [(False, T.AWB_BEZWAAR_BESLUIT), (True, T.AWB_BEZWAAR_COMMISSIE)]
)
def test_an_objection_starts_the_term_to_decide_on_it_and_that_decision_the_term_to_go_to_court(
    law, committee, expected
):
    found = terms_for(law, StartedBy.OBJECTION_TERM, received=RECEIVED, committee=committee)
    assert found == (expected,)
    assert terms_for(law, StartedBy.OBJECTION_DECISION, received=RECEIVED) == (T.AWB_BEROEP,)


def test_a_term_that_was_no_law_yet_does_not_start():
    assert terms_for(Law.WGS, StartedBy.FIRST_CONVERSATION, received=date(2020, 12, 31)) == ()
