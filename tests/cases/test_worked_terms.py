"""Terms worked out by hand with a calendar on the table, through the command that computes a sheet."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import translation

from cases.management.commands import compute_terms
from cases.models import CalendarDay
from cases.queries.calendar_days import decreed_days
from cases.terms import DECREED_DAYS
from tests.factories import NOW

pytestmark = pytest.mark.django_db
SHEET = Path(__file__).parent / "worked_terms.csv"
WORKED = list(csv.DictReader(SHEET.read_text(encoding="utf-8").splitlines()))
HEADER = "law,term,start,events\n"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def computed(path, *options):
    out = io.StringIO()
    call_command("compute_terms", str(path), *options, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def by_line(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return {row["line"]: row for row in json.loads(computed(SHEET, "--json"))}


@pytest.mark.parametrize(
    ("number", "row"),
    list(enumerate(WORKED, 2)),
    ids=[" ".join(filter(None, [row["term"], row["start"], row["events"]])) for row in WORKED],
)
def test_a_term_ends_on_the_day_worked_out_by_hand_by_the_article_beside_it(by_line, number, row):
    found = by_line[number]
    assert (found["due"], found["article"]) == (row["due"], row["article"]), found["explanation"]
    assert (found["law"], found["term"], found["start"]) == (row["law"], row["term"], row["start"])


def test_the_sheet_covers_every_term_and_law_and_what_makes_terms_hard():
    assert len(WORKED) >= 120
    assert {row["law"] for row in WORKED} == {"wmo", "jeugdwet", "participatiewet", "wgs"}
    said = " ".join(row["why"] for row in WORKED)
    for hard in ("Saturday", "Sunday", "New Year", "Good Friday", "Easter", "King's Day", "5 May no lustrum",
                 "Ascension", "Whit Monday", "Christmas", "decreed", "31 December", "two suspensions",
                 "still over", "over Easter"):  # fmt: skip
        assert hard in said


def test_without_json_each_line_says_the_day_and_how_it_came_about(tmp_path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(HEADER + "Wmo 2015,WMO_BESCHIKKING,2026-06-01,2026-06-04..2026-06-11\n")
    assert computed(sheet) == (
        "2: WMO_BESCHIKKING 2026-06-22 2 weeks after 1 June 2026 (Wmo 2015 art. 2.3.5 lid 2). "
        "7 days added, because the term stood still (Awb art. 4:15).\n"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("law,term,start\n", "Line 1: there is no column events"),
        (HEADER + "wmo,WMO_SPOED,2026-06-01,\nwmo,WMO_SPOED,1-6-2026,\n", "Line 3: “1-6-2026” is no date"),
        (HEADER + "wmo,WMO_ONDERZOEK,2026-02-30,\n", "Line 2: “2026-02-30” is no date"),
        (HEADER + "wet,WMO_ONDERZOEK,2026-06-01,\n", "Line 2: “wet” is no law we know"),
        (HEADER + "wgs,WMO_ONDERZOEK,2026-06-01,\n", "Line 2: the law wgs has no term “WMO_ONDERZOEK”"),
        (HEADER + "wmo,WMO_MORGEN,2026-06-01,\n", "Line 2: the law wmo has no term “WMO_MORGEN”"),
        (HEADER + "wmo,WMO_ONDERZOEK,2014-06-01,\n", "Line 2: the law did not have the term WMO_ONDERZOEK"),
        (HEADER + "wmo,WMO_ONDERZOEK,2026-06-01,2026-06-04\n", "Line 2: “2026-06-04” is no period"),
        (HEADER + "wmo,WMO_ONDERZOEK,2026-06-01,2026-06-04..2026-06-01\n", "Line 2: the period"),
        (HEADER + "wmo,WMO_ONDERZOEK\n", "Line 2: “” is no date"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_line_and_nothing_is_printed(tmp_path, content, said):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(content)
    with pytest.raises(CommandError) as refused:
        computed(sheet, "--json")
    assert str(refused.value).startswith(said)


def test_a_file_that_is_not_there_or_not_utf_8_is_said(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        computed(tmp_path / "absent.csv")
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes((HEADER + "wmo,WMO_ONDERZOEK,2026-06-01,é\n").encode("latin-1"))
    with pytest.raises(CommandError, match=r"not utf-8"):
        computed(sheet)


def test_it_counts_with_the_days_of_the_table(tmp_path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(HEADER + "wmo,WMO_BESCHIKKING,2026-06-01,\n")
    assert json.loads(computed(sheet, "--json"))[0]["due"] == "2026-06-15"
    CalendarDay.objects.create(
        day=date(2026, 6, 15), name="Rouw", kind="decreed", source="Stcrt. 2026, 1", added_at=NOW
    )
    assert json.loads(computed(sheet, "--json"))[0]["due"] == "2026-06-16"


def test_without_a_database_it_counts_with_the_days_known_at_release(tmp_path, monkeypatch, capsys):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(HEADER + "wmo,WMO_BESCHIKKING,2026-05-01,\n")

    def unreachable():
        raise OperationalError

    monkeypatch.setattr(compute_terms, "decreed_days", unreachable)
    assert json.loads(computed(sheet, "--json"))[0]["due"] == "2026-05-18"
    assert "known at release" in capsys.readouterr().err


def test_the_table_begins_with_the_days_known_at_release():
    assert decreed_days() == DECREED_DAYS
