"""One case with everything a page can be about, and everybody around it, each signed in in a browser."""

import io
from datetime import timedelta
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from django.test import Client, RequestFactory
from django.test.client import ClientHandler

from cases.enums import DataCategory
from cases.models import (
    BreakGlass,
    CalendarDay,
    Case,
    Condition,
    Goal,
    HelpRequest,
    Plan,
    Professional,
    Resident,
    Weighing,
)
from cases.operations import arrangements, contact_person, contacts, procedures
from cases.operations.letter_templates import make_template_concept
from intake.drafts import Content, Writing
from intake.files.running import read_on
from intake.operations import conversations, drafts
from intake.operations.drafts import Typed
from intake.operations.imports import bring_file
from intake.operations.questions import make_concept
from intake.operations.reports import receive_report
from intake.operations.tokens import make_token
from intake.told import Told
from regie.board.operations.suggestions import suggest
from regie.coordination.models import Participation
from regie.coordination.operations.agreements import make_agreement
from regie.metrics.event_log.mapping import check_mapping
from regie.metrics.operations.baseline import import_event_log
from regie.metrics.operations.rebuilding import rebuild_all
from sociaal.accounts.models import User
from sociaal.accounts.operations.calendar_links import make_calendar_link
from sociaal.accounts.operations.saved_lists import save_list
from sociaal.audit.models import Entry
from tests.architecture.access_content import letter_about, meldcodes, write_about
from tests.architecture.access_people import people_around
from tests.documents import add_document
from tests.factories import (
    NOW,
    OrganisationFactory,
    ProvisionFactory,
    ResidentFactory,
    make_case,
    make_deciding_case,
    make_member,
    make_request,
)
from tests.relations import relate, surround

NAMES = {
    "main": "Zonneveld",
    "early": "Roodborst",
    "other": "Kwikstaart",
    "newcomer": "Vlinderdal",
    "secret": "Onvindbaar",
}
"""Last names of the residents. Of `main` help runs, of `early` the conversation is being held: around both
stand the same people. `other` has a case of Dirk's, `newcomer` a question in the inbox, `secret` a restricted
file that is Anna's.
"""
DAY = timedelta(days=1)
MAPPING = check_mapping(
    {
        "log": {"name": "Oud systeem"},
        "columns": {"case": "case", "activity": "step", "time": "time", "resource": "by"},
    }
)
FORM = "application/x-www-form-urlencoded"


class World:
    """`people`: relation to user. `keys`: what the parts of an address stand for, by name of the address."""

    def __init__(self) -> None:
        self.residents = {who: ResidentFactory(last_name=name) for who, name in NAMES.items()}
        case = make_case(make_member("anna"), status="supported", resident=self.residents["main"])
        self.case = Case.objects.select_related("resident", "team").get(pk=case.pk)
        self.people = surround(self.case)
        self.anna, self.dirk = self.people["contact_person"], self.people["other_team"]
        self.early = make_case(self.anna, status="conversation", resident=self.residents["early"])
        relate(self.early, self.people)
        self._others()
        for category in DataCategory.values:
            write_about(self.case, category, self.anna)
        self.keys = {**self._about_the_case(), **self._about_the_office()}
        self.cookies = {relation: _signed_in(user) for relation, user in self.people.items()}
        self.cookies["anonymous"] = {}
        self.site = ClientHandler(enforce_csrf_checks=False)  # one for all: it reads its middleware once
        self.last_line = max(Entry.objects.values_list("pk", flat=True), default=0)

    def address_keys(self, name: str, wanted: set[str]) -> dict[str, Any]:
        """The keys of the address `name`."""
        own = {"number": self.case.number} | self.keys.get(name, {})
        return {key: own[key] for key in wanted}

    def ask(self, relation: str, method: str, url: str, typed: dict[str, str] | None = None) -> Any:
        """The answer to `relation` (or `anonymous`), in a browser that has done nothing yet but sign in."""
        browser = RequestFactory()
        browser.cookies = SimpleCookie(self.cookies[relation])
        return self.site(browser.generic(method, url, urlencode(typed or {}), FORM).environ)

    def _others(self) -> None:
        make_deciding_case(self.dirk, resident=self.residents["other"])
        self.secret = make_case(self.anna, resident=self.residents["secret"])
        Resident.objects.filter(pk=self.residents["secret"].pk).update(restricted=True)

    def _about_the_case(self) -> dict[str, dict[str, Any]]:
        case, by = self.case, {"by": self.anna, "now": NOW}
        people = people_around(case, self.residents["other"], self.residents["secret"], self.anna)
        procedure = procedures.open_procedure(case=case, law="wmo", subject="Traplift", **by)
        applied = procedures.open_procedure(case=case, law="wmo", subject="Scootmobiel", **by)
        procedures.apply(procedure=applied, applied_date=NOW.date(), **by)
        help_ = arrangements.propose(case=case, provision=ProvisionFactory(), **by)
        task = contacts.add_task(case=case, title="Bellen", assignee=self.anna, **by)
        wait = contacts.wait_for(case=case, on="partner", why="Sleutel", **by)
        planned = conversations.Appointment(NOW + DAY, "Thuis", "Inwoner")
        talk = conversations.plan_conversation(case=case, appointment=planned, **by)
        part = Participation.objects.get(case=case)
        agreement = make_agreement(
            case=case, participation=part, what="Sleutel brengen", due_date=(NOW + DAY).date(), **by
        )
        handover = contact_person.request_handover(
            resident=case.resident, to=self.dirk, reason="expertise", explanation="Schulden",
            told_resident="Zij weet het", **by,
        )  # fmt: skip
        reading = Weighing.objects.get(case=case, second_reader=self.people["second_reader"])
        return {
            **_all({"pk": case.resident_id}, "resident resident_change resident_added break_glass"),
            **_all({"pk": case.resident_id}, "resident_died resident_died_undo resident_afterwards"),
            **_all({"number": self.early.number}, "meldcode_open fast_track conversation_new"),
            "handover_new": {"pk": case.resident_id}, "leaver": {"pk": self.anna.pk},
            **_all({"pk": handover.pk}, "handover handover_accept handover_refuse handover_cancel"),
            "handover_told": {"pk": handover.pk},
            "procedure": {"pk": procedure.pk}, "procedure_step": {"pk": procedure.pk, "step": "investigate"},
            "letter_write": {"kind": "receipt"},
            "procedure_letter_write": {"pk": applied.pk, "kind": "decision_late"},
            "arrangement": {"pk": help_.pk}, "arrangement_step": {"pk": help_.pk, "step": "request"},
            "task_done": {"pk": task.pk}, "wait_stop": {"pk": wait.pk}, "second_reading": {"pk": reading.pk},
            **_exception(reading), **_plan(case),
            "meldcode_step": {"kind": "signals"}, "meldcode_afterwards": {"pk": meldcodes(case, self.anna)},
            **_all({"pk": talk.pk}, "conversation conversation_changes conversation_plan"),
            **_all({"pk": talk.pk}, "conversation_report conversation_report_preview"),
            **_all({"pk": talk.pk}, "conversation_report_pdf conversation_report_remarks"),
            **_all({"number": letter_about(case, self.anna)}, "letter letter_pdf letter_stop"),
            "conversation_people": {"pk": talk.pk},
            **_all(
                {"pk": add_document(case, self.anna).pk, "version": 1},
                "document document_file document_version_new document_change document_hide document_put_back",
            ),
            **people,
            "party_end": {"pk": part.pk}, "agreement_settle": {"pk": agreement.pk},
        }  # fmt: skip

    def _from_outside(self) -> dict[str, dict[str, Any]]:
        told = Told("Ik kom de trap niet meer op.", "resident", reporter_phone="0612345678")
        reference = receive_report(told=told, now=NOW)
        self.anna.expertise = ["wgs"]
        self.anna.save(update_fields=["expertise"])
        list_ = "postcode;house_number\n;\n;4\n9999XA;4\n"
        brought = bring_file(
            kind="signals", name="lijst.csv", text=list_, rows=2, by=self.anna, now=NOW,
            creditor="De Linde", debt="rent",
        )  # fmt: skip
        read_on(str(brought.pk), NOW)
        token, _text = make_token(name="Formulieren", by=self.people["administrator"], now=NOW)
        return {
            **_all({"pk": brought.pk}, "file_import file_import_refused file_import_resume"),
            "token_revoke": {"pk": token.pk},
            "agenda_feed": {"secret": make_calendar_link(by=self.anna, now=NOW)},
            "report_form": {"who": "zelf"}, "report_received": {"reference": reference},
            "api:help_request_state": {"reference": reference}, "api:unknown": {"path": "nothing"},
        }  # fmt: skip

    def _about_the_office(self) -> dict[str, dict[str, Any]]:
        question = make_request(self.anna, resident=self.residents["newcomer"])
        HelpRequest.objects.filter(pk=question.pk).update(registered_by=None)
        registered = make_request(self.anna, resident=self.residents["newcomer"])
        glass = BreakGlass.objects.filter(user=self.people["break_glass"]).earliest("pk")
        idea = suggest(gets_in_the_way="Twee schermen", would_help="Een scherm", by=self.anna, now=NOW)
        list_ = save_list(page="inbox", name="Mijn wijk", asked="", by=self.anna, now=NOW)
        log = io.BytesIO(b"case,step,time,by\n1,in,2020-01-01,x\n1,uit,2020-01-09,y\n")
        baseline, _new = import_event_log(file=log, mapping=MAPPING, by=None, now=NOW)
        list(rebuild_all(now=NOW))
        house = OrganisationFactory(name="Zorghuis")
        nurse = Professional.objects.create(organisation=house, name="Verpleegkundige")
        concept = make_concept(by=self.people["administrator"], now=NOW)
        asked = concept.questions.filter(is_opening=False, domain="housing").earliest("pk")
        one_version = "question_set question_set_preview question_set_publish question_set_discard"
        users = "_user _user_close _user_open _user_start_password _user_two_step"
        return {
            **self._from_outside(),
            **_all({"key": _draft_of(self.anna, self.residents["newcomer"])}, "draft_fields draft_discard"),
            "help_request": {"pk": question.pk}, "help_request_saved": {"pk": registered.pk},
            **_all({"pk": idea.pk}, "board:suggestion board:plan board:move board:me_too"),
            **_all({"pk": self.people["own_team"].pk}, users.replace("_user", "administration_user")),
            "break_glass_review": {"pk": glass.pk}, "metrics:baseline": {"pk": baseline.pk},
            "administration_team": {"pk": self.anna.team_id}, "demo_sign_in": {"who": "anna"},
            **_all({"version": concept.version}, one_version),
            **_template(self.people["administrator"]),
            **_all({"version": concept.version, "domain": "housing"}, "question_domain question_add"),
            **_all(
                {"version": concept.version, "domain": "housing", "pk": asked.pk},
                "question_change question_move question_remove",
            ),
            "saved_list_new": {"page": "inbox"},
            "saved_list_remove": {"pk": list_.pk},
            "calendar_day_remove": {"pk": CalendarDay.objects.latest("day").pk},
            "provision": {"pk": ProvisionFactory().pk}, "organisation": {"pk": house.pk},
            "professional_add": {"organisation": house.pk},
            "professional": {"organisation": house.pk, "pk": nurse.pk},
        }  # fmt: skip


def _template(by: User) -> dict[str, dict[str, Any]]:
    """The concept of a letter."""
    row = make_template_concept(kind="receipt", by=by, now=NOW)
    one = {"kind": row.kind, "version": row.version}
    names = "letter_template letter_template_pdf letter_template_publish letter_template_discard"
    return {
        **_all(one, names), "letter_template_words": {**one, "language": "nl"},
        **_all({"kind": row.kind}, "letter_template_versions letter_template_new"),
    }  # fmt: skip


def _exception(weighing: Weighing) -> dict[str, dict[str, Any]]:
    """An exception that waits for the manager."""
    weighing.exception_rule, weighing.exception_reason = "Eerst een half jaar wachten", "Dan is het te laat."
    weighing.exception_asked_at = NOW
    weighing.save()
    return {"exception_decide": {"pk": weighing.pk}}


def _plan(case: Case) -> dict[str, dict[str, Any]]:
    """What comes first, and a goal of Anna's with an action."""
    first = Condition.objects.create(plan=Plan.objects.get(case=case), words="Een inkomen.")
    goal = Goal.objects.filter(plan__case=case, category=DataCategory.GENERAL).earliest("pk")
    action = goal.actions.earliest("pk")
    return {
        **_all({"pk": goal.pk}, "action_new progress_new"),
        "action_done": {"pk": action.pk, "step": "ja"}, "condition_met": {"pk": first.pk, "step": "ja"},
    }  # fmt: skip


def _draft_of(owner: User, resident: Resident) -> str:
    """A question that its owner began to write down, about this resident."""
    fields = (("words", "Ik zit hele dagen alleen."), ("resident", str(resident.pk)))
    content, writing = Content("Nieuwe hulpvraag", fields), Writing("tab", 1, 0)
    typed = Typed("/hulpvraag/nieuw/", "typed-and-not-sent", content, writing)
    return drafts.keep(typed=typed, by=owner, now=NOW).form_key


def _all(keys: dict[str, Any], names: str) -> dict[str, dict[str, Any]]:
    return dict.fromkeys(names.split(), keys)


def _signed_in(user: User) -> dict[str, str]:
    client = Client()
    client.force_login(user)
    return {name: morsel.value for name, morsel in client.cookies.items()}
