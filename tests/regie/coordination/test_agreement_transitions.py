"""Every state x transition x relation of an agreement: keep, miss and cancel."""

import pytest

from cases.models import Event
from regie.coordination.models import Agreement, Participation
from regie.coordination.operations.agreements import settle_agreement
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW
from tests.relations import RELATIONS, surrounded_case
from tests.undoing import taken_back

DIRECTS = {"contact_person", "deputy", "case_director", "care_coordinator"}
UNKNOWN = {"other_manager", "administrator", "other_partner"}
OUTCOME = {"keep": "kept", "miss": "not_kept", "cancel": "cancelled"}
"""Transition to the state it leads to; only from `made`."""


@pytest.mark.slow
@pytest.mark.parametrize("whose", ["of the partner", "of another partner", "of one of us"])
@pytest.mark.parametrize("transition_name", OUTCOME)
@pytest.mark.parametrize("state", Agreement.State.values)
def test_an_agreement_is_settled_by_who_may_and_once(state, transition_name, whose):
    case, people = surrounded_case("arranging")
    agreement = _agreement(case, people["contact_person"], state, whose)
    outcomes = {name: _attempt(agreement, OUTCOME[transition_name], user) for name, user in people.items()}
    assert outcomes == {name: _expected(name, state, transition_name, whose) for name in RELATIONS}


def _expected(relation, state, name, whose):
    if relation in UNKNOWN:
        return "NotFound"
    own = relation == "partner" and name == "keep" and whose == "of the partner"
    if relation not in DIRECTS and not own:
        return "NotPermitted"
    return OUTCOME[name] if state == "made" else "Refused"


def _agreement(case, anna, state, whose):
    party = Participation.objects.get(case=case) if whose != "of one of us" else None
    if whose == "of another partner":
        party.professional = None
        party.pk, party.organisation = None, type(party.organisation).objects.get(name="Kredietbank")
        party.save()
    settled_at = None if state == "made" else NOW
    return Agreement.objects.create(
        case=case, participation=party, who="Hanna", what="Belt", due_date=NOW.date(), state=state,
        made_by=anna, made_at=NOW, settled_at=settled_at,
    )  # fmt: skip


def _attempt(agreement, outcome, user):
    with taken_back():
        return _settle(agreement, outcome, user)


def _settle(agreement, outcome, user):
    before = _kept(agreement)
    try:
        settle_agreement(agreement=agreement, outcome=outcome, why_not="Ill", by=user, now=NOW)
    except (NotPermitted, NotFound, Refused) as refusal:
        assert _kept(agreement) == before, "refused, and yet something changed"
        return type(refusal).__name__
    assert Event.objects.filter(kind="agreement_settled", actor=user, case=agreement.case).count() == 1
    assert Entry.objects.filter(action="agreement_settled", actor=user, kind="write").count() == 1
    return Agreement.objects.get(pk=agreement.pk).state


def _kept(agreement):
    return (
        Agreement.objects.filter(pk=agreement.pk).values().get(),
        Event.objects.count(),
        Entry.objects.count(),
    )
