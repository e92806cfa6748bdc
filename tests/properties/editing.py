"""Every form that changes what is there already, and why each other form needs no two versions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Model

from cases.models import (
    CaseParty,
    Document,
    Household,
    HouseholdMember,
    NetworkMember,
    Organisation,
    ParentalAuthority,
    Professional,
    Provision,
    Resident,
)
from cases.operations import letters
from intake.models import Conversation, ConversationPerson, ConversationReport
from intake.operations.report_sending import send_report
from sociaal.accounts.models import Team, User
from tests.documents import add_document
from tests.factories import (
    NOW,
    OrganisationFactory,
    ProvisionFactory,
    ResidentFactory,
    TeamFactory,
    UserFactory,
    make_case,
)

ALWAYS = (date(2020, 1, 1), None)
LEFT, WENT = "2026-04-01", "2026-05-01"


@dataclass(frozen=True)
class Edit:
    """`keys` makes the thing and gives the keys of its address. `first`, `second`: what two people change."""

    keys: Callable[[User], tuple[Any, ...]]
    first: dict[str, Any]
    second: dict[str, Any]
    stands: Callable[[], Any]
    """What the database holds of it."""
    by: str = "anna"


def _of(model: type[Model], *names: str) -> Callable[[], Any]:
    return lambda: list(model._default_manager.order_by("pk").values_list(*names))


def _resident(by: User) -> Resident:
    return make_case(by).resident


def _member(by: User) -> tuple[int, int]:
    resident, home = _resident(by), Household.objects.create(name="Huishouden")
    for one in (resident, ResidentFactory()):
        row = HouseholdMember.objects.create(household=home, resident=one, role="adult", during=ALWAYS)
    return resident.pk, row.pk


def _household(by: User) -> tuple[int, int]:
    resident, _row = _member(by)
    return resident, Household.objects.get().pk


def _authority(by: User) -> tuple[int, int]:
    child = ResidentFactory(birth_date=date(2020, 1, 1))
    make_case(by, resident=child)
    row = ParentalAuthority.objects.create(
        child=child, holder_name="Oma", kind="parental", source="told", during=ALWAYS
    )
    return child.pk, row.pk


def _network(by: User) -> tuple[int]:
    row = NetworkMember.objects.create(resident=_resident(by), name="Corrie", relation="buur")
    return (row.pk,)


def _party(by: User) -> tuple[str, int]:
    case = make_case(by)
    row = CaseParty.objects.create(case=case, resident=ResidentFactory(), role="parent", during=ALWAYS)
    return case.number, row.pk


def _conversation(by: User) -> tuple[int]:
    case, home = make_case(by, status="conversation"), Household.objects.create(name="Huishouden")
    for one in (case.resident, ResidentFactory(), ResidentFactory()):
        HouseholdMember.objects.create(household=home, resident=one, role="adult", during=ALWAYS)
    return (Conversation.objects.create(case=case, planned_at=NOW + timedelta(days=1), by=by).pk,)


def _report(by: User) -> tuple[int]:
    (pk,) = _conversation(by)
    Conversation.objects.filter(pk=pk).update(held_at=NOW - timedelta(hours=1))
    case = Conversation.objects.get(pk=pk).case
    send_report(case=case, number=1, sending=letters.Sending(), safe=True, by=by, now=NOW)
    return (pk,)


def _last_resident() -> str:
    return str(Resident.objects.latest("pk").pk)


EDITS = {
    "resident_change": Edit(
        lambda by: (_resident(by).pk,), {"phone": "0612345678"}, {"email": "aaltje@voorbeeld.example"},
        stands=_of(Resident, "phone", "email"),
    ),
    "household_member": Edit(
        _member, {"role": "child"}, {"role": "partner"}, stands=_of(HouseholdMember, "role", "other_home")
    ),
    "household_member_end": Edit(
        _member, {"until": LEFT}, {"until": WENT}, stands=_of(HouseholdMember, "during")
    ),
    "household_change": Edit(
        _household, {"name": "Gezin De Linde"}, {"contact_differs_because": "Op eigen verzoek."},
        stands=_of(Household, "name", "contact_differs_because"),
    ),
    "authority_end": Edit(
        _authority, {"until": LEFT}, {"until": WENT}, stands=_of(ParentalAuthority, "during")
    ),
    "network_member": Edit(
        _network, {"relation": "zus"}, {"relation": "vriendin"}, stands=_of(NetworkMember, "relation")
    ),
    "case_party_end": Edit(_party, {"until": LEFT}, {"until": WENT}, stands=_of(CaseParty, "during")),
    "document_change": Edit(
        lambda by: (add_document(make_case(by), by).pk,), {"title": "Brief van de bank"},
        {"category": "finances"}, stands=_of(Document, "title", "category"),
    ),
    "conversation_plan": Edit(
        _conversation, {"place": "Op kantoor"}, {"at_table": "De buurvrouw"},
        stands=_of(Conversation, "place", "at_table"),
    ),
    "conversation_people": Edit(
        _conversation, {"people": _last_resident}, {"people": lambda: str(int(_last_resident()) - 1)},
        stands=_of(ConversationPerson, "resident"),
    ),
    "conversation_report_remarks": Edit(
        _report, {"remarks": "Het was op maandag."}, {"remarks": "Mijn zus was erbij."},
        stands=_of(ConversationReport, "remarks"),
    ),
    "provision": Edit(
        lambda by: (ProvisionFactory().pk,), {"waiting_weeks": "9"}, {"per": "week"}, by="fatma",
        stands=_of(Provision, "waiting_weeks", "per"),
    ),
    "organisation": Edit(
        lambda by: (OrganisationFactory().pk,), {"phone": "0300000000"}, {"name": "Dichtbij"}, by="fatma",
        stands=_of(Organisation, "phone", "name"),
    ),
    "professional": Edit(
        lambda by: _professional(), {"profession": "Wijkverpleegkundige"}, {"name": "Hannah"}, by="fatma",
        stands=_of(Professional, "name", "profession"),
    ),
    "administration_team": Edit(
        lambda by: (TeamFactory(name="Wijkteam Zuid").pk,), {"neighbourhoods": "Zuid\nHaven"},
        {"name": "Wijkteam Zuidoost"}, by="fatma", stands=_of(Team, "name", "neighbourhoods"),
    ),
    "administration_user": Edit(
        lambda by: (UserFactory(name="Karim").pk,), {"mandates": "wmo"}, {"name": "Karim B."}, by="fatma",
        stands=_of(User, "name", "mandates"),
    ),
}  # fmt: skip
"""By the name of the address."""


def _professional() -> tuple[int, int]:
    house = OrganisationFactory(kind="partner")
    return house.pk, house.professionals.create(name="Hanna", profession="").pk


ADDS = "adds something; what was there stays"
STEP = "a step from one state to the next: the second is refused in words, and what they typed is kept"
OWN = "only of one's own account"
READS = "reads only, whatever the method"
OTHERS = {
    "api:api-root": READS, "api:unknown": READS, "components": READS, "healthz": READS, "readyz": READS,
    "metrics:baseline": READS, "metrics:baselines": READS, "metrics:dashboard": READS,
    "metrics:export_csv": READS, "metrics:export_xlsx": READS,
    "account_login": OWN,
    "account_change_password": OWN, "account_logout": OWN, "account_reauthenticate": OWN,
    "mfa_activate_totp": OWN, "mfa_authenticate": OWN, "mfa_deactivate_totp": OWN,
    "mfa_download_recovery_codes": OWN, "mfa_generate_recovery_codes": OWN, "mfa_reauthenticate": OWN,
    "saved_list_new": OWN, "draft_discard": OWN,
    "action_new": ADDS, "administration_team_add": ADDS, "administration_user_add": ADDS,
    "agreement_new": ADDS, "appointment_new": ADDS, "arrangement_new": ADDS, "authority_new": ADDS,
    "backlog_import": ADDS, "break_glass": ADDS, "calendar_day_add": ADDS, "case_party_new": ADDS,
    "board:suggest": ADDS, "case_story": ADDS, "report_form": ADDS,
    "consent_new": ADDS, "contact_new": ADDS, "conversation_new": ADDS, "deputy": ADDS, "document_new": ADDS,
    "document_version_new": ADDS, "goal_new": ADDS, "handover_new": ADDS, "help_request_new": ADDS,
    "household_member_new": ADDS, "household_newcomer": ADDS, "letter_write": ADDS,
    "meldcode_afterwards": ADDS, "meldcode_step": ADDS, "network_new": ADDS, "organisation_add": ADDS,
    "party_new": ADDS, "procedure_letter_write": ADDS, "procedure_new": ADDS, "professional_add": ADDS,
    "progress_new": ADDS, "provision_add": ADDS, "question_add": ADDS, "resident_new": ADDS, "search": ADDS,
    "signal_import": ADDS, "task_new": ADDS, "tasks_new": ADDS, "token_add": ADDS, "wait_new": ADDS,
    "agreement_settle": STEP, "answer_directly": STEP, "calendar_day_remove": STEP, "close": STEP,
    "document_hide": STEP, "help_request": STEP, "inbox_discard": STEP, "letter_stop": STEP,
    "party_end": STEP, "review": STEP,
    "second_reading": STEP, "settle": STEP, "token_revoke": STEP, "undo_close": STEP, "withdraw": STEP,
    "resident_merge": STEP, "resident_merge_undo": STEP,
    "resident_died": STEP, "resident_died_undo": STEP, "resident_afterwards": STEP,
    "letter_template_discard": STEP, "question_set_discard": STEP,
    "board:move": "tests/regie/board/views/test_suggestions.py",
    "board:plan": "tests/regie/board/views/test_suggestions.py",
    "conversation": "tests/intake/operations/test_notes.py",
    "conversation_report": "tests/intake/views/test_conversation_report.py",
    "own_plan": "tests/intake/views/test_own_plan.py",
    "exception_decide": "tests/cases/views/test_weighing.py",
    "fast_track": "tests/intake/views/test_fast_track.py",
    "leaver": "tests/cases/operations/test_leaver.py",
    "letter_template_publish": "tests/cases/operations/test_letter_templates.py",
    "letter_template_words": "tests/cases/views/test_letter_templates.py",
    "plan_conditions": "tests/cases/operations/test_plan.py",
    "principles": "tests/cases/operations/test_principles.py",
    "question_change": "tests/intake/views/test_questions.py",
    "question_set_publish": "tests/intake/views/test_questions.py",
    "role_give": "tests/properties/test_two_at_a_form.py",
    "weighing": "tests/cases/views/test_weighing.py",
}  # fmt: skip
"""Every other page with a form: why, or where two people at it are tested."""
