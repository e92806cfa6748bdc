"""Backlogs and signals through the commands: what becomes of rows, twice, after a kill, and corrected."""

import csv
from datetime import date

import pytest
import time_machine
from django.core.management import CommandError, call_command

from cases.models import Event, HelpRequest, Resident
from cases.operations import help_requests
from intake.files import command, taking
from intake.models import EarlySignal, ImportedRow, ReportDetails
from tests.factories import NOW, ResidentFactory, TeamFactory, make_member
from tests.threads import at_once

BSN = "999900006"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def team(db):
    return TeamFactory(neighbourhoods=["Oost"])


@pytest.fixture
def write(tmp_path):
    def written(*rows, name="backlog.csv"):
        columns = list(dict.fromkeys(key for row in rows for key in row))
        path = tmp_path / name
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, columns, delimiter=";")
            writer.writeheader()
            writer.writerows(rows)
        return path

    return written


def refused_in(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def bring(path, *options):
    call_command("import_backlog", str(path), *options)


def row(**cells):
    return {"received_at": "2026-10-02", "words": "Ik val vaak.", "last_name": "", "birth_date": ""} | cells


def test_a_row_becomes_a_report_whose_clock_runs_since_it_was_received(team, write):
    bring(write(row(first_names="Aaltje", last_name="de Vries", birth_date="12-03-1951", postcode="9999xa")))
    request = HelpRequest.objects.select_related("resident").get()
    assert request.received_at.date() == date(2026, 10, 2)
    assert request.registered_by is None
    assert (request.resident.prefix, request.resident.last_name) == ("de", "Vries")
    assert Event.objects.get(help_request=request).occurred_at == request.received_at


def test_the_same_file_twice_makes_nothing_double(team, write):
    path = write(row(last_name="Bos"), row(words="Een andere vraag."))
    bring(path)
    bring(path)
    assert HelpRequest.objects.count() == ImportedRow.objects.count() == 2
    assert Resident.objects.count() == 1


def test_a_resident_we_know_gets_the_report_and_goes_to_their_team(team, write):
    TeamFactory(name="Wijkteam West")
    known = ResidentFactory(bsn=BSN, neighbourhood="Oost", birth_date=date(1951, 3, 12))
    bring(write(row(bsn=BSN, last_name="Wie dan ook"), row(words="Twee", team="Wijkteam West")))
    first, second = HelpRequest.objects.order_by("pk")
    assert (first.resident, first.team) == (known, team)
    assert second.team.name == "Wijkteam West"
    assert Resident.objects.count() == 1


def test_without_a_name_the_rest_is_kept_for_who_takes_it_up(team, write):
    bring(write(row(phone="0612345678", email="a@inwoner.example")))
    details = ReportDetails.objects.get()
    assert (details.help_request.resident, details.phone) == (None, "0612345678")


def test_who_looks_like_somebody_we_knew_is_marked(team, write):
    ResidentFactory(first_names="Aaltje", prefix="de", last_name="Vries", birth_date=date(1951, 3, 12))
    bring(write(row(first_names="Aafje", last_name="de Vries", birth_date="1951-03-12")))
    assert ImportedRow.objects.get().doubtful
    assert Resident.objects.count() == 2


def test_refused_rows_can_be_corrected_and_given_again(team, write, tmp_path):
    path = write(row(last_name="Bos", phone="12"), row(words=""), row(words="Goed."))
    errors = tmp_path / "fout.csv"
    bring(path, "--errors", str(errors))
    assert HelpRequest.objects.count() == 1
    wrong = refused_in(errors)
    assert [one["reason"].split(":")[0] for one in wrong] == ["2", "3"]
    assert "phone" in wrong[0]["reason"]
    wrong[0]["phone"], wrong[1]["words"] = "0612345678", "Nu met vraag."
    bring(write(*wrong, name="again.csv"))
    assert HelpRequest.objects.count() == 3
    assert not (tmp_path / "again.refused.csv").exists()


def test_a_cell_that_looks_like_a_formula_comes_back_as_it_was(team, write, tmp_path):
    bring(write(row(words="=SOM(A1)", phone="12")))
    wrong = refused_in(tmp_path / "backlog.refused.csv")
    assert wrong[0]["words"] == "'=SOM(A1)"
    wrong[0]["phone"] = ""
    bring(write(*wrong, name="again.csv"))
    assert HelpRequest.objects.get().words == "=SOM(A1)"


def test_after_a_kill_halfway_the_rest_is_done_and_nothing_twice(team, write, monkeypatch):
    monkeypatch.setattr(command, "BATCH", 2)
    path = write(*(row(words=f"Vraag {number}", last_name=f"Nieuw{number}") for number in range(5)))
    done, whole = [], taking.take_batch

    def killed(rows, taker, *, now):
        if len(done) == 1:
            raise KeyboardInterrupt
        done.append(rows)
        return whole(rows, taker, now=now)

    monkeypatch.setattr(command, "take_batch", killed)
    with pytest.raises(KeyboardInterrupt):
        bring(path)
    assert HelpRequest.objects.count() == 2
    monkeypatch.setattr(command, "take_batch", whole)
    bring(path)
    assert HelpRequest.objects.count() == Resident.objects.count() == 5


@pytest.mark.parametrize("content", [b"", b"fax\n06\n", b"received_at;words\n\x00"])
def test_a_file_that_is_none_is_refused_or_says_which_row(team, tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    if content.startswith(b"received"):
        bring(path)
        assert not HelpRequest.objects.exists()
        return
    with pytest.raises(CommandError):
        bring(path)


def test_a_file_that_is_not_there_and_errors_over_the_file_are_refused(team, write, tmp_path):
    with pytest.raises(CommandError):
        bring(tmp_path / "nothing.csv")
    path = write(row())
    with pytest.raises(CommandError):
        bring(path, "--errors", str(path))


def test_a_row_of_a_backlog_asks_few_questions(team, write, django_assert_max_num_queries):
    path = write(row(first_names="Aaltje", last_name="Bos", birth_date="1951-03-12", postcode="9999XA"))
    with django_assert_max_num_queries(32):
        bring(path)


# --- early signals ----------------------------------------------------------------------------------------
def signal(**cells):
    return {
        "last_name": "de Vries",
        "street": "Lindelaan",
        "house_number": "4",
        "postcode": "9999XA",
        "amount": "450",
        "months_behind": "2",
        "reference": "A1",
    } | cells


def signals(path, creditor="De Linde", kind="rent"):
    call_command("import_signals", str(path), creditor=creditor, kind=kind)


def test_a_signal_becomes_a_report_without_a_question(team, write):
    signals(write(signal()))
    request = HelpRequest.objects.get()
    assert (request.reporter, request.channel, request.resident) == ("early_signal", "partner", None)
    row = EarlySignal.objects.get()
    assert (row.category, row.law, row.amount, row.months_behind) == ("finances", "wgs", "250_500", 2)
    assert row.name == "de Vries"
    assert ReportDetails.objects.get().postcode == "9999 XA"


def test_signals_of_one_address_in_one_month_are_one_report(team, write):
    signals(write(signal(), signal(house_number="5", reference="A2")))
    signals(write(signal(house_number=" 4 ", reference="E1"), name="e.csv"), "Stroom", "energy")
    first, second = HelpRequest.objects.order_by("pk")
    assert [one.creditor for one in first.signals.all()] == ["De Linde", "Stroom"]
    assert second.signals.count() == 1


def test_the_same_list_twice_makes_nothing_double(team, write):
    path = write(signal(), signal(reference="", house_number="5"))
    signals(path)
    signals(path)
    assert EarlySignal.objects.count() == HelpRequest.objects.count() == 2


def test_next_month_is_another_report_and_so_is_one_after_it_was_settled(team, write):
    signals(write(signal()))
    with time_machine.travel(date(2026, 12, 3), tick=False):
        signals(write(signal(reference="A2")))
    first = HelpRequest.objects.earliest("pk")
    help_requests.answer(help_request=first, text="Geholpen", by=make_member("anna"), now=NOW)
    signals(write(signal(reference="B1"), name="b.csv"), "Water", "water")
    assert HelpRequest.objects.count() == 3
    signals(write(signal(reference="C1"), name="c.csv"), "Zorg", "insurance")
    assert HelpRequest.objects.count() == 3


def test_a_line_without_an_address_is_refused_with_its_line(team, write, tmp_path):
    signals(write(signal(), signal(postcode="", reference="A2"), name="list.csv"))
    (wrong,) = refused_in(tmp_path / "list.refused.csv")
    assert wrong["reason"].startswith("3: postcode")
    assert wrong["reference"] == "A2"


@pytest.mark.django_db(transaction=True)
def test_two_creditors_at_once_make_one_report(write):
    TeamFactory()
    paths = [write(signal(reference=str(n)), name=f"{n}.csv") for n in range(8)]
    answers = at_once(*[lambda path=path: signals(path, path.stem) for path in paths])
    assert answers == [None] * 8
    assert HelpRequest.objects.count() == 1
    assert EarlySignal.objects.count() == 8


def test_a_kind_or_team_that_is_none_is_refused(team, write):
    with pytest.raises(CommandError):
        call_command("import_signals", str(write(signal())), creditor="X", kind="taxes")
    with pytest.raises(CommandError):
        call_command("import_signals", str(write(signal())), creditor="X", kind="rent", team="Niemand")
