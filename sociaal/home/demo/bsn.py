"""Numbers that look like a BSN, pass the elfproef and belong to nobody: 999900006 to 999999990, the range for
tests."""

from functools import cache

FIRST_EIGHT = range(9999_0000, 1_0000_0000)


def test_bsn(n: int) -> str:
    """The n-th number (0 is the first) of the test range that passes the elfproef; always the same for the
    same n.

    Raises ValueError outside the range: there are a little over nine thousand.
    """
    if not 0 <= n < count():
        raise ValueError(f"there are {count()} test numbers; {n} is not one of them")
    return _all()[n]


def count() -> int:
    """How many there are."""
    return len(_all())


@cache
def _all() -> tuple[str, ...]:
    return tuple(
        f"{digits}{check}" for digits in FIRST_EIGHT if (check := _check_digit(str(digits))) is not None
    )


def _check_digit(digits: str) -> int | None:
    """The ninth digit by the elfproef; None where none fits."""
    rest = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
    return rest if rest < 10 else None
