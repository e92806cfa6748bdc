import pytest

from sociaal.supervision.children import Children
from sociaal.supervision.setting_up import Steps, fingerprint, run_command


def test_a_step_has_its_number_and_its_seconds(capsys):
    steps = Steps(2)
    with steps.step("Tables"):
        pass
    assert capsys.readouterr().out == "run    | [1/2] Tables ...\nrun    | [1/2] Tables: 0.0 s\n"


def test_the_fingerprint_changes_with_a_file(tmp_path):
    before = fingerprint(tmp_path)
    (tmp_path / "a.css").write_text("a")
    with_file = fingerprint(tmp_path)
    (tmp_path / "a.css").write_text("longer")
    assert len({before, with_file, fingerprint(tmp_path)}) == 3
    assert fingerprint(tmp_path) == fingerprint(tmp_path)


def test_a_command_that_fails_ends_the_start_with_its_name(monkeypatch):
    children = Children()
    environment = {"REDIS_URL": "redis://127.0.0.1:9/0", "DATABASE_APP_URL": "postgresql://a@127.0.0.1:9/a"}
    try:
        with pytest.raises(SystemExit, match=r"manage\.py nonsense failed \(exit code 1\)"):
            run_command(children, environment, "nonsense")
    finally:
        children.close()
