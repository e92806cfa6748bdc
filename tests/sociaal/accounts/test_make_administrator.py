"""The first account of an installation."""

import io

import pytest
from django.core.management import CommandError, call_command

from sociaal.accounts.models import User


def make(email="iris@voorbeeldstad.example", name="Iris"):
    out = io.StringIO()
    call_command("make_administrator", email, name, stdout=out)
    return out.getvalue()


def test_it_prints_a_start_password_that_works():
    said = make()
    user = User.objects.get()
    assert user.roles == ["administrator"]
    assert user.check_password(said.splitlines()[0].rpartition(": ")[2])
    assert user.start_password


def test_an_address_that_has_an_account_is_refused():
    make()
    with pytest.raises(CommandError, match="already"):
        make()


def test_what_is_no_address_is_refused():
    with pytest.raises(CommandError, match="valid"):
        make(email="iris")
    assert not User.objects.exists()
