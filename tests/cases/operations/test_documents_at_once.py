"""A newer version, or one form, sent by many at the same moment: nothing is lost and nothing doubled."""

import pytest

from cases.models import Document
from cases.operations.documents import add_version
from sociaal.core.errors import Refused
from sociaal.outbox.once import once
from tests.documents import PDF, add_document, checked_file
from tests.factories import NOW, make_case, make_member
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna():
    return make_member("anna")


def test_each_newer_version_gets_a_number_of_its_own(anna):
    document = add_document(make_case(anna), anna)
    files = [checked_file(PDF + b"%d" % number) for number in range(8)]
    found = at_once(
        *(lambda file=file: add_version(document=document, file=file, by=anna, now=NOW) for file in files)
    )
    assert sorted(version.number for version in found) == list(range(2, 10))
    assert document.versions.count() == 9


def test_the_same_file_at_the_same_moment_becomes_one_version(anna):
    document = add_document(make_case(anna), anna)
    files = [checked_file(PDF + b"nieuw") for _each in range(8)]
    found = at_once(
        *(lambda file=file: add_version(document=document, file=file, by=anna, now=NOW) for file in files)
    )
    assert [type(one) for one in found].count(Refused) == 7
    assert document.versions.count() == 2


def test_one_form_sent_many_times_adds_one_document(anna):
    case = make_case(anna)

    def press():
        return once("key", "add_documents", lambda: str(add_document(case, anna).pk), now=NOW)

    assert len(set(at_once(*[press] * 20))) == 1
    assert Document.objects.count() == 1
