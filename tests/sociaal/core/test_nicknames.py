"""What people are called is their name too."""

import pytest

from sociaal.core.names import plain
from sociaal.core.nicknames import _called, also_called


@pytest.mark.parametrize(
    ("called", "named"),
    [("jan", "johannes"), ("kees", "cornelis"), ("bep", "elisabeth"), ("betty", "elisabeth"),
     ("truus", "geertruida"), ("henk", "hendrik"), ("karin", "catharina"), ("youssef", "yusuf")],
)  # fmt: skip
def test_a_call_name_and_the_name_in_the_passport_are_one(called, named):
    assert named in also_called(called)
    assert called in also_called(named)


def test_a_name_is_not_called_itself_and_an_unknown_name_nothing_else():
    assert "jan" not in also_called("jan")
    assert also_called("zzyzx") == frozenset()


def test_all_names_are_plain():
    assert all(plain(name) == name and " " not in name for name in _called())
