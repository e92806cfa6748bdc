"""Making a new version of the words of a letter, and bringing it into use (publish, retire)."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from cases.letters.templating import Wording
from cases.letters.text import Section
from cases.models import LetterTemplate
from cases.operations.letter_templates import (
    TemplateChangedError,
    discard_template_concept,
    make_template_concept,
    publish_template,
    word_template,
)
from cases.queries.letter_templates import changes_in, template_in_use
from sociaal.audit.models import Entry
from sociaal.core.errors import Conflict, NotFound, NotPermitted, Refused
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db
KIND = "decision_granted"


@pytest.fixture
def fatma():
    return make_member("fatma")


@pytest.fixture
def concept(fatma):
    return make_template_concept(kind=KIND, by=fatma, now=NOW)


def wording(*texts, title="Besluit"):
    whole = ("{reasons}", "{objection_clause}")
    return Wording(title, tuple(Section("", text) for text in texts or whole))


def word(row, by, given=None, language="nl", seen=None):
    seen = LetterTemplate.objects.get(pk=row.pk).change if seen is None else seen
    return word_template(
        template=row, language=language, wording=given or wording(), seen=seen, by=by, now=NOW
    )


def publish(row, by):
    return publish_template(template=row, seen=LetterTemplate.objects.get(pk=row.pk).change, by=by, now=NOW)


def test_a_concept_begins_as_a_copy_of_the_version_in_use(concept):
    assert (concept.version, concept.state) == (2, "concept")
    assert concept.words == template_in_use(KIND).words
    assert changes_in(concept) == []


def test_of_each_kind_there_is_one_concept(concept, fatma):
    with pytest.raises(Refused):
        make_template_concept(kind=KIND, by=fatma, now=NOW)
    assert make_template_concept(kind="receipt", by=fatma, now=NOW).version == 2


def test_a_report_of_a_conversation_has_no_template(fatma):
    with pytest.raises(NotFound):
        make_template_concept(kind="conversation_report", by=fatma, now=NOW)


def test_new_words_change_one_language_and_say_what_changed(concept, fatma):
    row = word(concept, fatma)
    assert row.wording("nl") == wording()
    assert row.wording("en") == template_in_use(KIND).wording("en")
    assert [code for code, _name, _changes in changes_in(row)] == ["nl"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (wording("{reasons}"), "Awb 3:45"),
        (wording("{objection_clause}"), "{reasons}"),
        (wording("{reasons}\n{objection_clause", "{objection_clause}"), "brace"),
        (wording("{reasons} {nonsense}", "{objection_clause}"), "{nonsense}"),
        (wording(title=" "), "title"),
        (wording(title="{objection_clause}"), "line of its own"),
    ],
)
def test_words_that_do_not_do_are_refused(concept, fatma, given, said):
    with translation.override("en"), pytest.raises(Refused, match=said):
        word(concept, fatma, given)


def test_who_was_second_sees_what_the_first_wrote(concept, fatma):
    word(concept, fatma)
    with pytest.raises(TemplateChangedError) as conflict:
        word(concept, fatma, wording(title="Anders"), seen=0)
    assert conflict.value.theirs.wording("nl") == wording()


def test_another_language_than_ours_is_not_found(concept, fatma):
    with pytest.raises(NotFound):
        word(concept, fatma, language="fr")


def test_what_is_published_is_in_use_and_the_one_before_stays(concept, fatma):
    before = template_in_use(KIND)
    publish(word(concept, fatma), fatma)
    assert template_in_use(KIND).version == 2
    before.refresh_from_db(fields=["retired_at", "words"])
    assert before.retired_at == NOW
    assert LetterTemplate.objects.get(pk=before.pk).state == "retired"
    with pytest.raises(Refused):
        word(concept, fatma)
    with pytest.raises(Refused):
        discard_template_concept(template=before, by=fatma, now=NOW)


def test_what_changes_nothing_is_not_published(concept, fatma):
    with pytest.raises(Refused):
        publish(concept, fatma)


def test_what_changed_since_one_looked_is_not_published(concept, fatma):
    word(concept, fatma)
    with pytest.raises(Conflict):
        publish_template(template=concept, seen=0, by=fatma, now=NOW)


def test_a_concept_is_thrown_away(concept, fatma):
    discard_template_concept(template=concept, by=fatma, now=NOW)
    with pytest.raises(NotFound):
        word_template(template=concept, language="nl", wording=wording(), seen=0, by=fatma, now=NOW)


def test_only_an_administrator_does_any_of_it(concept, fatma):
    anna = make_member("anna")
    for attempt in (
        lambda: make_template_concept(kind="receipt", by=anna, now=NOW),
        lambda: word(concept, anna),
        lambda: publish(concept, anna),
        lambda: discard_template_concept(template=concept, by=anna, now=NOW),
    ):
        with pytest.raises(NotPermitted):
            attempt()


def test_every_step_is_logged(concept, fatma):
    publish(word(concept, fatma), fatma)
    lines = Entry.objects.filter(kind="write", actor=fatma).values_list("action", flat=True)
    assert {"make_letter_template", "word_letter_template", "publish_letter_template"} <= set(lines)


def test_the_database_keeps_a_version_that_was_used_as_it_was():
    used = LetterTemplate.objects.filter(kind=KIND, version=1)
    for attempt in (lambda: used.update(words={}), lambda: used.update(version=9), used.delete):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()
