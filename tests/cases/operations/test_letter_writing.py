"""Writing a letter from its template: what it says, when it can be sent, and what follows."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.letters.text import LetterText
from cases.models import Appointment, ContactTerm, Event, Letter, LetterTemplate, Procedure
from cases.operations import letters, procedures, suspensions
from cases.operations.letter_templates import make_template_concept
from cases.operations.letter_writing import Written, send_written_letter
from cases.operations.letters import Sending
from cases.queries.letter_templates import template_in_use
from cases.queries.letter_writing import Given, blank_of, language_for, letters_for, letters_for_case
from intake.operations import conversations
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.cases.operations.sending import set_now
from tests.factories import NOW, make_case, make_deciding_case, make_member

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
REASONS = "U kunt de trap niet meer op.\n\n{objection_clause} #let x = 1"


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def decided(anna):
    procedure = make_deciding_case(anna)[1]
    return procedures.decide(
        procedure=procedure, outcome="granted", reasons=REASONS, decided_date=TODAY, by=anna, now=NOW,
        conditions="- U zorgt voor stroom.",
    )  # fmt: skip


def send(case, by, kind, *, procedure=None, language="nl", texts=None, title=None, safe=False, **sending):
    template = template_in_use(kind)
    blank = blank_of(template, language, case, procedure, NOW)
    given = Given(blank.title() if title is None else title, texts or {})
    written = Written(language, given, ["general"], safe)
    return send_written_letter(
        case=case, procedure=procedure, template=template, written=written,
        sending=Sending(**sending), by=by, now=NOW,
    )  # fmt: skip


def says(letter):
    return LetterText.from_json(Letter.objects.get(pk=letter.pk).source)


def whole(letter):
    return "\n".join(says(letter).words())


def test_a_decision_letter_says_what_was_decided_and_how_to_object(anna, decided):
    letter = send(decided.case, anna, "decision_granted", procedure=decided)
    text = whole(letter)
    assert "Besluit op uw aanvraag: Traplift" in text
    assert "{objection_clause} #let x = 1" in text  # what was typed as a reason stays a reason
    assert "U zorgt voor stroom." in text
    assert "binnen zes weken" in text
    assert f"ons kenmerk: {letter.number}" in text
    assert says(letter).closing[1:] == (
        "Het college van burgemeester en wethouders van Voorbeeldstad,",
        "namens dit college:",
        "Anna",
    )
    assert (letter.template.kind, letter.template.version, letter.procedure_id) == (
        "decision_granted", 1, decided.pk,
    )  # fmt: skip


@pytest.mark.slow
def test_it_is_written_in_english(anna, decided):
    text = says(send(decided.case, anna, "decision_granted", procedure=decided, language="en"))
    assert text.language == "en"
    assert text.title == "Decision on your application: Traplift"
    assert "Do it within six weeks." in "\n".join(text.words())


@pytest.mark.slow
def test_english_is_the_first_choice_for_who_speaks_it(anna):
    case = make_case(anna)
    found = []
    for spoken in ("Engels", "english ", "Turks", ""):
        case.resident.language = spoken
        found.append(language_for(case.resident))
    assert found == ["en", "en", "nl", "nl"]


def test_the_writer_changes_words_but_never_how_to_object(anna, decided):
    blank = blank_of(template_in_use("decision_granted"), "nl", decided.case, decided, NOW)
    places = {part.place for part in blank.drafts("")}
    letter = send(
        decided.case, anna, "decision_granted", procedure=decided,
        texts=dict.fromkeys(places, "Ander woord."), title="Uw traplift",
    )  # fmt: skip
    text = whole(letter)
    assert text.count("Ander woord.") == len(places) - 1
    assert "binnen zes weken" in text
    assert says(letter).title == letter.title == "Uw traplift"


@pytest.mark.slow
def test_the_reasons_cannot_be_left_out(anna, decided):
    blank = blank_of(template_in_use("decision_granted"), "nl", decided.case, decided, NOW)
    reasons = next(part.place for part in blank.drafts("") if part.needed and not part.fixed)
    with pytest.raises(Refused) as refusal:
        send(decided.case, anna, "decision_granted", procedure=decided, texts={reasons: "  "})
    assert refusal.value.field == f"text_{reasons}"


def test_the_decision_counts_as_sent_on_the_day_its_letter_is_printed(anna, decided):
    bram = make_member("bram")
    letter = set_now(send(decided.case, anna, "decision_granted", procedure=decided))
    assert Procedure.objects.get(pk=decided.pk).sent_date is None
    letters.mark_printed(letter=letter, by=bram, now=NOW + timedelta(days=1))
    assert Procedure.objects.get(pk=decided.pk).sent_date == TODAY + timedelta(days=1)
    assert Event.objects.filter(kind="decision_sent", case=decided.case).count() == 1


@pytest.mark.slow
def test_a_decision_that_was_sent_in_another_way_keeps_its_day(anna, decided):
    letter = set_now(send(decided.case, anna, "decision_granted", procedure=decided))
    procedures.send_decision(procedure=decided, sent_date=TODAY, by=anna, now=NOW)
    letters.mark_printed(letter=letter, by=anna, now=NOW + timedelta(days=1))
    assert Procedure.objects.get(pk=decided.pk).sent_date == TODAY


@pytest.mark.slow
def test_a_decision_is_sent_by_letter_once_unless_it_was_stopped(anna, decided):
    first = send(decided.case, anna, "decision_granted", procedure=decided)
    assert letters_for(decided) == []
    with pytest.raises(Refused):
        send(decided.case, anna, "decision_granted", procedure=decided)
    letters.stop_letter(letter=first, reason="Verkeerd adres", by=anna, now=NOW)
    assert letters_for(decided) == ["decision_granted"]
    send(decided.case, anna, "decision_granted", procedure=decided)


def test_the_database_holds_one_decision_letter_too(anna, decided):
    letter = send(decided.case, anna, "decision_granted", procedure=decided)
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.create(
            case=letter.case, kind="decision_partly", number="B2026-999999", title="x",
            categories=["general"], delivery="post", source="{}", by=anna, made_at=NOW, procedure=decided,
        )  # fmt: skip
    for change in ({"template": None}, {"procedure": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.filter(pk=letter.pk).update(**change)


@pytest.mark.slow
def test_another_outcome_has_another_letter(anna, decided):
    with pytest.raises(Refused):
        send(decided.case, anna, "decision_refused", procedure=decided)


@pytest.mark.slow
def test_what_is_not_known_must_be_filled_in_first(anna):
    case, procedure = make_deciding_case(anna)
    with pytest.raises(Refused) as refusal:
        send(case, anna, "decision_late", procedure=procedure)
    assert "[nieuwe dag waarop wij uiterlijk beslissen]" in str(refusal.value)
    place = refusal.value.field.removeprefix("text_")
    send(case, anna, "decision_late", procedure=procedure, texts={int(place): "Uiterlijk op 21 december."})


@pytest.mark.slow
def test_what_can_be_written_follows_the_procedure(anna):
    _case, procedure = make_deciding_case(anna)
    assert letters_for(procedure) == ["decision_late"]
    suspensions.suspend(
        procedure=procedure, from_date=TODAY, until_date=None, reason="Offerte", by=anna, now=NOW
    )
    assert letters_for(procedure) == ["term_suspended", "decision_late"]
    Procedure.objects.filter(pk=procedure.pk).update(default_notice_date=TODAY + timedelta(days=1))
    noticed = Procedure.objects.get(pk=procedure.pk)
    assert letters_for(noticed)[0] == "notice_received"
    text = whole(send(procedure.case, anna, "notice_received", procedure=noticed))
    assert "uiterlijk op 3 december 2026" in text
    text = whole(send(procedure.case, anna, "term_suspended", procedure=noticed))
    assert "Offerte" in text
    assert "tot en met" not in text  # it is not known until when


@pytest.mark.slow
def test_a_receipt_tells_of_client_support_and_of_a_plan_of_ones_own(anna):
    case = make_case(anna)
    text = whole(send(case, anna, "receipt"))
    assert "onafhankelijke cliëntondersteuner" in text
    assert "eigen plan" in text


@pytest.mark.slow
def test_a_new_contact_person_is_told_with_who_it_was(anna):
    case = make_case(anna)
    text = whole(send(case, anna, "new_contact"))
    assert "Vanaf nu is Anna uw vaste aanspreekpunt" in text
    assert "Tot nu toe" not in text
    bram = make_member("bram")
    ContactTerm.objects.create(
        resident=case.resident, user=bram, began="handover",
        during=(NOW - timedelta(days=90), NOW - timedelta(days=60)),
    )  # fmt: skip
    assert "Tot nu toe was dat Bram." in whole(send(case, anna, "new_contact"))


@pytest.mark.slow
def test_a_letter_by_post_to_who_may_not_be_safe_asks_first(anna):
    case = make_case(anna)
    case.help_requests.update(red_flags=["unsafe"])
    with pytest.raises(Refused) as refusal:
        send(case, anna, "receipt")
    assert refusal.value.field == "safe"
    send(case, anna, "receipt", safe=True)
    send(case, anna, "receipt", delivery="by_hand")


@pytest.mark.slow
def test_a_closed_case_gets_no_letters(anna):
    case = make_case(anna, status="closed")
    assert letters_for_case(case) == []
    with pytest.raises(Refused):
        send(case, anna, "receipt")


@pytest.mark.slow
def test_a_concept_sends_nothing_and_a_stranger_neither(anna, decided):
    fatma, dirk = make_member("fatma"), make_member("dirk")
    concept = make_template_concept(kind="receipt", by=fatma, now=NOW)
    written = Written("nl", Given("Titel", {}), ["general"])
    for template, procedure, by, error in (
        (concept, None, anna, NotFound),
        (template_in_use("receipt"), None, dirk, NotPermitted),
        (template_in_use("decision_granted"), make_deciding_case(dirk)[1], anna, NotFound),
    ):
        with pytest.raises(error):
            send_written_letter(
                case=decided.case, procedure=procedure, template=template, written=written,
                sending=Sending(), by=by, now=NOW,
            )  # fmt: skip


@pytest.mark.slow
def test_a_letter_keeps_the_words_it_was_made_from(anna):
    letter = send(make_case(anna), anna, "receipt")
    assert letter.template == LetterTemplate.objects.get(kind="receipt", version=1)


@pytest.mark.slow
def test_an_invitation_names_the_next_thing_that_is_planned(anna):
    case = make_case(anna)
    with pytest.raises(Refused):
        send(case, anna, "invitation")
    appointment = {"case": case, "category": "general", "by": anna}
    Appointment.objects.create(**appointment, at=NOW + timedelta(days=9), title="Gesprek", place="Kade 1")
    Appointment.objects.create(
        **{**appointment, "category": "justice"}, at=NOW + timedelta(days=1), title="x", place="Politie"
    )
    text = whole(send(case, anna, "invitation"))
    assert "Wanneer: 27 november 2026, 11.00" in text
    assert "Waar: Kade 1" in text
    planned = conversations.Appointment(NOW + timedelta(days=2), "Wijkteam, Kade 2", "Inwoner")
    conversations.plan_conversation(case=case, appointment=planned, by=anna, now=NOW)
    assert "Waar: Wijkteam, Kade 2" in whole(send(case, anna, "invitation"))
    sooner = conversations.Appointment(NOW + timedelta(days=1))
    conversations.plan_conversation(case=case, appointment=sooner, by=anna, now=NOW)
    with pytest.raises(Refused, match="plaats van de afspraak"):
        send(case, anna, "invitation")
