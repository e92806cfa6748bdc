"""allauth's forms with our words: a label above each field, and no placeholder that repeats it."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

CODE = _("Code of six digits from your app, or a recovery code")


class _Plain(forms.Form):
    """Gives the fields in `words` their label, and takes placeholders and foreign help texts away."""

    words: dict[str, Any] = {}
    hints: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.words.get(name, field.label)
            field.help_text = self.hints.get(name, "")


class SignInForm(_Plain, LoginForm):
    words = {"login": _("E-mail address"), "password": _("Password")}


class ConfirmPasswordForm(_Plain, ReauthenticateForm):
    words = {"password": _("Password")}


class ChoosePasswordForm(_Plain, ChangePasswordForm):
    words = {
        "oldpassword": _("Present password"),
        "password1": _("New password"),
        "password2": _("New password, once more"),
    }
    hints = {"password1": _("At least 12 characters. No common password, nor your name or e-mail address.")}


class CodeForm(_Plain, mfa.AuthenticateForm):
    words = {"code": CODE}


class ConfirmCodeForm(_Plain, mfa.ReauthenticateForm):
    words = {"code": CODE}


class ActivateCodeForm(_Plain, ActivateTOTPForm):
    words = {"code": _("Code of six digits from your app")}
