"""Whose consent is needed, by law and age."""

import pytest

from cases.consent import Needed, consent_rule
from cases.enums import Law

OWN, AUTHORITY, REPRESENTATIVE = Needed.OWN, Needed.AUTHORITY, Needed.REPRESENTATIVE


@pytest.mark.parametrize(
    ("age", "whose"),
    [
        (0, {AUTHORITY}),
        (11, {AUTHORITY}),
        (12, {OWN, AUTHORITY}),
        (15, {OWN, AUTHORITY}),
        (16, {OWN}),
        (17, {OWN}),
        (18, {OWN}),
        (None, {OWN}),
    ],
)
def test_under_the_jeugdwet_it_hangs_on_twelve_and_sixteen(age, whose):
    assert set(consent_rule(Law.JEUGDWET, age).whose) == whose


@pytest.mark.parametrize("law", [law for law in Law if law != Law.JEUGDWET])
@pytest.mark.parametrize(("age", "whose"), [(17, {OWN, AUTHORITY}), (18, {OWN}), (None, {OWN})])
def test_under_the_other_laws_on_being_of_age(law, age, whose):
    assert set(consent_rule(law, age).whose) == whose


def test_a_representative_is_asked_as_well():
    assert consent_rule(Law.WMO, 80, represented=True).whose == (OWN, REPRESENTATIVE)


def test_the_article_is_named_for_who_is_not_grown_up():
    assert consent_rule(Law.JEUGDWET, 13).article == "Jeugdwet 7.3.4"
    assert consent_rule(Law.JEUGDWET, 8).article == "Jeugdwet 7.3.5"
    assert consent_rule(Law.WMO, 40).article == ""
