"""Bringing in files through the pages: read by the worker in parts, seen by who brought them."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from cases.documents import checking
from cases.models import HelpRequest
from intake.files import running
from intake.models import EarlySignal, FileImport
from intake.operations.imports import forget_refused
from sociaal.audit.models import Entry
from sociaal.core.virus_scan import EICAR
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import relay_one
from tests.factories import NOW, TeamFactory, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
BACKLOG = "received_at;words;phone\n2026-10-02;Ik val;0612345678\n2026-10-03;Ik val weer;12\n"
SIGNALS = "postcode;house_number;reference\n9999XA;4;A1\n9999XA;4;A2\n;5;A3\n"


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def _demonstration(settings):
    settings.DEMO = True


@pytest.fixture
def fatma(db):
    TeamFactory()
    return make_member("fatma")


@pytest.fixture
def bram(db):
    user = make_member("bram")
    user.expertise = ["wgs"]
    user.save()
    return user


def bring(client, user, page="backlog_import", text=BACKLOG, key="k", **fields):
    client.force_login(user)
    upload = SimpleUploadedFile("lijst.csv", text.encode() if isinstance(text, str) else text)
    return client.post(reverse(page), {"form_key": key, "file": upload} | fields)


def work():
    while relay_one(now=NOW) is not None:
        pass


def test_a_backlog_is_read_by_the_worker_and_its_content_goes(client, fatma):
    answer = bring(client, fatma)
    file = FileImport.objects.get()
    assert answer.url == reverse("file_import", args=[file.pk])
    assert (file.state, file.rows, file.read) == ("waiting", 2, 0)
    work()
    file.refresh_from_db()
    assert (file.state, file.read, file.made, file.refused, file.content) == ("done", 2, 1, 1, "")
    assert HelpRequest.objects.get().registered_by is None
    assert Entry.objects.get(action="file_read").codes == {"made": 1, "refused": 1}


@pytest.mark.parametrize(
    ("scanner", "text", "says"),
    [("", EICAR.decode(), "virus"), ("127.0.0.1:1", BACKLOG, "niet op virussen")],
    ids=["a virus", "no answer"],
)
def test_a_file_in_which_no_scanner_found_nothing_is_not_kept(client, fatma, settings, scanner, text, says):
    settings.VIRUS_SCANNER = scanner
    answer = bring(client, fatma, text=text)
    assert answer.status_code == 422
    assert says in str(answer.context["form"].errors["file"])
    assert not FileImport.objects.exists()


def test_without_a_scanner_nothing_is_brought_in_and_the_page_says_so(client, fatma, settings):
    settings.DEMO, settings.DEBUG, settings.VIRUS_SCANNER = False, False, ""
    text = bring(client, fatma).content.decode()
    assert "nog geen virusscanner" in text
    assert not FileImport.objects.exists()


def test_when_something_else_was_wrong_the_list_is_not_looked_at(client, bram, monkeypatch):
    monkeypatch.setattr(checking, "scan", lambda *_asked: pytest.fail("scanned for nothing"))
    answer = bring(client, bram, "signal_import", SIGNALS, creditor="", kind="rent")
    assert "Kies opnieuw" in str(answer.context["form"].errors["file"])
    assert not FileImport.objects.exists()


def test_what_stands_in_a_file_is_not_readable_in_the_database(client, fatma):
    bring(client, fatma)
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM intake_fileimport")
        assert "Ik val" not in cursor.fetchone()[0]


def test_sending_the_form_twice_brings_one_file(client, fatma):
    assert bring(client, fatma).url == bring(client, fatma).url
    assert FileImport.objects.count() == 1


def test_a_file_is_read_in_parts_and_a_kill_between_them_costs_nothing(client, fatma, monkeypatch):
    monkeypatch.setattr(running, "BATCH", 2)
    rows = "".join(f"2026-10-02;Vraag {number};\n" for number in range(5))
    bring(client, fatma, text="received_at;words;phone\n" + rows)
    seen = []
    while relay_one(now=NOW) is not None:
        seen.append(FileImport.objects.get().read)
    assert sorted(set(seen)) == [2, 4, 5]
    assert HelpRequest.objects.count() == 5
    running.read_on(str(FileImport.objects.get().pk), NOW)
    assert HelpRequest.objects.count() == 5


def test_what_is_still_to_be_read_is_not_written_anew_with_each_part(client, fatma, monkeypatch):
    """Encrypted anew it would be another text in the database."""
    monkeypatch.setattr(running, "BATCH", 1)
    bring(client, fatma, text="received_at;words\n2026-10-02;Een\n2026-10-03;Twee\nmorgen;Drie\n")

    def stored():
        with connection.cursor() as cursor:
            cursor.execute("SELECT content, refused_rows, state FROM intake_fileimport")
            return cursor.fetchone()

    content = stored()[0]
    running.read_on(str(FileImport.objects.get().pk), NOW)
    assert stored() == (content, "", "running")
    work()
    (left, refused, state) = stored()
    assert (left, state) == ("", "done")
    assert refused
    assert "morgen" in FileImport.objects.get().refused_rows


def test_reading_that_stopped_is_said_and_can_go_on(client, fatma):
    bring(client, fatma)
    file = FileImport.objects.get()
    Message.objects.filter(topic="file_import").delete()
    page = client.get(reverse("file_import", args=[file.pk]))
    assert page.context["reading"].stopped
    client.post(reverse("file_import_resume", args=[file.pk]))
    assert not client.get(reverse("file_import", args=[file.pk])).context["reading"].stopped
    work()
    assert FileImport.objects.get().state == "done"


def test_while_it_is_read_the_page_asks_for_itself_and_then_no_more(client, fatma):
    bring(client, fatma)
    address = reverse("file_import", args=[FileImport.objects.get().pk])
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "hx-get" in part
    assert "<html" not in part
    work()
    assert "hx-get" not in client.get(address, headers={"HX-Request": "true"}).content.decode()


def test_refused_rows_are_for_who_brought_the_file_and_fetching_them_is_logged(client, fatma):
    bring(client, fatma)
    work()
    address = reverse("file_import_refused", args=[FileImport.objects.get().pk])
    text = client.get(address).content.decode("utf-8-sig")
    assert text.splitlines()[0] == "received_at;words;phone;reason"
    assert "Ik val weer;12;3: phone" in text
    assert Entry.objects.filter(action="refused_rows", actor=fatma).exists()
    other = make_member("anna")
    client.force_login(other)
    assert client.get(address).status_code == 404
    assert client.get(reverse("file_import", args=[FileImport.objects.get().pk])).status_code == 404


def test_refused_rows_go_after_a_month(client, fatma):
    bring(client, fatma)
    work()
    assert forget_refused(now=NOW) == 0
    with time_machine.travel(NOW, tick=False):
        from datetime import timedelta

        assert forget_refused(now=NOW + timedelta(days=31)) == 1
    file = FileImport.objects.get()
    assert (file.refused, file.refused_rows) == (1, "")
    assert client.get(reverse("file_import_refused", args=[file.pk])).status_code == 404


@pytest.mark.parametrize("text", ["", "fax\n1\n", "received_at;words\n", b"\xff\xfe\x00", "words\nIk val\n"])
def test_a_file_that_is_none_is_refused_at_its_field(client, fatma, text):
    answer = bring(client, fatma, text=text)
    assert answer.status_code == 422
    assert "file" in answer.context["form"].errors
    assert not FileImport.objects.exists()


def test_who_handles_debts_brings_signals_for_their_team(client, bram):
    assert bring(client, bram, "signal_import", SIGNALS, creditor="De Linde", kind="rent").status_code == 302
    work()
    file = FileImport.objects.get()
    assert (file.made, file.joined, file.refused) == (1, 1, 1)
    assert HelpRequest.objects.get().team == bram.team
    assert {signal.creditor for signal in EarlySignal.objects.all()} == {"De Linde"}


@pytest.mark.parametrize(
    ("who", "page", "status"),
    [
        ("anna", "backlog_import", 403), ("hanna", "backlog_import", 404),
        ("anna", "signal_import", 403), ("fatma", "signal_import", 403), ("hanna", "signal_import", 404),
    ],
)  # fmt: skip
def test_others_bring_nothing(client, db, who, page, status):
    assert bring(client, make_member(who), page, creditor="X", kind="rent").status_code == status
    assert not FileImport.objects.exists()


def test_the_inbox_leads_who_handles_debts_to_the_signals(client, bram):
    client.force_login(bram)
    assert reverse("signal_import") in client.get(reverse("inbox")).content.decode()
    client.force_login(make_member("anna"))
    assert reverse("signal_import") not in client.get(reverse("inbox")).content.decode()


def test_the_pages_ask_little(client, fatma, django_assert_max_num_queries):
    bring(client, fatma)
    file = FileImport.objects.get()
    with django_assert_max_num_queries(4):
        client.get(reverse("backlog_import"))
    with django_assert_max_num_queries(4):
        client.get(reverse("file_import", args=[file.pk]))
