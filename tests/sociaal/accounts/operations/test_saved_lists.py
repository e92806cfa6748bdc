"""Lists that somebody saves for themselves."""

import pytest

from sociaal.accounts.models import SavedList
from sociaal.accounts.operations.saved_lists import AT_MOST, remove_list, save_list
from sociaal.audit.models import Entry
from sociaal.core.errors import Refused
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db


def save(by, name="Mijn wijk", asked="channel=phone"):
    return save_list(page="inbox", name=name, asked=asked, by=by, now=NOW)


def test_a_name_that_was_used_gets_what_is_asked_now():
    anna = make_member("anna")
    first, again = save(anna), save(anna, asked="channel=letter")
    assert first.pk == again.pk
    assert SavedList.objects.get().asked == "channel=letter"


def test_two_people_use_the_same_name_each_for_their_own():
    save(make_member("anna")), save(make_member("bram"))
    assert SavedList.objects.count() == 2


def test_one_too_many_is_refused_and_an_old_name_is_not():
    anna = make_member("anna")
    for number in range(AT_MOST):
        save(anna, name=f"Lijst {number}")
    with pytest.raises(Refused, match="8"):
        save(anna, name="Nog een")
    assert save(anna, name="Lijst 0", asked="").asked == ""


def test_what_does_not_fit_is_refused():
    with pytest.raises(Refused):
        save(make_member("anna"), asked="x" * 301)


def test_somebody_elses_stays():
    anna, bram = make_member("anna"), make_member("bram")
    saved = save(anna)
    remove_list(saved=saved, by=bram, now=NOW)
    assert SavedList.objects.get() == saved
    remove_list(saved=saved, by=anna, now=NOW)
    remove_list(saved=saved, by=anna, now=NOW)
    assert not SavedList.objects.exists()
    assert Entry.objects.filter(action="remove_list").count() == 1
