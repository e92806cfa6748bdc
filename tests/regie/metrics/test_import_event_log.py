"""The command: a baseline whole, or a clear refusal and nothing at all."""

import json

import pytest
from django.core.management import CommandError
from django.utils import translation

from regie.metrics.models import Baseline, BaselineCase, BaselineRoute
from sociaal.audit.models import Entry
from tests.regie.metrics.importing import nothing_stored, run

pytestmark = pytest.mark.django_db

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
