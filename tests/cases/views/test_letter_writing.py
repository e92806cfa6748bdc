"""A letter from its template on screen: looked through, changed, seen on paper, and sent once."""

import pytest
from django.urls import reverse

from cases.models import Letter
from cases.operations import procedures
from cases.operations.letter_templates import make_template_concept, publish_template, word_template
from cases.queries.letters import words_in
from tests.cases.operations.test_letter_templates import wording
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
REQUIRED = {"delivery": "post", "categories": ["general"]}


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def decided(anna):
    return procedures.decide(
        procedure=make_deciding_case(anna)[1], outcome="refused", reasons="Er is iets lichters.",
        decided_date=NOW.date(), by=anna, now=NOW,
    )  # fmt: skip


@pytest.fixture
def write(visit, anna, decided):
    return lambda data=None, **asked: visit(
        anna, "procedure_letter_write", decided.pk, "decision_refused", data=data, **asked
    )


def as_shown(page, **changed):
    form = page.context["form"]
    shown = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    return {**shown, **changed}


@pytest.mark.slow
def test_after_the_decision_its_letter_is_offered(visit, anna, decided):
    text = visit(anna, "procedure", decided.pk).content.decode()
    assert reverse("procedure_letter_write", args=[decided.pk, "decision_refused"]) in text
    text = visit(make_member("bram"), "procedure", decided.pk).content.decode()
    assert "decision_refused" not in text


@pytest.mark.slow
def test_the_letter_stands_there_filled_in_with_the_clause_fixed(write):
    page = write()
    text = page.content.decode()
    assert "Er is iets lichters." in text
    assert "binnen zes weken" in text
    fields = [name for name in page.context["form"].fields if name.startswith("text_")]
    assert not any("zes weken" in str(page.context["form"][name].value()) for name in fields)
    assert "Do it within six weeks." in write(language="en").content.decode()


def test_it_is_sent_once_with_what_was_changed(visit, write, anna, decided):
    page = write()
    data = as_shown(page, text_0="Wij hebben besloten dat u de traplift niet krijgt.")
    answers = [write(data=data) for _twice in range(2)]
    letter = Letter.objects.get()
    assert {answer.url for answer in answers} == {reverse("letter", args=[letter.number])}
    text = "\n".join(words_in(letter).words())
    assert "dat u de traplift niet krijgt" in text
    assert "binnen zes weken" in text
    assert write().status_code == 404  # it has been written
    assert letter.number in visit(anna, "procedure", decided.pk).content.decode()


def test_who_sends_a_clause_along_does_not_change_it(write):
    page = write()
    fixed = next(part.place for part, field in page.context["form"].parts() if field is None)
    write(data=as_shown(page, **{f"text_{fixed}": "U kunt geen bezwaar maken."}))
    text = "\n".join(words_in(Letter.objects.get()).words())
    assert "geen bezwaar maken" not in text
    assert "binnen zes weken" in text


@pytest.mark.slow
def test_it_is_seen_on_paper_before_it_goes(write):
    answer = write(data=as_shown(write(), do="preview"))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert not Letter.objects.exists()


@pytest.mark.slow
def test_what_lacks_is_said_at_its_field(write):
    page = write()
    reasons = next(part.place for part, field in page.context["form"].parts() if part.needed and field)
    answer = write(data=as_shown(page, **{f"text_{reasons}": " "}))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [f"text_{reasons}"]
    assert set(write(data={}).context["form"].errors) >= {"title", "categories", "delivery"}


@pytest.mark.slow
def test_a_letter_that_was_begun_keeps_its_version_when_another_comes_into_use(write):
    page = write()
    fatma = make_member("fatma")
    row = make_template_concept(kind="decision_refused", by=fatma, now=NOW)
    word_template(template=row, language="nl", wording=wording(), seen=0, by=fatma, now=NOW)
    publish_template(template=row, seen=1, by=fatma, now=NOW)
    write(data=as_shown(page))
    assert Letter.objects.get().template.version == 1


@pytest.mark.slow
@pytest.mark.parametrize("version", ["2", "999"])
def test_a_concept_or_nothing_is_no_version_to_write_from(write, version):
    make_template_concept(kind="decision_refused", by=make_member("fatma"), now=NOW)
    assert write(data=as_shown(write(), version=version)).status_code == 404


@pytest.mark.slow
def test_a_receipt_is_written_from_the_letters_of_the_case(visit, anna):
    case = make_case(anna)
    text = visit(anna, "case_letters", case.number).content.decode()
    assert reverse("letter_write", args=[case.number, "receipt"]) in text
    page = visit(anna, "letter_write", case.number, "receipt")
    visit(anna, "letter_write", case.number, "receipt", data=as_shown(page))
    assert Letter.objects.get().kind == "receipt"


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["decision_granted", "conversation_report", "nothing"])
def test_a_letter_that_is_not_for_a_case_is_not_found(visit, anna, kind):
    case = make_case(anna)
    assert visit(anna, "letter_write", case.number, kind).status_code == 404
    assert visit(anna, "letter_write", case.number, kind, data=REQUIRED).status_code == 404


@pytest.mark.slow
def test_who_reads_along_writes_no_letters(visit, anna):
    case, bram = make_case(anna), make_member("bram")
    assert visit(bram, "letter_write", case.number, "receipt").status_code == 403
    assert "receipt" not in visit(bram, "case_letters", case.number).content.decode()


@pytest.mark.slow
def test_the_page_costs_a_fixed_number_of_queries(write, django_assert_max_num_queries):
    write()
    with django_assert_max_num_queries(34):
        write()
