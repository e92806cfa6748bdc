"""What is said, kept while one talks."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from psycopg.types.range import DateRange

from cases.models import Household, HouseholdMember
from cases.operations.cases import withdraw
from intake.merging import digest
from intake.models import Conversation, DomainNote
from intake.models.conversation import NOTE_FIELDS, TEXT_FIELDS, WORD_FIELDS
from intake.operations.notes import SaidMeanwhileError, ask_nothing, check_kept, keep_said
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import NOW, ResidentFactory, make_member

pytestmark = pytest.mark.django_db
NOTHING = dict.fromkeys(TEXT_FIELDS, "") | {"level": None}


def seen(talk, domain="housing"):
    talk = Conversation.objects.get(pk=talk.pk)
    note = talk.notes.filter(domain=domain).first() or DomainNote()
    marks = {name: digest(getattr(note, name)) for name in NOTE_FIELDS}
    return marks | {name: digest(getattr(talk, name)) for name in WORD_FIELDS}


def say(talk, by, start=None, domain="housing", form="", turn=0, **said):
    talk = Conversation.objects.get(pk=talk.pk)
    words = {name: getattr(talk, name) for name in WORD_FIELDS}
    start = start or seen(talk, domain)
    return keep_said(
        conversation=talk, domain=domain, given=NOTHING | words | said, seen=start, by=by, now=NOW, form=form,
        turn=turn,
    )  # fmt: skip


def test_a_note_is_kept_with_who_wrote_it_and_when(anna, talk):
    say(talk, anna, notes="Ik ben gevallen.", level=2)
    note = DomainNote.objects.get()
    assert (note.notes, note.level, note.changed_by, note.changed_at) == ("Ik ben gevallen.", 2, anna, NOW)


def test_walking_past_a_domain_leaves_no_empty_note(anna, talk):
    say(talk, anna)
    assert not DomainNote.objects.exists()


def test_two_people_in_one_field_see_both_and_nothing_is_overwritten(anna, talk):
    start = seen(talk)
    say(talk, anna, start, notes="Wat Anna hoorde.")
    kept = say(talk, anna, start, notes="Wat Bram hoorde.", can_do="Koken")
    assert kept.conflicts == {"notes": "Wat Anna hoorde."}
    note = DomainNote.objects.get()
    assert (note.notes, note.can_do) == ("Wat Anna hoorde.", "Koken")
    with pytest.raises(SaidMeanwhileError) as conflict:
        check_kept(kept)
    assert conflict.value.theirs == kept.conflicts


def test_a_form_that_keeps_itself_while_one_types_does_not_conflict_with_itself(anna, talk):
    start = seen(talk)
    say(talk, anna, start, form="k", turn=1, notes="Wat")
    kept = say(talk, anna, start, form="k", turn=2, notes="Wat Anna hoorde.")
    assert not kept.conflicts
    late = say(talk, anna, start, form="k", turn=1, notes="Wat")
    assert not late.conflicts
    assert DomainNote.objects.get().notes == "Wat Anna hoorde."


def test_what_another_form_wrote_since_is_no_longer_ones_own(anna, talk):
    start = seen(talk)
    say(talk, anna, start, form="k", turn=1, notes="Wat Anna hoorde.")
    say(talk, anna, form="m", turn=1, notes="Wat Bram ervan maakte.")
    kept = say(talk, anna, start, form="k", turn=2, notes="Wat Anna nog hoorde.")
    assert kept.conflicts == {"notes": "Wat Bram ervan maakte."}
    assert kept.standing.marks["notes"]["form"] == "m"


def test_who_wrote_a_field_and_when_holds_no_words(anna, talk):
    say(talk, anna, form="k", turn=3, notes="Wat Anna hoorde.")
    marks = DomainNote.objects.get().written
    assert marks == {"notes": {"by": anna.pk, "form": "k", "turn": 3, "at": NOW.isoformat()}}


def test_one_text_typed_in_small_steps_is_one_line_of_the_log(anna, talk):
    start = seen(talk)
    for turn in range(1, 5):
        say(talk, anna, start, form="k", turn=turn, notes="woord " * turn)
    say(talk, anna, start, form="k", turn=5, notes="woord " * 5, can_do="Koken")
    say(talk, anna, form="m", turn=6, notes="Een ander formulier.", can_do="Koken")
    lines = Entry.objects.filter(action="note_domain").order_by("pk")
    assert [line.codes["fields"] for line in lines] == [["notes"], ["can_do"], ["notes"]]
    assert {line.residents[0] for line in lines} == {talk.case.resident_id}


def test_without_a_form_each_change_is_a_line_of_the_log(anna, talk):
    for text in ("Een.", "Een, twee."):
        say(talk, anna, notes=text)
    assert Entry.objects.filter(action="note_domain").count() == 2


def test_each_change_gives_the_conversation_a_next_version(anna, talk):
    before = Conversation.objects.get().version
    say(talk, anna)
    assert Conversation.objects.get().version == before
    say(talk, anna, notes="Iets")
    assert Conversation.objects.get().version == before + 1


def test_two_people_in_different_fields_both_get_their_way(anna, talk):
    start = seen(talk)
    say(talk, anna, start, notes="Wat Anna hoorde.")
    say(talk, anna, start, can_do="Koken")
    note = DomainNote.objects.get()
    assert (note.notes, note.can_do) == ("Wat Anna hoorde.", "Koken")


def test_the_wish_of_the_whole_conversation_is_guarded_in_the_same_way(anna, talk):
    start = seen(talk)
    say(talk, anna, start, wish="Zelf naar boven.")
    assert say(talk, anna, start, wish="Verhuizen.").conflicts == {"wish": "Zelf naar boven."}
    assert Conversation.objects.get().wish == "Zelf naar boven."


def test_relations_at_home_are_about_youth_and_safety_where_there_are_children(anna, talk):
    home = Household.objects.create(name="Gezin")
    always = DateRange(date(2020, 1, 1), None)
    HouseholdMember.objects.create(household=home, resident=talk.case.resident, during=always)
    child = ResidentFactory(birth_date=date(2015, 1, 1))
    HouseholdMember.objects.create(household=home, resident=child, during=always)
    say(talk, anna, domain="home_relations", notes="Ruzie")
    assert DomainNote.objects.get().category == "youth_safety"


def test_relations_at_home_are_general_without_children_or_danger(anna, talk):
    say(talk, anna, domain="home_relations", notes="Goed")
    assert DomainNote.objects.get().category == "general"


def test_unsafe_in_the_report_makes_relations_at_home_youth_and_safety(anna, talk):
    talk.case.help_requests.update(red_flags=["unsafe"])
    say(talk, anna, domain="home_relations", notes="Ruzie")
    assert DomainNote.objects.get().category == "youth_safety"


def test_a_closed_case_takes_no_more_notes(anna, talk):
    withdraw(
        case=talk.case, who="inwoner", reason="Het hoeft niet meer.", outcome="withdrawn", by=anna, now=NOW
    )
    with pytest.raises(Refused):
        say(talk, anna, notes="Nog iets")
    with pytest.raises(Refused):
        nothing(talk, anna)


def nothing(talk, by, here=True, domain="housing"):
    return ask_nothing(conversation=talk, domain=domain, nothing=here, by=by, now=NOW)


def test_no_questions_is_kept_as_asked_and_taken_back_by_asking_again(anna, talk):
    note = nothing(talk, anna)
    assert (note.no_questions, note.changed_by, note.category) == (True, anna, "general")
    assert nothing(talk, anna).pk == note.pk
    assert not nothing(talk, anna, here=False).no_questions
    assert DomainNote.objects.count() == 1


def test_where_something_is_noted_there_are_questions(anna, talk):
    say(talk, anna, notes="De trap is steil.")
    with pytest.raises(Refused):
        nothing(talk, anna)


def test_what_is_said_later_takes_the_place_of_no_questions(anna, talk):
    nothing(talk, anna)
    say(talk, anna, goes_well="De keuken is nieuw.")
    assert not DomainNote.objects.get().no_questions


def test_the_database_knows_that_no_questions_is_empty(anna, talk):
    nothing(talk, anna)
    with pytest.raises(IntegrityError), transaction.atomic():
        DomainNote.objects.update(is_hard="Toch iets")
    with pytest.raises(IntegrityError), transaction.atomic():
        DomainNote.objects.update(no_questions=False, level=6)


@pytest.mark.parametrize(("name", "error"), [("bram", NotPermitted), ("fatma", NotFound)])
def test_only_who_works_on_the_case_says_that_there_are_no_questions(talk, name, error):
    with pytest.raises(error):
        nothing(talk, make_member(name))
