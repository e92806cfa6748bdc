"""A case is closed when nothing in it is left to be done."""

import pytest

from cases.enums import LifeDomain
from cases.operations import arrangements, cases, procedures
from sociaal.core.errors import Refused
from tests.factories import NOW, make_case, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready():
    """A case of Anna's that could be closed."""
    anna = make_member("anna")
    case = make_case(anna, status="reviewing")
    for row in case.arrangements.filter(state="started"):
        arrangements.end(arrangement=row, reason="Het lukt weer zelf.", by=anna, now=NOW)
    cases.record_levels(case=case, moment="closing", levels={LifeDomain.HOUSING: 4}, by=anna, now=NOW)
    return case, anna


def close(case, by):
    return cases.close(case=case, outcome="goals_reached", note="Het lukt weer.", by=by, now=NOW)


def test_an_application_that_nobody_decided_on_keeps_it_open(ready):
    case, anna = ready
    procedure = procedures.open_procedure(case=case, law="wgs", subject="Schulden", by=anna, now=NOW)
    procedures.apply(procedure=procedure, applied_date=NOW.date(), by=anna, now=NOW)
    with pytest.raises(Refused, match="aanvraag"):
        close(case, anna)
    procedures.withdraw_application(procedure=procedure, reason="Zij wil het niet meer.", by=anna, now=NOW)
    assert close(case, anna).status == "closed"


def test_what_is_still_looked_into_keeps_it_open(ready):
    case, anna = ready
    procedure = procedures.open_procedure(case=case, law="wmo", subject="Traplift", by=anna, now=NOW)
    procedures.investigate(procedure=procedure, by=anna, now=NOW)
    with pytest.raises(Refused, match="procedure"):
        close(case, anna)
    procedures.withdraw_application(procedure=procedure, reason="Zij wil het niet meer.", by=anna, now=NOW)
    assert close(case, anna).status == "closed"


def test_with_nothing_left_to_do_it_is_closed(ready):
    assert close(*ready).status == "closed"
