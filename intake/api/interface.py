"""Two things can be done from outside: bring in a report, and ask how far it is."""

import hashlib
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Body, Header, NinjaAPI, Status
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.security import HttpBearer

from cases.enums import HelpRequestState
from intake.api import problems
from intake.api.problems import Problem, problem
from intake.api.shape import ReadableJson, ReportIn, ReportOut
from intake.forms.report import ReportForm
from intake.models import ApiToken, ReportDetails
from intake.operations.allowances import Limit, Use, use
from intake.operations.reports import receive_report
from intake.operations.tokens import token_of
from intake.told import read_reference
from sociaal.core.errors import Conflict, DomainError, Refused
from sociaal.outbox.once import once

PER_MINUTE = Limit(120, timedelta(minutes=1))
"""Requests per token."""
OUTWARD = {
    HelpRequestState.NEW: "received",
    HelpRequestState.TAKEN_UP: "in_progress",
    HelpRequestState.JOINED: "in_progress",
    HelpRequestState.ANSWERED: "closed",
    HelpRequestState.DISCARDED: "closed",
}
"""What another system may know: not whether a report was answered or discarded."""
KEY = Header(
    ...,
    alias="Idempotency-Key",
    min_length=1,
    max_length=200,
    description="Yours, new for each report; with the same key a report sent again is not a second one.",
)
BODY = Body(...)
WRONG = {400: Problem, 401: Problem, 413: Problem, 422: Problem, 429: Problem, 503: Problem}


class Token(HttpBearer):
    """`Authorization: Bearer …` with a token that an administrator made."""

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        return token_of(token, now=timezone.now())


class Interface(NinjaAPI):
    """Describes its errors under the content type that they have."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        for methods in schema["paths"].values():
            for operation in methods.values():
                for status, answer in operation["responses"].items():
                    if int(status) >= HTTPStatus.BAD_REQUEST:
                        answer["content"] = {problems.TYPE: answer["content"]["application/json"]}
        return schema


api = Interface(
    title="Sociaal: reports from outside",
    version="1",
    description="For the municipality's form system. Errors are RFC 9457 problem details.",
    urls_namespace="api",
    docs_url=None,
    auth=Token(),
    parser=ReadableJson(),
)


@api.post(
    "/help-requests",
    response={201: ReportOut, **WRONG},
    url_name="help_request_report",
    operation_id="report",
    summary="Bring in a report",
)
def report(
    request: HttpRequest,
    response: HttpResponse,
    payload: ReportIn = BODY,
    key: str = KEY,
) -> Any:
    """The same key with the same body gives the same answer for 30 days; with another body it is refused."""
    now, token = timezone.now(), request.auth  # type: ignore[attr-defined]
    left = use(f"token {token.pk}", PER_MINUTE, now=now)
    if not left.is_allowed:
        return _limited(problem(429, _("Too many requests. Wait and send it again."), kind="limit"), left)
    form = ReportForm(payload.model_dump())
    if not form.is_valid():
        return _limited(problems.of_form(form), left)
    body = hashlib.sha256(request.body).hexdigest()
    claim = f"{token.pk}:{hashlib.sha256(key.encode()).hexdigest()}"
    done = once(
        claim,
        "interface",
        lambda: f"{body} {receive_report(told=form.told(), now=now, token=token)}",
        now=now,
    )
    first_body, reference = done.split()
    if first_body != body:
        text = _("This key was used for another report. Use a new key for each report.")
        used = problem(422, text, kind="key", errors=[("Idempotency-Key", text)])
        return _limited(used, left)
    response["Location"] = reverse("api:help_request_state", args=[reference])
    _limited(response, left)
    return Status(201, _out(reference))


@api.get(
    "/help-requests/{reference}",
    response={200: ReportOut, 401: Problem, 404: Problem, 429: Problem},
    url_name="help_request_state",
    operation_id="state",
    summary="How far a report is",
)
def state(request: HttpRequest, response: HttpResponse, reference: str) -> Any:
    """The state only: nothing of what was told or answered."""
    left = use(f"token {request.auth.pk}", PER_MINUTE, now=timezone.now())  # type: ignore[attr-defined]
    if not left.is_allowed:
        return _limited(problem(429, _("Too many requests. Wait and send it again."), kind="limit"), left)
    known = read_reference(reference)
    if not known or not ReportDetails.objects.filter(reference=known).exists():
        return _limited(problem(404, _("There is no report with this reference.")), left)
    _limited(response, left)
    return _out(known)


def _out(reference: str) -> ReportOut:
    row = ReportDetails.objects.select_related("help_request").get(reference=reference).help_request
    received = timezone.localtime(row.received_at).isoformat(timespec="seconds")
    state: Any = OUTWARD[HelpRequestState(row.state)]
    return ReportOut(reference=reference, state=state, received_at=received)


def _limited(response: HttpResponse, left: Use) -> HttpResponse:
    """The answer with how much may still be asked."""
    response["RateLimit-Limit"] = str(left.amount)
    response["RateLimit-Remaining"] = str(left.left)
    response["RateLimit-Reset"] = str(left.wait_seconds)
    if response.status_code == 429:
        response["Retry-After"] = str(left.wait_seconds)
    return response


@api.exception_handler(AuthenticationError)
def _nobody(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    text = _("Give a token that is valid: Authorization: Bearer …")
    return problem(401, text, headers={"WWW-Authenticate": 'Bearer realm="sociaal"'})


@api.exception_handler(ValidationError)
def _another_shape(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return problems.of_shape(error.errors)


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, error.message)


@api.exception_handler(RequestDataTooBig)
def _too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    megabytes = settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 1_000_000
    return problem(413, _("The body is larger than %(size).1f MB.") % {"size": megabytes})


@api.exception_handler(Refused)
@api.exception_handler(Conflict)
def _not_now(request: HttpRequest, error: DomainError) -> HttpResponse:
    """No team receives it, or the database was busy: the same report can be sent again."""
    return problem(503, str(error))
