import stat

from cryptography.fernet import Fernet

from sociaal.embedded.secrets import fernet_key, kept, password


def test_a_secret_is_made_once_and_readable_for_its_owner_only(tmp_path):
    made = []

    def make():
        made.append(password())
        return made[-1]

    assert kept(tmp_path, "key", make) == kept(tmp_path, "key", make) == made[0]
    assert len(made) == 1
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_of_two_that_make_a_secret_at_once_both_get_the_first(tmp_path):
    def slower():
        kept(tmp_path, "key", lambda: "first")
        return "second"

    assert kept(tmp_path, "key", slower) == "first"


def test_the_field_key_encrypts():
    key = Fernet(fernet_key())
    assert key.decrypt(key.encrypt(b"999900006")) == b"999900006"


def test_a_password_means_nothing_in_a_url_or_on_a_command_line():
    assert all(password().isalnum() for _turn in range(200))
