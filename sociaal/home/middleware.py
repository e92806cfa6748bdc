"""Turns a refusal that no view caught into a page a person can act on, and gives back what they typed."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django_htmx.http import reswap, trigger_client_event

from sociaal.core.collisions import is_collision, somebody_is_busy
from sociaal.core.errors import Conflict, DomainError, NotFound, NotPermitted, Refused
from sociaal.home.views import errors

STATUS = {
    NotPermitted: HTTPStatus.FORBIDDEN,
    NotFound: HTTPStatus.NOT_FOUND,
    Refused: HTTPStatus.CONFLICT,
    Conflict: HTTPStatus.CONFLICT,
}


class RefusalMiddleware:
    """NotPermitted: 403 with who can help. NotFound: the same 404 as anything unknown. Refused, Conflict:
    409.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for a refusal, also by the database for somebody's sake; nothing for another exception."""
        if is_collision(error):
            error = somebody_is_busy()
        if not isinstance(error, DomainError):
            return None
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), HTTPStatus.CONFLICT)
        if getattr(request, "htmx", None):
            return spoken(error, status)
        if status == HTTPStatus.FORBIDDEN:
            return errors.forbidden(request, error)
        if status == HTTPStatus.NOT_FOUND:
            return errors.not_found(request, error)
        return errors.refused(request, error)


def spoken(error: DomainError, status: int) -> HttpResponse:
    """For part of a page: nothing is replaced, the message is shown and spoken, the form stays as it is."""
    response = HttpResponse(status=status)
    return trigger_client_event(reswap(response, "none"), "refusal", {"message": message(error)})


def message(error: DomainError) -> str:
    """What to say: for what may not be known never why, for what may not be done also who can help."""
    if isinstance(error, NotFound):
        return str(errors.NOT_FOUND)
    helper = getattr(error, "help_from", None)
    return f"{error} {errors.CAN_HELP % {'help_from': helper}}" if helper else str(error)
