"""A backup that this application or this server cannot take is refused before anything is made."""

from dataclasses import replace

import pytest
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import override

from sociaal.core.errors import Refused
from sociaal.safekeeping.checking import check_fits
from sociaal.safekeeping.contents import differences
from sociaal.safekeeping.manifest import Manifest
from tests.sociaal.safekeeping.towns import FACTS


def backup(**facts):
    return replace(Manifest(**FACTS), **facts)


def test_one_of_this_release_or_an_older_one_fits():
    all_of_them = [f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations]
    check_fits(backup(migrations=all_of_them), server=18)
    check_fits(backup(migrations=all_of_them[:5]), server=19)


def test_one_from_before_many_migrations_became_few_fits():
    check_fits(backup(migrations=["cases.0001_initial", "cases.0021_conditions"]), server=18)


def test_one_of_a_newer_release_is_refused_with_what_is_not_known():
    with pytest.raises(Refused, match=r"cases\.0999_later"):
        check_fits(backup(migrations=["cases.0001_tables", "cases.0999_later"]), server=18)


def test_one_of_a_newer_server_is_refused():
    with pytest.raises(Refused, match="19"):
        check_fits(backup(server=19), server=18)


@pytest.mark.parametrize(
    ("expected", "found", "told"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 2}, []),
        ({"a": 1}, {"a": 2}, ["a: 2 instead of 1"]),
        ({"a": 1}, {}, ["a: 0 instead of 1"]),
        ({}, {"a": 1}, ["a: 1 instead of 0"]),
        ({"empty": 0}, {}, []),
    ],
)
def test_two_countings_are_compared(expected, found, told):
    with override("en"):
        assert differences(expected, found) == told
