"""Addresses of the interface. They know tokens, not sessions."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from intake.api.interface import api
from intake.api.problems import problem, unknown

app_name = "api"
DESCRIPTION = "openapi-json"


def _open(view: Callable[..., Any]) -> Callable[..., Any]:
    """A view that asks for a token by itself: no session, so no form that needs protecting either."""

    def answered(request: Any, *args: Any, **kwargs: Any) -> Any:
        response = view(request, *args, **kwargs)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            text = _("This address does not take this method.")
            response = problem(405, text, headers={"Allow": response.headers["Allow"]})
        response.headers["Cache-Control"] = "no-store"
        return response

    answered.login_required = False  # type: ignore[attr-defined]  # read by Django's LoginRequiredMiddleware
    return csrf_exempt(answered)


def _all() -> list[Any]:
    return list(api.urls[0])


def _patterns() -> list[URLPattern]:
    """Those of django-ninja, but for its root; its description would take any method."""
    made: list[Any] = [one for one in _all() if one.name != "api-root"]
    views = {
        one.name: require_safe(one.callback) if one.name == DESCRIPTION else one.callback for one in made
    }
    return [URLPattern(one.pattern, _open(views[one.name]), one.default_args, one.name) for one in made]


urlpatterns = [
    *_patterns(),
    path("", _open(unknown), name="api-root"),
    path("<path:path>", _open(unknown), name="unknown"),
]
