"""What the tests of merging share."""

from datetime import date, timedelta
from typing import Any

from django.apps import apps

from cases.merging import MergeChoices
from cases.models import Household, HouseholdMember, Resident, ResidentMerge
from cases.operations.merging import merge_residents
from sociaal.accounts.models import User
from tests.factories import NOW

ALWAYS = (date(2020, 1, 1), None)
LATER = NOW + timedelta(days=1)
LOGS = frozenset({"event", "residentmerge", "mergedvalues"})


def merge(keep: Resident, other: Resident, by: User, *, now: Any = NOW, **choices: Any) -> ResidentMerge:
    return merge_residents(keep=keep, other=other, choices=MergeChoices(**choices), by=by, now=now)


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of the file, but for the logs and the merges themselves: table to rows."""
    kinds = [model for app in ("cases", "intake") for model in apps.get_app_config(app).get_models()]
    found = {
        model._meta.model_name: list(model._default_manager.order_by("pk").values())
        for model in kinds
        if model._meta.model_name not in LOGS
    }
    for case in found["case"]:
        del case["version"]  # goes up with every event, also that of the undoing
    for resident in found["resident"]:
        resident["bsn"] = bool(
            resident["bsn"]
        )  # encrypted anew each time; its hash says whether it is the same
    return found


def lives_in(resident: Resident, name: str = "Huishouden", **facts: Any) -> HouseholdMember:
    home, _new = Household.objects.get_or_create(name=name)
    return HouseholdMember.objects.create(household=home, resident=resident, **{"during": ALWAYS} | facts)
