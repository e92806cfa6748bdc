"""A log of 50 MB is read in little memory. How long it takes is for the benchmark to say."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connections

from regie.metrics.models import Baseline

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).resolve().parents[3]
SIZE = 50_000_000
MOST_MEMORY = 200 * 1024
"""Kilobytes resident, as `wait4` counts them."""
LAUNCHER = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[2:])
_, status, used = os.wait4(process.pid, 0)
open(sys.argv[1], "w").write(str(used.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A small process in between: Linux counts what the starter had resident as memory of whom it starts."""
MAPPING = """
log = { name = "Large" }
columns = { case = "case", activity = "step", time = "time", resource = "by", start = "start", end = "end" }
"""


def write_log(path, *, events_a_case, width):
    """Lines padded to `width` bytes, in the order of time, so that the events of cases alternate."""
    begin = datetime(2020, 1, 1)  # noqa: DTZ001 (the log has no offsets)
    with path.open("w") as log:
        log.write("case,step,time,by,start,end,padding\n")
        lines = SIZE // width
        cases = lines // events_a_case
        for number in range(lines):
            case, at = number % cases, begin + timedelta(minutes=number)
            start = begin + timedelta(minutes=case)
            end = "" if case % 7 == 0 else start + timedelta(days=case % 90)
            line = f"case-{case},step {number * 7 % 27},{at},resource {number % 48},{start},{end},"
            log.write(line.ljust(width - 1, "x") + "\n")
    return lines, cases


def url(alias):
    database = connections[alias].settings_dict
    password = quote(database["PASSWORD"], safe="")
    place = f"{database['HOST']}:{database['PORT']}/{database['NAME']}"
    return f"postgres://{quote(database['USER'])}:{password}@{place}"


def import_in_a_process(log, mapping):
    """The printed object, and the most memory the process ever had resident (kB)."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "sociaal.settings",
        "DATABASE_URL": url("owner"),
        "DATABASE_APP_URL": url("default"),
    }
    command = [sys.executable, "manage.py", "import_event_log", log, "--mapping", mapping, "--json"]
    printed, used = log.with_suffix(".json"), log.with_suffix(".memory")
    with printed.open("w") as out:
        launch = [sys.executable, "-c", LAUNCHER, used, *command]
        subprocess.run(launch, cwd=ROOT, env=environment, stdout=out, check=True)
    return json.loads(printed.read_text()), int(used.read_text())


@pytest.mark.parametrize(
    ("events_a_case", "width"),
    [pytest.param(6, 277, id="180,000 lines"), pytest.param(2, 500, id="50,000 cases")],
)
def test_a_log_of_50_mb_stays_under_200_mb_of_memory(tmp_path, events_a_case, width):
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(MAPPING)
    lines, cases = write_log(tmp_path / "log.csv", events_a_case=events_a_case, width=width)
    found, memory = import_in_a_process(tmp_path / "log.csv", mapping)
    assert (found["events"], found["cases"], found["resources"]) == (lines, cases, 48)
    assert memory < MOST_MEMORY
    assert Baseline.objects.get().cases.count() == cases
