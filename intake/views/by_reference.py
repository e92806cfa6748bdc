"""Somebody calls with the reference of their report: to that report, or to the team that has it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from intake.models import ReportDetails
from intake.permissions import check_reads_request
from intake.told import read_reference
from sociaal.accounts.permissions import caseworkers, user_of
from sociaal.core.errors import NotFound, NotPermitted


@require_POST
@caseworkers
def report_by_reference(request: HttpRequest) -> HttpResponse:
    """The report with this reference, however it was typed. Of another team's only which team that is:
    whoever has the reference knows of the report already.
    """
    reference = read_reference(request.POST.get("reference", ""))
    rows = ReportDetails.objects.select_related("help_request__team", "help_request__case__resident")
    details = rows.filter(reference=reference).first() if reference else None
    if details is None:
        messages.warning(
            request, _("There is no report with this reference. Look whether every sign is right.")
        )
        return redirect("inbox")
    found = details.help_request
    try:
        check_reads_request(user_of(request), found, timezone.now())
    except NotFound:
        words = _("This question is in the inbox of %(team)s. They can help you.")
        raise NotPermitted(words % {"team": found.team}) from None
    return redirect("help_request", found.pk)
