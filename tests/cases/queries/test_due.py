"""What falls due, of the dates of cases in hand."""

from datetime import date, timedelta

import pytest

from cases.queries.due import due, due_rows
from cases.queries.next_dates import PLANNED, REVIEW, TERM, NextDate
from cases.queries.work_list import WorkRow

TODAY = date(2026, 11, 22)


def in_days(days, sort=TERM):
    return NextDate(TODAY + timedelta(days=days), "besluit", days < 0, sort=sort)


@pytest.mark.parametrize(("days", "there"), [(-400, True), (-1, True), (0, True), (14, True), (15, False)])
@pytest.mark.parametrize("sort", [TERM, REVIEW])
def test_what_is_late_and_what_comes_within_two_weeks(days, there, sort):
    assert due([in_days(days, sort)], sort, TODAY) == [in_days(days, sort)] * there


def test_each_term_stands_there_and_of_reviews_the_first():
    dates = [in_days(3), in_days(1), in_days(2, REVIEW), in_days(-1, REVIEW), in_days(0, PLANNED)]
    assert due(dates, TERM, TODAY) == [in_days(1), in_days(3)]
    assert due(dates, REVIEW, TODAY) == [in_days(-1, REVIEW)]


@pytest.mark.parametrize("is_mine", [True, False])
def test_who_only_reads_along_answers_for_no_term(is_mine):
    row = WorkRow(1, 1, "weighing", None, None, None, has_procedure=True, review_date=None,
                  is_mine=is_mine, on_me=True)  # fmt: skip
    found = due_rows([row], {1: [in_days(3)]}, TERM, TODAY)
    assert [(one.pk, one.day) for one in found] == [(1, in_days(3).day)] * is_mine
