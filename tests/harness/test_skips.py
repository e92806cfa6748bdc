"""With CI set a skip is a failure; without, it is named."""

import os
import subprocess
import sys

import pytest

from tests.clones import ROOT

SKIPS = """
import pytest

@pytest.mark.skip(reason="the real log is not here")
def test_that_is_skipped():
    pass

@pytest.mark.xfail(strict=True)
def test_that_is_known_to_fail():
    raise AssertionError
"""


@pytest.mark.slow
@pytest.mark.parametrize(("ci", "outcome"), [("", "1 skipped"), ("1", "1 error")])
def test_a_skip_counts_as_a_failure_only_where_everything_should_be_there(tmp_path, ci, outcome):
    (tmp_path / "test_it.py").write_text(SKIPS)
    environment = os.environ | {"CI": ci, "PYTHONPATH": str(ROOT)}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-n0",
        "-rs",
        "-p",
        "tests.conftest",
        "-c",
        str(ROOT / "pyproject.toml"),
    ]
    done = subprocess.run(
        [*command, "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=ROOT,
        env={k: v for k, v in environment.items() if not k.startswith("PYTEST_")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome in done.stdout, done.stdout + done.stderr
    assert "1 xfailed" in done.stdout
    assert "the real log is not here" in done.stdout
