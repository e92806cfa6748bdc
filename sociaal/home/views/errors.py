"""Error pages: what happened, what to do, and nothing typed is lost."""

import re
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import requires_csrf_token

from sociaal.accounts.permissions import user_of
from sociaal.accounts.roles import CASEWORKERS, Role

NOT_FOUND = _("We cannot find this page.")
CAN_HELP = _("%(help_from)s can help you.")

_SECRET = re.compile(r"password|csrfmiddlewaretoken|token|secret|otp|^code$|^key$|_key$", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """One field that somebody filled in, to give back."""

    name: str
    text: str


def typed(request: HttpRequest) -> list[Typed]:
    """What was typed in the form that was sent, longest first; never a password, code or token."""
    try:
        fields = list(request.POST.lists())
    except Exception:  # the form itself could not be read: there is nothing to give back
        return []
    texts = [Typed(name, value) for name, values in fields if not _SECRET.search(name) for value in values]
    return sorted((one for one in texts if one.text.strip()), key=lambda one: -len(one.text))


def way_back(request: HttpRequest) -> str:
    """The page someone came from, when it is one of ours; else the start."""
    referer = request.headers.get("Referer", "")
    try:
        here = request.get_host()
    except DisallowedHost:  # asked under a name that is not ours: perhaps just that is being answered
        return "/"
    ours = url_has_allowed_host_and_scheme(referer, {here}, require_https=request.is_secure())
    return referer if ours else "/"


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the thing is known to this person, but not theirs to open. Says who can help where that is
    known.
    """
    context = {
        "reason": str(exception or ""),
        "help_from": getattr(exception, "help_from", None),
        "emergency": emergency_address(request, getattr(exception, "resident", None)),
    }
    return render(request, "403.html", {**context, "typed": typed(request)}, status=HTTPStatus.FORBIDDEN)


def emergency_address(request: HttpRequest, resident: int | None) -> str:
    """Where a refused file is opened when waiting would harm; nothing for who may not do that."""
    may = user_of(request).has_role(*CASEWORKERS, Role.PRIVACY_OFFICER) if resident else False
    return reverse("break_glass", args=[resident]) if may else ""


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: word for word the same for what does not exist and for what this person may not know of."""
    return render(request, "404.html", {"typed": typed(request)}, status=HTTPStatus.NOT_FOUND)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """409: it may not happen now, or someone else was first. Gives back what was typed."""
    context = {"reason": str(exception), "typed": typed(request), "back": way_back(request)}
    return render(request, "409.html", context, status=HTTPStatus.CONFLICT)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that cannot be read."""
    return render(request, "400.html", {"back": way_back(request)}, status=HTTPStatus.BAD_REQUEST)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that is too old or came from elsewhere (setting CSRF_FAILURE_VIEW)."""
    context = {"typed": typed(request), "back": way_back(request)}
    return render(request, "403_csrf.html", context, status=HTTPStatus.FORBIDDEN)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Uses no database, no session and no context processor, as any of those may be the
    cause.
    """
    return HttpResponse(self_contained("500.html", request), status=HTTPStatus.INTERNAL_SERVER_ERROR)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: for a moment not to be reached. As bare as the 500 page."""
    response = HttpResponse(self_contained("503.html", request), status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = "60"
    return response


def self_contained(template: str, request: HttpRequest) -> str:
    """A page out of one template, with the styles by their fixed address."""
    context = {"typed": typed(request), "static_url": settings.STATIC_URL, "theme": settings.THEME_CSS}
    return render_to_string(template, context)
