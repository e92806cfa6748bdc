"""Writing on the report, sending it, and adding what the resident remarks."""

import pytest

from cases.enums import Delivery, RedFlag
from cases.letters.text import LetterText
from cases.models import HelpRequest, Letter
from cases.operations.letters import Sending
from cases.permissions import access_to_case
from intake.merging import digest
from intake.models import Conversation, ConversationReport, DomainNote, ReportPart
from intake.operations import report_keeping, report_sending
from intake.operations.conversations import hold
from intake.queries.conversation_report import concept_of, fields_of, lines_of, report_page
from sociaal.core.errors import Conflict, NotPermitted, Refused
from tests.factories import NOW, make_member

pytestmark = pytest.mark.django_db
HOUSING = "text_domain_housing"


@pytest.fixture
def case(talk, anna):
    """A case in which a conversation was held, with a note about the home."""
    DomainNote.objects.create(conversation=talk, domain="housing", notes="De trap is steil.")
    hold(conversation=talk, held_at=NOW, by=anna, now=NOW)
    return talk.case


def keep(case, by, *, seen=None, **given):
    marks = {name: digest(value) for name, value in fields_of(lines_of(concept_of(case), NOW)).items()}
    return report_keeping.keep_report(
        case=case, given=given, seen=marks if seen is None else seen, by=by, now=NOW
    )


def send(case, by, number=1, *, safe=False, **sending):
    return report_sending.send_report(
        case=case, number=number, sending=Sending(**sending), safe=safe, by=by, now=NOW
    )


def text_of(letter):
    return "\n".join(LetterText.from_json(Letter.objects.get(pk=letter.pk).source).words())


def test_nothing_is_stored_until_somebody_changes_something(case, anna):
    keep(case, anna, **fields_of(lines_of(concept_of(case), NOW)))
    assert not ConversationReport.objects.exists()


def test_what_was_changed_is_kept_and_the_rest_follows_the_notes(case, anna):
    keep(case, anna, **{HOUSING: "De trap is te steil voor u."})
    DomainNote.objects.create(conversation=Conversation.objects.get(), domain="daytime", notes="Breit graag.")
    texts = {line.code: line.text for line in lines_of(concept_of(case), NOW)}
    assert texts["domain_housing"] == "De trap is te steil voor u."
    assert "Breit graag." in texts["domain_daytime"]


def test_words_put_back_follow_the_notes_again(case, anna):
    keep(case, anna, **{HOUSING: "Anders"})
    keep(case, anna, **{HOUSING: "U vertelde: De trap is steil."})
    assert ReportPart.objects.get().text == ""


def test_a_part_that_is_emptied_does_not_come_in(case, anna):
    keep(case, anna, **{HOUSING: " "})
    assert "trap" not in text_of(send(case, anna)).split("Uw vraag")[0]
    assert not ReportPart.objects.get(code="domain_housing").included


def test_two_people_on_one_part_see_both_versions_and_other_parts_are_kept(case, anna):
    started = {HOUSING: digest("U vertelde: De trap is steil."), "keep_correct": digest(True)}
    keep(case, anna, seen=started, **{HOUSING: "Van Anna"})
    kept = keep(case, anna, seen=started, **{HOUSING: "Van de vervanger", "keep_correct": False})
    assert kept.conflicts == {HOUSING: "Van Anna"}
    assert ReportPart.objects.get(code="domain_housing").text == "Van Anna"
    assert not ReportPart.objects.get(code="correct").included


def test_a_form_does_not_conflict_with_what_it_kept_before(case, anna):
    for words in ("De trap", "De trap is", "De trap is smal"):
        kept = report_keeping.keep_report(
            case=case, given={HOUSING: words}, seen={HOUSING: digest("U vertelde: De trap is steil.")},
            by=anna, now=NOW, form="form",
        )  # fmt: skip
        assert not kept.conflicts
    assert ReportPart.objects.get().text == "De trap is smal"


def test_sending_makes_a_letter_that_says_what_was_decided_and_stays_so(case, anna):
    keep(case, anna, **{HOUSING: "De trap is te steil voor u.", "keep_rights": False})
    letter = send(case, anna)
    DomainNote.objects.update(notes="Iets heel anders.")
    assert "De trap is te steil voor u." in text_of(letter)
    assert "cliëntondersteuner" not in text_of(letter)
    assert "Iets heel anders." not in text_of(letter)
    assert ConversationReport.objects.get().letter == letter


def test_a_letter_carries_the_categories_of_all_that_is_in_it(case, anna):
    DomainNote.objects.create(
        conversation=Conversation.objects.get(), domain="finances", category="finances", notes="Schuld"
    )
    assert send(case, anna).categories == ["finances", "general"]


def test_a_version_that_went_out_is_not_sent_again(case, anna):
    send(case, anna)
    with pytest.raises(Conflict):
        send(case, anna)
    assert Letter.objects.count() == 1


def test_without_a_conversation_there_is_nothing_to_send(talk, anna):
    with pytest.raises(Refused):
        send(talk.case, anna)


def test_where_somebody_may_not_be_safe_the_writer_says_that_the_letter_can_come(case, anna):
    HelpRequest.objects.update(red_flags=[RedFlag.UNSAFE])
    with pytest.raises(Refused) as refusal:
        send(case, anna)
    assert refusal.value.field == "safe"
    assert send(case, anna, delivery=Delivery.BY_HAND).delivery == "by_hand"


def test_of_an_unsafe_home_nothing_about_the_children_is_sent_also_when_it_was_ticked_before(case, anna):
    DomainNote.objects.create(
        conversation=Conversation.objects.get(), domain="parenting", category="youth_safety", notes="Geheim"
    )
    keep(case, anna, keep_domain_parenting=True, text_domain_parenting="Geheim, anders gezegd")
    HelpRequest.objects.update(red_flags=[RedFlag.UNSAFE])
    letter = send(case, anna, safe=True)
    assert "Geheim" not in text_of(letter)
    assert "youth_safety" not in letter.categories


def test_the_remarks_come_in_the_next_version_under_the_same_words(case, anna):
    keep(case, anna, **{HOUSING: "De trap is te steil voor u."})
    first = send(case, anna)
    report_sending.add_remarks(case=case, remarks="Ik slaap ook slecht.", by=anna, now=NOW)
    second = send(case, anna, number=2)
    assert "De trap is te steil voor u." in text_of(second)
    assert "Ik slaap ook slecht." in text_of(second)
    assert "Ik slaap ook slecht." not in text_of(first)
    assert LetterText.from_json(Letter.objects.get(pk=second.pk).source).title.endswith("versie 2")


def test_remarks_given_again_before_sending_replace_the_earlier_ones(case, anna):
    send(case, anna)
    for words in ("Eerst", "Toch anders"):
        report_sending.add_remarks(case=case, remarks=words, by=anna, now=NOW)
    assert ConversationReport.objects.get(number=2).remarks == "Toch anders"


@pytest.mark.parametrize("remarks", ["", "  ", "Voor het versturen"])
def test_remarks_need_words_and_a_report_that_was_sent(case, anna, remarks):
    with pytest.raises(Refused):
        report_sending.add_remarks(case=case, remarks=remarks, by=anna, now=NOW)


def test_another_language_changes_what_is_made_and_not_what_was_written(case, anna):
    keep(case, anna, **{HOUSING: "Zelf geschreven"})
    report_keeping.choose_language(case=case, language="en", by=anna, now=NOW)
    texts = {line.code: line.text for line in lines_of(concept_of(case), NOW)}
    assert texts["domain_housing"] == "Zelf geschreven"
    assert texts["meeting"].startswith("On 18 November 2026")


@pytest.mark.parametrize("name", ["bram", "carla", "dirk"])
def test_only_who_works_on_the_case_writes_and_sends(case, name):
    other = make_member(name)
    for attempt in (
        lambda: keep(case, other, **{HOUSING: "x"}),
        lambda: send(case, other),
        lambda: report_sending.add_remarks(case=case, remarks="x", by=other, now=NOW),
        lambda: report_keeping.choose_language(case=case, language="en", by=other, now=NOW),
    ):
        with pytest.raises(NotPermitted):
            attempt()


def test_who_reads_along_sees_only_the_parts_they_may(case, anna):
    DomainNote.objects.create(
        conversation=Conversation.objects.get(), domain="justice", category="justice", notes="Boete"
    )
    keep(case, anna, keep_domain_justice=True)
    bram = make_member("bram")
    page = report_page(case, access_to_case(bram, case, NOW), NOW)
    assert "Boete" not in " ".join(line.text for line in page.lines)
    assert page.hidden == 1


def test_the_facts_cost_a_fixed_number_of_questions(case, anna, django_assert_max_num_queries):
    with django_assert_max_num_queries(18):
        report_page(case, access_to_case(anna, case, NOW), NOW)
