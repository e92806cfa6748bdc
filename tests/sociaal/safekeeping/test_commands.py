"""The commands `backup` and `restore`: what an operator reads, and that a refusal ends with an error."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from sociaal.core.database import OWNER
from tests import databases
from tests.factories import NOW
from tests.sociaal.safekeeping.towns import names_like, write_backup


def run(command, *arguments, **options):
    said = io.StringIO()
    with override("en"):
        call_command(command, *map(str, arguments), stdout=said, **options)
    return said.getvalue()


def test_what_is_no_backup_ends_with_an_error_that_says_so(tmp_path):
    (tmp_path / "a.backup").write_text("hello")
    with pytest.raises(CommandError, match=r"a\.backup is not a backup .* Nothing has changed\."):
        run("restore", tmp_path / "a.backup")


@pytest.mark.django_db(transaction=True, databases=["default", OWNER])
def test_a_database_in_use_is_left_alone(tmp_path, django_user_model):
    path = write_backup(tmp_path / "a.backup")
    with pytest.raises(CommandError, match=f"{databases.MINE} is not empty.* Nothing has changed"):
        run("restore", path)
    with pytest.raises(CommandError, match="DATABASE_URL leads to"):
        run("restore", path, replace="sociaal_of_another")
    assert django_user_model.objects.count() == 0


def test_a_backup_that_is_there_stays(tmp_path):
    path = write_backup(tmp_path / "a.backup")
    with pytest.raises(CommandError, match="never overwritten"):
        run("backup", path)


@pytest.mark.slow
@pytest.mark.xdist_group("safekeeping")
@pytest.mark.django_db(transaction=True, databases=["default", OWNER])
def test_made_tried_and_put_back(tmp_path, elsewhere, kept, time_machine):
    time_machine.move_to(NOW, tick=False)
    assert "are back as they were on" in run("restore", kept.path)
    said = run("backup", tmp_path)
    (made,) = tmp_path.iterdir()
    assert str(made) in said
    assert "FIELD_KEYS and HASH_KEY are not in it" in said
    tried = run("restore", made, trial=True)
    assert "can be restored" in tried
    assert "Restoring beside the present database ..." in tried
    assert run("restore", made, verbosity=0, replace=elsewhere) == ""
    assert len(names_like(elsewhere)) == 2
