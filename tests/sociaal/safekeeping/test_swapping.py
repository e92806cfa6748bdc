"""Before anything is made: nothing that stands somewhere is lost, and nobody is thrown out."""

import pytest
from django.db import connection, connections

from sociaal.core.database import OWNER
from sociaal.core.errors import Refused
from sociaal.safekeeping import swapping
from sociaal.safekeeping.servers import MAINTENANCE, Server
from tests import databases
from tests.sociaal.safekeeping.towns import names_like

pytestmark = pytest.mark.django_db(databases=["default", OWNER])


@pytest.fixture
def link():
    with databases.connect(MAINTENANCE) as link:
        yield link


def test_a_database_with_tables_is_not_empty_and_one_that_is_not_there_is(link):
    server = Server.of_settings()
    assert not swapping.is_empty(link, server)
    assert swapping.is_empty(link, Server(f"{server.database}_nowhere", server.parameters, server.password))


def test_what_is_not_empty_must_be_named(link):
    with pytest.raises(Refused, match=f"--replace {databases.MINE}"):
        swapping.check_may_be_replaced(link, Server.of_settings(), "")


def test_another_name_than_that_of_the_address_is_a_mistake(link):
    with pytest.raises(Refused, match="production"):
        swapping.check_may_be_replaced(link, Server.of_settings(), "production")


def test_as_long_as_somebody_is_connected_it_is_refused(link):
    connection.ensure_connection()
    with pytest.raises(Refused, match=databases.MINE):
        swapping.check_may_be_replaced(link, Server.of_settings(), databases.MINE)


def test_a_name_is_never_too_long():
    assert swapping._named("x" * 63, "_before_20261118_100000") == "x" * 40 + "_before_20261118_100000"


@pytest.mark.slow
@pytest.mark.xdist_group("safekeeping")
@pytest.mark.django_db(transaction=True, databases=["default", OWNER])
def test_the_new_one_sorts_letters_as_the_present_one_does_and_does_not_stay(link, elsewhere):
    link.execute(
        f"CREATE DATABASE \"{elsewhere}\" TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C'"
        " LC_COLLATE 'C' LC_CTYPE 'C'"
    )
    with swapping.beside(link, elsewhere) as draft:
        found = link.execute(
            "SELECT datlocprovider::text, datlocale FROM pg_database WHERE datname = %s", [draft]
        )
        assert found.fetchone() == ("b", "C")
    assert names_like(elsewhere) == {elsewhere}


@pytest.mark.django_db(transaction=True, databases=["default", OWNER])
def test_both_roles_work_elsewhere_and_come_back():
    with swapping.working_in(MAINTENANCE), connections[OWNER].cursor() as owner:
        owner.execute("SELECT current_database()")
        assert owner.fetchone() == (MAINTENANCE,)
    with connection.cursor() as app:
        app.execute("SELECT current_database()")
        assert app.fetchone() == (databases.MINE,)
