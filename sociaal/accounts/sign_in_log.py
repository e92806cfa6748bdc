"""Who came in, who was kept out, who left: signals of Django and allauth, written to the audit log.

Signals, because sign-in is the framework's flow and no operation of ours. A failing log fails the sign-in.
"""

from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from sociaal.accounts.middleware import MUST_CHOOSE
from sociaal.accounts.models import StartPassword, User
from sociaal.audit import log
from sociaal.audit.models import Entry


def connect() -> None:
    """Listen to sign-in; called once, when the apps are ready."""
    user_logged_in.connect(_signed_in, dispatch_uid="sociaal.signed_in")
    user_logged_out.connect(_signed_out, dispatch_uid="sociaal.signed_out")
    user_login_failed.connect(_failed, dispatch_uid="sociaal.sign_in_failed")
    authentication_failed.connect(_code_failed, dispatch_uid="sociaal.code_failed")
    password_changed.connect(_password_chosen, dispatch_uid="sociaal.password_chosen")
    for signal, action in (
        (authenticator_added, "two_step_on"),
        (authenticator_removed, "two_step_off"),
        (authenticator_reset, "recovery_codes_renewed"),
    ):
        signal.connect(_two_step_changed(action), weak=False, dispatch_uid=f"sociaal.{action}")


def refused(request: HttpRequest | None, reason: str, *, email: str = "") -> None:
    """Log an attempt that was refused. `about` is whose account was tried: nobody has shown who they are."""
    whose = User.objects.filter(email__iexact=email.strip()).first() if email else None
    where = _where(request)
    now = timezone.now()
    log.write(Entry.Kind.REFUSED, "sign_in", by=None, now=now, about=whose, reason=reason, **where)


def _signed_in(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    if StartPassword.objects.filter(user=user).exists():
        request.session[MUST_CHOOSE] = True
    log.write(Entry.Kind.SIGN_IN, "sign_in", by=user, now=timezone.now(), about=user, **_where(request))


def _signed_out(sender: Any, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        log.write(Entry.Kind.SIGN_IN, "sign_out", by=user, now=timezone.now(), about=user)


def _failed(
    sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
) -> None:
    refused(request, "password", email=str(credentials.get("email", "")))


def _code_failed(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    refused(request, "two_step_code", email=user.email)


def _password_chosen(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    StartPassword.objects.filter(user=user).delete()
    request.session.pop(MUST_CHOOSE, None)
    log.wrote("password_changed", by=user, now=timezone.now(), about=user)


def _two_step_changed(action: str) -> Any:
    def receive(
        sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any
    ) -> None:
        log.wrote(action, by=user, now=timezone.now(), about=user, kind_of_code=str(authenticator.type))

    return receive


def _where(request: HttpRequest | None) -> dict[str, Any]:
    """The address an attempt came from, as the throttle counts it."""
    from allauth.account.adapter import get_adapter  # our adapter imports this module

    if request is None:
        return {}
    try:
        return {"ip": get_adapter().get_client_ip(request)}
    except PermissionDenied:  # a session that no request from outside began (Client.force_login) has none
        return {}
