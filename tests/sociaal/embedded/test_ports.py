import socket

import pytest

from sociaal.embedded.ports import free_port, is_free, kept_port


@pytest.fixture
def taken():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_somebody_listens_on_is_not_free(taken):
    assert not is_free(taken)
    assert is_free(free_port())


def test_a_port_is_kept_from_one_start_to_the_next(tmp_path):
    assert kept_port(tmp_path / "port") == kept_port(tmp_path / "port")


def test_a_port_that_was_taken_meanwhile_is_replaced(tmp_path, taken):
    (tmp_path / "port").write_text(str(taken))
    port = kept_port(tmp_path / "port")
    assert port != taken
    assert int((tmp_path / "port").read_text()) == port


@pytest.mark.parametrize("nonsense", ["", "x", "0", "70000", "-1"])
def test_a_damaged_note_is_replaced(tmp_path, nonsense):
    (tmp_path / "port").write_text(nonsense)
    assert is_free(kept_port(tmp_path / "port"))
