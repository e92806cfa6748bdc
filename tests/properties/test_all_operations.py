"""Whoever adds an operation also says how people do it (`moves`), or why the state machine need not."""

from pathlib import Path

from tests.properties.moves import MOVES, areas
from tests.properties.operations import EXCEPTIONS, PACKAGES, is_excepted, operations

ROOT = Path(__file__).resolve().parents[2]


def test_every_operation_is_in_the_state_machine_or_is_excepted_with_a_reason():
    areas()
    moved = {one.operation for one in MOVES}
    missing = [name for name, found in operations() if found not in moved and not is_excepted(name)]
    assert missing == []


def test_no_exception_is_left_over():
    areas()
    names, moved = [name for name, _found in operations()], {one.name for one in MOVES}
    excepted = [one for one in EXCEPTIONS if not any(f"{name}.".startswith(f"{one}.") for name in names)]
    assert excepted == []
    assert [name for name in names if is_excepted(name) and name in moved] == []


def test_every_folder_of_operations_is_looked_through():
    folders = {*ROOT.glob("*/operations/__init__.py"), *ROOT.glob("*/*/operations/__init__.py")}
    assert {".".join(path.parent.relative_to(ROOT).parts) for path in folders} == set(PACKAGES)
