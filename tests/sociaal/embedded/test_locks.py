import os

from sociaal.embedded.locks import hold, is_held, locked


def test_users_share_and_nobody_takes_it_from_them(tmp_path):
    path = tmp_path / "lock"
    first, second = hold(path, shared=True), hold(path, shared=True)
    assert hold(path, wait=False) is None
    os.close(first)
    assert hold(path, wait=False) is None
    os.close(second)
    last = hold(path, wait=False)
    assert last is not None
    os.close(last)


def test_a_lock_is_held_during_the_block_and_free_after_it(tmp_path):
    path = tmp_path / "lock"
    with locked(path):
        assert is_held(path)
    assert not is_held(path)


def test_a_file_left_by_somebody_who_is_gone_holds_nothing(tmp_path):
    path = tmp_path / "lock"
    path.touch()
    assert not is_held(path)
