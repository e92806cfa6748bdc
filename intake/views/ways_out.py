"""The ways out of the inbox, and back into it: per button its form, its operation and where it leads."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from cases.models import HelpRequest
from cases.operations import help_requests
from cases.views.sending import case_address
from intake.forms import requests as forms
from intake.operations import naming, registration
from intake.queries import known
from intake.queries.told import told_of
from sociaal.accounts.models import User
from sociaal.core.errors import Refused

FORMS: dict[str, type[KeyedForm]] = {
    "take_up": forms.TakeUpForm,
    "name": forms.NameForm,
    "add": forms.AddForm,
    "join": forms.JoinForm,
    "answer": forms.AnswerForm,
    "discard": forms.DiscardForm,
    "put_back": forms.PutBackForm,
}
DONE = {
    "take_up": _("The question has been taken up."),
    "name": _("It is known now whose question this is."),
    "add": _("The resident is added, and it is known now whose question this is."),
    "join": _("The question has been added to the case."),
    "answer": _("The answer is kept."),
    "discard": _("The report has been discarded."),
    "put_back": _("The report waits in the inbox again."),
}
ALONG = ("street", "email")
"""Of what the reporter gave, what the form does not ask again and stands with a new resident at once."""


def take_up(found: HelpRequest, form: Any, by: User, now: datetime) -> str:
    given = form.cleaned_data
    case = registration.take_up(
        help_request=found, contact_person=given["contact_person"], subject=given["subject"],
        appointment=form.appointment(), by=by, now=now,
    )  # fmt: skip
    mine = case in known.open_cases(case.resident, by, now)
    return case_address(case) if mine else reverse("inbox")


def name(found: HelpRequest, form: Any, by: User, now: datetime) -> str:
    resident = known.find(by, form.cleaned_data["resident"], now)
    help_requests.name_resident(help_request=found, resident=resident, by=by, now=now)
    return reverse("help_request", args=[found.pk])


def add(found: HelpRequest, form: Any, by: User, now: datetime) -> str:
    """What the reporter gave beside the name goes along: nothing is typed twice."""
    given = {name: value for name, value in told_of(found, by, now).person.items() if name in ALONG}
    try:
        naming.add_and_name(help_request=found, by=by, now=now, **given | form.newcomer())
    except Refused as error:
        error.field = f"new_{error.field}" if error.field else None
        raise
    return reverse("help_request", args=[found.pk])


def join(found: HelpRequest, form: Any, by: User, now: datetime) -> str:
    case = known.joinable(found.resident, form.cleaned_data["case"], by, now)
    return case_address(help_requests.join(help_request=found, case=case, by=by, now=now))


def answer(found: HelpRequest, form: Any, by: User, now: datetime) -> str:
    help_requests.answer(help_request=found, text=form.cleaned_data["text"], by=by, now=now)
    return reverse("inbox")


def discard(found: HelpRequest, form: Any, by: User, now: datetime) -> str:
    help_requests.discard(help_request=found, reason=form.cleaned_data["reason"], by=by, now=now)
    return reverse("inbox")


def put_back(found: HelpRequest, form: Any, by: User, now: datetime) -> str:
    help_requests.put_back(help_request=found, reason=form.cleaned_data["reason"], by=by, now=now)
    return reverse("help_request", args=[found.pk])


WORK: dict[str, Callable[[HelpRequest, Any, User, datetime], str]] = {
    "take_up": take_up,
    "name": name,
    "add": add,
    "join": join,
    "answer": answer,
    "discard": discard,
    "put_back": put_back,
}
