"""Which day somebody can have died on, and what is not begun for them any more: the pure rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.enums import HandoverReason
from cases.living import check_alive, check_birth, check_can_hand_over, check_death, last_day
from cases.models import Resident
from sociaal.core.errors import Refused

BORN, TODAY = date(1951, 3, 12), date(2026, 11, 18)
DAY = timedelta(days=1)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@pytest.mark.parametrize(
    ("died_on", "born", "refused"),
    [
        (TODAY, BORN, False),
        (TODAY + DAY, BORN, True),
        (BORN, BORN, False),
        (BORN - DAY, BORN, True),
        (BORN - DAY, None, False),
        (TODAY + DAY, None, True),
    ],
)
def test_a_day_of_death_lies_between_birth_and_today(died_on, born, refused):
    if refused:
        with pytest.raises(Refused) as refusal:
            check_death(died_on, born, TODAY)
        assert refusal.value.field == "died_on"
    else:
        check_death(died_on, born, TODAY)


@given(days, days)
def test_what_one_side_allows_the_other_does_too(born, died_on):
    today = max(born, died_on)
    outcomes = []
    for check in (lambda: check_death(died_on, born, today), lambda: check_birth(born, died_on)):
        try:
            check()
            outcomes.append(True)
        except Refused:
            outcomes.append(False)
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize(
    ("died_on", "on", "refused"),
    [(None, TODAY, False), (None, None, False), (TODAY, None, True), (TODAY, TODAY, False),
     (TODAY, TODAY + DAY, True)],
)  # fmt: skip
def test_nothing_begins_after_the_day_of_death(died_on, on, refused):
    if refused:
        with pytest.raises(Refused, match=r"Niet meer\."):
            check_alive(died_on, "Niet meer.", on=on)
    else:
        check_alive(died_on, "Niet meer.", on=on)


@pytest.mark.parametrize("reason", list(HandoverReason))
def test_of_who_died_only_what_the_contact_person_cannot_finish_is_handed_over(reason):
    check_can_hand_over(None, reason)
    if reason in ("leaves", "conflict_of_interest", "overruled"):
        check_can_hand_over(TODAY, reason)
    else:
        with pytest.raises(Refused):
            check_can_hand_over(TODAY, reason)


@given(st.none() | days, days)
def test_the_last_day_at_home_is_a_day_on_which_they_lived(died_on, today):
    lived = last_day(died_on, today)
    assert lived <= today
    assert died_on is None or lived < died_on


def test_age_stands_still_from_the_day_of_death():
    resident = Resident(birth_date=BORN, died_on=date(2026, 3, 11))
    assert [resident.age_on(day) for day in (date(2026, 3, 10), TODAY, date(2030, 1, 1))] == [74, 74, 74]
