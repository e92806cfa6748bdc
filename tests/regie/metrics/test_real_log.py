"""The agreed figures of the real log, and the same log spoilt.

The log is not in this repository: RECEIPT_LOG says where it is. Without it all of this is skipped by name.
"""

import json
import os
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.utils import translation

from tests.regie.metrics.importing import nothing_stored, run

LOG = os.environ.get("RECEIPT_LOG", "")
RECEIPT = Path(__file__).resolve().parents[3] / "regie/metrics/mappings/receipt.toml"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not LOG, reason="RECEIPT_LOG does not say where the real log is"),
]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_the_figures_of_the_real_log_are_exactly_those_agreed():
    out, _ = run(LOG, RECEIPT, "--json")
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
    spoilt.write_bytes(spoil(Path(LOG).read_bytes()))
    with pytest.raises(CommandError) as refused:
        run(spoilt, RECEIPT)
    assert str(refused.value).startswith(said)
    assert nothing_stored()


def test_a_bad_date_on_line_7000_of_the_real_log_is_refused_with_that_line(tmp_path):
    rows = Path(LOG).read_text().splitlines(keepends=True)
    rows[6999] = rows[6999].replace("2011-", "2011/")
    spoilt = tmp_path / "spoilt.csv"
    spoilt.write_text("".join(rows))
    with pytest.raises(CommandError, match="Line 7000: "):
        run(spoilt, RECEIPT)
    assert nothing_stored()
