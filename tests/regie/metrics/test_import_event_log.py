"""The command: a baseline whole, or a clear refusal and nothing at all."""

import io
import json
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from regie.metrics.models import Baseline, BaselineCase, BaselineRoute
from sociaal.audit.models import Entry

pytestmark = pytest.mark.django_db

RECEIPT = Path(__file__).resolve().parents[3] / "regie/metrics/mappings/receipt.toml"
real_log = pytest.mark.skipif(
    "RECEIPT_LOG" not in os.environ, reason="RECEIPT_LOG does not say where the real log is"
)
MAPPING = """
[log]
name = "The system before"
source = "Our own export"
[columns]
case = "case"
activity = "step"
time = "time"
resource = "by"
start = "start"
end = "end"
"""
HEADER = "case,step,time,by,start,end\n"
LINES = [
    "2,receive,2024-03-02 09:00,Anna,2024-03-02 08:00,2024-03-01 08:00\n",
    "1,answer,2024-03-05 09:00,Bram,2024-03-01 08:00,2024-03-05 08:00\n",
    "1,receive,2024-03-01 09:00,Anna,2024-03-01 08:00,2024-03-05 08:00\n",
    "1,check,2024-03-05 09:00,Bram,2024-03-01 08:00,2024-03-05 08:00\n",
]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(HEADER + "".join(LINES))
    return path


@pytest.fixture
def mapping(tmp_path):
    path = tmp_path / "mapping.toml"
    path.write_text(MAPPING)
    return path


def run(log, mapping, *options):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_event_log", str(log), "--mapping", str(mapping), *options, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def nothing_stored():
    stored = (Baseline, BaselineCase, BaselineRoute, Entry)
    return not any(model.objects.exists() for model in stored)


def test_a_log_in_any_order_becomes_cases_with_their_route_and_figures(log, mapping):
    run(log, mapping)
    baseline = Baseline.objects.get()
    first, second = baseline.cases.order_by("key")
    assert first.route.activities == ["receive", "answer", "check"]
    assert (first.resource_changes, first.oddities) == (1, [])
    assert (second.route.activities, second.oddities) == (["receive"], ["end_before_start"])
    assert (baseline.figures["cases"], baseline.figures["events"], baseline.figures["resources"]) == (2, 4, 2)
    assert f"{baseline.holds_until:%Y-%m-%d %H:%M}" == "2024-03-05 08:00"


def test_no_name_of_an_employee_is_stored(log, mapping):
    run(log, mapping)
    stored = [*Baseline.objects.values(), *BaselineCase.objects.values(), *BaselineRoute.objects.values()]
    assert not any(name in str(stored) for name in ("Anna", "Bram"))


def test_the_import_stands_in_the_audit_log(log, mapping):
    run(log, mapping)
    entry = Entry.objects.get()
    assert (entry.action, entry.object_id, entry.actor) == (
        "import_event_log",
        Baseline.objects.get().pk,
        None,
    )


def test_the_same_file_twice_changes_nothing_says_so_and_prints_the_same(log, mapping):
    first, _ = run(log, mapping, "--json")
    before = list(Baseline.objects.values())
    again, said = run(log, mapping, "--json")
    assert again == first
    assert "imported before" in said
    assert (list(Baseline.objects.values()), BaselineCase.objects.count()) == (before, 2)


def test_another_mapping_of_the_same_file_is_another_baseline(log, mapping):
    run(log, mapping)
    mapping.write_text(MAPPING.replace('end = "end"', ""))
    run(log, mapping)
    ended = [baseline.figures["ended"] for baseline in Baseline.objects.order_by("pk")]
    assert ended == [2, 0]


def test_json_is_one_object_with_the_agreed_keys_and_nothing_else_on_standard_output(log, mapping):
    out, _ = run(log, mapping, "--json")
    found = json.loads(out)
    assert " ".join(found) == (
        "cases events activities resources ended ended_after_deadline channels first_to_last_days routes"
        " top_route_cases resource_changes cases_without_change start_to_end_days oddities"
    )
    assert list(found["first_to_last_days"]) == ["median", "mean"]
    assert list(found["start_to_end_days"]) == ["median_ended", "km_median", "km_p80"]
    assert found["oddities"] == [{"case": "2", "kind": "end_before_start", "days": -1.0}]


def test_without_json_it_says_in_a_sentence_what_was_imported(log, mapping):
    out, _ = run(log, mapping)
    assert out == "The system before: 2 cases, 4 events, 2 ended, 0 after their deadline.\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "Line 1: the file is empty."),
        (HEADER, "Line 1: the file has a header and no events."),
        (HEADER.replace("by", "who") + LINES[0], "Line 1: there is no column by."),
        (HEADER + "".join(LINES)[:-30], "Line 5: 5 fields where the header has 6."),
        (HEADER + LINES[0] * 2500 + LINES[1].replace("03-05", "13-05", 1), "Line 2502: column time:"),
        (
            (HEADER + LINES[0] + LINES[1].replace("Bram", "Ren\xe9")).encode("latin-1"),
            "Line 3: this is not utf-8",
        ),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_its_line_and_nothing_is_stored(log, mapping, content, said):
    log.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CommandError) as refused:
        run(log, mapping)
    assert str(refused.value).startswith(said)
    assert nothing_stored()


def test_a_wrong_mapping_or_an_absent_file_is_refused_by_name(log, mapping, tmp_path):
    with pytest.raises(CommandError, match=r"absent\.csv cannot be read"):
        run(tmp_path / "absent.csv", mapping)
    mapping.write_text(MAPPING.replace('by"', 'by"\nfrom = "x"'))
    with pytest.raises(CommandError, match=r"columns\.from"):
        run(log, mapping)
    assert nothing_stored()


@real_log
def test_the_figures_of_the_real_log_are_exactly_those_agreed():
    out, _ = run(os.environ["RECEIPT_LOG"], RECEIPT, "--json")
    found = json.loads(out)
    oddities = found.pop("oddities")
    assert found == {
        "cases": 1434,
        "events": 8577,
        "activities": 27,
        "resources": 48,
        "ended": 1329,
        "ended_after_deadline": 377,
        "channels": {"Internet": 1250, "Desk": 109, "Post": 53, "e-mail": 21, "Intern": 1},
        "first_to_last_days": {
            "median": pytest.approx(0.033, abs=0.0005),
            "mean": pytest.approx(5.408, abs=0.0005),
        },
        "routes": 116,
        "top_route_cases": 713,
        "resource_changes": 1208,
        "cases_without_change": 870,
        "start_to_end_days": {
            "median_ended": pytest.approx(50.6, abs=0.05),
            "km_median": pytest.approx(52.5, abs=0.05),
            "km_p80": pytest.approx(89.4, abs=0.05),
        },
    }
    assert [(odd["case"], odd["kind"]) for odd in oddities] == [
        ("case-10862", "end_before_start"),
        ("case-8267", "end_before_start"),
    ]


@real_log
@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            lambda raw: raw.replace(b"org:resource", b"org:someone", 1),
            "Line 1: there is no column org:resource",
        ),
        (lambda raw: raw[: len(raw) - 40], "Line 8578: "),
        (lambda raw: raw[: len(raw) - 10], "Line 8578: column time:timestamp:"),
        (lambda raw: raw.decode().replace("Desk", "Balie\xeb", 1).encode("cp1252"), "Line "),
        (lambda raw: b"", "Line 1: the file is empty."),
    ],
)
def test_the_real_log_spoilt_is_refused_and_nothing_is_stored(tmp_path, spoil, said):
    spoilt = tmp_path / "spoilt.csv"
    spoilt.write_bytes(spoil(Path(os.environ["RECEIPT_LOG"]).read_bytes()))
    with pytest.raises(CommandError) as refused:
        run(spoilt, RECEIPT)
    assert str(refused.value).startswith(said)
    assert nothing_stored()


@real_log
def test_a_bad_date_on_line_7000_of_the_real_log_is_refused_with_that_line(tmp_path):
    rows = Path(os.environ["RECEIPT_LOG"]).read_text().splitlines(keepends=True)
    rows[6999] = rows[6999].replace("2011-", "2011/")
    spoilt = tmp_path / "spoilt.csv"
    spoilt.write_text("".join(rows))
    with pytest.raises(CommandError, match="Line 7000: "):
        run(spoilt, RECEIPT)
    assert nothing_stored()
