import pytest
from stdnum.nl import bsn as elfproef

from sociaal.home.demo import bsn


@pytest.mark.parametrize("n", [0, 1, 17, 600, 5000, 9000])
def test_a_number_passes_the_elfproef_and_lies_in_the_range_for_tests(n):
    number = bsn.test_bsn(n)
    assert elfproef.is_valid(number)
    assert 999900006 <= int(number) <= 999999990


def test_the_first_and_the_last_are_the_ends_of_the_range_and_all_differ():
    numbers = [bsn.test_bsn(n) for n in range(bsn.count())]
    assert numbers[0] == "999900006"
    assert numbers[-1] == "999999990"
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("n", [-1, bsn.count()])
def test_outside_the_range_there_is_no_number(n):
    with pytest.raises(ValueError, match="is not one of them"):
        bsn.test_bsn(n)
