"""Documents of a case: the list, adding, downloading, versions, out of sight."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.documents import checking
from cases.models import Document
from cases.operations.documents import add_version, change_document, hide_document
from sociaal.audit.models import Entry
from sociaal.core.virus_scan import EICAR, NotScanned
from tests.documents import JPEG, PDF, add_document, checked_file, upload, word
from tests.factories import NOW, make_case, make_member
from tests.webforms import filled

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PART = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _demonstration(settings):
    settings.DEMO = True


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna)


def sending(*files, **fields):
    given = {"kind": "letter", "category": "general", "title": "Brief van de bank", "dated": "2026-11-02"}
    return {**given, "form_key": "k", "upload": list(files), **fields}


def test_files_become_documents_with_what_they_are(visit, anna, case):
    answer = visit(anna, "document_new", case.number, data=sending(upload(), upload(JPEG, "foto.jpg")))
    assert answer.status_code == 302
    text = visit(anna, "case_documents", case.number).content.decode()
    assert "Brief van de bank (1)" in text
    assert "Brief van de bank (2)" in text
    assert "2 november 2026" in text


def test_sent_twice_it_is_added_once(visit, anna, case):
    for _twice in range(2):
        assert visit(anna, "document_new", case.number, data=sending(upload())).status_code == 302
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"MZ\x90\x00 cannot be run in DOS mode", "rekening.pdf", "Dit soort bestand nemen we niet aan"),
        (SVG, "logo.svg", "webpagina of een tekening"),
        (SVG, "logo.png", "webpagina of een tekening"),
        (word(**{"word/a.xml": bytes(60 * 1024 * 1024)}), "bom.docx", "heel groot"),
        (word(**{"word/vbaProject.bin": b"x"}), "brief.docx", "macro"),
        (EICAR, "eicar.txt", "virus"),
        (b"", "leeg.pdf", "leeg"),
    ],
    ids=["program", "svg", "svg as png", "zip bomb", "macros", "EICAR", "empty"],
)
def test_what_we_do_not_take_is_refused_at_the_field_and_what_was_typed_stays(
    visit, anna, case, content, name, says
):
    answer = visit(anna, "document_new", case.number, data=sending(upload(content, name)))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert says in text
    assert 'value="Brief van de bank"' in text
    assert 'value="letter" selected' in text
    assert 'value="2026-11-02"' in text
    assert not Document.objects.exists()


def test_thirty_megabytes_are_refused_at_the_field_and_what_was_typed_stays(visit, anna, case):
    answer = visit(anna, "document_new", case.number, data=sending(upload(bytes(30 * 1024 * 1024))))
    assert answer.status_code == 422
    assert "groter dan 25 MB" in answer.content.decode()
    assert "Brief van de bank" in answer.content.decode()


def test_of_several_files_the_wrong_one_is_named_and_none_is_added(visit, anna, case):
    answer = visit(anna, "document_new", case.number, data=sending(upload(), upload(SVG, "logo.svg")))
    text = answer.content.decode()
    assert "logo.svg: Dit is een webpagina" in text
    assert "Geen van de bestanden is toegevoegd" in text
    assert not Document.objects.exists()


def test_eleven_files_at_once_are_refused(visit, anna, case):
    files = [upload(name=f"{number}.pdf") for number in range(11)]
    answer = visit(anna, "document_new", case.number, data=sending(*files))
    assert "10 bestanden tegelijk" in answer.content.decode()
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"kind": ""}, {"dated": "2027-01-01"}, {"kind": "medical"}],
    ids=["not chosen", "in the future", "not general"],
)
def test_when_something_else_was_wrong_no_file_is_looked_at_and_it_must_be_chosen_again(
    visit, anna, case, wrong, monkeypatch
):
    monkeypatch.setattr(checking, "scan", lambda *_asked: pytest.fail("scanned for nothing"))
    answer = visit(anna, "document_new", case.number, data=sending(upload(), **wrong))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Kies opnieuw wat je wilt toevoegen" in text
    assert 'value="Brief van de bank"' in text


def test_nothing_chosen_asks_for_a_file(visit, anna, case):
    assert "Kies een bestand" in visit(anna, "document_new", case.number, data=sending()).content.decode()


def test_without_a_scanner_nothing_is_added_and_the_page_says_so(visit, anna, case, settings):
    settings.DEMO, settings.DEBUG, settings.VIRUS_SCANNER = False, False, ""
    listed = visit(anna, "case_documents", case.number).content.decode()
    assert "nog geen virusscanner" in listed
    assert "Documenten toevoegen" not in listed
    answer = visit(anna, "document_new", case.number, data=sending(upload()))
    assert answer.status_code == 422
    assert "Brief van de bank" in answer.content.decode()
    assert not Document.objects.exists()


def test_a_scanner_that_is_away_refuses_and_keeps_what_was_typed(visit, anna, case, settings):
    settings.VIRUS_SCANNER = "127.0.0.1:1"
    answer = visit(anna, "document_new", case.number, data=sending(upload()))
    assert answer.status_code == 422
    assert "Probeer het later opnieuw" in answer.content.decode()
    assert "Brief van de bank" in answer.content.decode()
    assert not Document.objects.exists()


def test_a_scanner_that_is_away_is_not_asked_again_for_the_next_file(
    visit, anna, case, settings, monkeypatch
):
    settings.VIRUS_SCANNER = "127.0.0.1:1"
    asked = []
    monkeypatch.setattr("cases.documents.checking.scan", lambda file, until: asked.append(until) or away())
    visit(anna, "document_new", case.number, data=sending(upload(), upload(name="twee.pdf")))
    assert len(asked) == 1


def away():
    raise NotScanned("no answer")


def test_all_files_of_a_form_share_one_deadline(visit, anna, case, monkeypatch):
    asked = []
    monkeypatch.setattr("cases.documents.checking.scan", lambda file, until: asked.append(until))
    visit(anna, "document_new", case.number, data=sending(upload(), upload(name="twee.pdf")))
    assert (len(asked), len(set(asked))) == (2, 1)


def test_who_may_not_add_gets_no_file_looked_at(visit, case, monkeypatch):
    monkeypatch.setattr("cases.forms.documents.checked", lambda upload: pytest.fail("was looked at"))
    assert visit(make_member("bram"), "document_new", case.number, data=sending(upload())).status_code == 403


@pytest.mark.parametrize(
    ("content", "name", "saved", "content_type"),
    [
        (PDF, "../../etc/Brief.pdf", "Brief.pdf", "application/pdf"),
        (b"<b>geen</b> <script>alert(1)</script>", "x.html", "x.html.txt", "text/plain"),
        (PDF, "caf\u00e9\u202efdp.exe", "caféfdp.exe.pdf", "application/pdf"),
    ],
)
def test_a_file_is_only_ever_saved_never_shown(visit, anna, case, content, name, saved, content_type):
    document = add_document(case, anna, content=content, name=name)
    answer = visit(anna, "document_file", document.pk, 1)
    assert b"".join(answer.streaming_content) == content
    assert answer.headers["Content-Type"] == content_type
    assert answer.headers["Content-Disposition"].startswith("attachment; filename")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Content-Length"] == str(len(content))
    assert "no-store" in answer.headers["Cache-Control"]
    assert document.versions.get().name == saved


def test_reading_is_in_the_log_before_the_first_byte_leaves(visit, anna, case):
    document = add_document(case, anna)
    answer = visit(anna, "document_file", document.pk, 1)
    line = Entry.objects.filter(kind="read").latest("pk")
    assert (line.action, line.residents) == ("document_file", [case.resident_id])
    assert line.codes == {"document": str(document.pk), "version": "1"}
    answer.close()


def test_no_log_no_file(visit, anna, case, monkeypatch):
    document = add_document(case, anna)

    def broken(*args, **kwargs):
        raise RuntimeError("no log")

    monkeypatch.setattr("sociaal.audit.log.write", broken)
    with pytest.raises(RuntimeError, match="no log"):
        visit(anna, "document_file", document.pk, 1)


def test_a_document_shows_its_versions_newest_first(visit, anna, case):
    document = add_document(case, anna, title="Indicatie", name="oud.pdf")
    answer = visit(
        anna, "document_version_new", document.pk, data={"form_key": "v", "upload": upload(JPEG, "nieuw.jpg")}
    )
    assert answer.status_code == 302
    text = visit(anna, "document", document.pk).content.decode()
    assert "Indicatie" in text
    assert text.index("nieuw.jpg") < text.index("oud.pdf")
    assert visit(anna, "document_file", document.pk, 3).status_code == 404


def test_a_newer_version_that_is_refused_says_why(visit, anna, case):
    document = add_document(case, anna)
    same = {"form_key": "v", "upload": upload()}
    assert "hetzelfde bestand" in visit(anna, "document_version_new", document.pk, data=same).content.decode()
    bad = {"form_key": "v", "upload": upload(SVG)}
    assert visit(anna, "document_version_new", document.pk, data=bad).status_code == 422
    assert document.versions.count() == 1


def test_out_of_sight_for_who_reads_along_and_still_there_for_who_keeps_it(visit, anna, case):
    document, bram = add_document(case, anna, title="Van een ander"), make_member("bram")
    assert "Van een ander" in visit(bram, "case_documents", case.number).content.decode()
    assert visit(anna, "document_hide", document.pk, data={"form_key": "h"}).status_code == 422
    visit(anna, "document_hide", document.pk, data={"form_key": "h", "reason": "Verkeerde inwoner"})
    assert "Van een ander" not in visit(bram, "case_documents", case.number).content.decode()
    assert visit(bram, "document", document.pk).status_code == 404
    assert visit(bram, "document_file", document.pk, 1).status_code == 404
    assert "Verkeerde inwoner" in visit(anna, "case_documents", case.number).content.decode()
    assert "Verkeerde inwoner" in visit(anna, "document", document.pk).content.decode()
    visit(anna, "document_put_back", document.pk, data={})
    assert visit(bram, "document", document.pk).status_code == 200


@pytest.mark.parametrize(("category", "found"), [("general", 200), ("health", 200), ("justice", 404)])
def test_a_category_that_the_team_may_not_see_is_as_if_it_were_not_there(visit, anna, case, category, found):
    document, bram = add_document(case, anna, title="Vonnis", category=category), make_member("bram")
    assert visit(bram, "document", document.pk).status_code == found
    assert visit(bram, "document_file", document.pk, 1).status_code == found
    listed = visit(bram, "case_documents", case.number).content.decode()
    story = visit(bram, "case", case.number).content.decode()
    assert ("Vonnis" in listed, "Document toegevoegd" in story) == (found == 200, found == 200)


def test_the_case_loads_the_latest_as_a_part_of_its_page(client, anna, case):
    for day in range(7):
        add_document(case, anna, title=f"Stuk {day}", dated=(NOW - timedelta(days=day)).date())
    client.force_login(anna)
    part = client.get(f"/casus/{case.number}/documenten/", headers=PART).content.decode()
    assert [f"Stuk {day}" in part for day in range(7)] == [True] * 5 + [False] * 2
    assert "Alle documenten" in part
    assert "<html" not in part


def test_the_list_is_filtered_by_kind(visit, anna, case):
    add_document(case, anna, title="Bankbrief", kind="letter")
    add_document(case, anna, title="Rapport", kind="report")
    text = visit(anna, "case_documents", case.number, kind="report").content.decode()
    assert ("Bankbrief" in text, "Rapport" in text) == (False, True)
    none = visit(anna, "case_documents", case.number, kind="photo").content.decode()
    assert "Geen documenten van deze soort" in none


@pytest.mark.parametrize("name", ["document", "document_hide", "document_version_new"])
def test_a_document_that_does_not_exist_is_not_found(visit, anna, name):
    assert visit(anna, name, 999_999).status_code == 404


@pytest.mark.parametrize("count", [1, 7])
def test_pages_cost_a_fixed_number_of_queries(client, anna, case, django_assert_num_queries, count):
    for number in range(count):
        document = add_document(case, anna, title=f"Stuk {number}")
        add_version(document=document, file=checked_file(PDF + b"%d" % number), by=anna, now=NOW)
    hide_document(document=document, reason="Dubbel", by=anna, now=NOW)
    client.force_login(anna)
    for address, headers, queries in (
        (f"/casus/{case.number}/documenten/", {}, 9),
        (f"/casus/{case.number}/documenten/", PART, 6),
        (f"/document/{document.pk}/", {}, 8),
        (f"/document/{document.pk}/bestand/1/", {}, 8),
        (f"/casus/{case.number}/documenten/nieuw/", {}, 8),
    ):
        with django_assert_num_queries(queries):
            answer = client.get(address, headers=headers)
            assert answer.status_code == 200
            b"".join(answer)


def test_events_of_documents_cost_the_case_page_no_query(visit, anna, case):
    visit(anna, "case", case.number)
    with CaptureQueriesContext(connection) as before:
        visit(anna, "case", case.number)
    for _more in range(3):
        add_document(case, anna)
    with CaptureQueriesContext(connection) as after:
        visit(anna, "case", case.number)
    assert len(after) == len(before)


def test_what_a_document_is_can_be_said_better_later(visit, anna, case):
    row = add_document(case, anna, title="Scan 1", category="general")
    assert reverse("document_change", args=[row.pk]) in visit(anna, "document", row.pk).content.decode()
    page = filled(visit(anna, "document_change", row.pk).content.decode())
    assert (page["title"], page["kind"], page["category"]) == ("Scan 1", "letter", "general")
    given = page | {"title": "Vonnis", "kind": "other", "category": "justice", "dated": "2026-10-05"}
    assert visit(anna, "document_change", row.pk, data=given).status_code == 302
    text = visit(anna, "case_documents", case.number).content.decode()
    assert "Vonnis" in text
    assert "5 oktober 2026" in text


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"title": " "}, "title"), ({"dated": "2027-01-01"}, "dated"), ({"kind": "medical"}, "category")],
)
def test_a_wrong_description_is_refused_at_its_field(visit, anna, case, wrong, field):
    row = add_document(case, anna, category="general")
    page = filled(visit(anna, "document_change", row.pk).content.decode())
    answer = visit(anna, "document_change", row.pk, data=page | wrong)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors


def test_what_a_document_is_about_now_says_who_is_told_of_it(visit, anna, case):
    bram = make_member("bram")
    row = add_document(case, anna, title="Vonnis", category="general")

    def told():
        pages = (visit(bram, "case_documents", case.number), visit(bram, "case", case.number))
        return [
            words in page.content.decode()
            for page, words in zip(pages, ("Vonnis", "Document toegevoegd"), strict=True)
        ]

    assert told() == [True, True]
    change_document(
        document=row, title="Vonnis", kind=row.kind, category="justice", dated=row.date, by=anna, now=NOW
    )
    assert told() == [False, False]
    assert visit(bram, "document", row.pk).status_code == 404
    assert "Document anders omschreven" in visit(anna, "case", case.number).content.decode()
