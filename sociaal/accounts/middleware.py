"""What holds for every page of a signed-in person, and the language of the screen.

That every page asks for sign-in is Django's own `LoginRequiredMiddleware`; a view that is open to all says so
with `login_not_required`.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation

from sociaal.core.crypto import keyed_hash

MUST_CHOOSE = "must_choose_password"
"""Session key: signed in with a start password, and may do nothing else before choosing an own one."""

TYPED_BY = "X-Typed-By"
"""Header of a script that sends what was typed: whose text it is, as `mark_of` says."""

OPEN_WHILE_CHOOSING = frozenset({"account_change_password", "account_logout", "set_language"})


class LanguageMiddleware:
    """The language someone chose, else Dutch. Not the browser's preference: staff work in Dutch."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def mark_of(user: Any) -> str:
    """By which a browser knows whose text is whose. Says nobody who it is."""
    return keyed_hash(f"browser of {user.pk}")[:16]


class SignedInMiddleware:
    """Nothing stays on a shared computer, a start password opens only the page to choose an own one, and no
    text is saved in the name of whoever signed in after its writer: 401.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store, private"
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        typed_by = request.headers.get(TYPED_BY)
        if request.user.is_authenticated and typed_by and typed_by != mark_of(request.user):
            return HttpResponse(status=HTTPStatus.UNAUTHORIZED)
        if not (request.user.is_authenticated and request.session.get(MUST_CHOOSE)):
            return None
        if request.resolver_match and request.resolver_match.view_name in OPEN_WHILE_CHOOSING:
            return None
        return redirect("account_change_password")
