"""Every address x method x relation to the case, and the answer. Read it as the policy it is.

A `Rule` says who is answered (`then`), and what all others get: 403, or 404 where nothing may be known. POST
sends an empty form: 422 is the form shown again, 302 a step that needs no words. None: no such method, 405.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.cases.operations.who import READS, TAKES_BACK, WORKS_ON
from tests.relations import RELATIONS

PARTNERS = ("partner", "other_partner")
CASEWORKERS = RELATIONS[: RELATIONS.index("manager")]
STAFF = tuple(relation for relation in RELATIONS if relation not in PARTNERS)
MANAGERS = ("manager", "other_manager")
YES = "yes"


@dataclass(frozen=True)
class Rule:
    who: Mapping[str, str]
    then: int = 200
    anonymous: int | None = None
    """Nobody without signing in: sent to the sign-in page."""

    def status(self, relation: str) -> int:
        if relation == "anonymous":
            return self.anonymous or 302
        answer = self.who[relation]
        return self.then if answer == YES else int(answer)


def only(*relations: str, others: str = "403") -> Mapping[str, str]:
    """These; other staff is told who can help, to partners nothing is there."""
    rest = {relation: others if relation in STAFF else "404" for relation in RELATIONS}
    return rest | dict.fromkeys(relations, YES)


def but(who: Mapping[str, str], answer: str, *relations: str) -> Mapping[str, str]:
    """As `who`, except that these get `answer`."""
    return {**who, **dict.fromkeys(relations, answer)}


def form(who: Mapping[str, str], then: int = 422, shown: int = 200) -> tuple[Rule, Rule]:
    """A page with a form."""
    return Rule(who, shown), Rule(who, then)


def page(who: Mapping[str, str], then: int = 200) -> tuple[Rule, None]:
    return Rule(who, then), None


def press(who: Mapping[str, str], then: int = 302) -> tuple[None, Rule]:
    """A button."""
    return None, Rule(who, then)


# --- who --------------------------------------------------------------------------------------------------
EVERYBODY = only(*RELATIONS)
ALL_STAFF = only(*STAFF)
WORKS_HERE = only(*CASEWORKERS)
IN_TEAMS = only(*CASEWORKERS, *MANAGERS)
ADMINISTERS = only("administrator")
GUARDS_PRIVACY = only("privacy_officer")
BY_ROLE = (EVERYBODY, ADMINISTERS, GUARDS_PRIVACY)
"""What one is to the case is no matter, and none of it is shown."""
READS_CASE = but(READS, YES, "partner")
READS_STORY = but(READS_CASE, YES, "manager")
"""The case page: the team's manager sees step, waits and terms."""
WORKS = but(WORKS_ON, YES, "care_coordinator")
"""Help runs in this case: the care coordinator works on it too."""
DIRECTS = but(WORKS_ON, YES, "care_coordinator", "case_director")
READS_PERSON = but(READS, "404", "manager", "partner")
"""A person's own page: for whoever reads the whole file."""
KEEPS = but(READS_PERSON, "403", "reading_grant", "break_glass")
"""The people around somebody, and who is one person: for who works with them, not for who only looks."""
ASKS_HANDOVER = but(but(WORKS_ON, YES, "manager"), "404", "partner")
READERS = ("deputy", "own_team", "case_director", "care_coordinator", "reading_grant", "break_glass")
SEES_HANDOVER = but(only("contact_person", "other_team", "manager", *READERS, others="404"), "404", *PARTNERS)
OFFICE = ("manager", "other_manager", "administrator", "privacy_officer")
ANSWERS = but(but(only("other_team", others="404"), "403", *OFFICE), "404", *PARTNERS)
"""Dirk (of the other team) is the one asked to become contact person."""
CANCELS = but({relation: TAKES_BACK[relation] for relation in RELATIONS}, "403", "other_team")
TELLS = but(but(SEES_HANDOVER, "403", "other_team", *READERS, *OFFICE), YES, "deputy")
BREAKS_GLASS = but(
    but(WORKS_HERE, YES, "privacy_officer"), "404", "manager", "other_manager", "administrator"
)
READS_QUESTION = but(but(only("contact_person", "deputy", "own_team"), "404", *OFFICE), "403", "manager")
REGISTERED = but(only("contact_person", others="404"), "403", *OFFICE)
FOR_REGIE = but(only(*RELATIONS), "403", "administrator", "privacy_officer")
SETTLES = but(DIRECTS, YES, "partner")
READS_ALONG = but(only("second_reader", others="404"), "404", *PARTNERS)
MANAGES = only(*MANAGERS)
DECIDES_EXCEPTION = but(but(only("manager"), "404", "other_manager", "administrator"), "403", "partner")
HOME = but(but(EVERYBODY, "302", *MANAGERS), "302", "administrator", "privacy_officer")

OWN_DRAFT = only("contact_person", others="404")

OPEN = Rule(EVERYBODY, anonymous=200)
HANDLES_DEBTS = only("contact_person")
BROUGHT = only("contact_person", others="404")
"""Anna knows the law on debts, and brought the file."""
WITH_TOKEN = Rule(EVERYBODY, 401, anonymous=401)
"""A session opens nothing of the interface."""
SEES_SAFETY = but(READS_CASE, "404", "own_team", "partner")
"""The meldcode, whether there is one or not: who reads what is about youth and safety, and no partner."""
KEEPS_SAFETY = but(DIRECTS, "404", "own_team", "partner")
FAST = but(WORKS_ON, "403", "care_coordinator")
"""The conversation is being held: the care coordinator does not work on it yet."""

Methods = tuple[Rule | None, Rule | None]

TABLE: Mapping[str, Methods] = {
    # the frame, signing in, the demo
    "home": page(HOME),
    "healthz": (OPEN, OPEN),
    "readyz": (Rule(EVERYBODY, 503, anonymous=503),) * 2,
    "policy_report": (None, Rule(EVERYBODY, 204, anonymous=204)),
    "session_extend": press(EVERYBODY, 200),
    "saved_list_new": form(EVERYBODY),
    "saved_list_remove": press(OWN_DRAFT),
    "agenda_link": page(WORKS_HERE),
    "agenda_link_make": press(WORKS_HERE, 200),
    "agenda_link_withdraw": press(WORKS_HERE),
    "agenda_feed": (OPEN, None),  # whoever has the secret address
    "components": (Rule(EVERYBODY, 404),) * 2,  # only in development
    "account_login": (Rule(EVERYBODY, 302, anonymous=200),) * 2,
    "account_logout": form(EVERYBODY, 302),
    "account_inactive": (OPEN, None),
    "account_reauthenticate": form(EVERYBODY, 200),
    "account_change_password": form(EVERYBODY, 200),
    "set_language": press(EVERYBODY),
    "mfa_index": page(EVERYBODY),
    "mfa_authenticate": form(EVERYBODY, 302, 302),
    "mfa_reauthenticate": form(EVERYBODY, 302, 302),
    "mfa_activate_totp": form(EVERYBODY, 302, 302),
    "mfa_deactivate_totp": form(EVERYBODY, 404, 404),  # it is not on
    "mfa_view_recovery_codes": page(EVERYBODY, 404),
    "mfa_generate_recovery_codes": form(EVERYBODY, 302, 302),
    "mfa_download_recovery_codes": form(EVERYBODY, 404, 404),
    "demo": (OPEN, None),
    "demo_sign_in": (None, Rule(EVERYBODY, 302)),
    # administration and the log
    "administration": page(ADMINISTERS),
    "administration_teams": page(ADMINISTERS),
    "administration_team_add": form(ADMINISTERS, 200),
    "administration_team": form(ADMINISTERS, 200),
    "administration_users": page(ADMINISTERS),
    "administration_user_add": form(ADMINISTERS, 200),
    "administration_user": form(ADMINISTERS, 200),
    "administration_user_close": press(ADMINISTERS),
    "administration_user_open": press(ADMINISTERS, 200),
    "administration_user_start_password": press(ADMINISTERS, 200),
    "administration_user_two_step": press(ADMINISTERS),
    "provisions": page(ADMINISTERS),
    "provision_add": form(ADMINISTERS),
    "provision": form(ADMINISTERS),
    "organisations": page(ADMINISTERS),
    "organisation_add": form(ADMINISTERS),
    "organisation": form(ADMINISTERS),
    "professional_add": form(ADMINISTERS),
    "professional": form(ADMINISTERS),
    "principles": form(ADMINISTERS, 409),  # it does not say which list it began with
    "calendar_days": page(ADMINISTERS),
    "calendar_day_add": form(ADMINISTERS),
    "calendar_day_remove": form(ADMINISTERS, 302),
    "questions": page(ADMINISTERS),
    "question_set_new": press(ADMINISTERS, 409),  # there is a concept already
    "question_set": page(ADMINISTERS),
    "question_set_preview": page(ADMINISTERS),
    "question_set_publish": form(ADMINISTERS, 409),  # it did not say what was looked at
    "question_set_discard": form(ADMINISTERS, 302),
    "question_domain": page(ADMINISTERS),
    "question_add": form(ADMINISTERS),
    "question_change": form(ADMINISTERS),
    "question_move": press(ADMINISTERS),
    "question_remove": press(ADMINISTERS),
    "letter_templates": page(ADMINISTERS),
    "letter_template_versions": page(ADMINISTERS),
    "letter_template_new": press(ADMINISTERS, 409),  # there is a concept already
    "letter_template": page(ADMINISTERS),
    "letter_template_pdf": page(ADMINISTERS),
    "letter_template_words": form(ADMINISTERS),
    "letter_template_publish": form(ADMINISTERS, 409),  # it did not say what was looked at
    "letter_template_discard": form(ADMINISTERS, 302),
    "access_log": page(GUARDS_PRIVACY),
    "break_glass_list": page(GUARDS_PRIVACY),
    "break_glass_review": press(GUARDS_PRIVACY),
    # the team, finding people
    "team": page(IN_TEAMS),
    "deputy": form(IN_TEAMS),
    "tasks_new": form(WORKS_HERE),
    "leaver": form(but(but(only("manager"), "404", "other_manager"), "404", *PARTNERS)),
    "search": form(WORKS_HERE, 200),
    "resident_new": form(WORKS_HERE),
    "resident": page(READS_PERSON),
    "resident_added": page(WORKS_HERE),
    "resident_change": form(READS_PERSON),
    "resident_died": form(KEEPS),
    "resident_died_undo": form(KEEPS, shown=302),  # the resident lives: nothing to take back
    "resident_afterwards": form(KEEPS, then=302, shown=302),
    "break_glass": form(BREAKS_GLASS),
    "handover_new": form(ASKS_HANDOVER),
    "handover": page(SEES_HANDOVER),
    "handover_accept": press(ANSWERS),
    "handover_refuse": press(ANSWERS, 422),
    "handover_cancel": press(CANCELS),
    "handover_told": press(TELLS, 409),  # it is not accepted yet
    "handovers": page(MANAGES),
    # the people around a resident, and records that are one person
    "household": page(READS_PERSON),
    "household_member_new": form(KEEPS, 200),
    "household_newcomer": form(KEEPS),
    "household_member": form(KEEPS),
    "household_member_end": form(KEEPS),
    "household_change": form(KEEPS),
    "authority_new": form(KEEPS),
    "authority_end": form(KEEPS),
    "network_new": form(KEEPS),
    "network_member": form(KEEPS),
    "network_remove": press(KEEPS),
    "resident_merge": form(KEEPS, 200),
    "resident_merge_undo": form(KEEPS),
    "resident_conversations": page(READS_PERSON),
    "case_parties": page(READS_CASE),
    "case_party_new": form(DIRECTS, 200),
    "case_party_end": form(DIRECTS),
    "consent_new": form(DIRECTS),
    "conversation_people": form(WORKS, 302),
    # a case of which help runs
    "case": page(READS_STORY),
    "contact_new": form(DIRECTS),
    "task_new": form(DIRECTS),
    "task_done": press(DIRECTS),
    "appointment_new": form(DIRECTS),
    "goal_new": form(WORKS),
    "plan": page(READS_CASE),
    "plan_conditions": form(WORKS, 409),  # it does not say which words it began with
    "condition_met": press(DIRECTS),
    "action_new": form(DIRECTS),
    "progress_new": form(DIRECTS),
    "action_done": press(DIRECTS),
    "wait_new": form(DIRECTS),
    "wait_at_once": press(DIRECTS),
    "wait_stop": press(DIRECTS),
    "role_give": form(DIRECTS),
    "review": form(WORKS, 302),
    "close": form(WORKS),
    "withdraw": form(WORKS),
    "undo_close": form(but(WORKS, YES, "manager")),
    "answer_directly": form(WORKS),
    "settle": form(WORKS),
    "weighing": form(WORKS),
    "weighing_track": page(EVERYBODY),  # the rule itself, about nobody
    "exceptions": page(MANAGES),
    "exception_decide": form(DECIDES_EXCEPTION),
    "second_reading": form(READS_ALONG),
    "procedure_new": form(WORKS),
    "procedure": page(READS_CASE),
    "procedure_step": press(WORKS),
    "arrangement_new": form(WORKS),
    "arrangement": page(READS_CASE),
    "arrangement_step": press(WORKS),
    # the way in
    "help_request_new": form(WORKS_HERE),
    "help_request_find": press(WORKS_HERE, 200),
    "help_request_person": press(WORKS_HERE, 200),
    "help_request_term": press(WORKS_HERE, 200),
    "help_request_alike": press(WORKS_HERE, 200),
    "help_request_saved": page(REGISTERED),
    "help_request": form(READS_QUESTION, 200),
    "inbox": page(IN_TEAMS),
    "inbox_discard": form(WORKS_HERE),
    "conversation_new": form(FAST),
    "case_conversation": page(READS_CASE, 302),
    "case_conversations": page(READS_CASE),
    "fast_track": form(FAST),
    "meldcode": page(SEES_SAFETY),
    "meldcode_panel": page(SEES_SAFETY),
    "meldcode_open": press(KEEPS_SAFETY),
    "meldcode_step": form(KEEPS_SAFETY),
    "meldcode_afterwards": form(KEEPS_SAFETY),
    "conversation": (Rule(READS_CASE), Rule(WORKS, 404)),  # an empty form is about no domain
    "conversation_changes": press(WORKS, 200),
    "own_plan": (Rule(READS_CASE), Rule(WORKS, 422)),
    "conversation_plan": form(WORKS),
    "conversation_report": (Rule(READS_CASE), Rule(WORKS, 422)),
    "conversation_report_preview": page(READS_CASE),
    "conversation_report_pdf": page(WORKS),
    "conversation_report_remarks": form(WORKS),
    # letters
    "letters": page(WORKS_HERE),
    "letters_printed": press(WORKS_HERE),
    "letter": page(READS_CASE),
    "letter_pdf": page(READS_CASE),
    "letter_stop": form(but(DIRECTS, YES, "own_team")),
    "case_letters": page(READS_CASE),
    "letter_write": form(WORKS),
    "procedure_letter_write": form(WORKS),
    # documents
    "case_story": form(READS_CASE, 200),
    "case_documents": page(READS_CASE),
    "document_new": form(DIRECTS),
    "document": page(READS_CASE),
    "document_file": page(READS_CASE),
    "document_version_new": form(DIRECTS),
    "document_change": form(DIRECTS),
    "document_hide": form(DIRECTS),
    "document_put_back": press(DIRECTS),
    # from outside: no account, or a token
    "report_start": (OPEN, None),
    "report_form": (OPEN, Rule(EVERYBODY, 422, anonymous=422)),
    "report_received": (OPEN, None),
    "report_by_reference": press(WORKS_HERE),
    "token_list": page(ADMINISTERS),
    "token_add": form(ADMINISTERS),
    "token_revoke": form(ADMINISTERS, 302),
    "backlog_import": form(ADMINISTERS),
    "signal_import": form(HANDLES_DEBTS),
    "file_import": page(BROUGHT),
    "file_import_refused": page(BROUGHT),
    "file_import_resume": press(BROUGHT),
    "api:openapi-json": (OPEN, None),
    "api:help_request_report": (None, WITH_TOKEN),
    "api:help_request_state": (WITH_TOKEN, None),
    "api:api-root": (Rule(EVERYBODY, 404, anonymous=404),) * 2,
    "api:unknown": (Rule(EVERYBODY, 404, anonymous=404),) * 2,
    # drafts: whose they are, and nobody else's
    "drafts": page(EVERYBODY),
    "draft_keep": press(EVERYBODY, 422),
    "draft_key": page(EVERYBODY),
    "draft_offer": page(EVERYBODY, 204),
    "draft_fields": page(OWN_DRAFT),
    "draft_discard": form(OWN_DRAFT),
    # regie
    "regie": page(FOR_REGIE),
    "regie_panel": page(READS_CASE),
    "party_new": form(DIRECTS),
    "party_end": form(DIRECTS, 302),
    "agreement_new": form(DIRECTS),
    "agreement_settle": form(SETTLES),
    # flow and improving
    "metrics:dashboard": (Rule(ALL_STAFF), Rule(ALL_STAFF, 405)),
    "metrics:export_csv": (Rule(ALL_STAFF), Rule(ALL_STAFF, 405)),
    "metrics:export_xlsx": (Rule(ALL_STAFF), Rule(ALL_STAFF, 405)),
    "metrics:baselines": (Rule(ALL_STAFF), Rule(ALL_STAFF, 405)),
    "metrics:baseline": (Rule(ALL_STAFF), Rule(ALL_STAFF, 405)),
    "board:board": page(ALL_STAFF),
    "board:suggest": form(ALL_STAFF),
    "board:suggestion": page(ALL_STAFF),
    "board:plan": form(ALL_STAFF, shown=302),
    "board:move": form(ALL_STAFF, shown=302),
    "board:me_too": press(but(ALL_STAFF, "409", "contact_person")),  # Anna's own suggestion
}

TYPED: Mapping[str, Mapping[str, str]] = {
    "search": {"q": "zonneveld"},
    "help_request_find": {"find": "zonneveld"},
}
"""What is sent instead of an empty form, so that the answer shows people. In small letters: a refusal gives
back what was typed, and that is not showing a name.
"""

ANY_METHOD = frozenset(
    {"api:api-root", "api:unknown"}
    | {
        "healthz",
        "readyz",
        "components",
        "account_login",
        "account_reauthenticate",
        "account_change_password",
    }
)
"""These take any method, as these or as allauth's pages do; and all of allauth's `mfa_` pages."""
