"""One-click sign-in as someone of the cast, only while the demo is on."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from sociaal.accounts.models import User
from sociaal.accounts.operations.cast import CAST, make_cast
from sociaal.core.errors import NotFound


@login_not_required
@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """The cast, and what each of them comes for."""
    if not settings.DEMO:
        raise NotFound
    return render(request, "accounts/demo.html", {"cast": CAST})


@login_not_required
@require_POST
def demo_sign_in(request: HttpRequest, who: str) -> HttpResponse:
    """Sign in as this character. The cast is made first when the demo town does not have it yet."""
    character = next((one for one in CAST if one.who == who), None)
    if not settings.DEMO or character is None:
        raise NotFound
    user = User.objects.filter(email=character.email).first() or make_cast(timezone.now())[who]
    if not user.is_active:
        raise NotFound
    logout(request)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(settings.LOGIN_REDIRECT_URL)
