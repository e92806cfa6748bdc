"""The operations that the state machine does not do, each with the reason; all others must have a move."""

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import Parameter, isfunction, signature
from pkgutil import iter_modules
from typing import Any

PACKAGES = (
    "cases.operations",
    "intake.operations",
    "regie.board.operations",
    "regie.coordination.operations",
    "regie.metrics.operations",
    "sociaal.accounts.operations",
)

PART_OF_ANOTHER = "part of an operation that has a move; the caller has locked and checked"
NOT_OF_A_CASE = "not of a case's life; has tests of its own"
EXCEPTIONS = {
    "cases.operations.arrangements.end_or_cancel": PART_OF_ANOTHER,
    "cases.operations.cases.close_with": PART_OF_ANOTHER,
    "cases.operations.contact_person.ensure_contact_person": PART_OF_ANOTHER,
    "cases.operations.death.stop_letters": PART_OF_ANOTHER,
    "cases.operations.emails.queue_email": PART_OF_ANOTHER,
    "cases.operations.letter_templates": NOT_OF_A_CASE,
    "cases.operations.merged_terms.merge_terms": PART_OF_ANOTHER,
    "cases.operations.objections.objection_decision_went_out": PART_OF_ANOTHER,
    "cases.operations.principles": NOT_OF_A_CASE,
    "cases.operations.procedures.decision_went_out": PART_OF_ANOTHER,
    "cases.operations.procedures.end_procedure": PART_OF_ANOTHER,
    "cases.operations.procedure_recording": PART_OF_ANOTHER,
    "cases.operations.recording": PART_OF_ANOTHER,
    "cases.operations.restoring.restore": PART_OF_ANOTHER,
    "cases.operations.suspensions.end_suspensions": PART_OF_ANOTHER,
    "intake.operations.allowances": NOT_OF_A_CASE,
    "intake.operations.backlog": "a file of reports; each goes through register and take_up",
    "intake.operations.drafts": "what is typed and not sent changes no case",
    "intake.operations.imports": "a file of reports; each goes through register and take_up",
    "intake.operations.presence.log_reading_along": "only for who is here; writes a line of the log",
    "intake.operations.questions": "the administrator's questions; no case changes",
    "intake.operations.report_keeping.saved": PART_OF_ANOTHER,
    "intake.operations.reports": "a report of the public form; goes through register",
    "intake.operations.signals": "an early signal; goes through register",
    "intake.operations.table": PART_OF_ANOTHER,
    "intake.operations.tokens": NOT_OF_A_CASE,
    "intake.operations.waiting_drafts": "a draft that enters the inbox; goes through register",
    "regie.board.operations": NOT_OF_A_CASE,
    "regie.coordination.operations.agreements.settle": PART_OF_ANOTHER,
    "regie.metrics.operations": "figures; the machine recounts them and compares with a rebuild",
    "sociaal.accounts.operations.saved_lists": NOT_OF_A_CASE,
    "sociaal.accounts.operations.start_password": PART_OF_ANOTHER,
    "sociaal.accounts.operations.users.reset_two_step": NOT_OF_A_CASE,
}
"""An operation, a module or a package to why it has no move."""


def operations() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of our `operations` packages that takes `now` by keyword, by its full name."""
    for package in map(import_module, PACKAGES):
        for info in iter_modules(package.__path__, f"{package.__name__}."):
            module = import_module(info.name)
            for name, found in vars(module).items():
                if isfunction(found) and found.__module__ == info.name and _is_operation(name, found):
                    yield f"{info.name}.{name}", found


def _is_operation(name: str, found: Callable[..., Any]) -> bool:
    now = signature(found).parameters.get("now")
    return not name.startswith("_") and now is not None and now.kind is Parameter.KEYWORD_ONLY


def is_excepted(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in EXCEPTIONS)
