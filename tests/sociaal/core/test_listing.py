from types import SimpleNamespace

import pytest
from django.http import QueryDict
from django.utils import translation

from sociaal.accounts.models import Team
from sociaal.core import listing
from sociaal.core.listing import Asked, Column, Filter, RowsInHand, list_page, narrow_and_order

COLUMNS = (
    Column("name", "Naam", "name"),
    Column("municipality", "Gemeente", "municipality"),
    Column("size", "Grootte"),
)
FILTERS = (
    Filter(
        "in", "Gemeente", [("A", "Alem"), ("B", "Bern")], lambda rows, value: rows.filter(municipality=value)
    ),
)


def page(query: str = "", **options):
    return list_page(
        Team.objects.all(), QueryDict(query), columns=COLUMNS, filters=FILTERS, default="name", **options
    )


@pytest.fixture
def teams(db) -> list[Team]:
    rows = [Team(name=f"Team {number:02}", municipality="AB"[number % 2]) for number in range(60)]
    return Team.objects.bulk_create(rows)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def names(shown) -> list[str]:
    return [team.name for team in shown.rows]


def test_the_first_page_is_in_the_default_order(teams):
    shown = page()
    assert names(shown) == [f"Team {number:02}" for number in range(25)]
    assert shown.summary == "1 to 25 of 60"
    assert (shown.previous_url, shown.next_url) == ("", "?page=2")


def test_the_last_page_leads_back_only(teams):
    shown = page("page=3")
    assert len(shown.rows) == 10
    assert shown.summary == "51 to 60 of 60"
    assert (shown.previous_url, shown.next_url) == ("?page=2", "")


@pytest.mark.parametrize("asked", ["0", "-1", "x", "", "1.5", "99999999999999999999"])
def test_a_page_that_is_no_page_is_the_first(teams, asked):
    assert page(f"page={asked}").page == 1


def test_a_page_after_the_end_is_empty_and_leads_back(teams):
    shown = page("page=9")
    assert (shown.rows, shown.summary, shown.previous_url) == ([], "Nothing found", "?page=8")


def test_a_column_sorts_both_ways_and_says_so(teams):
    shown = page("sort=-name&page=2")
    assert names(shown)[0] == "Team 34"
    header = shown.columns[0]
    assert (header.direction, header.url) == ("descending", "?sort=name")
    assert page("sort=name").columns[0].url == "?sort=-name"


def test_a_column_that_does_not_sort_has_no_link(teams):
    header = page("sort=size").columns[2]
    assert (header.url, header.direction) == ("", "")


@pytest.mark.parametrize("sort", ["password", "-size", "name__x", "--name"])
def test_what_cannot_be_sorted_on_is_ignored(teams, sort):
    assert names(page(f"sort={sort}")) == names(page())


def test_rows_with_the_same_value_keep_their_order_over_pages(teams):
    seen = [name for number in (1, 2, 3) for name in names(page(f"sort=municipality&page={number}"))]
    assert sorted(seen) == [f"Team {number:02}" for number in range(60)]


def test_a_filter_narrows_and_shows_as_a_chip_that_removes_it(teams):
    shown = page("in=A&sort=-name&page=2")
    assert {team.municipality for team in shown.rows} == {"A"}
    [chip] = shown.chips
    assert (chip.label, chip.value, chip.url) == ("Gemeente", "Alem", "?sort=-name")
    assert shown.filters[0].value == "A"
    assert shown.clear_url == "?sort=-name"


def test_a_filter_value_that_is_not_offered_is_ignored(teams):
    shown = page("in=Z")
    assert shown.chips == []
    assert len(shown.rows) == 25


def test_the_filter_form_keeps_the_order_and_goes_to_the_first_page(teams):
    assert page("in=A&sort=-name&page=2").kept == [("sort", "-name")]


def test_sorting_keeps_the_filter_and_goes_to_the_first_page(teams):
    assert page("in=A&page=2").columns[0].url == "?in=A&sort=-name"


def test_an_export_has_the_filter_and_order_of_the_page(teams):
    shown = page("in=A&page=2")
    assert (shown.csv_url, shown.xlsx_url) == ("?in=A&format=csv", "?in=A&format=xlsx")
    rows = narrow_and_order(Team.objects.all(), Asked(QueryDict("in=A&sort=-name"), COLUMNS, FILTERS, "name"))
    assert [team.name for team in rows][:2] == ["Team 58", "Team 56"]


def test_a_list_costs_two_queries_and_a_short_one_costs_one(teams, django_assert_num_queries):
    with django_assert_num_queries(2):
        page()
    with django_assert_num_queries(1):
        page("page=3")


def test_a_long_list_is_not_counted_to_the_end(teams, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(listing, "COUNT_LIMIT", 30)
    with django_assert_num_queries(2) as queries:
        shown = page()
    assert shown.summary == "1 to 25 of more than 30"
    assert "LIMIT 31" in queries[1]["sql"]
    assert page("page=2").summary == "26 to 50 of more than 50"


def test_an_empty_list_says_so(db):
    shown = page()
    assert (shown.rows, shown.summary, shown.next_url) == ([], "Nothing found", "")


def test_rows_in_hand_are_ordered_and_cut_as_a_queryset_is_with_empty_values_last():
    rows = [SimpleNamespace(pk=pk, name=name) for pk, name in ((1, "b"), (2, None), (3, "a"), (4, "b"))]
    columns = [Column("name", "Name", "name")]

    def keys(query, **options):
        return [
            row.pk for row in list_page(RowsInHand(rows), QueryDict(query), columns=columns, **options).rows
        ]

    assert keys("", default="name") == [3, 1, 4, 2]
    assert keys("sort=-name", default="name") == [1, 4, 3, 2]
    assert keys("page=2", default="name", page_size=3) == [2]


def test_rows_in_hand_are_ordered_by_what_hangs_on_them_too():
    rows = [SimpleNamespace(pk=pk, who=SimpleNamespace(name=name)) for pk, name in enumerate("ba")]
    rows.append(SimpleNamespace(pk=2, who=None))
    columns = [Column("who", "Who", "who__name")]
    shown = list_page(RowsInHand(rows), QueryDict(), columns=columns, default="who").rows
    assert [row.pk for row in shown] == [1, 0, 2]
