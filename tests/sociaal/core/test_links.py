"""A link is what `reverse` gives, for every page that is asked for by one number."""

import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix

from sociaal.core.links import ANY, link


@pytest.mark.parametrize("page", ["arrangement", "document", "handover", "procedure"])
@pytest.mark.parametrize("key", [1, 42, ANY])
def test_a_link_is_the_address_of_the_page(page, key):
    assert link(page, key) == reverse(page, args=[key])


def test_under_another_address_of_the_site_it_leads_there():
    link("document", 7)
    set_script_prefix("/sociaal/")
    try:
        assert link("document", 7) == reverse("document", args=[7])
        assert link("document", 7).startswith("/sociaal/")
    finally:
        set_script_prefix("/")


def test_a_page_that_is_not_there_is_our_fault_and_says_so():
    with pytest.raises(NoReverseMatch):
        link("nowhere", 7)
