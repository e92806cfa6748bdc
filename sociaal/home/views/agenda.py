"""The agenda for somebody's own calendar program, and the page on which they get its address."""

import hashlib
from datetime import timedelta
from http import HTTPStatus

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases.forms.base import KeyedForm
from intake.operations.allowances import Limit, Use, use
from sociaal.accounts.models import CalendarLink
from sociaal.accounts.operations.calendar_links import (
    calendar_link_of,
    make_calendar_link,
    withdraw_calendar_link,
)
from sociaal.accounts.permissions import caseworkers, user_of
from sociaal.home.agenda.feed import calendar_file
from sociaal.home.agenda.items import agenda_of
from sociaal.home.views import errors
from sociaal.outbox.once import once

READS = Limit(60, timedelta(hours=1))
"""Of one address of an agenda: some programs on several devices, each every few minutes."""
MISSES = Limit(60, timedelta(hours=1))
"""Of one place on the internet, with addresses that are none."""


@login_not_required
@require_safe
def agenda_feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The agenda. Unknown, withdrawn, of a closed account: the same 404, and what was asked stays out of the
    log, for it is a secret (`sociaal.core.log_lines`). Nobody is shown by name, so a reading is no line of
    the audit log either (docs/decisions/0020).
    """
    now, link = timezone.now(), calendar_link_of(secret)
    if link is None:
        left = use(f"agenda misses {get_adapter().get_client_ip(request)}", MISSES, now=now)
        if left.is_allowed:
            return errors.not_found(request, Http404())
        return _wait(left)
    left = use(f"agenda {link.pk}", READS, now=now)
    if not left.is_allowed:
        return _wait(left)
    with translation.override(settings.LANGUAGE_CODE):
        content = calendar_file(
            agenda_of(link.user, now),
            name=_("Sociaal: agenda"),
            site=request.build_absolute_uri("/").rstrip("/"),
            made_at=link.made_at,
        )
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response["ETag"] = etag
    response["Content-Disposition"] = 'inline; filename="agenda.ics"'
    patch_cache_control(response, private=True, no_cache=True)
    return get_conditional_response(request, etag=etag, response=response) or response


def _wait(left: Use) -> HttpResponse:
    response = HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS)
    response["Retry-After"] = str(left.wait_seconds)
    return response


@require_safe
@caseworkers
def agenda_link(request: HttpRequest) -> HttpResponse:
    """Whether I have an address, since when, and what stands in the agenda."""
    link = CalendarLink.objects.filter(user=user_of(request)).first()
    return render(request, "home/agenda_link.html", {"link": link, "form": KeyedForm()})


@require_POST
@caseworkers
def agenda_link_make(request: HttpRequest) -> HttpResponse:
    """Make an address, or another one in its place; it shows once, in the answer. The same form sent again (a
    reload) makes none, or the one that was just copied would open nothing.
    """
    user, now, made = user_of(request), timezone.now(), [""]

    def work() -> str:
        made[0] = make_calendar_link(by=user, now=now)
        return ""

    once(request.POST.get("form_key", ""), f"make_calendar_link:{user.pk}", work, now=now)
    if made == [""]:
        messages.warning(
            request,
            _("That address was made already, and is shown only once. Make a new one if you lost it."),
        )
        return redirect("agenda_link")
    address = request.build_absolute_uri(reverse("agenda_feed", args=made))
    return render(request, "home/agenda_link_made.html", {"address": address})


@require_POST
@caseworkers
def agenda_link_withdraw(request: HttpRequest) -> HttpResponse:
    """The address opens nothing any more."""
    user = user_of(request)
    withdraw_calendar_link(of=user, by=user, now=timezone.now())
    messages.success(request, _("The address is withdrawn. Your calendar program gets nothing any more."))
    return redirect("agenda_link")
