"""Who may be the same person as the one about to be added: shown side by side before anything is saved."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q

from cases.permissions import findable_residents
from cases.queries.search import SHOWN, FoundResident, as_found
from sociaal.accounts.models import User
from sociaal.core.names import search_key

SIMILAR = 0.35
"""Similarity of full names at which two people on one address or with one birth date may be the same."""


def probable_doubles(user: User, given: Mapping[str, Any], now: datetime) -> list[FoundResident]:
    """At most five: same birth date and similar name, or same address and similar name. Three queries.

    Shown as search shows them, and only whom this user may find: a confidential or restricted resident is
    not betrayed by a warning.
    """
    same = Q(birth_date=given["birth_date"]) if given.get("birth_date") else Q()
    if given.get("postcode") and given.get("house_number"):
        same |= Q(postcode=given["postcode"], house_number__iexact=given["house_number"])
    if not same:
        return []
    first = given.get("first_names") or given.get("initials") or ""
    name = search_key(f"{first} {given['last_name']} {given.get('birth_name', '')}")
    alike = findable_residents(user, now).filter(same).annotate(alike=TrigramSimilarity("search_name", name))
    rows = alike.filter(alike__gte=SIMILAR).order_by("-alike", "pk").values_list(*SHOWN, named=True)
    return as_found(user, rows[:5], now)
