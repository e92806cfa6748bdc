"""The public page: a resident, somebody near them or a professional reports a question. No account."""

import ipaddress
from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cases.queries.calendar_days import decreed_days
from cases.views.sending import PAGE_OR_FORM, sent
from intake.forms.public import OTHER, PROFESSIONAL, SELF, PublicReportForm
from intake.models import ReportDetails
from intake.operations.allowances import Limit, use
from intake.operations.reports import receive_report
from intake.promises import promises
from sociaal.core.errors import NotFound, Refused

REPORTS = Limit(20, timedelta(hours=1))
"""New reports from one address on the internet. A library or a practice has many people behind one."""
WAYS = {
    SELF: (gettext_lazy("For myself"), gettext_lazy("You need help yourself, or your family does.")),
    OTHER: (
        gettext_lazy("For someone near me"),
        gettext_lazy("A family member, friend or neighbour needs help."),
    ),
    PROFESSIONAL: (
        gettext_lazy("As a professional"),
        gettext_lazy("For example as a GP, teacher or landlord."),
    ),
}


@login_not_required
@require_safe
def report_start(request: HttpRequest) -> HttpResponse:
    """Who is the question for? Three ways on, and what to do in danger."""
    context = {"ways": _ways(), "phone": settings.MUNICIPALITY_PHONE}
    return render(request, "intake/public_start.html", context)


@login_not_required
@never_cache
@require_http_methods(PAGE_OR_FORM)
def report_form(request: HttpRequest, who: str) -> HttpResponse:
    """The form. Sent twice, or the same report once more today: one report and one reference."""
    if who not in WAYS:
        raise NotFound
    form = PublicReportForm(request.POST if request.method == "POST" else None, who=who)

    def work(now: datetime) -> str:
        if not use(f"report {_from(request)}", REPORTS, now=now).is_allowed:
            form.too_often = True
            raise Refused(
                _("There came many reports from your address. Wait an hour, or call %(phone)s.")
                % {"phone": settings.MUNICIPALITY_PHONE}
            )
        return reverse("report_received", args=[receive_report(told=form.told(), now=now)])

    answer = sent(request, form, work, effect="report")
    if answer is not None:
        return answer
    context = {"form": form, "who": who, "way": WAYS[who][0], "phone": settings.MUNICIPALITY_PHONE}
    return render(request, "intake/public_form.html", context, status=form.status)


@login_not_required
@never_cache
@require_safe
def report_received(request: HttpRequest, reference: str) -> HttpResponse:
    """The receipt: reference, what happens next, and by when. Nothing of what was told, now or later."""
    details = ReportDetails.objects.select_related("help_request").filter(reference=reference).first()
    if details is None:
        raise NotFound
    received = timezone.localdate(details.help_request.received_at)
    context = {
        "reference": details.reference,
        "promises": promises(received, (), decreed_days()),
        "phone": settings.MUNICIPALITY_PHONE,
    }
    return render(request, "intake/public_received.html", context)


def _ways() -> list[tuple[str, object, object]]:
    return [(reverse("report_form", args=[who]), name, about) for who, (name, about) in WAYS.items()]


def _from(request: HttpRequest) -> str:
    """The address on the internet; of IPv6 the network, which one home has to itself."""
    address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network(f"{address}/64", strict=False))
