"""Documents are added by who coordinates the case, kept in versions, and never replaced or deleted."""

import hashlib
import io
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cases.models import Document, DocumentPiece, DocumentVersion, Event
from cases.models.document import PIECE
from cases.operations import documents
from cases.queries.documents import bytes_of
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.documents import PDF, add_document, checked_file
from tests.factories import NOW, make_case, make_member
from tests.relations import RELATIONS, surrounded_case
from tests.undoing import taken_back

pytestmark = pytest.mark.django_db
KEEPS = {"contact_person", "deputy", "case_director", "care_coordinator"}
UNKNOWN = {"other_manager", "administrator", "other_partner"}
LONG = PDF + b"x" * (2 * PIECE)


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def case(anna):
    return make_case(anna)


def test_a_document_holds_the_bytes_that_came_in_in_encrypted_pieces(case, anna):
    document = add_document(case, anna, content=LONG)
    version = document.versions.get()
    assert b"".join(bytes_of(version)) == LONG
    assert (version.number, version.size, version.type) == (1, len(LONG), "pdf")
    assert version.sha256 == hashlib.sha256(LONG).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM cases_documentpiece")
        pieces = [bytes(row[0]) for row in cursor.fetchall()]
        cursor.execute("SELECT name FROM cases_documentversion")
        (name,) = cursor.fetchone()
    assert len(pieces) == 3
    assert not any(b"x" * 100 in piece or b"%PDF" in piece for piece in pieces)
    assert "brief" not in name


def test_adding_leaves_an_event_and_an_audit_line_with_keys_only(case, anna):
    document = add_document(case, anna, title="Geheim", category="health", kind="medical")
    event = Event.objects.get(kind="document_added")
    assert event.codes == {"document": document.pk, "what": "medical", "about": "health", "version": 1}
    assert Entry.objects.filter(action="document_added", residents=[case.resident_id]).exists()


@pytest.mark.parametrize(
    ("title", "names", "titles"),
    [
        ("", ["a.pdf", "b.c.pdf"], ["a", "b.c"]),
        ("Foto", ["a.pdf"], ["Foto"]),
        (" Foto ", ["a.pdf", "b.pdf"], ["Foto (1)", "Foto (2)"]),
    ],
)
def test_each_file_is_a_document_of_its_own_with_a_title(case, anna, title, names, titles):
    made = documents.add_documents(
        case=case, files=[checked_file(name=name) for name in names], kind="photo", category="general",
        dated=date(2026, 1, 2), title=title, by=anna, now=NOW,
    )  # fmt: skip
    assert [document.title for document in made] == titles
    assert Event.objects.filter(kind="document_added").count() == len(names)


@pytest.mark.parametrize("count", [0, 11])
def test_no_file_or_too_many_is_refused(case, anna, count):
    with pytest.raises(Refused) as caught:
        documents.add_documents(
            case=case, files=[checked_file()] * count, kind="photo", category="general",
            dated=date(2026, 1, 2), by=anna, now=NOW,
        )  # fmt: skip
    assert caught.value.field == "upload"


def test_a_document_is_not_of_tomorrow(case, anna):
    with pytest.raises(Refused) as caught:
        add_document(case, anna, dated=timezone.localdate(NOW) + timedelta(days=1))
    assert caught.value.field == "dated"
    assert not Document.objects.exists()


def test_a_newer_version_keeps_the_older_one(case, anna):
    document = add_document(case, anna)
    newer = documents.add_version(document=document, file=checked_file(LONG, "b.pdf"), by=anna, now=NOW)
    assert [one.number for one in document.versions.all()] == [2, 1]
    assert b"".join(bytes_of(newer)) == LONG
    assert b"".join(bytes_of(document.versions.get(number=1))) == PDF
    assert Event.objects.filter(kind="document_added").latest("pk").codes["version"] == 2


def test_the_very_same_file_is_no_newer_version(case, anna):
    document = add_document(case, anna)
    with pytest.raises(Refused, match="hetzelfde"):
        documents.add_version(document=document, file=checked_file(), by=anna, now=NOW)


def test_out_of_sight_needs_a_reason_and_is_undone_by_putting_back(case, anna):
    document = add_document(case, anna)
    with pytest.raises(Refused):
        documents.hide_document(document=document, reason=" ", by=anna, now=NOW)
    for _twice in range(2):
        hidden = documents.hide_document(document=document, reason="Van iemand anders", by=anna, now=NOW)
    assert (hidden.hidden_reason, hidden.hidden_by) == ("Van iemand anders", anna)
    with pytest.raises(Refused, match="uit het zicht"):
        documents.add_version(document=document, file=checked_file(LONG), by=anna, now=NOW)
    for _twice in range(2):
        documents.put_back_document(document=document, by=anna, now=NOW)
    document.refresh_from_db()
    assert document.hidden_at is None
    kinds = Event.objects.filter(kind__startswith="document").order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["document_added", "document_hidden", "document_back"]


@pytest.mark.parametrize("category", ["general", "youth_safety"])
def test_who_keeps_the_documents(category):
    case, people = surrounded_case("supported")
    document = add_document(case, people["contact_person"], category=category)
    hidden = add_document(case, people["contact_person"], category=category)
    documents.hide_document(document=hidden, reason="Dubbel", by=people["contact_person"], now=NOW)
    works = {
        "add": lambda by: add_document(case, by, category=category),
        "version": lambda by: documents.add_version(
            document=document, file=checked_file(PDF + by.name.encode()), by=by, now=NOW
        ),
        "change": lambda by: documents.change_document(
            document=document,
            title="Brief",
            kind="other",
            category=category,
            dated=NOW.date(),
            by=by,
            now=NOW,
        ),
        "hide": lambda by: documents.hide_document(document=document, reason="Dubbel", by=by, now=NOW),
        "back": lambda by: documents.put_back_document(document=document, by=by, now=NOW),
        "hidden": lambda by: documents.put_back_document(document=hidden, by=by, now=NOW),
    }
    for name, work in works.items():
        found = {relation: _answer(work, people[relation]) for relation in RELATIONS}
        assert found == {relation: _expected(name, relation, category) for relation in RELATIONS}, name


def _answer(work, by):
    try:
        with taken_back():
            work(by)
        return "yes"
    except NotPermitted:
        return "403"
    except NotFound:
        return "404"


def _expected(name, relation, category):
    if relation in KEEPS:
        return "yes"
    closed = category == "youth_safety" and relation in ("own_team", "partner") and name != "add"
    sees_hidden = name != "hidden" or relation not in ("own_team", "reading_grant", "break_glass", "partner")
    return "404" if relation in UNKNOWN or closed or not sees_hidden else "403"


def test_a_change_leaves_an_event_and_an_audit_line_and_the_same_again_nothing(case, anna):
    document = add_document(case, anna, title="Scan", category="general")
    given = {"title": "Vonnis", "kind": "other", "category": "justice", "dated": document.date}
    for _twice in range(2):
        documents.change_document(document=document, by=anna, now=NOW, **given)
    event = Event.objects.get(kind="document_added", codes__changed=True)
    assert event.codes == {"document": document.pk, "what": "other", "about": "justice", "changed": True}
    line = Entry.objects.get(action="change_document")
    assert (line.object_id, line.codes) == (document.pk, {"fields": ["category", "kind", "title"]})
    documents.hide_document(document=document, reason="Dubbel", by=anna, now=NOW)
    with pytest.raises(Refused):
        documents.change_document(document=document, by=anna, now=NOW, **(given | {"title": "Brief"}))


@pytest.mark.parametrize(
    ("rows", "change"),
    [
        (DocumentVersion, {"sha256": "0" * 64}),
        (DocumentVersion, {"name": "iets anders.exe"}),
        (DocumentPiece, {"content": b"iets anders"}),
    ],
)
def test_the_database_refuses_to_change_what_came_in(case, anna, rows, change):
    add_document(case, anna)
    with pytest.raises(IntegrityError, match="stays as it came in"), transaction.atomic():
        rows.objects.update(**change)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"kind": "niets"}, "document_kind_known"),
        ({"hidden_at": NOW}, "document_hidden_by_someone_with_reason"),
        ({"hidden_reason": "zomaar"}, "document_hidden_by_someone_with_reason"),
    ],
)
def test_the_database_refuses_half_of_it(case, anna, change, constraint):
    document = add_document(case, anna)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(**change)


def test_a_file_is_read_from_its_start_wherever_it_stands(case, anna):
    file = checked_file(LONG)
    file.content.seek(0, io.SEEK_END)
    (document,) = documents.add_documents(
        case=case, files=[file], kind="letter", category="general", dated=date(2026, 1, 2), by=anna, now=NOW
    )
    assert b"".join(bytes_of(document.versions.get())) == LONG
