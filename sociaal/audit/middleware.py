"""No log, no page: what a page shows of people is committed to the log before the answer leaves."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from sociaal.audit import log, reading
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted


class ReadLogMiddleware:
    """Writes one line for a request that showed residents or was refused. A failing log fails the page.

    The innermost middleware, so that it hears of a refusal before that becomes a page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        shown = reading.noted_in(request)
        if shown and (shown.refused or (shown.residents and response.status_code < 500)):
            match = request.resolver_match
            log.write(
                Entry.Kind.REFUSED if shown.refused else Entry.Kind.READ,
                match.view_name if match else "unknown",
                by=request.user,
                now=timezone.now(),
                residents=shown.residents,
                **shown.codes,
            )
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Note a decision about access (ASVS 16.3.2); turning it into a page is another's work."""
        if isinstance(exception, NotPermitted | NotFound):
            answer = "403" if isinstance(exception, NotPermitted) else "404"
            reading.refuses(request, answer=answer, **_asked_of(request))


def _asked_of(request: HttpRequest) -> dict[str, str]:
    """The keys in the address, which say what was asked for: "number 2026-000123". Never the search text."""
    match = request.resolver_match
    keys = " ".join(f"{name} {value}" for name, value in match.kwargs.items()) if match else ""
    return {"asked_of": keys[:120]} if keys else {}
