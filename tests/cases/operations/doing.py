"""How the things of the state machines come into a state, and how each step is done: by the operations."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from cases.models import Arrangement, Case, Handover, HelpRequest, Procedure
from cases.operations import arrangements, cases, contact_person, help_requests, procedures
from sociaal.accounts.models import User
from tests.factories import (
    ESSENTIALS,
    NOW,
    ProvisionFactory,
    UserFactory,
    make_case,
    make_deciding_case,
    make_member,
    make_request,
)  # fmt: skip
from tests.relations import surround, surrounded_case

DAY = timedelta(days=1)
LONG_AGO = NOW.date() - 100 * DAY
People = dict[str, User]


def nothing(thing: Any) -> None:
    """No guard but the state."""


def _by(operation: Callable[..., Any], name: str, **said: Any) -> Callable[[Any, User], Any]:
    return lambda thing, by: operation(**{name: thing}, by=by, now=NOW, **said)


# --- the case -------------------------------------------------------------------------------------------
def case_in(status: str) -> tuple[Case, People]:
    if status != "deciding":
        return surrounded_case(status)
    case, _procedure = make_deciding_case(make_member("anna"))
    return case, surround(case)


start_conversation = _by(cases.start_conversation, "case", planned=True)
answer_directly = _by(help_requests.answer_directly, "case", text="De bus stopt voor de deur.")
finish_conversation = _by(cases.finish_conversation, "case", essentials=ESSENTIALS)
choose_solution = _by(cases.choose_solution, "case")
await_decision = _by(cases.await_decision, "case")
settle = _by(cases.settle_decisions, "case")
start_support = _by(cases.start_support, "case")
start_review = _by(cases.start_review, "case")
continue_support = _by(cases.continue_support, "case", goals={}, lighter="Zij kan nog niet zonder.")
change_support = _by(cases.change_support, "case")
close = _by(cases.close, "case", outcome="goals_reached", note="Het lukt weer.")
withdraw = _by(cases.withdraw, "case", who="Inwoner", reason="Zij redt het zelf.", outcome="withdrawn")
undo_close = _by(cases.undo_close, "case", reason="Per ongeluk gesloten.")


def weighed_and_settled(case: Case) -> None:
    """A complete weighing, and no application that is open."""
    case.procedures.exclude(state="final").update(state="withdrawn")
    weighing = case.weighings.create(
        made_by=User.objects.get(email__startswith="anna"), made_at=NOW, weight="general", track="fast",
        behind_question="Zij is bang om te vallen.",
    )  # fmt: skip
    weighing.rungs.create(weight="social_base", considered="Buurvrouw", tried="Ja", why_not="Kan niet tillen")
    weighing.rungs.create(weight="general", considered="De klussendienst")


def weighed_and_applied(case: Case) -> None:
    """A complete weighing, and an open application."""
    weighed_and_settled(case)
    case.procedures.create(law="wmo", subject="Traplift", applicant=case.resident, reported_date=LONG_AGO)


def _decided(case: Case, outcome: str) -> None:
    weighed_and_settled(case)
    Procedure.objects.create(
        case=case, law="wmo", subject="Traplift", applicant=case.resident, reported_date=LONG_AGO,
        applied_date=LONG_AGO, decided_date=LONG_AGO, outcome=outcome, state="decided",
        mandate_holder=User.objects.get(email__startswith="anna"),
    )  # fmt: skip


def granted(case: Case) -> None:
    _decided(case, "granted")


def refused(case: Case) -> None:
    """Refused, and no lighter help agreed."""
    _decided(case, "refused")
    finished(case)


def helped(case: Case) -> None:
    """Help runs."""
    Arrangement.objects.create(
        case=case, resident=case.resident, provision=ProvisionFactory(), state="started", started_at=NOW
    )


def finished(case: Case) -> None:
    """No help runs, and the levels at closing are recorded."""
    case.arrangements.update(state="ended", ended_at=NOW)
    case.levels.update_or_create(
        domain="housing", moment="closing",
        defaults={"level": 4, "recorded_at": NOW, "recorded_by": User.objects.get(email__startswith="anna")},
    )  # fmt: skip


# --- the procedure --------------------------------------------------------------------------------------
investigate = _by(procedures.investigate, "procedure")
apply = _by(procedures.apply, "procedure", applied_date=LONG_AGO + DAY)
decide = _by(
    procedures.decide, "procedure", outcome="granted", reasons="Nodig.", decided_date=LONG_AGO + 2 * DAY
)
make_final = _by(procedures.make_final, "procedure")
withdraw_application = _by(procedures.withdraw_application, "procedure", reason="Zij redt het zelf.")
_PROCEDURE_WAY = {
    "reported": (), "investigating": (investigate,), "applied": (apply,),
    "withdrawn": (withdraw_application,), "decided": (apply, decide),
}  # fmt: skip


def procedure_in(state: str) -> tuple[Procedure, People]:
    case, people = surrounded_case("weighing")
    by = people["contact_person"]
    row = procedures.open_procedure(
        case=case, law="wmo", subject="Traplift", reported_date=LONG_AGO, by=by, now=NOW
    )
    for advance in _PROCEDURE_WAY[state if state != "final" else "decided"]:
        row = advance(row, by)
    if state == "final":
        sent(row)
        row = make_final(row, by)
    return row, people


def sent(row: Procedure) -> None:
    """Sent, and the six weeks for objection are over."""
    Procedure.objects.filter(pk=row.pk).update(sent_date=LONG_AGO + 3 * DAY)


def withdrawn(thing: Procedure | Arrangement) -> None:
    """Its case was withdrawn by mistake: what was open in it has ended."""
    anna = User.objects.get(email__startswith="anna")
    withdraw(Case.objects.select_related("resident", "team").get(pk=thing.case_id), anna)


def undo_close_around(thing: Procedure | Arrangement, by: User) -> object:
    """Undo the closing of its case."""
    return undo_close(thing.case, by)


# --- help -----------------------------------------------------------------------------------------------
request = _by(arrangements.request, "arrangement")
accept = _by(arrangements.accept, "arrangement")
refuse = _by(arrangements.refuse, "arrangement", reason="Geen plaats.")
start = _by(arrangements.start, "arrangement")
pause = _by(arrangements.pause, "arrangement")
resume = _by(arrangements.resume, "arrangement")
end = _by(arrangements.end, "arrangement", reason="Het lukt weer zelf.")
cancel = _by(arrangements.cancel, "arrangement", reason="Niet meer nodig.")
_ARRANGEMENT_WAY = {
    "proposed": (), "requested": (request,), "accepted": (request, accept), "refused": (request, refuse),
    "started": (request, accept, start), "paused": (request, accept, start, pause),
    "ended": (request, accept, start, end), "cancelled": (cancel,),
}  # fmt: skip


def arrangement_in(state: str) -> tuple[Arrangement, People]:
    case, people = surrounded_case("supported")
    by = people["contact_person"]
    row = arrangements.propose(case=case, provision=ProvisionFactory(), by=by, now=NOW)
    for advance in _ARRANGEMENT_WAY[state]:
        row = advance(row, by)
    return row, people


# --- the report -----------------------------------------------------------------------------------------
answer = _by(help_requests.answer, "help_request", text="De bus stopt voor de deur.")
discard = _by(help_requests.discard, "help_request", reason="Voor de buurgemeente.")
put_back = _by(help_requests.put_back, "help_request", reason="Toch voor ons.")


def take_up(row: HelpRequest, by: User) -> object:
    anna = User.objects.get(email__startswith="anna")
    return help_requests.take_up(help_request=row, contact_person=anna, subject="Bus", by=by, now=NOW)


def join(row: HelpRequest, by: User) -> object:
    case = Case.objects.filter(resident=row.resident_id).earliest("pk")
    return help_requests.join(help_request=row, case=case, by=by, now=NOW)


def request_in(state: str) -> tuple[HelpRequest, People]:
    """A second question of a resident with an open case."""
    case, people = surrounded_case()
    by = people["contact_person"]
    row = make_request(by, resident=case.resident)
    HelpRequest.objects.filter(pk=row.pk).update(registered_by=None)  # who registered it may settle it too
    way = {"new": None, "taken_up": take_up, "joined": join, "answered": answer, "discarded": discard}[state]
    if way:
        way(row, by)
    return HelpRequest.objects.get(pk=row.pk), people


# --- the handover ---------------------------------------------------------------------------------------
accept_handover = _by(contact_person.accept_handover, "handover")
refuse_handover = _by(contact_person.refuse_handover, "handover", refusal="Ik ken het gebied niet.")
cancel_handover = _by(contact_person.cancel_handover, "handover")


def handover_in(state: str) -> tuple[Handover, People]:
    case = make_case(make_member("anna"))
    people = surround(case)
    people["receiver"] = UserFactory(name="Receiver", team=people["own_team"].team)
    row = contact_person.request_handover(
        resident=case.resident, to=people["receiver"], reason="expertise", explanation="Schulden.",
        told_resident="Zij weet het.", by=people["contact_person"], now=NOW,
    )  # fmt: skip
    way = {"accepted": accept_handover, "refused": refuse_handover, "cancelled": cancel_handover}.get(state)
    if way:
        way(row, people["contact_person" if state == "cancelled" else "receiver"])
    return Handover.objects.get(pk=row.pk), people
