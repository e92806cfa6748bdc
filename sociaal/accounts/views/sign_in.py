"""Coming in and going out, beside what allauth's own views do."""

from allauth.account import views as allauth
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language as django_set_language

from sociaal.accounts.permissions import user_of
from sociaal.core.errors import Refused

WIPE = '"cache", "storage"'
"""What the browser forgets at sign-out. Not the cookies: the chosen language stays."""
WIPE_BUT_TEXTS = '"cache"'
"""When encrypted text of a colleague waits in this browser, whose session ended before it could be sent."""


@login_not_required
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """Ask, then sign out; also ends a sign-in that stands halfway, before its second step."""
    response = allauth.logout(request)
    if request.method == "POST":
        response.headers["Clear-Site-Data"] = WIPE_BUT_TEXTS if "keep_texts" in request.POST else WIPE
    return response


def choose_password(request: HttpRequest) -> HttpResponseBase:
    """Choose another password. Raises Refused for who signs in without one."""
    if not user_of(request).has_usable_password():
        raise Refused(_("This account has no password: it signs in from the demo page only."))
    return allauth.password_change(request)


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponseBase:
    """Remember the language of the screen in a cookie, and go back to the page someone was on."""
    return django_set_language(request)
