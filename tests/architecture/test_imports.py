"""The arrows of the architecture are contracts in `pyproject.toml`; and they are not asleep."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("sociaal", "cases", "intake", "regie")


def _lint(folder):
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


PLANTED = [
    ("cases/waiting.py", "import intake.wording", "cases is not allowed to import intake"),
    ("intake/wording.py", "import regie.metrics.flow", "intake is not allowed to import regie"),
    ("sociaal/core/names.py", "import sociaal.audit.log", "sociaal.core is not allowed to import"),
    ("sociaal/audit/log.py", "import sociaal.accounts.models", "sociaal.audit is not allowed to import"),
    ("cases/policies.py", "import cases.models", "cases.policies is not allowed to import cases.models"),
    ("cases/models/wait.py", "import cases.permissions", "cases.models is not allowed to import"),
    ("cases/queries/__init__.py", "import cases.operations.cases", "cases.queries is not allowed"),
    ("regie/metrics/flow.py", "import regie.board.models", "regie.metrics is not allowed to import"),
]
"""Where a wrong arrow is drawn, which, and what is said of it."""


@pytest.fixture(scope="module")
def said_of_all(tmp_path_factory):
    """What is said of a copy of the code in which all those arrows are drawn."""
    folder = tmp_path_factory.mktemp("copy")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "demo"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for where, what, _says in PLANTED:
        with (folder / where).open("a", encoding="utf-8") as file:
            file.write(f"\n{what}\n")
    result = _lint(folder)
    assert result.returncode != 0
    return result.stdout


def test_imports_run_downwards_only():
    result = _lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("where", "what", "says"), PLANTED)
def test_a_planted_upward_import_fails(said_of_all, where, what, says):
    assert says in said_of_all
    assert where.removesuffix(".py").removesuffix("/__init__").replace("/", ".") in said_of_all
