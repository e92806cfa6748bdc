"""The administrator's page of tokens: which systems bring in reports."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.sending import PAGE_OR_FORM
from intake.forms.files import TokenForm
from intake.models import ApiToken
from intake.operations.tokens import make_token, revoke_token
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.roles import Role
from sociaal.core.errors import NotFound, Refused


@require_safe
@roles(Role.ADMINISTRATOR)
def token_list(request: HttpRequest) -> HttpResponse:
    """All tokens, those in use first."""
    rows = ApiToken.objects.select_related("made_by", "revoked_by")
    tokens = sorted(rows, key=lambda token: token.revoked_at is not None)
    return render(request, "intake/token_list.html", {"tokens": tokens})


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def token_add(request: HttpRequest) -> HttpResponse:
    """Make a token; its text shows once, in the answer."""
    form = TokenForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            token, text = make_token(name=form.cleaned_data["name"], by=user_of(request), now=timezone.now())
        except Refused as error:
            form.refuse(error)
        else:
            return render(request, "intake/token_made.html", {"token": token, "text": text})
    return render(request, "intake/token_form.html", {"form": form}, status=form.status)


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def token_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then revoke: the system behind it can bring in nothing from then on."""
    token: Any = ApiToken.objects.filter(pk=pk, revoked_at__isnull=True).first()
    if token is None:
        raise NotFound
    if request.method == "POST":
        revoke_token(token=token, by=user_of(request), now=timezone.now())
        return redirect("token_list")
    return render(request, "intake/token_revoke.html", {"token": token})
