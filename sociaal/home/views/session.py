"""Staying signed in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST


@require_POST
def extend(request: HttpRequest) -> HttpResponse:
    """Let the session last its full length again from now; answers how many seconds that is."""
    request.session["extended_at"] = timezone.now().timestamp()
    return JsonResponse({"seconds": settings.SESSION_COOKIE_AGE})
