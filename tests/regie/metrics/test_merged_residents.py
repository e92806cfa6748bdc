"""Figures are of cases and questions: two residents that become one change none of them."""

import pytest
from django.apps import apps

from cases.merging import MergeChoices
from cases.operations.merging import merge_residents, undo_merge
from regie.metrics.operations.rebuilding import rebuild_all
from tests.factories import NOW, make_case, make_deciding_case, make_member, make_request

pytestmark = pytest.mark.django_db


def figures():
    """All that is computed, without keys, which a rebuild hands out anew."""
    list(rebuild_all(now=NOW))
    found = {}
    for model in apps.get_app_config("metrics").get_models():
        names = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
        found[model.__name__] = sorted(map(repr, model._default_manager.values_list(*names)))
    return found


def test_merging_and_undoing_count_nothing_twice():
    anna, bram = make_member("anna"), make_member("bram")
    keep = make_case(anna, status="supported").resident
    deciding, _procedure = make_deciding_case(bram)
    make_request(bram, resident=deciding.resident)
    before = figures()
    row = merge_residents(keep=keep, other=deciding.resident, choices=MergeChoices(), by=anna, now=NOW)
    assert figures() == before
    undo_merge(merge=row, reason="Twee mensen", by=anna, now=NOW)
    assert figures() == before
