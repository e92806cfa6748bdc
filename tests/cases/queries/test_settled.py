"""Who settled a report, and when."""

from datetime import timedelta

import pytest

from cases.models import HelpRequest
from cases.operations import help_requests
from cases.queries.settled import settled_of
from tests.factories import NOW, make_case, make_member, make_request

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=3)


@pytest.fixture
def anna():
    return make_member("anna")


def test_a_new_report_is_nobodys_yet(anna):
    assert settled_of(make_request(anna)) is None


@pytest.mark.parametrize("way", ["take_up", "join", "answer", "discard"])
def test_each_way_out_names_who_took_it_and_when(anna, way):
    bram, case = make_member("bram"), make_case(anna)
    request = make_request(anna, resident=case.resident)
    facts = {
        "take_up": {"contact_person": anna, "subject": "Traplift"}, "join": {"case": case},
        "answer": {"text": "De bus stopt voor de deur."}, "discard": {"reason": "Dubbel."},
    }[way]  # fmt: skip
    getattr(help_requests, way)(help_request=request, by=bram, now=LATER, **facts)
    settled = settled_of(HelpRequest.objects.get(pk=request.pk))
    assert (settled.by, settled.at) == ("Bram", LATER)
    assert "Bram" in settled.words
    assert "18 november 2026, 14.00" in settled.words


def test_after_putting_back_and_discarding_again_the_last_one_is_named(anna):
    bram, request = make_member("bram"), make_request(anna)
    help_requests.discard(help_request=request, reason="Dubbel.", by=anna, now=NOW)
    help_requests.put_back(help_request=request, reason="Toch niet.", by=anna, now=NOW)
    help_requests.discard(help_request=request, reason="Echt dubbel.", by=bram, now=LATER)
    assert settled_of(HelpRequest.objects.get()).by == "Bram"
