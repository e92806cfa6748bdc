"""What to read out to the caller when their question is registered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.models import HelpRequest
from cases.queries.calendar_days import decreed_days
from intake.models import Conversation
from intake.promises import promises
from intake.queries import known
from sociaal.accounts.permissions import caseworkers, user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound


@require_safe
@caseworkers
def help_request_saved(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is the contact person, what happens next and before which day. For who registered it."""
    rows = HelpRequest.objects.select_related("resident", "team", "case__resident")
    help_request = rows.filter(pk=pk, registered_by=user_of(request)).first()
    if help_request is None:
        raise NotFound
    now = timezone.now()
    # a question that joined the case of a housemate goes to the contact person of that case
    whose = help_request.case.resident if help_request.case else help_request.resident
    about = known.known(whose, user=user_of(request), now=now)
    shows(request, [one.pk for one in (whose, help_request.resident) if one])
    context = {
        "help_request": help_request,
        "contact_person": about.contact_person,
        "planned": _planned(help_request),
        "mine": help_request.case in about.joinable,
        "promises": promises(
            timezone.localdate(help_request.received_at), help_request.red_flags, decreed_days()
        ),
    }
    return render(request, "intake/help_request_saved.html", context)


def _planned(help_request: HelpRequest) -> Conversation | None:
    """The conversation that was planned with it; not one of the case it joined."""
    if help_request.case is None or help_request.state != "taken_up":
        return None
    return help_request.case.conversations.order_by("planned_at", "pk").first()
