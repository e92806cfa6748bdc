"""Documents in a real browser: added, refused kindly, and only ever saved, never run."""

from pathlib import Path

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Error, expect

from cases.models import Document
from cases.operations.documents import hide_document
from tests.documents import PDF, add_document
from tests.factories import make_case, make_member
from tests.journeys.conftest import DESKTOP, PHONE, ZOOMED

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PAGE = b"Beste collega,\n<!doctype html><html><body><script>document.title = 'gerend'</script></body></html>"


@pytest.fixture
def anna():
    with override_settings(DEMO=True):
        yield make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna, at=timezone.now())


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_a_file_that_is_too_large_is_refused_and_what_was_typed_stays_then_another_is_added(
    desks, case, anna, tmp_path, javascript
):
    large, brief = tmp_path / "film.pdf", tmp_path / "brief.pdf"
    large.write_bytes(PDF + bytes(30 * 1024 * 1024))
    brief.write_bytes(PDF)
    page = desks.of(anna, java_script_enabled=javascript).go(reverse("document_new", args=[case.number]))
    page.get_by_label("Wat is het?").select_option("letter")
    page.get_by_label("Waar gaat het over?").select_option("general")
    page.get_by_label("Korte titel").fill("Brief van de bank")
    page.get_by_label("Bestanden").set_input_files(large)
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_text("groter dan 25 MB").first).to_be_visible()
    expect(page.get_by_label("Korte titel")).to_have_value("Brief van de bank")
    expect(page.get_by_label("Wat is het?")).to_have_value("letter")
    page.get_by_label("Bestanden").set_input_files(brief)
    page.get_by_role("button", name="Toevoegen").click()
    page.wait_for_url("**/documenten/")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Downloaden").click()
    assert saved.value.suggested_filename == "brief.pdf"
    assert Path(saved.value.path()).read_bytes() == PDF


def test_what_looks_like_a_page_is_saved_as_text_and_never_run(desks, case, anna):
    document = add_document(
        case, anna, content=PAGE, name="../brief.html", dated=timezone.localdate(), now=timezone.now()
    )
    desk = desks.of(anna)
    page = desk.go(reverse("document", args=[document.pk]))
    title = page.title()
    with page.expect_download() as saved, pytest.raises(Error, match="Download is starting"):
        page.goto(desk.base + reverse("document_file", args=[document.pk, 1]))
    assert saved.value.suggested_filename == "brief.html.txt"
    assert Path(saved.value.path()).read_bytes() == PAGE
    assert page.title() == title


def test_a_pdf_is_saved_too_and_not_opened_in_the_browser(desks, case, anna):
    document = add_document(case, anna, dated=timezone.localdate(), now=timezone.now())
    page = desks.of(anna).go(reverse("document", args=[document.pk]))
    with page.expect_download() as saved:
        page.get_by_role("link", name="brief.pdf").click()
    assert saved.value.suggested_filename == "brief.pdf"
    assert page.url.endswith(reverse("document", args=[document.pk]))


def test_every_page_of_documents_can_be_used_by_everybody(desks, case, anna):
    document, gone = (
        add_document(case, anna, dated=timezone.localdate(), now=timezone.now(), title=title)
        for title in (
            "Verslag van het ziekenhuis over de behandeling en wat daarna nodig is",
            "Dubbel",
        )
    )
    hide_document(document=gone, reason="Dubbel", by=anna, now=timezone.now())
    desk = desks.of(anna)
    for name, key in (
        ("case_documents", case.number), ("document_new", case.number), ("document", document.pk),
        ("document", gone.pk), ("document_version_new", document.pk), ("document_hide", document.pk),
    ):  # fmt: skip
        desk.go(reverse(name, args=[key]))
        desk.check_accessible(at=(DESKTOP, PHONE, ZOOMED))


def test_the_case_loads_its_documents_by_itself(desks, case, anna):
    add_document(case, anna, dated=timezone.localdate(), now=timezone.now(), title="Huurcontract")
    page = desks.of(anna).go(reverse("case", args=[case.number]))
    page.get_by_role("region", name="Documenten").get_by_role("link", name="Huurcontract").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Huurcontract")
    assert Document.objects.get().title == "Huurcontract"
