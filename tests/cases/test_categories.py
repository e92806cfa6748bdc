"""The data category of a life domain."""

import pytest

from cases.categories import category_of
from cases.enums import LifeDomain


@pytest.mark.parametrize(
    ("domain", "children", "unsafe", "category"),
    [
        ("finances", False, False, "finances"),
        ("mental_health", False, False, "health"),
        ("physical_health", True, True, "health"),
        ("substance_use", False, False, "health"),
        ("justice", False, False, "justice"),
        ("parenting", False, False, "youth_safety"),
        ("home_relations", False, False, "general"),
        ("home_relations", True, False, "youth_safety"),
        ("home_relations", False, True, "youth_safety"),
        ("housing", True, True, "general"),
    ],
)
def test_the_category_of_what_is_said_follows_its_domain(domain, children, unsafe, category):
    assert category_of(domain, children=children, unsafe=unsafe) == category


def test_every_domain_has_a_category():
    assert all(category_of(domain, children=False, unsafe=False) for domain in LifeDomain)
