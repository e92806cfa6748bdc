"""What is said, kept while one talks."""

from datetime import date

import pytest
from psycopg.types.range import DateRange

from cases.models import Household, HouseholdMember
from cases.operations.cases import withdraw
from intake.merging import digest
from intake.models import Conversation, DomainNote
from intake.models.conversation import NOTE_FIELDS, WORD_FIELDS
from intake.operations.notes import SaidMeanwhileError, keep_said
from sociaal.core.errors import Refused
from tests.factories import NOW, ResidentFactory

pytestmark = pytest.mark.django_db
NOTHING = {"notes": "", "can_do": "", "network_can": "", "cannot": "", "level": None}


def seen(talk, domain="housing"):
    talk = Conversation.objects.get(pk=talk.pk)
    note = talk.notes.filter(domain=domain).first() or DomainNote()
    marks = {name: digest(getattr(note, name)) for name in NOTE_FIELDS}
    return marks | {name: digest(getattr(talk, name)) for name in WORD_FIELDS}


def say(talk, by, start=None, domain="housing", **said):
    talk = Conversation.objects.get(pk=talk.pk)
    words = {name: getattr(talk, name) for name in WORD_FIELDS}
    given = NOTHING | words | said
    keep_said(conversation=talk, domain=domain, given=given, seen=start or seen(talk, domain), by=by, now=NOW)


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
    with pytest.raises(SaidMeanwhileError) as conflict:
        say(talk, anna, start, notes="Wat Bram hoorde.", can_do="Koken")
    assert conflict.value.theirs == {"notes": "Wat Anna hoorde."}
    note = DomainNote.objects.get()
    assert (note.notes, note.can_do) == ("Wat Anna hoorde.", "")


def test_two_people_in_different_fields_both_get_their_way(anna, talk):
    start = seen(talk)
    say(talk, anna, start, notes="Wat Anna hoorde.")
    say(talk, anna, start, can_do="Koken")
    note = DomainNote.objects.get()
    assert (note.notes, note.can_do) == ("Wat Anna hoorde.", "Koken")


def test_the_wish_of_the_whole_conversation_is_guarded_in_the_same_way(anna, talk):
    start = seen(talk)
    say(talk, anna, start, wish="Zelf naar boven.")
    with pytest.raises(SaidMeanwhileError):
        say(talk, anna, start, wish="Verhuizen.")


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
