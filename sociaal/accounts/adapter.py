"""How allauth works here: an administrator makes the accounts, nobody signs up, secrets stand encrypted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sociaal.accounts import sign_in_log
from sociaal.accounts.models import StartPassword, User
from sociaal.core import crypto


class StaffOnly(DefaultAccountAdapter):
    """Sign-in with e-mail and password, throttled, each attempt on the audit log."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy("This e-mail address and password do not belong together."),
        "too_many_login_attempts": gettext_lazy(
            "You tried too often. Wait five minutes and try again. "
            "Forgotten your password? Ask your administrator for a new start password."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Raises ValidationError when there were too many attempts, whatever the password."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            sign_in_log.refused(request, "throttled", email=credentials.get("email", ""))
            raise

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Back to the sign-in page, with the reason, when the start password is too old."""
        response = super().pre_login(request, user, **kwargs)
        if response or not StartPassword.objects.filter(user=user, expires_at__lte=timezone.now()).exists():
            return response
        sign_in_log.refused(request, "start_password_expired", email=user.email)
        messages.error(request, _("Your start password is too old. Ask your administrator for a new one."))
        return redirect("account_login")


class EncryptedSecrets(DefaultMFAAdapter):
    """Two-step verification whose secrets cannot be read from a copy of the database."""

    def encrypt(self, text: str) -> str:
        return crypto.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(encrypted_text)
